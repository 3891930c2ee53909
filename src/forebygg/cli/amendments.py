"""`forebygg casefile correct` and `release`: what a person decides about papers in the database."""

from typing import Annotated

import typer

from forebygg.cli.language import LanguageOption, translation
from forebygg.cli.migrate import at_the_database
from forebygg.core.messages import N_

HELP_CORRECT = N_(
    "Correct what was misread of a paper: FACT at LINE of the file ORIGINAL has VALUE as its FIELD. Without"
    " FIELD, there is no such fact there. The correction is kept when the paper is imported again."
)
HELP_CASE = N_("The number of the case.")
HELP_ORIGINAL = N_("The file's name in the case.")
HELP_LINE = N_("The fact's own line in the file, or its first.")
HELP_FACT = N_("Such as meeting, attendance, item, motion, vote, statement, document, line.")
HELP_FIELD = N_("Such as date, party, title.")
HELP_VALUE = N_("What the paper says; nothing when it does not say it.")
HELP_WHICH = N_("Which of the facts of that kind on the line, from 0.")
HELP_MUNICIPALITY = N_("The municipality's address; needed when there are several.")
HELP_RELEASE = N_("Show papers of a case to the public: those named, or all.")
HELP_PAPERS = N_("The papers' numbers in the case.")
HELP_BACK = N_("Close them to the public again.")
CORRECTED = N_("Corrected; case {number} has been read again.")
RELEASED = N_("Shown to the public now: {papers}")
WITHHELD = N_("Closed to the public now: {papers}")
AS_BEFORE = N_("They were so already.")


def add_to(app: typer.Typer, language: str) -> None:
    """Add the commands, their help in the person's language."""
    tell = translation(language)

    @app.command("correct", help=tell(HELP_CORRECT))
    def correct(  # noqa: PLR0913 - each is something to type
        case: Annotated[int, typer.Argument(min=1, help=tell(HELP_CASE), show_default=False)],
        original: Annotated[str, typer.Argument(help=tell(HELP_ORIGINAL), show_default=False)],
        line: Annotated[int, typer.Argument(min=1, help=tell(HELP_LINE), show_default=False)],
        fact: Annotated[str, typer.Argument(help=tell(HELP_FACT), show_default=False)],
        field: Annotated[str, typer.Argument(help=tell(HELP_FIELD), show_default=False)] = "",
        value: Annotated[str, typer.Argument(help=tell(HELP_VALUE), show_default=False)] = "",
        *,
        which: Annotated[int, typer.Option(min=0, help=tell(HELP_WHICH))] = 0,
        municipality: Annotated[str, typer.Option(help=tell(HELP_MUNICIPALITY), show_default=False)] = "",
        asked: LanguageOption = None,
    ) -> None:
        with at_the_database(asked or language):
            from forebygg.cli.amending import Wrong, correct_reading  # noqa: PLC0415 - Django has to have begun
            from forebygg.cli.whereabouts import case_numbered, municipality_called  # noqa: PLC0415

            of = case_numbered(case, municipality_called(municipality))
            wrong = Wrong(original=original, line=line, kind=fact, which=which, field=field, value=value)
            correct_reading(of, wrong)
        typer.echo(translation(asked or language)(CORRECTED).format(number=case))

    @app.command("release", help=tell(HELP_RELEASE))
    def release(
        case: Annotated[int, typer.Argument(min=1, help=tell(HELP_CASE), show_default=False)],
        papers: Annotated[
            list[int] | None, typer.Argument(help=tell(HELP_PAPERS), show_default=False)
        ] = None,
        *,
        back: Annotated[bool, typer.Option("--back", help=tell(HELP_BACK))] = False,
        municipality: Annotated[str, typer.Option(help=tell(HELP_MUNICIPALITY), show_default=False)] = "",
        asked: LanguageOption = None,
    ) -> None:
        tell = translation(asked or language)
        with at_the_database(asked or language):
            from forebygg.cli.amending import release_papers  # noqa: PLC0415 - Django has to have begun
            from forebygg.cli.whereabouts import case_numbered, municipality_called  # noqa: PLC0415

            of = case_numbered(case, municipality_called(municipality))
            changed = release_papers(of, papers or (), back=back)
        told = tell(WITHHELD if back else RELEASED).format(papers=", ".join(map(str, changed)))
        typer.echo(told if changed else tell(AS_BEFORE))
