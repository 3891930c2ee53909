"""`forebygg migrate`: the database made ready for this version."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from forebygg.cli.language import LanguageOption, translation
from forebygg.cli.startup import start_django
from forebygg.core.errors import CodedError
from forebygg.core.messages import N_

HELP = N_("Bring the database up to date with this version: wholly, or not at all.")
UP_TO_DATE = N_("The database was up to date.")
BROUGHT = N_("The database is up to date now.")


def add_to(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the person's language."""

    @app.command(help=translation(language)(HELP))
    def migrate(asked: LanguageOption = None) -> None:
        taken = make_ready(asked or language, agreed=True)
        typer.echo(translation(asked or language)(BROUGHT if taken else UP_TO_DATE))


def make_ready(language: str, *, agreed: bool = False) -> int:
    """Begin Django and bring the database up to date; how many migrations that took.

    What is wrong is told, and ends the command.
    """
    start_django(language)
    from forebygg.cli import database  # noqa: PLC0415 - Django has to have begun

    with refusals_told(language):
        return database.prepare(agreed=agreed)


@contextmanager
def at_the_database(language: str) -> Iterator[None]:
    """What is done within is done with a database that is up to date; what it refuses ends the command."""
    make_ready(language)
    with refusals_told(language):
        yield


@contextmanager
def refusals_told(language: str) -> Iterator[None]:
    """An error that has its own sentence, and a database that fails, are told in one line."""
    from django.db import DatabaseError  # noqa: PLC0415 - Django has to have begun

    from forebygg.cli.database import Unreachable, first_line  # noqa: PLC0415

    try:
        yield
    except CodedError as error:
        told = error
    except DatabaseError as error:
        told = Unreachable(reason=first_line(error))
    else:
        return
    typer.echo(told.told(translation(language)), err=True)
    raise typer.Exit(1)
