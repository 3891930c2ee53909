"""What is told on standard error: progress, and `FILE:LINE: message`."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from forebygg.casefile.facts import Unread
from forebygg.cli.reading import Read
from forebygg.core.messages import N_, Notice, Translate

NOT_UNDERSTOOD = N_("not understood: {text}")
READ_AS = N_("read as {encoding}")
PAPERS = N_("Papers")

Made = TypeVar("Made")


@contextmanager
def progress(total: int, tell: Translate) -> Iterator[Callable[[], None]]:
    """What to call when a file is done; a bar at a terminal shows it when there are several."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    shown = total > 1 and sys.stderr.isatty()
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not shown) as bar:
        task = bar.add_task(tell(PAPERS), total=total)
        yield lambda: bar.advance(task)


def with_progress(made: Iterable[Made], files: Sequence[object], tell: Translate) -> Iterator[Made]:
    """Pass on what is made of each file, with the bar beside it."""
    with progress(len(files), tell) as advance:
        for one in made:
            advance()
            yield one


def complain(read: Read, tell: Translate) -> None:
    """What the person should know of how this file was read, or why it was not."""
    if read.error:
        typer.echo(f"{read.file}: {read.error.told(tell)}", err=True)
    if read.text and read.text.encoding:
        typer.echo(f"{read.file}:1: {tell(READ_AS).format(encoding=read.text.encoding)}", err=True)
    for notice in read.text.notices if read.text else ():
        typer.echo(f"{read.file}:1: {said(notice, tell)}", err=True)


def complain_of_unread(lines: Iterable[Unread], tell: Translate) -> None:
    """The lines that no rule understood."""
    for line in lines:
        typer.echo(f"{line.file}:{line.line}: {tell(NOT_UNDERSTOOD).format(text=line.text)}", err=True)


def said(notice: str, tell: Translate) -> str:
    """The notice in the person's language."""
    return notice.told(tell) if isinstance(notice, Notice) else notice
