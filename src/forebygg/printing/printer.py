"""Prints: at once what is short, in the background what is long."""

from contextlib import suppress
from pathlib import Path
from typing import Final

from forebygg.printing import keeping
from forebygg.printing.documents import Document, Points, Table, plain
from forebygg.printing.errors import PrintingError
from forebygg.printing.pdf.limited import make

# So many pages are laid out while somebody waits.
AT_ONCE: Final = 20
SECONDS: Final = 60
"""Of processor time, for what somebody waits for."""

SECONDS_LONG: Final = 300
_LINES: Final = 44
_LETTERS: Final = 80


def pages(document: Document) -> int:
    """About how many pages it will be: lines of text, and the space after each part."""
    lines = 0.0
    for part in document.parts:
        match part:
            case Table():
                lines += 3 + 1.6 * sum(max(map(_lines, row)) for row in part.rows)
            case Points():
                lines += 1 + sum(_lines(plain(words)) for words in part.items)
            case _:
                lines += 1 + _lines(plain(part.words))
    return 2 + round(lines / _LINES)


def _lines(words: str) -> int:
    return 1 + len(words) // _LETTERS


def print_now(html: str, *, seconds: int = SECONDS) -> Path:
    """The PDF of the page, made now unless it is there; raises a PrintingError."""
    name = keeping.name_of(html)
    target = keeping.pdf(name)
    if not target.exists():
        with keeping.told(name).open("wb") as told, keeping.placed(target) as file:
            make(html, file, seconds=seconds, told=told)
    return target


def print_waiting(name: str) -> None:
    """Print the page that waits under this name, and note why if it cannot be. Twice does no harm."""
    with suppress(FileNotFoundError):
        try:
            print_now(keeping.page(name).read_text(encoding="utf-8"), seconds=SECONDS_LONG)
        except PrintingError as error:
            keeping.failure(name).write_text(error.code, encoding="utf-8")
        keeping.page(name).unlink(missing_ok=True)
