"""`forebygg casefile read`: papers in, facts out."""

import os
import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from forebygg.casefile import read_texts
from forebygg.casefile.paper import Text
from forebygg.casefile.sources import expand
from forebygg.cli.language import translation
from forebygg.cli.reading import Read, as_line, on_all_cores, read_one, tell_json
from forebygg.cli.story import tell_story
from forebygg.core.messages import N_, Notice, Translate

NOT_UNDERSTOOD = N_("not understood: {text}")
READ_AS = N_("read as {encoding}")
NOTHING_FOUND = N_("There is no paper to read here. Give a file or a folder with text, PDF or DOCX.")
PAPERS = N_("Papers")

HELP = N_("Read papers as one case (several files) or each as its own (the default for a folder).")
HELP_FILES = N_("Text, PDF or DOCX; a folder is read with everything in it.")
HELP_FORMAT = N_(
    "json for programs, text for the extracted text with line numbers, summary for people (at a terminal)."
)
HELP_EACH = N_("Read each file as its own case, or all together as one.")
HELP_OCR = N_("Read scanned pages too, with ocrmypdf.")
HELP_JOBS = N_("How many files to read at a time; as many as there are cores unless said.")
HELP_LANGUAGE = N_("sv or en.")

Made = TypeVar("Made")


class Format(StrEnum):
    """What is printed."""

    JSON = "json"
    TEXT = "text"
    SUMMARY = "summary"


def add_to(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the person's language."""
    tell = translation(language)

    @app.callback()
    def group() -> None:
        """Keep `read` a command of its own while it is the only one."""

    @app.command(help=tell(HELP))
    def read(  # noqa: PLR0913 - one argument for each option a person can give
        files: Annotated[list[Path], typer.Argument(help=tell(HELP_FILES), show_default=False)],
        form: Annotated[
            Format | None, typer.Option("--format", help=tell(HELP_FORMAT), show_default=False)
        ] = None,
        each: Annotated[
            bool | None, typer.Option("--each/--together", help=tell(HELP_EACH), show_default=False)
        ] = None,
        ocr: Annotated[bool, typer.Option("--ocr", help=tell(HELP_OCR))] = False,
        jobs: Annotated[int, typer.Option(min=1, help=tell(HELP_JOBS), show_default=False)] = os.cpu_count()
        or 1,
        language: Annotated[str, typer.Option(help=tell(HELP_LANGUAGE))] = language,
    ) -> None:
        found = expand(files)
        for notice in found.notices:
            typer.echo(_said(notice, tell), err=True)
        if not found.files:
            typer.echo(f"{files[0]}: {tell(NOTHING_FOUND)}", err=True)
            raise typer.Exit(1)
        chosen = form or (Format.SUMMARY if sys.stdout.isatty() else Format.JSON)
        alone = any(path.is_dir() for path in files) if each is None else each
        read = _read_each if alone and chosen is Format.JSON else _read_together
        whole = read(found.files, chosen, alone=alone, ocr=ocr, jobs=jobs, language=language)
        raise typer.Exit(0 if whole else 1)


def _read_each(
    files: tuple[Path, ...], _form: Format, *, alone: bool, ocr: bool, jobs: int, language: str
) -> bool:
    """One line of JSON a file, written as soon as it is read; whether every file could be read."""
    del alone
    tell = translation(language)
    whole = True
    for told in _with_progress(partial(tell_json, ocr=ocr, language=language), files, jobs=jobs, tell=tell):
        whole = _complain(told.read, tell) and whole
        for line, text in told.unread:
            typer.echo(f"{told.read.file}:{line}: {tell(NOT_UNDERSTOOD).format(text=text)}", err=True)
        if told.printed:
            typer.echo(told.printed)
    return whole


def _read_together(
    files: tuple[Path, ...], form: Format, *, alone: bool, ocr: bool, jobs: int, language: str
) -> bool:
    """All texts first, then the case or cases; a file that cannot be read leaves no half case behind."""
    tell = translation(language)
    texts: list[Text] = []
    whole = True
    for read in _with_progress(partial(read_one, ocr=ocr), files, jobs=jobs, tell=tell):
        whole = _complain(read, tell) and whole
        if read.text:
            texts.append(read.text)
    if form is Format.TEXT:
        _print_text(texts)
    elif texts and (whole or alone):
        for group in ([text] for text in texts) if alone else (texts,):
            case = read_texts(group)
            if form is Format.SUMMARY:
                tell_story(case, language=language, console=Console(highlight=False))
                continue
            for line in case.unread:
                typer.echo(
                    f"{line.file}:{line.line}: {tell(NOT_UNDERSTOOD).format(text=line.text)}", err=True
                )
            typer.echo(as_line(case, language))
    return whole


def _print_text(texts: list[Text]) -> None:
    for text in texts:
        if len(texts) > 1:
            typer.echo(f"== {text.file} ==")
        width = len(str(len(text.lines)))
        for number, line in enumerate(text.lines, start=1):
            typer.echo(f"{number:>{width}}  {line.lstrip(chr(12))}")


def _complain(read: Read, tell: Translate) -> bool:
    """Say on standard error what the person should know of this file; whether it could be read."""
    if read.error:
        typer.echo(f"{read.file}: {read.error.told(tell)}", err=True)
    if read.text and read.text.encoding:
        typer.echo(f"{read.file}:1: {tell(READ_AS).format(encoding=read.text.encoding)}", err=True)
    for notice in read.text.notices if read.text else ():
        typer.echo(f"{read.file}:1: {_said(notice, tell)}", err=True)
    return read.error is None


def _said(notice: str, tell: Translate) -> str:
    return notice.told(tell) if isinstance(notice, Notice) else notice


def _with_progress(
    act: Callable[[Path], Made], files: tuple[Path, ...], *, jobs: int, tell: Translate
) -> Iterator[Made]:
    """Read the files on all cores, with a bar at a terminal when there are several."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    shown = len(files) > 1 and sys.stderr.isatty()
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not shown) as bar:
        task = bar.add_task(tell(PAPERS), total=len(files))
        for made in on_all_cores(act, files, jobs=jobs):
            bar.advance(task)
            yield made
