"""Runs the child process that parses a PDF, and turns every way it can end into an answer or an error."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from signal import SIGKILL, SIGXCPU
from tempfile import TemporaryFile
from typing import IO, Any, Final

from forebygg.casefile.errors import (
    BrokenPdf,
    EncryptedPdf,
    PdfReaderStopped,
    SourceError,
    TooManyPages,
    TooSlow,
)
from forebygg.casefile.sources.pdf.page import Page, page_of

CHILD: Final = Path(__file__).with_name("child.py")
SECONDS: Final = 90
"""By the clock; the child bounds its own processor time to less."""


def pages_of(data: bytes) -> list[Page]:
    """The pages of the PDF; raises a SourceError, whatever the child comes to."""
    with TemporaryFile() as source, TemporaryFile() as answer:
        source.write(data)
        source.seek(0)
        status = _run(source, answer)
        answer.seek(0)
        facts = _facts(answer)
        first = next(facts, None)
        if first is None:
            raise _stopped(status)
        if "error" in first:
            raise _error(first)
        pages = [page_of(line) for line in facts if "error" not in line]
    if len(pages) != first["pages"]:
        raise _stopped(status)
    return pages


def _run(source: IO[bytes], answer: IO[bytes]) -> int:
    """Run the child to its end, which comes within the limit; its answer goes to a file, never a pipe."""
    try:
        done = subprocess.run(
            [sys.executable, "-P", str(CHILD)],
            stdin=source,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TooSlow(seconds=SECONDS) from None
    return done.returncode


def _facts(answer: IO[bytes]) -> Iterator[dict[str, Any]]:
    """The lines that were written whole; a child that was killed leaves the last one unfinished."""
    for line in answer:
        try:
            yield json.loads(line)
        except ValueError:
            return


def _stopped(status: int) -> SourceError:
    if status in (-SIGXCPU, -SIGKILL):
        return TooSlow(seconds=SECONDS)
    return PdfReaderStopped()


def _error(fact: dict[str, Any]) -> SourceError:
    match fact["error"]:
        case "encrypted":
            return EncryptedPdf()
        case "pages":
            return TooManyPages(pages=fact["pages"], limit=fact["limit"])
        case "memory":
            return PdfReaderStopped()
        case _:
            return BrokenPdf()
