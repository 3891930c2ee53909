"""`forebygg privacy suppress`: a table of counts in, the same table out with what is small hidden."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from forebygg.cli.language import LanguageOption, translation
from forebygg.core.messages import N_, Translate
from forebygg.privacy.suppression import REASONS, Release, TableError, Zeros, suppressed
from forebygg.privacy.suppression.sheets import Sheet, read_sheet
from forebygg.privacy.suppression.tables import told

HELP = N_(
    "Hide small numbers in a table, and what would give them away. Ends with 0 when the table was printed, "
    "1 when earlier tables may have given something away, 2 when a table cannot be used."
)
HELP_FILE = N_("CSV with a row of headings; what is counted first, then the counts.")
HELP_ALREADY = N_("A table about the same people that others have seen, as it was kept; repeat for each.")
HELP_KEEP = N_("Keep the table here, with what is hidden in brackets, for the next time.")
HELP_THRESHOLD = N_("Counts below this are hidden.")
HELP_ZEROS = N_("Whether it may be told that there was nobody.")
EXISTS = N_("There is already a file here, and a kept table is not written over. Choose another name.")
UNREADABLE = N_("The file cannot be opened ({reason}).")
UNPROVED = N_("{cell}: earlier tables may already have given this away. Nothing hidden here helps.")
HIDDEN = N_("{hidden} of {cells} counts are hidden. Whoever already knows one of them may work out another.")

DONE, GIVEN_AWAY, CANNOT = 0, 1, 2


class Unusable(Exception):
    """Has been told of on standard error."""


def add_to(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the person's language."""
    tell = translation(language)

    @app.command(help=tell(HELP))
    def suppress(
        file: Annotated[Path, typer.Argument(help=tell(HELP_FILE), show_default=False)],
        *,
        already: Annotated[
            list[Path] | None, typer.Option(help=tell(HELP_ALREADY), show_default=False)
        ] = None,
        keep: Annotated[Path | None, typer.Option(help=tell(HELP_KEEP), show_default=False)] = None,
        threshold: Annotated[int, typer.Option(help=tell(HELP_THRESHOLD))] = 5,
        zeros: Annotated[Zeros, typer.Option(help=tell(HELP_ZEROS))] = Zeros.SHOWN,
        asked: LanguageOption = None,
    ) -> None:
        speak = translation(asked or language)
        try:
            status = _suppress(file, already or [], keep, speak, threshold=threshold, zeros=zeros)
        except Unusable:
            status = CANNOT
        raise typer.Exit(status)


def _suppress(
    file: Path, already: Sequence[Path], keep: Path | None, tell: Translate, *, threshold: int, zeros: Zeros
) -> int:
    releases = [_read(path, tell).released() for path in already]
    sheet = _read(file, tell)
    try:
        release = suppressed(sheet.table, releases=releases, threshold=threshold, zeros=zeros)
    except TableError as error:
        _complain(file, error.told(tell))
    if keep:
        _keep(keep, sheet.written(release, kept=True), tell)
    typer.echo(sheet.written(release), nl=False)
    _explain(file, sheet, release, tell)
    return GIVEN_AWAY if release.unproved else DONE


def _explain(file: Path, sheet: Sheet, release: Release, tell: Translate) -> None:
    """Why each hidden cell is hidden, by the file's lines; for whoever keeps the table."""
    line_of = dict(zip(sheet.rows, sheet.lines, strict=True))
    for cell, reason in release.hidden.items():
        typer.echo(f"{file}:{line_of[cell[:-1]]}: {told(cell)}: {tell(REASONS[reason])}", err=True)
    for cell in sorted(release.unproved):
        typer.echo(f"{file}: {tell(UNPROVED).format(cell=told(cell))}", err=True)
    counted = tell(HIDDEN).format(hidden=len(release.hidden), cells=len(sheet.table.counts))
    typer.echo(f"{file}: {counted}", err=True)


def _read(path: Path, tell: Translate) -> Sheet:
    try:
        content = path.read_bytes()
    except OSError as error:
        _complain(path, tell(UNREADABLE).format(reason=error.strerror))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")  # as older spreadsheets save
    try:
        return read_sheet(text)
    except TableError as error:
        _complain(path, error.told(tell))


def _keep(path: Path, text: str, tell: Translate) -> None:
    try:
        with path.open("x", encoding="utf-8") as kept:
            kept.write(text)
    except FileExistsError:
        _complain(path, tell(EXISTS))
    except OSError as error:
        _complain(path, tell(UNREADABLE).format(reason=error.strerror))


def _complain(path: Path, sentence: str) -> NoReturn:
    typer.echo(f"{path}: {sentence}", err=True)
    raise Unusable
