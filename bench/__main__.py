"""`python -m bench [GROUP…]` prints every figure beside its limit; ends with 1 when a limit is broken."""

import os
import platform
import sys
from collections.abc import Callable, Iterator
from typing import Final

from bench import (
    agreement,
    answers,
    audit,
    comparison,
    folder,
    followup,
    guard,
    importing,
    matrix,
    organisation,
    pdf,
    printing,
    proposals,
    reading,
    serving,
    starting,
    suppression,
)
from bench.figure import Figure
from bench.pace import pace

GROUPS: Final[dict[str, Callable[[], Iterator[Figure]]]] = {
    "agreement": agreement.figures,
    "starting": starting.figures,
    "reading": reading.figures,
    "guard": guard.figures,
    "suppression": suppression.figures,
    "proposals": proposals.figures,
    "comparison": comparison.figures,
    "pdf": pdf.figures,
    "printing": printing.figures,
    "folder": folder.figures,
    "importing": importing.figures,
    "serving": serving.figures,
    "audit": audit.figures,
    "organisation": organisation.figures,
    "matrix": matrix.figures,
    "answers": answers.figures,
    "followup": followup.figures,
}
VERDICTS: Final = {True: "", False: "BROKEN", None: "not measured"}


def row(figure: Figure) -> str:
    """The figure as one line of the table."""
    verdict = VERDICTS[figure.kept]
    columns = f"{figure.name:<42} {figure.measured:>20}  {figure.limit:<18} {verdict:<7} {figure.note}"
    return columns.rstrip()


def main(names: list[str]) -> int:
    """Measure the named groups, or all; each row is printed as soon as it is known."""
    if unknown := [name for name in names if name not in GROUPS]:
        print(f"No such group: {', '.join(unknown)}. There are: {', '.join(GROUPS)}.", file=sys.stderr)
        return 2
    machine = f"{platform.system()} {platform.machine()}, load {os.getloadavg()[0]:.1f} before"
    print(f"Python {platform.python_version()}, {machine}, ten million additions {pace():.2f} s before")
    broken = 0
    for name in names or GROUPS:
        print(f"\n{name}", flush=True)
        for figure in GROUPS[name]():
            print("  " + row(figure), flush=True)
            broken += figure.kept is False
    print(f"\nTen million additions {pace():.2f} s after.")
    print(f"{broken} limits broken." if broken else "Every limit is kept.")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
