"""`forebygg demo`: the invented Granvik's case, or your own folder, told as a story."""

from importlib import resources
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from forebygg.casefile import read_texts
from forebygg.casefile.errors import SourceError
from forebygg.casefile.paper import Text
from forebygg.casefile.sources import expand, read_source
from forebygg.cli.language import translation
from forebygg.cli.story import tell_story
from forebygg.core.messages import N_

HELP = N_("Tell the story of a case: the invented Granvik's, or that of the papers in a folder of yours.")
HELP_CASE = N_("A folder or files with the papers of one case.")
ABOUT_GRANVIK = N_("Granvik is invented, and so is everyone in its papers. Your own: make demo CASE=folder")
NOTHING_FOUND = N_("There is no paper to read here. Give a file or a folder with text, PDF or DOCX.")
EXAMPLE = "granvik.txt"


def add_to(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the person's language."""
    tell = translation(language)

    @app.command(help=tell(HELP))
    def demo(
        case: Annotated[list[Path] | None, typer.Argument(help=tell(HELP_CASE), show_default=False)] = None,
    ) -> None:
        if case:
            texts = _read(case, language)
        else:
            typer.echo(tell(ABOUT_GRANVIK))
            with resources.as_file(
                resources.files("forebygg.casefile.examples") / "granvik" / EXAMPLE
            ) as path:
                texts = [read_source(path, name=EXAMPLE)]
        tell_story(read_texts(texts), language=language, console=Console(highlight=False))


def _read(paths: list[Path], language: str) -> list[Text]:
    """Every paper that can be read; of the others, what is wrong and what to do."""
    tell = translation(language)
    texts: list[Text] = []
    for path in expand(paths).files:
        try:
            texts.append(read_source(path))
        except SourceError as error:
            typer.echo(f"{path}: {error.told(tell)}", err=True)
    if not texts:
        typer.echo(f"{paths[0]}: {tell(NOTHING_FOUND)}", err=True)
        raise typer.Exit(1)
    return texts
