"""Many files read at once: on all cores, in order, with the memory of a few of them."""

import json
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from forebygg.casefile import CaseFile, read_texts
from forebygg.casefile.contract import as_json
from forebygg.casefile.errors import SourceError
from forebygg.casefile.facts import Unread
from forebygg.casefile.paper import Text
from forebygg.casefile.sources import read_source
from forebygg.cli.language import translation

Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(frozen=True, kw_only=True)
class Options:
    """How to read, and in which language to tell of it."""

    ocr: bool = False
    jobs: int = 1
    language: str = "sv"


@dataclass(frozen=True, kw_only=True)
class Read:
    """One file's text, or why there is none."""

    file: str
    text: Text | None = None
    error: SourceError | None = None


@dataclass(frozen=True, kw_only=True)
class Told:
    """One file read as its own case: the line of JSON, and the lines that were not understood."""

    read: Read
    line: str = ""
    unread: tuple[Unread, ...] = ()


def texts_of(files: Sequence[Path], options: Options) -> Iterator[Read]:
    """The files' texts, in order."""
    return _on_all_cores(partial(_read, ocr=options.ocr), files, jobs=options.jobs)


def cases_of(files: Sequence[Path], options: Options) -> Iterator[Told]:
    """Each file as a case of its own, in order."""
    act = partial(_tell, ocr=options.ocr, language=options.language)
    return _on_all_cores(act, files, jobs=options.jobs)


def as_line(case: CaseFile, language: str) -> str:
    """The case as one line of JSON."""
    return json.dumps(as_json(case, translation(language)), ensure_ascii=False)


def _read(path: Path, *, ocr: bool) -> Read:
    """The file's text; an error is kept, so that the other files are read all the same."""
    try:
        return Read(file=str(path), text=read_source(path, ocr=ocr))
    except SourceError as error:
        return Read(file=str(path), error=error)


def _tell(path: Path, *, ocr: bool, language: str) -> Told:
    read = _read(path, ocr=ocr)
    if read.text is None:
        return Told(read=read)
    case = read_texts([read.text])
    # The text itself stays behind: it would travel between processes for nothing.
    bare = replace(read, text=replace(read.text, lines=()))
    return Told(read=bare, line=as_line(case, language), unread=case.unread)


def _on_all_cores(act: Callable[[Given], Made], given: Sequence[Given], *, jobs: int) -> Iterator[Made]:
    """What *act* makes of each, in order; at most a few wait to be taken, however many there are."""
    if jobs < 2 or len(given) < 2:
        yield from map(act, given)
        return
    with ProcessPoolExecutor(max_workers=min(jobs, len(given))) as pool:
        waiting: deque[Future[Made]] = deque()
        try:
            for one in given:
                waiting.append(pool.submit(act, one))
                if len(waiting) > 2 * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            # Not one future at a time: before Python 3.12 the pool may then wait for them for ever.
            pool.shutdown(cancel_futures=True)
