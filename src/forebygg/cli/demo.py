"""`forebygg demo`: the invented Granvik's case, or your own folder, told as a story."""

from pathlib import Path
from typing import Annotated

import typer

from forebygg.cli.language import LanguageOption, translation
from forebygg.core.messages import N_

HELP = N_("Tell the story of a case: the invented Granvik's, or that of the papers in a folder of yours.")
HELP_CASE = N_("A folder or files with the papers of one case.")


def add_to(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the person's language."""
    tell = translation(language)

    @app.command(help=tell(HELP))
    def demo(
        case: Annotated[list[Path] | None, typer.Argument(help=tell(HELP_CASE), show_default=False)] = None,
        asked: LanguageOption = None,
    ) -> None:
        # Read only when it is asked for: the reader takes a second to begin, and help should answer at once.
        from forebygg.cli import printing  # noqa: PLC0415

        options = printing.Options(language=asked or language)
        raise typer.Exit(0 if printing.print_demo(case or (), options) else 1)
