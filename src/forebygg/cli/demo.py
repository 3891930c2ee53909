"""`forebygg demo`: the invented Granvik's case, or your own folder, told and opened."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from forebygg.cli import serve
from forebygg.cli.language import LanguageOption, translation
from forebygg.cli.migrate import make_ready, refusals_told
from forebygg.config.home import default_home
from forebygg.core.messages import N_

if TYPE_CHECKING:
    from forebygg.papers.models import Case

HELP = N_("Tell the story of a case and open it: the invented Granvik's, or that of papers of yours.")
HELP_CASE = N_("A folder or files with the papers of one case.")
HELP_SERVE = N_("Serve the product when the story is told.")
HELP_PORT = N_("Where to answer; the next free port from 8000 unless said.")
LOGINS = N_("Log in as one of these, invented for the demo:")
PASSWORD = N_("The password is for all of them: {password}")
GUEST = N_("{guest} is invited to the case through {day}, and sees its papers; of the rest, what is public.")
NOBODY = N_("There are people of your own in the demo’s database, so nobody was invented.")
_PORTS = range(8000, 8100)


def add_to(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the person's language."""
    tell = translation(language)

    @app.command(help=tell(HELP))
    def demo(
        case: Annotated[list[Path] | None, typer.Argument(help=tell(HELP_CASE), show_default=False)] = None,
        *,
        serving: Annotated[bool, typer.Option("--serve/--no-serve", help=tell(HELP_SERVE))] = True,
        port: Annotated[int | None, typer.Option(min=1, max=65535, help=tell(HELP_PORT))] = None,
        asked: LanguageOption = None,
    ) -> None:
        if serving and port:
            serve.check_port(serve.LOOPBACK, port, translation(asked or language))
        keep_to_itself()
        make_ready(asked or language)

        def told() -> str:
            path = tell_and_import(case or (), asked or language)
            typer.echo("")
            return path

        if not serving:
            tell_and_import(case or (), asked or language)
            return
        answered = serve.run(
            serve.Where(serve.LOOPBACK, port or serve.free_port(_PORTS)),
            language=asked or language,
            browser=sys.stdout.isatty(),
            first=told,
        )
        raise typer.Exit(0 if answered else 1)


def tell_and_import(case: Sequence[Path], language: str) -> str:
    """The story told, and the papers in the database; where the case is shown."""
    # Django has to have begun, and help should answer at once, before the reader is loaded.
    from django.urls import reverse  # noqa: PLC0415

    from forebygg.cli import demonstrating, printing  # noqa: PLC0415

    texts = printing.print_demo(case, printing.Options(language=language))
    if not texts:
        raise typer.Exit(1)
    with refusals_told(language):
        if case:
            imported = demonstrating.import_own(case[0], texts)
        else:
            imported = demonstrating.import_granvik(texts[0], printing.EXAMPLE)
        tell_logins(imported, language)
        if not case:
            demonstrating.let_granvik_promise(imported)
        path = imported.get_absolute_url()
        # Nothing of one's own is public: whoever opens it logs in first.
        return f"{reverse('account_login')}?next={path}" if case else path


def tell_logins(case: "Case", language: str) -> None:
    """Who may log in, a role a line, and to what the guest among them is invited."""
    from django.utils.translation import override  # noqa: PLC0415 - Django has to have begun

    from forebygg.accounts.errors import SomebodyReal  # noqa: PLC0415
    from forebygg.cli.administering import invent_people  # noqa: PLC0415
    from forebygg.cli.demonstrating import invite_guest  # noqa: PLC0415
    from forebygg.organisation.models import Role  # noqa: PLC0415
    from forebygg.web.dates import written_day  # noqa: PLC0415

    tell = translation(language)
    try:
        invented = invent_people(case.municipality)
    except SomebodyReal:
        typer.echo(tell(NOBODY))
        return
    typer.echo("\n" + tell(LOGINS) + "\n")
    with override(language):
        for role, person in invented.people.items():
            typer.echo(f"  {role.label:<44} {person.email}")
        guest = invented.people[Role.GUEST]
        day = written_day(invite_guest(case, guest))
    typer.echo("\n" + tell(GUEST).format(guest=guest.name, day=day))
    typer.echo(tell(PASSWORD).format(password=invented.password))


def keep_to_itself() -> None:
    """What is invented never comes among what is real: the demo has a home and a database of its own."""
    os.environ.setdefault("FOREBYGG_HOME", str(default_home() / "demo"))
    os.environ.pop("FOREBYGG_DATABASE_URL", None)
    os.environ.pop("FOREBYGG_DATABASE_URL_FILE", None)
