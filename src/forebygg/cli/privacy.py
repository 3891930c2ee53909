"""`forebygg privacy check`: what in a text looks like personal data."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Annotated

import typer

from forebygg.cli.language import LanguageOption, translation
from forebygg.core.messages import N_, Translate

ABOUT = N_("Guard people: look for personal data in texts.")
HELP = N_(
    "Look for personal data. Ends with 1 when something is found, 0 when nothing is, 2 when a file cannot be "
    "read."
)
HELP_FILES = N_("Text, PDF or DOCX.")
HELP_SHOW = N_("Show the words, why they are marked and where they belong; without it only place and kind.")

CANNOT_READ, FOUND, NOTHING = 2, 1, 0


def add_to(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the person's language."""
    tell = translation(language)

    @app.callback()
    def group() -> None:
        """Keep `check` a command of its own while it is the only one."""

    @app.command(help=tell(HELP))
    def check(
        files: Annotated[list[Path], typer.Argument(help=tell(HELP_FILES), show_default=False)],
        *,
        show: Annotated[bool, typer.Option("--show", help=tell(HELP_SHOW))] = False,
        asked: LanguageOption = None,
    ) -> None:
        raise typer.Exit(_check(files, translation(asked or language), show=show))


def _check(files: Sequence[Path], tell: Translate, *, show: bool) -> int:
    """Print what is found in each file; the status to end with."""
    # Read only when it is asked for, so that help answers at once.
    from forebygg.casefile.errors import SourceError  # noqa: PLC0415
    from forebygg.casefile.sources import read_source  # noqa: PLC0415
    from forebygg.privacy.guard import WARNING  # noqa: PLC0415

    status = NOTHING
    for path in files:
        try:
            lines = read_source(path).lines
        except SourceError as error:
            typer.echo(f"{path}: {error.told(tell)}", err=True)
            status = CANNOT_READ
            continue
        for told in _told(path, lines, tell, show=show):
            typer.echo(told)
            status = status or FOUND
    typer.echo(tell(WARNING), err=True)
    return status


def _told(path: Path, lines: Sequence[str], tell: Translate, *, show: bool) -> Iterator[str]:
    """`file:line: kind`, and with *show* the words, the reason and the channel."""
    from forebygg.privacy.guard import CHANNELS, KINDS, look  # noqa: PLC0415

    text = "\n".join(lines)
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for mark in look(text):
        line = bisect_right(starts, mark.start)
        told = f"{path}:{line}: {tell(KINDS[mark.kind])}"
        if show:
            words = " ".join(text[mark.start : mark.end].split())
            told += f": {words}\n    {tell(mark.reason)}\n    {tell(CHANNELS[mark.channel])}"
        yield told
