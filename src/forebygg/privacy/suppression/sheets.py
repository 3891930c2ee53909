"""Tables as people keep them: CSV out of a spreadsheet, a row of headings first, totals called totals.

“Nämnd / Område / Enhet” places a name within wider ones, “Granskolan + Tallskolan” says what was merged.
A kept table has what is hidden in brackets; a table for others has `HIDDEN` there instead.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from forebygg.privacy.suppression.errors import HiddenAlready, NoRows, NotACount, UnevenRow
from forebygg.privacy.suppression.releases import Reason, Release, Zeros
from forebygg.privacy.suppression.tables import Cell, Dimension, Table, told

HIDDEN: Final = ".."
TOTALS: Final = frozenset("totalt total summa sum alla all samtliga".split())
WITHIN: Final = " / "
WITH: Final = " + "
_COUNT: Final = re.compile(r"\[?-?\d{1,9}\]?|\.\.")
_SPACES: Final = re.compile(r"[\s\u00a0\u202f]+")


@dataclass(frozen=True)
class Sheet:
    """A table as its file has it."""

    delimiter: str
    headings: tuple[str, ...]
    rows: tuple[Cell, ...]
    """What stands before the counts, row by row."""
    lines: tuple[int, ...]
    """The file's line of each row."""
    table: Table
    hidden: frozenset[Cell]
    """What stands in brackets."""

    def released(self) -> Release:
        """The kept table as the release it was."""
        counts = self.table.counts
        return Release(
            self.table,
            {cell: Reason.SMALL for cell in self.table.cells() if cell in self.hidden},
            zeros=Zeros.HIDDEN if any(counts[cell] == 0 for cell in self.hidden) else Zeros.SHOWN,
        )

    def written(self, release: Release, *, kept: bool = False) -> str:
        """The table as CSV: to be shown, or to be kept with what is hidden in brackets."""
        out = io.StringIO()
        writer = csv.writer(out, delimiter=self.delimiter, lineterminator="\n")
        writer.writerow(self.headings)
        columns = self.headings[len(self.rows[0]) :]
        for row in self.rows:
            cells = [(*row, column) for column in columns]
            writer.writerow([*row, *(_said(release, cell, kept=kept) for cell in cells)])
        return out.getvalue()


def _said(release: Release, cell: Cell, *, kept: bool) -> str:
    count = release.table.counts[cell]
    if cell not in release.hidden:
        return str(count)
    return f"[{count}]" if kept else HIDDEN


def read_sheet(text: str) -> Sheet:
    """The table that a CSV file holds. Raises TableError."""
    first = text.partition("\n")[0]
    delimiter = max(";\t,", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        numbered = [(reader.line_num, [cell.strip() for cell in row]) for row in reader if any(row)]
    except csv.Error:
        raise NoRows from None
    if len(numbered) < 2:
        raise NoRows
    headings = tuple(numbered[0][1])
    for line, whole in numbered[1:]:
        if len(whole) != len(headings):
            raise UnevenRow(line=line, cells=len(whole), headings=len(headings))
    body = [row for _, row in numbered[1:]]
    words = _columns_of_words(body)
    rows = tuple(tuple(row[:words]) for row in body)
    columns = headings[words:]
    if not columns:
        raise NoRows
    counts, hidden = {}, set()
    for row, values in zip(rows, (whole[words:] for whole in body), strict=True):
        for column, value in zip(columns, values, strict=True):
            cell = (*row, column)
            counts[cell] = _count(value, cell)
            if value.startswith("["):
                hidden.add(cell)
    names = [list(dict.fromkeys(place)) for place in zip(*rows, strict=True)]
    dimensions = [_dimension(name, own) for name, own in zip(headings, names, strict=False)]
    table = Table((*dimensions, _dimension("", columns)), counts)
    lines = tuple(line for line, _ in numbered[1:])
    return Sheet(delimiter, headings, rows, lines, table, frozenset(hidden))


def _columns_of_words(body: Sequence[Sequence[str]]) -> int:
    """How many columns say whom a row counts: all before the counts, and enough to tell rows apart."""
    last = 1
    while last < len(body[0]) and not any(_COUNT.fullmatch(_SPACES.sub("", row[last])) for row in body):
        last += 1
    while last < len(body[0]) and len({tuple(row[:last]) for row in body}) < len(body):
        last += 1
    return last


def _count(value: str, cell: Cell) -> int:
    written = _SPACES.sub("", value)
    if written == HIDDEN:
        raise HiddenAlready(cell=told(cell))
    if not _COUNT.fullmatch(written):
        raise NotACount(cell=told(cell), count=value)
    return int(written.strip("[]"))


def _dimension(name: str, categories: Sequence[str]) -> Dimension:
    paths = {category: _path(category) for category in categories}
    parts = {category: tuple(_parts(category, paths)) for category in categories}
    return Dimension(name, tuple(categories), {category: of for category, of in parts.items() if of})


def _path(category: str) -> tuple[str, ...]:
    """“Nämnd / Enhet” as its steps; a total is where what it adds up lies."""
    steps = tuple(step.strip() for step in category.split(WITHIN))
    return steps[:-1] if steps[-1].casefold() in TOTALS else steps


def _parts(category: str, paths: dict[str, tuple[str, ...]]) -> Iterator[str]:
    own = paths[category]
    below = {other: path for other, path in paths.items() if path[: len(own)] == own and path != own}
    standing = set(below.values())
    for other, path in below.items():
        if not any(path[:length] in standing for length in range(len(own) + 1, len(path))):
            yield other
    if not below and own and WITH in own[-1]:
        for part in own[-1].split(WITH):
            yield WITHIN.join((*own[:-1], part.strip()))
