"""`forebygg` itself: its commands, and how it ends."""

import os
import sys

import typer

from forebygg.cli import (
    amendments,
    audit,
    casefile,
    create_admin,
    demo,
    manage,
    migrate,
    municipality,
    organisation,
    privacy,
    serve,
    suppressing,
)
from forebygg.cli.language import LanguageOption, chosen, translation
from forebygg.core.messages import N_

ABOUT = N_("From decided plan to work that is done, followed up and evaluated.")
ABOUT_CASEFILE = N_("Read council papers: minutes, memos, plans, statements.")


def _asked_for(language: LanguageOption = None) -> None:
    """Take `--language` before the command too; `chosen` has already seen it."""


def main() -> None:
    """Run the command that was typed; exit status 0 done, 1 could not be done, 2 wrong usage."""
    language = chosen(sys.argv[1:])
    tell = translation(language)
    app = typer.Typer(
        help=tell(ABOUT),
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_asked_for)
    papers = typer.Typer(help=tell(ABOUT_CASEFILE), no_args_is_help=True, rich_markup_mode=None)
    casefile.add_to(papers, language)
    amendments.add_to(papers, language)
    app.add_typer(papers, name="casefile")
    municipalities = typer.Typer(help=tell(municipality.ABOUT), no_args_is_help=True, rich_markup_mode=None)
    municipality.add_to(municipalities, language)
    app.add_typer(municipalities, name="municipality")
    guarding = typer.Typer(help=tell(privacy.ABOUT), no_args_is_help=True, rich_markup_mode=None)
    privacy.add_to(guarding, language)
    suppressing.add_to(guarding, language)
    app.add_typer(guarding, name="privacy")
    auditing = typer.Typer(help=tell(audit.ABOUT), no_args_is_help=True, rich_markup_mode=None)
    audit.add_to(auditing, language)
    app.add_typer(auditing, name="audit")
    organising = typer.Typer(help=tell(organisation.ABOUT), no_args_is_help=True, rich_markup_mode=None)
    organisation.add_to(organising, language)
    app.add_typer(organising, name="organisation")
    for command in (demo, serve, create_admin, migrate, manage):
        command.add_to(app, language)
    try:
        app()
    except BrokenPipeError:
        # The reader of our output has gone (`| head`); the interpreter must not complain of it again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
