"""`forebygg municipality add`: whose papers an installation keeps."""

import re
from typing import Annotated

import typer

from forebygg.cli.language import LanguageOption, translation
from forebygg.cli.migrate import make_ready
from forebygg.core.messages import N_

ABOUT = N_("The municipalities that this installation serves.")
HELP_ADD = N_("Add a municipality; one that is there already stays as it is.")
HELP_NAME = N_("Its name, such as “Granviks kommun”.")
HELP_SLUG = N_("Its address in the browser; made from the name unless said.")
HELP_LIST = N_("List the municipalities, an address and a name a line.")
NO_SLUG = N_("No address can be made from “{name}”. Give one: --slug ADDRESS")
TAKEN = N_("“{slug}” is an address of the program itself. Give another: --slug ADDRESS")
ADDED = N_("{name} is there, at /{slug}/.")
# Places whose own name ends in s have no other genitive: Borås, Bollnäs, Hofors.
_GENITIVE = re.compile(r"(?P<place>.+?)(?:(?<![åä])(?<!for)s)? (?:kommun|stad)", re.IGNORECASE)
_OURS = {"accessibility", "account", "en", "public", "static", "sv"}


def add_to(app: typer.Typer, language: str) -> None:
    """Add the commands, their help in the person's language."""
    tell = translation(language)

    @app.command(help=tell(HELP_ADD))
    def add(
        name: Annotated[str, typer.Argument(help=tell(HELP_NAME), show_default=False)],
        slug: Annotated[str, typer.Option(help=tell(HELP_SLUG), show_default=False)] = "",
        asked: LanguageOption = None,
    ) -> None:
        tell = translation(asked or language)
        make_ready(asked or language)
        from forebygg.accounts.models import SystemUser  # noqa: PLC0415 - Django has to have begun
        from forebygg.accounts.services import system_user  # noqa: PLC0415
        from forebygg.organisation.services.municipalities import found_municipality  # noqa: PLC0415

        if not (address := address_of(slug or name)):
            typer.echo(tell(NO_SLUG).format(name=name), err=True)
            raise typer.Exit(2)
        if address in _OURS:
            typer.echo(tell(TAKEN).format(slug=address), err=True)
            raise typer.Exit(2)
        municipality = found_municipality(address, name, by=system_user(SystemUser.COMMAND))
        typer.echo(tell(ADDED).format(name=municipality.name, slug=municipality.slug))

    @app.command("list", help=tell(HELP_LIST))
    def list_() -> None:
        make_ready(language)
        from forebygg.accounts.models import Municipality  # noqa: PLC0415 - Django has to have begun

        for municipality in Municipality.objects.order_by("slug"):
            typer.echo(f"{municipality.slug}\t{municipality.name}")


def address_of(name: str) -> str:
    """Örnsköldsviks kommun → ornskoldsvik, Borås stad → boras: what people would type."""
    from django.utils.text import slugify  # noqa: PLC0415 - Django has to have begun

    found = _GENITIVE.fullmatch(name.strip())
    return slugify(found["place"] if found else name)[:50].strip("-")
