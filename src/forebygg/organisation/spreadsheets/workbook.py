"""XLSX: the first visible sheet with anything in it, within bounds, merged cells filled.

A merged cell's value holds for all the cells that it covers, as the person who merged them meant; which of
them are copies is kept, since a number that covers three rows is no number of any of them.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Final

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.cell import range_boundaries
from openpyxl.xml.constants import SHARED_STRINGS

from forebygg.organisation.spreadsheets.cells import MOST_COLUMNS, Cells, read_cells, read_strings
from forebygg.organisation.spreadsheets.errors import (
    BrokenSpreadsheet,
    SpreadsheetError,
    TooManyMergedCells,
)
from forebygg.organisation.spreadsheets.package import check_package
from forebygg.organisation.spreadsheets.sheet import Row, Sheet

_MOST_FILLED: Final = 500_000


def workbook_sheet(data: bytes) -> Sheet:
    """The rows of the first sheet that has any. Raises a SpreadsheetError."""
    check_package(data)
    try:
        return _first_sheet(ExcelReader(BytesIO(data), read_only=True, keep_links=False))
    except SpreadsheetError:
        raise
    except Exception as error:  # what a package that is none makes openpyxl raise is anybody's guess
        raise BrokenSpreadsheet from error


def _first_sheet(package: ExcelReader) -> Sheet:
    package.read_manifest()
    package.read_workbook()
    strings = list[str]()
    if (told := package.package.find(SHARED_STRINGS)) is not None:
        with package.archive.open(told.PartName[1:]) as part:
            strings = read_strings(part)
    sheets = [
        (sheet.name, relation.target)
        for sheet, relation in package.parser.find_sheets()
        if sheet.state == "visible" and relation.Type.endswith("/worksheet")
    ]
    for name, target in sheets:
        with package.archive.open(target) as part:
            found, merged = read_cells(part, strings)
        if found:
            return Sheet(_filled(found, merged), name if len(sheets) > 1 else "")
    return Sheet([])


def _filled(found: Sequence[tuple[int, Cells]], merged: Iterable[str]) -> list[Row]:
    """The rows with every merged cell's value wherever it covers a row that says something of its own."""
    rows = sorted(found, key=lambda row: row[0])
    copied = _fill(rows, merged)
    return [
        Row(number, tuple(cells.get(column, "") for column in range(max(cells) + 1)), copied.get(number, ()))
        for number, cells in rows
    ]


def _fill(rows: Sequence[tuple[int, Cells]], merged: Iterable[str]) -> Mapping[int, set[int]]:
    """Row → the columns that are filled from another row. Raises TooManyMergedCells."""
    numbers = [number for number, _cells in rows]
    copied: dict[int, set[int]] = defaultdict(set)
    count = 0
    for told in merged:
        left, top, right, bottom = range_boundaries(told)
        first, last = bisect_left(numbers, top), bisect_right(numbers, bottom)
        if first == last or numbers[first] != top or not (value := rows[first][1].get(left - 1)):
            continue
        columns = range(left - 1, min(right, MOST_COLUMNS))
        count += len(columns) * (last - first)
        if count > _MOST_FILLED:
            raise TooManyMergedCells
        for number, cells in rows[first:last]:
            cells.update(dict.fromkeys(columns, value))
            if number != top:
                copied[number] |= {*columns}
    return copied
