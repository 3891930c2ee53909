"""XLSX: the first sheet with anything in it, within bounds, merged cells filled.

A merged cell's value holds for all the cells that it covers, as the person who merged them meant; which of
them are copies is kept, since a number that covers three rows is no number of any of them.
"""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import IO, Final

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from forebygg.organisation.spreadsheets.errors import (
    BrokenSpreadsheet,
    SpreadsheetError,
    TooManyMergedCells,
    TooManyRows,
)
from forebygg.organisation.spreadsheets.package import check_package
from forebygg.organisation.spreadsheets.sheet import MOST_ROWS, Row, Sheet

_LAST_ROW: Final = 1_048_576
_MOST_COLUMNS: Final = 30
_MOST_COPIES: Final = 500_000
_MERGED: Final = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})[\"']"
)
_TAIL: Final = 200

Copies = Mapping[int, Mapping[int, tuple[int, int]]]
"""Row → column → the row and column where its value stands; rows from 1, columns from 0."""


def workbook_sheet(data: bytes) -> Sheet:
    """The rows of the first sheet that has any. Raises a SpreadsheetError."""
    check_package(data)
    try:
        reader = ExcelReader(BytesIO(data), read_only=True, data_only=True)
        reader.read()
        sheets = reader.wb.worksheets
        parts = [part.target for _sheet, part in reader.parser.find_sheets() if "chartsheet" not in part.Type]
        for sheet, part in zip(sheets, parts, strict=False):
            if sheet.sheet_state != "visible":
                continue
            with reader.archive.open(part) as stream:
                copies = _copies(b"".join(_merged(stream)))
            if rows := list(_rows(sheet, copies)):
                return Sheet(rows, sheet.title if len(sheets) > 1 else "")
    except SpreadsheetError:
        raise
    except Exception as error:  # what a package that is none makes openpyxl raise is anybody's guess
        raise BrokenSpreadsheet from error
    return Sheet([])


def _merged(stream: IO[bytes]) -> Iterator[bytes]:
    """The ranges of merged cells, a space after each."""
    overlap = b""
    while chunk := stream.read(65_536):
        seen = overlap + chunk
        for found in _MERGED.finditer(seen):
            yield found[1] + b" "
        last = seen.rfind(b"<")
        overlap = seen[last:][-_TAIL:]


def _copies(ranges: bytes) -> Copies:
    """Of each cell that a merged one covers, where its value stands. Raises TooManyMergedCells."""
    copies: dict[int, dict[int, tuple[int, int]]] = {}
    count = 0
    for told in ranges.decode().split():
        left, top, right, bottom = range_boundaries(told)
        right, bottom = min(right, _MOST_COLUMNS), min(bottom, _LAST_ROW)
        count += max(0, right - left + 1) * max(0, bottom - top + 1)
        if count > _MOST_COPIES:
            raise TooManyMergedCells
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if (row, column) != (top, left):
                    copies.setdefault(row, {})[column - 1] = top, left - 1
    return copies


def _rows(sheet: ReadOnlyWorksheet, copies: Copies) -> Iterator[Row]:
    """The rows in which something stands that is no copy alone."""
    origins = {origin for row in copies.values() for origin in row.values()}
    kept: dict[tuple[int, int], str] = {}
    count = 0
    found = sheet.iter_rows(max_row=_LAST_ROW, max_col=_MOST_COLUMNS, values_only=True)
    for number, values in enumerate(found, start=1):
        cells = ["" if value is None else _as_text(value) for value in values]
        if origins:
            kept |= {(number, at): text for at, text in enumerate(cells) if (number, at) in origins}
        if not any(cells):
            continue
        if (count := count + 1) > MOST_ROWS:
            raise TooManyRows(limit=MOST_ROWS - 1)
        covered = copies.get(number, {})
        for column, origin in covered.items():
            cells[column] = kept.get(origin, "")
        below = frozenset(column for column, origin in covered.items() if origin[0] != number)
        while not cells[-1]:
            cells.pop()
        yield Row(number, tuple(cells), below)


def _as_text(value: object) -> str:
    """As the cell would be typed: 12.0 is 12."""
    if isinstance(value, str):
        return value.strip()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
