"""Text with a separator between the values: as Excel, old systems and people write it."""

import csv
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from forebygg.casefile.sources.encodings import decode
from forebygg.organisation.spreadsheets.errors import BrokenSpreadsheet, TooManyRows
from forebygg.organisation.spreadsheets.sheet import MOST_ROWS, Row

SEPARATORS: Final = ";\t,"
"""In order of trust: Swedish programs write semicolons, since the comma is in the numbers."""

_SAMPLE: Final = 30
_MOST_COLUMNS: Final = 50


def delimited_rows(data: bytes) -> list[Row]:
    """The rows that are not blank. Raises BrokenSpreadsheet, TooManyRows."""
    text = decode(data)[0]
    if "\0" in text:
        raise BrokenSpreadsheet
    lines = text.splitlines(keepends=True)
    separator = _said(lines) or _separator(lines)
    try:
        return list(_rows(csv.reader(_after_saying(lines), delimiter=separator)))
    except csv.Error as error:
        raise BrokenSpreadsheet from error


def _said(lines: list[str]) -> str | None:
    """The separator that Excel writes on a line of its own: "sep=;"."""
    first = lines[0].rstrip("\r\n") if lines else ""
    return first[4] if first.casefold().startswith("sep=") and first[4:] in {*SEPARATORS} else None


def _after_saying(lines: list[str]) -> list[str]:
    return lines[1:] if _said(lines) else lines


def _separator(lines: Iterable[str]) -> str:
    """The one that stands in most of the first lines; a name may hold a comma, but hardly all do."""
    sample = list(islice(filter(str.strip, lines), _SAMPLE))

    def weight(separator: str) -> tuple[int, int]:
        counts = [line.count(separator) for line in sample]
        return sum(map(bool, counts)), sum(counts)

    return max(SEPARATORS, key=weight)


def _rows(reader: Iterable[list[str]]) -> Iterator[Row]:
    for count, (number, values) in enumerate(_filled(reader), start=1):
        if count > MOST_ROWS:
            raise TooManyRows(limit=MOST_ROWS - 1)
        yield Row(number, tuple(values))


def _filled(reader: Iterable[list[str]]) -> Iterator[tuple[int, list[str]]]:
    for number, values in enumerate(reader, start=1):
        cells = [value.strip() for value in values[:_MOST_COLUMNS]]
        if any(cells):
            yield number, cells
