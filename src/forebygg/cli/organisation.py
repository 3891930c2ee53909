"""`forebygg organisation import`: boards, units and head counts out of a spreadsheet."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from forebygg.cli.language import LanguageOption, translation
from forebygg.cli.migrate import at_the_database
from forebygg.core.messages import N_, Translate

if TYPE_CHECKING:
    from forebygg.organisation.selectors.comparing import Comparison

ABOUT = N_("Boards, units and those outside, and how many work there.")
HELP = N_(
    "Import the organisation from a spreadsheet, all of it or nothing. Ends with 1 when a row is wrong; each "
    "is told as FILE:ROW: message."
)
HELP_FILE = N_("XLSX or CSV, with the columns unit, kind, under, staff group, heads.")
HELP_MUNICIPALITY = N_("The municipality's address; needed when there are several.")
HELP_COUNTED = N_("The day that the numbers are true for, YYYY-MM-DD; today unless said.")
HELP_TRY = N_("Tell what it would do, and store nothing.")
HELP_AGREE = N_("Import staff groups whose names look like personal data; check first that they are none.")
CANNOT_READ = N_("The file cannot be opened ({reason}).")
DOUBTFUL = N_("These staff groups look like personal data: {names}. Are they none, add --checked.")
DONE = N_("Units added: {added}. Units changed: {changed}. Staff groups counted: {counted}.")
WOULD = N_("Would be: units added {added}, units changed {changed}, staff groups counted {counted}.")


def add_to(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the person's language."""
    tell = translation(language)

    @app.callback()
    def group() -> None:
        """Keep `import` a command of its own while it is the only one."""

    @app.command("import", help=tell(HELP))
    def import_(
        file: Annotated[Path, typer.Argument(help=tell(HELP_FILE), show_default=False)],
        *,
        municipality: Annotated[str, typer.Option(help=tell(HELP_MUNICIPALITY), show_default=False)] = "",
        counted_on: Annotated[
            datetime | None,
            typer.Option(formats=["%Y-%m-%d"], help=tell(HELP_COUNTED), show_default=False),
        ] = None,
        dry_run: Annotated[bool, typer.Option("--dry-run", help=tell(HELP_TRY))] = False,
        checked: Annotated[bool, typer.Option("--checked", help=tell(HELP_AGREE))] = False,
        asked: LanguageOption = None,
    ) -> None:
        tell = translation(asked or language)
        data = _bytes_of(file, tell)
        with at_the_database(asked or language):
            from forebygg.cli import organising  # noqa: PLC0415 - Django has to have begun
            from forebygg.cli.whereabouts import municipality_called  # noqa: PLC0415

            day = counted_on.date() if counted_on else None
            wanted = organising.Wanted(data, municipality_called(municipality), day)
            found = organising.found(wanted)
            for fault in found.faults:
                typer.echo(f"{file}:{fault.number}: {fault.what.told(tell)}", err=True)
            doubtful = () if checked else organising.doubtful(found)
            if doubtful:
                typer.echo(tell(DOUBTFUL).format(names=", ".join(doubtful)), err=True)
            if found.faults or doubtful:
                raise typer.Exit(1)
            if not dry_run:
                found = organising.stored(wanted)
            typer.echo(_told(found, tell(WOULD if dry_run else DONE)))


def _bytes_of(file: Path, tell: Translate) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        typer.echo(f"{file}: {tell(CANNOT_READ).format(reason=error.strerror)}", err=True)
        raise typer.Exit(1) from error


def _told(found: "Comparison", words: str) -> str:
    return words.format(added=len(found.added), changed=len(found.changed), counted=len(found.counts))
