"""`forebygg demo`: the invented Granvik's case, or your own folder, told and opened."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from forebygg.cli import serve
from forebygg.cli.language import LanguageOption, translation
from forebygg.cli.migrate import at_the_database
from forebygg.config.home import default_home
from forebygg.core.messages import N_

HELP = N_("Tell the story of a case and open it: the invented Granvik's, or that of papers of yours.")
HELP_CASE = N_("A folder or files with the papers of one case.")
HELP_SERVE = N_("Serve the product when the story is told.")
HELP_PORT = N_("Where to answer; the next free port from 8000 unless said.")
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
        # Read only when it is asked for: the reader takes a second to begin, and help should answer at once.
        from forebygg.cli import printing  # noqa: PLC0415

        if serving and port:
            serve.check_port(serve.LOOPBACK, port, translation(asked or language))
        texts = printing.print_demo(case or (), printing.Options(language=asked or language))
        if not texts:
            raise typer.Exit(1)
        keep_to_itself()
        with at_the_database(asked or language):
            from forebygg.cli import demonstrating  # noqa: PLC0415 - Django has to have begun

            if case:
                imported = demonstrating.import_own(case[0], texts)
            else:
                imported = demonstrating.import_granvik(texts[0], printing.EXAMPLE)
            path = imported.get_absolute_url()
        if not serving:
            return
        typer.echo("")
        answered = serve.run(
            serve.Where(serve.LOOPBACK, port or serve.free_port(_PORTS), path),
            language=asked or language,
            browser=sys.stdout.isatty(),
        )
        raise typer.Exit(0 if answered else 1)


def keep_to_itself() -> None:
    """What is invented never comes among what is real: the demo has a home and a database of its own."""
    os.environ.setdefault("FOREBYGG_HOME", str(default_home() / "demo"))
    os.environ.pop("FOREBYGG_DATABASE_URL", None)
    os.environ.pop("FOREBYGG_DATABASE_URL_FILE", None)
