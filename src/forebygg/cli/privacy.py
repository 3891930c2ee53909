"""`forebygg privacy check`: what in a text looks like personal data."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from forebygg.cli.language import LanguageOption, translation
from forebygg.core.messages import N_, Translate

if TYPE_CHECKING:
    from forebygg.privacy.guard import Mark

ABOUT = N_("Guard people: look for personal data in texts, hide small numbers in tables.")
HELP = N_(
    "Look for personal data. Ends with 1 when something is found, 0 when nothing is, 2 when a file cannot be "
    "read."
)
HELP_FILES = N_("Text, PDF or DOCX.")
HELP_SHOW = N_(
    "Show the words and what may stand instead, why they are marked and where they belong; without it only "
    "place and kind."
)
COUNT = N_("Marked places: {count}.")
NONE = N_("Nothing was found.")

CANNOT_READ, FOUND, NOTHING = 2, 1, 0


def add_to(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the person's language."""
    tell = translation(language)

    @app.command(help=tell(HELP))
    def check(
        files: Annotated[list[Path], typer.Argument(help=tell(HELP_FILES), show_default=False)],
        *,
        show: Annotated[bool, typer.Option("--show", help=tell(HELP_SHOW))] = False,
        asked: LanguageOption = None,
    ) -> None:
        raise typer.Exit(_check(files, translation(asked or language), show=show))


def _check(files: Sequence[Path], tell: Translate, *, show: bool) -> int:
    """Print what is found in each file, then what it comes to; the status to end with."""
    # Read only when it is asked for, so that help answers at once.
    from forebygg.casefile.errors import SourceError  # noqa: PLC0415
    from forebygg.casefile.sources import read_source  # noqa: PLC0415
    from forebygg.privacy.guard import WARNING  # noqa: PLC0415

    unread, found = False, list["Mark"]()
    for path in files:
        try:
            lines = read_source(path).lines
        except SourceError as error:
            typer.echo(f"{path}: {error.told(tell)}", err=True)
            unread = True
            continue
        for told, mark in _told(path, lines, tell, show=show):
            typer.echo(told)
            found.append(mark)
    for told in _explained(found, tell) if show else ():
        typer.echo(told)
    typer.echo(tell(COUNT).format(count=len(found)) if found else tell(NONE), err=True)
    typer.echo(tell(WARNING), err=True)
    return CANNOT_READ if unread else FOUND if found else NOTHING


def _told(path: Path, lines: Sequence[str], tell: Translate, *, show: bool) -> Iterator[tuple[str, "Mark"]]:
    """`file:line: kind`, and with *show* the words and what may stand instead, each with its mark."""
    from forebygg.privacy.guard import KINDS, look  # noqa: PLC0415

    text = "\n".join(lines)
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for mark in look(text):
        told = f"{path}:{bisect_right(starts, mark.start)}: {tell(KINDS[mark.kind])}"
        if show:
            told += f": {' '.join(text[mark.start : mark.end].split())} → {mark.suggestion or '–'}"
        yield told, mark


def _explained(found: Sequence["Mark"], tell: Translate) -> Iterator[str]:
    """Why each kind is marked and where it belongs, once."""
    from forebygg.privacy.guard import CHANNELS, KINDS  # noqa: PLC0415

    for mark in {mark.kind: mark for mark in found}.values():
        kind = tell(KINDS[mark.kind])
        yield f"\n{kind[:1].upper()}{kind[1:]}\n    {tell(mark.reason)}\n    {tell(CHANNELS[mark.channel])}"
