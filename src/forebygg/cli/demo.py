"""`forebygg demo`: the invented Granvik's case, or your own folder, told as a story."""

from importlib import resources
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from forebygg.casefile import read_texts
from forebygg.casefile.sources import expand, read_source
from forebygg.cli.casefile import NOTHING_FOUND
from forebygg.cli.complaints import complain, with_progress
from forebygg.cli.language import LanguageOption, translation
from forebygg.cli.reading import Options, texts_of
from forebygg.cli.story import tell_story
from forebygg.core.messages import N_

HELP = N_("Tell the story of a case: the invented Granvik's, or that of the papers in a folder of yours.")
HELP_CASE = N_("A folder or files with the papers of one case.")
ABOUT_GRANVIK = N_(
    "Granvik is invented, and so is everyone in its papers. For papers of your own: make demo CASE=folder"
)
EXAMPLE = "granvik.txt"


def add_to(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the person's language."""
    tell = translation(language)

    @app.command(help=tell(HELP))
    def demo(
        case: Annotated[list[Path] | None, typer.Argument(help=tell(HELP_CASE), show_default=False)] = None,
        asked: LanguageOption = None,
    ) -> None:
        texts = []
        if case:
            files = expand(case).files
            for read in with_progress(texts_of(files, Options()), files, tell):
                complain(read, tell)
                texts.extend([read.text] if read.text else [])
            if not texts:
                typer.echo(f"{case[0]}: {tell(NOTHING_FOUND)}", err=True)
                raise typer.Exit(1)
        else:
            typer.echo(tell(ABOUT_GRANVIK))
            with resources.as_file(
                resources.files("forebygg.casefile") / "examples" / "granvik" / EXAMPLE
            ) as path:
                texts.append(read_source(path, name=EXAMPLE))
        tell_story(read_texts(texts), language=asked or language, console=Console(highlight=False))
