"""`forebygg create-admin`: the first administrator of a municipality, who invites the others."""

from typing import Annotated

import typer

from forebygg.cli.language import LanguageOption, translation
from forebygg.cli.migrate import at_the_database
from forebygg.core.messages import N_

HELP = N_("Make somebody administrator of a municipality, who can then invite others.")
HELP_EMAIL = N_("Their e-mail address, which they log in with.")
HELP_NAME = N_("Their name, as others are to see it.")
HELP_MUNICIPALITY = N_("The municipality's address; needed when there are several.")
HELP_AT = N_("Where the product answers, such as https://forebygg.example.")
ASK_EMAIL = N_("E-mail address")
ASK_NAME = N_("Name")
NO_EMAIL = N_("“{email}” is no e-mail address.")
MADE = N_("{name} is administrator of {municipality} now.")
LINK = N_("With this link, which can be used once within a day, {name} chooses a password:")


def add_to(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the person's language."""
    tell = translation(language)

    @app.command("create-admin", help=tell(HELP))
    def create_admin(
        email: Annotated[str, typer.Option(prompt=tell(ASK_EMAIL), help=tell(HELP_EMAIL))],
        name: Annotated[str, typer.Option(prompt=tell(ASK_NAME), help=tell(HELP_NAME))],
        *,
        municipality: Annotated[str, typer.Option(help=tell(HELP_MUNICIPALITY), show_default=False)] = "",
        at: Annotated[str, typer.Option("--at", help=tell(HELP_AT))] = "http://localhost:8000",
        asked: LanguageOption = None,
    ) -> None:
        tell = translation(asked or language)
        with at_the_database(asked or language):
            from forebygg.cli.administering import is_address, make_administrator  # noqa: PLC0415
            from forebygg.cli.whereabouts import municipality_called  # noqa: PLC0415

            if not is_address(email):
                typer.echo(tell(NO_EMAIL).format(email=email), err=True)
                raise typer.Exit(2)
            within = municipality_called(municipality)
            person, link = make_administrator(email, name, within)
        typer.echo(tell(MADE).format(name=person.name, municipality=within.name))
        if link:
            typer.echo(tell(LINK).format(name=person.name))
            typer.echo(at.rstrip("/") + link)
