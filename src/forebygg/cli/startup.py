"""Django, for the commands that need it. It takes half a second to begin, so the others do without."""

import os

import typer

from forebygg.cli.language import translation
from forebygg.core.messages import N_

WRONG_SETTING = N_("A setting is wrong: {reason}")


def start_django(language: str) -> None:
    """Make models and settings usable; a wrong setting is told in one line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "forebygg.config.settings")
    import django  # noqa: PLC0415 - see above
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415
    from django.utils.translation import activate  # noqa: PLC0415
    from environs import EnvError  # noqa: PLC0415

    try:
        django.setup()
    except (EnvError, ImproperlyConfigured, OSError) as error:
        typer.echo(translation(language)(WRONG_SETTING).format(reason=error), err=True)
        raise typer.Exit(1) from error
    activate(language)
