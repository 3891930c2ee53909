"""`forebygg casefile`: papers in; facts out, or into the database."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from forebygg.cli.language import LanguageOption, translation
from forebygg.cli.migrate import at_the_database
from forebygg.core.messages import N_

HELP = N_("Read papers as one case (several files) or each as its own (the default for a folder).")
HELP_FILES = N_("Text, PDF or DOCX; a folder is read with everything in it.")
HELP_FORMAT = N_(
    "json for programs, text for the extracted text with line numbers, summary for people (at a terminal)."
)
HELP_EACH = N_("Read each file as its own case, or all together as one.")
HELP_OCR = N_("Read scanned pages too, with ocrmypdf.")
HELP_JOBS = N_("How many files to read at a time; as many as there are cores unless said.")
HELP_IMPORT = N_(
    "Import papers into the database: as one case, or each as its own. Papers of a case that is there already"
    " join it; papers that are there already change nothing."
)
HELP_MUNICIPALITY = N_("The municipality's address; needed when there are several.")
HELP_CASE = N_("The number of the case that the papers belong to, when they do not say it themselves.")
HELP_RELEASE = N_("Show the papers to the public at once.")
HELP_TOGETHER = N_("Import each file as its own case, or all together as one.")


class Format(StrEnum):
    """What is printed."""

    JSON = "json"
    TEXT = "text"
    SUMMARY = "summary"


def add_to(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the person's language."""
    tell = translation(language)
    every_core = os.cpu_count() or 1

    @app.command(help=tell(HELP))
    def read(
        files: Annotated[list[Path], typer.Argument(help=tell(HELP_FILES), show_default=False)],
        *,
        form: Annotated[
            Format | None, typer.Option("--format", help=tell(HELP_FORMAT), show_default=False)
        ] = None,
        each: Annotated[
            bool | None, typer.Option("--each/--together", help=tell(HELP_EACH), show_default=False)
        ] = None,
        ocr: Annotated[bool, typer.Option("--ocr", help=tell(HELP_OCR))] = False,
        jobs: Annotated[int, typer.Option(min=1, help=tell(HELP_JOBS), show_default=False)] = every_core,
        asked: LanguageOption = None,
    ) -> None:
        # Read only when it is asked for: the reader takes a second to begin, and help should answer at once.
        from forebygg.cli import printing  # noqa: PLC0415

        options = printing.Options(ocr=ocr, jobs=jobs, language=asked or language)
        shown = form or (Format.SUMMARY if sys.stdout.isatty() else Format.JSON)
        raise typer.Exit(0 if printing.print_papers(files, shown.value, options, each=each) else 1)

    @app.command("import", help=tell(HELP_IMPORT))
    def import_(  # noqa: PLR0913 - each is something to type
        files: Annotated[list[Path], typer.Argument(help=tell(HELP_FILES), show_default=False)],
        *,
        municipality: Annotated[str, typer.Option(help=tell(HELP_MUNICIPALITY), show_default=False)] = "",
        case: Annotated[int | None, typer.Option(min=1, help=tell(HELP_CASE), show_default=False)] = None,
        each: Annotated[bool, typer.Option("--each/--together", help=tell(HELP_TOGETHER))] = False,
        ocr: Annotated[bool, typer.Option("--ocr", help=tell(HELP_OCR))] = False,
        release: Annotated[bool, typer.Option("--release", help=tell(HELP_RELEASE))] = False,
        asked: LanguageOption = None,
    ) -> None:
        with at_the_database(asked or language):
            from forebygg.cli.importing import Import, import_files  # noqa: PLC0415 - Django has to have begun
            from forebygg.cli.whereabouts import case_numbered, municipality_called  # noqa: PLC0415

            where = municipality_called(municipality)
            into = case_numbered(case, where) if case else None
            wanted = Import(files=files, municipality=where, case=into, each=each, ocr=ocr, release=release)
            _, whole = import_files(wanted, asked or language)
        raise typer.Exit(0 if whole else 1)
