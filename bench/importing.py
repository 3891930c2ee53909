"""How fast papers are taken into the store, and that the time grows as they do."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench.figure import Figure, at_least, at_most
from bench.invented import minutes
from bench.papers import stack
from bench.server import command
from forebygg.casefile import read_texts
from forebygg.casefile.sources import read_source

SPEED: Final = 100  # items a second
TOLERANCE: Final = 1.3
EACH: Final = 50  # items in one invented paper


def seconds(papers: Path) -> float:
    """The import of a folder into a new installation, each file its own case, as a person waits it."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        command(home, "municipality", "add", "Granviks kommun", "--slug", "granvik")
        return command(home, "casefile", "import", "--each", str(papers), "--municipality", "granvik")


def figures() -> Iterator[Figure]:
    """The shared minutes; then one, ten and a hundred times as many invented papers."""
    with tempfile.TemporaryDirectory() as folder:
        minuted = stack("minutes")
        for name, content in minuted.texts:
            Path(folder, name).write_text(content, encoding="utf-8")
        items = sum(len(read_texts([read_source(path)]).items) for path in sorted(Path(folder).iterdir()))
        took = seconds(Path(folder))
        note = f"{items} items in {took:.1f} s, {minuted.source}"
        yield at_least("import of minutes", items / took, SPEED, unit="items/s", note=note)
    with tempfile.TemporaryDirectory() as folder:
        taken: list[float] = []
        for factor in (1, 10, 100):
            for number in range(2 * factor):
                paper = Path(folder, f"minutes-{number:04d}.txt")
                paper.write_text(minutes(seed=number, items=EACH), encoding="utf-8")
            taken.append(seconds(Path(folder)))
            if factor > 1:
                name = f"import, {factor} times as many papers"
                note = f"{2 * factor * EACH} items in {taken[-1]:.1f} s"
                yield at_most(name, taken[-1] / taken[0], factor * TOLERANCE, unit="× the time", note=note)
