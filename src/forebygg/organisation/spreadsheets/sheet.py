"""A file's rows as text, whatever kind of spreadsheet it is."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, NamedTuple

from forebygg.organisation.spreadsheets.errors import EmptySpreadsheet, OldSpreadsheet, SpreadsheetTooLarge

MEGABYTE: Final = 1_000_000
LARGEST: Final = 10 * MEGABYTE
"""Bytes. 100 000 rows are some six megabytes as CSV, less as XLSX."""

MOST_ROWS: Final = 100_001
"""With the head. The largest municipality of the country has some thousands of units."""

_ZIP: Final = b"PK\x03\x04"
_OLD: Final = b"\xd0\xcf\x11\xe0"


class Row(NamedTuple):
    """A row that is not blank, by the number that a spreadsheet program shows beside it."""

    number: int
    cells: tuple[str, ...]
    copied: Collection[int] = ()
    """The columns, from 0, whose value stands in another row, merged with this one."""


@dataclass(frozen=True)
class Sheet:
    """The rows of the first sheet that has any, and what that sheet is called where there are several."""

    rows: list[Row]
    called: str = ""


def read_sheet(data: bytes) -> Sheet:
    """XLSX, or text with commas, semicolons or tabs. Raises a SpreadsheetError."""
    if len(data) > LARGEST:
        raise SpreadsheetTooLarge(limit=LARGEST // MEGABYTE)
    if data.startswith(_OLD):
        raise OldSpreadsheet
    # Each is read only when it comes: openpyxl takes a fifth of a second to begin.
    if data.startswith(_ZIP):
        from forebygg.organisation.spreadsheets.workbook import workbook_sheet  # noqa: PLC0415

        sheet = workbook_sheet(data)
    else:
        from forebygg.organisation.spreadsheets.delimited import delimited_rows  # noqa: PLC0415

        sheet = Sheet(delimited_rows(data))
    if not sheet.rows:
        raise EmptySpreadsheet
    return sheet
