"""`forebygg audit`: prove that the audit trail is whole, and take its ends away to be kept elsewhere."""

from pathlib import Path
from typing import Annotated

import typer

from forebygg.cli.language import LanguageOption, translation
from forebygg.cli.migrate import at_the_database
from forebygg.core.messages import N_

ABOUT = N_("The audit trail: prove that it is whole, and keep its end elsewhere.")
HELP_VERIFY = N_(
    "Prove that no entry was changed, put in or taken away. Ends with 0 when everything is whole, 3 when "
    "something is wrong, 1 when it could not be verified, 2 when wrongly typed."
)
HELP_HEAD = N_(
    "Write the head of the trail, which proves everything before it: keep it where whoever can change the "
    "database does not reach."
)
HELP_MUNICIPALITY = N_("The address of the municipality; all of them unless said.")
HELP_KEPT = N_("A file with heads that were kept elsewhere; may be given several times.")
HELP_OUT = N_("Add it to this file instead of showing it.")

WRONG = 3


def add_to(app: typer.Typer, language: str) -> None:
    """Add the commands, their help in the person's language."""
    tell = translation(language)

    @app.command(help=tell(HELP_VERIFY))
    def verify(
        municipality: Annotated[str, typer.Option(help=tell(HELP_MUNICIPALITY), show_default=False)] = "",
        head: Annotated[list[Path] | None, typer.Option(help=tell(HELP_KEPT), show_default=False)] = None,
        asked: LanguageOption = None,
    ) -> None:
        with at_the_database(asked or language):
            from forebygg.cli.verifying import verify_trails  # noqa: PLC0415 - Django has to have begun

            is_whole = verify_trails(municipality, head or [], translation(asked or language))
        raise typer.Exit(0 if is_whole else WRONG)

    @app.command("head", help=tell(HELP_HEAD))
    def head_(
        municipality: Annotated[str, typer.Option(help=tell(HELP_MUNICIPALITY), show_default=False)] = "",
        out: Annotated[Path | None, typer.Option(help=tell(HELP_OUT), show_default=False)] = None,
        asked: LanguageOption = None,
    ) -> None:
        with at_the_database(asked or language):
            from forebygg.cli.verifying import write_heads  # noqa: PLC0415 - Django has to have begun

            write_heads(municipality, out)
