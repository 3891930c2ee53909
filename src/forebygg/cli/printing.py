"""What the commands print: cases as JSON or as a story, or the text that was read."""

from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Final, Literal

import typer
from rich.console import Console

from forebygg.casefile import read_texts
from forebygg.casefile.paper import Text
from forebygg.casefile.sources import expand, read_source
from forebygg.cli.complaints import complain, complain_of_unread, said, with_progress
from forebygg.cli.language import translation
from forebygg.cli.reading import Options, as_line, cases_of, texts_of
from forebygg.cli.story import tell_story
from forebygg.core.messages import N_

__all__ = ["EXAMPLE", "Options", "print_demo", "print_papers"]

Form = Literal["json", "text", "summary"]
EXAMPLE: Final = Path(str(resources.files("forebygg.casefile"))) / "examples" / "granvik" / "granvik.txt"
NOTHING_FOUND = N_("There is no paper to read here. Give a file or a folder with text, PDF or DOCX.")

ABOUT_GRANVIK = N_(
    "Granvik is invented, and so is everyone in its papers. For papers of your own: make demo CASE=folder"
)


def print_papers(files: Sequence[Path], form: Form, options: Options, *, each: bool | None) -> bool:
    """Print what the papers hold, folders read with everything in them; whether all could be read.

    Without *each* the files of a folder are cases of their own, and files named one by one make one case.
    """
    tell = translation(options.language)
    found = expand(files)
    for notice in found.notices:
        typer.echo(said(notice, tell), err=True)
    if not found.files:
        typer.echo(f"{files[0]}: {tell(NOTHING_FOUND)}", err=True)
        return False
    apart = any(path.is_dir() for path in files) if each is None else each
    match form:
        case "json" if apart:
            return _print_cases(found.files, options)
        case "json":
            return _print_case(found.files, options)
        case "text":
            return _print_texts(found.files, options)
        case "summary":
            return _print_stories(found.files, options, apart=apart)


def print_demo(case: Sequence[Path], options: Options) -> list[Text]:
    """Tell the story of the papers, or of the invented Granvik's; the texts that could be read."""
    tell = translation(options.language)
    texts: list[Text] = []
    if case:
        files = expand(case).files
        for read in with_progress(texts_of(files, options), files, tell):
            complain(read, tell)
            texts.extend([read.text] if read.text else [])
        if not texts:
            typer.echo(f"{case[0]}: {tell(NOTHING_FOUND)}", err=True)
            return []
    else:
        typer.echo(tell(ABOUT_GRANVIK))
        texts.append(read_source(EXAMPLE, name=EXAMPLE.name))
    tell_story(read_texts(texts), language=options.language, console=Console(highlight=False))
    return texts


def _print_cases(files: Sequence[Path], options: Options) -> bool:
    """One line of JSON a file, written as soon as it is read; whether every file could be read."""
    tell = translation(options.language)
    whole = True
    for told in with_progress(cases_of(files, options), files, tell):
        complain(told.read, tell)
        complain_of_unread(told.unread, tell)
        if told.line:
            typer.echo(told.line)
        whole = whole and told.read.error is None
    return whole


def _print_case(files: Sequence[Path], options: Options) -> bool:
    """All files as one case; when one cannot be read nothing is printed, since half a case misleads."""
    texts, whole = _texts(files, options)
    if whole:
        case = read_texts(texts)
        complain_of_unread(case.unread, translation(options.language))
        typer.echo(as_line(case, options.language))
    return whole


def _print_stories(files: Sequence[Path], options: Options, *, apart: bool) -> bool:
    texts, whole = _texts(files, options)
    console = Console(highlight=False)
    if apart:
        for text in texts:
            typer.echo(f"== {text.file} ==")
            tell_story(read_texts([text]), language=options.language, console=console)
    elif whole:
        tell_story(read_texts(texts), language=options.language, console=console)
    return whole


def _print_texts(files: Sequence[Path], options: Options) -> bool:
    """The extracted text with the line numbers that the facts point at."""
    texts, whole = _texts(files, options)
    for text in texts:
        if len(files) > 1:
            typer.echo(f"== {text.file} ==")
        width = len(str(len(text.lines)))
        for number, line in enumerate(text.lines, start=1):
            typer.echo(f"{number:>{width}}  {line.replace(chr(12), '')}".rstrip())
    return whole


def _texts(files: Sequence[Path], options: Options) -> tuple[list[Text], bool]:
    """The texts that could be read, each file's complaints told, and whether all could."""
    tell = translation(options.language)
    texts: list[Text] = []
    for read in with_progress(texts_of(files, options), files, tell):
        complain(read, tell)
        if read.text:
            texts.append(read.text)
    return texts, len(texts) == len(files)
