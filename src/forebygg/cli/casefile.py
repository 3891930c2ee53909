"""`forebygg casefile read`: papers in, facts out."""

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from forebygg.casefile import read_texts
from forebygg.casefile.paper import Text
from forebygg.casefile.sources import expand
from forebygg.cli.complaints import complain, complain_of_unread, said, with_progress
from forebygg.cli.language import LanguageOption, translation
from forebygg.cli.reading import Options, as_line, cases_of, texts_of
from forebygg.cli.story import tell_story
from forebygg.core.messages import N_

NOTHING_FOUND = N_("There is no paper to read here. Give a file or a folder with text, PDF or DOCX.")

HELP = N_("Read papers as one case (several files) or each as its own (the default for a folder).")
HELP_FILES = N_("Text, PDF or DOCX; a folder is read with everything in it.")
HELP_FORMAT = N_(
    "json for programs, text for the extracted text with line numbers, summary for people (at a terminal)."
)
HELP_EACH = N_("Read each file as its own case, or all together as one.")
HELP_OCR = N_("Read scanned pages too, with ocrmypdf.")
HELP_JOBS = N_("How many files to read at a time; as many as there are cores unless said.")


class Format(StrEnum):
    """What is printed."""

    JSON = "json"
    TEXT = "text"
    SUMMARY = "summary"


def add_to(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the person's language."""
    tell = translation(language)
    every_core = os.cpu_count() or 1

    @app.callback()
    def group() -> None:
        """Keep `read` a command of its own while it is the only one."""

    @app.command(help=tell(HELP))
    def read(
        files: Annotated[list[Path], typer.Argument(help=tell(HELP_FILES), show_default=False)],
        *,
        form: Annotated[
            Format | None, typer.Option("--format", help=tell(HELP_FORMAT), show_default=False)
        ] = None,
        each: Annotated[
            bool | None, typer.Option("--each/--together", help=tell(HELP_EACH), show_default=False)
        ] = None,
        ocr: Annotated[bool, typer.Option("--ocr", help=tell(HELP_OCR))] = False,
        jobs: Annotated[int, typer.Option(min=1, help=tell(HELP_JOBS), show_default=False)] = every_core,
        asked: LanguageOption = None,
    ) -> None:
        options = Options(ocr=ocr, jobs=jobs, language=asked or language)
        found = expand(files)
        for notice in found.notices:
            typer.echo(said(notice, tell), err=True)
        if not found.files:
            typer.echo(f"{files[0]}: {tell(NOTHING_FOUND)}", err=True)
            raise typer.Exit(1)
        apart = any(path.is_dir() for path in files) if each is None else each
        match form or (Format.SUMMARY if sys.stdout.isatty() else Format.JSON):
            case Format.JSON if apart:
                whole = _print_cases(found.files, options)
            case Format.JSON:
                whole = _print_case(found.files, options)
            case Format.TEXT:
                whole = _print_texts(found.files, options)
            case _:
                whole = _print_stories(found.files, options, apart=apart)
        raise typer.Exit(0 if whole else 1)


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
