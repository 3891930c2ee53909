"""A file as rows under heads, and what its columns are: as somebody has said before, or as we propose."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from forebygg.accounts.models import Municipality
from forebygg.commitments.models import ListColumns
from forebygg.commitments.rules.lists.heads import HEAD_WITHIN, Column, find_head, key, propose
from forebygg.commitments.rules.lists.measures import Line
from forebygg.organisation.spreadsheets import read_sheet
from forebygg.organisation.spreadsheets.sheet import Row

_VALUES = 3


@dataclass(frozen=True)
class Table:
    """The rows of a sheet; `head` is the place of the row whose cells tell what the columns are."""

    rows: Sequence[Row]
    head: int
    called: str
    checksum: str

    @property
    def heads(self) -> list[str]:
        """What stands above each column, as far as any row reaches."""
        width = max(len(row.cells) for row in self.rows[self.head :])
        told = self.rows[self.head].cells
        return [" ".join(cell.split()) for cell in (*told, *[""] * (width - len(told)))]

    @property
    def key(self) -> str:
        return key(self.heads)

    @property
    def head_rows(self) -> list[tuple[int, str]]:
        """Where the heads may stand: the number of each of the first rows, and what it says."""
        return [(row.number, " · ".join(filter(None, row.cells))[:80]) for row in self.rows[:HEAD_WITHIN]]

    def lines(self) -> Iterator[Line]:
        """What stands below the heads."""
        for row in self.rows[self.head + 1 :]:
            yield Line(row.number, row.cells, row.copied)

    def first_values(self, column: int) -> list[str]:
        """A few of the column's values, each once."""
        cells = (
            row.cells[column] for row in islice(self.rows, self.head + 1, None) if column < len(row.cells)
        )
        return list(islice(dict.fromkeys(cell for cell in cells if cell), _VALUES))

    def proposed(self) -> list[Column | None]:
        """What the columns seem to be."""
        return propose(self.heads, [row.cells for row in self.rows[self.head + 1 :][:40]])


def table(data: bytes, head: int | None = None) -> Table:
    """The file; its heads stand in that row, else where they seem to. Raises SpreadsheetError."""
    sheet = read_sheet(data)
    numbers = [row.number for row in sheet.rows[:HEAD_WITHIN]]
    place = numbers.index(head) if head in numbers else find_head([row.cells for row in sheet.rows])
    return Table(sheet.rows, place, sheet.called, hashlib.sha256(data).hexdigest())


def remembered(within: Municipality, of: Table) -> list[Column | None] | None:
    """What somebody has said that such columns are; None when nobody has. One query."""
    known = ListColumns.objects.of(within).filter(heads=of.key).first()
    return [Column(one) if one else None for one in known.columns] if known else None
