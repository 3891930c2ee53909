"""`forebygg manage …`: Django's own commands, for operators and developers."""

import typer

from forebygg.cli.language import translation
from forebygg.cli.startup import start_django
from forebygg.core.messages import N_

HELP = N_(
    "Django's own commands, such as shell, dbshell and collectstatic; `forebygg manage help` lists them."
)
# Everything after `manage` is Django's to understand, --help too.
_UNTOUCHED = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}


def add_to(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the person's language."""

    @app.command(help=translation(language)(HELP), context_settings=_UNTOUCHED, add_help_option=False)
    def manage(context: typer.Context) -> None:
        start_django(language)
        from django.core.management import execute_from_command_line  # noqa: PLC0415

        execute_from_command_line(["forebygg manage", *context.args])
