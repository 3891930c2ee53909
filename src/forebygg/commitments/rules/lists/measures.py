"""The rows of a list, each a measure: with merged cells put together, and what is no measure set aside."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from forebygg.commitments.rules.lists.heads import Column

_APART: Final = "; "
_ROWS: Final = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?", re.ASCII)
_MOST_ROWS: Final = 100_001


@dataclass(frozen=True)
class Line:
    """A row of the sheet by its number; `copied` are the columns whose cells are merged with a row above."""

    number: int
    cells: Sequence[str]
    copied: Collection[int] = ()


@dataclass
class Measure:
    """What one measure's row says, or its rows, when its cell is merged over several."""

    row: int
    cells: dict[Column, str] = field(default_factory=dict)

    def __getitem__(self, column: Column) -> str:
        return self.cells.get(column, "")

    def add(self, cells: Mapping[Column, str]) -> None:
        """A row more of the same measure."""
        for column, told in cells.items():
            known = self[column]
            if told and told not in known.split(_APART):
                self.cells[column] = _APART.join(filter(None, (known, told)))


@dataclass(frozen=True)
class Measures:
    """All of them, and the rows that are none: headings, and those that somebody has left out."""

    found: Sequence[Measure]
    headings: Sequence[int] = ()
    left_out: Sequence[int] = ()


def measures(
    lines: Iterable[Line], columns: Sequence[Column | None], leave: Collection[int] = ()
) -> Measures:
    """The lines below the head."""
    at = {column: place for place, column in enumerate(columns) if column}
    what = at.get(Column.WHAT, -1)
    found: list[Measure] = []
    headings: list[int] = []
    left_out: list[int] = []
    for line in lines:
        if line.number in leave:
            left_out.append(line.number)
            continue
        cells = {
            column: " ".join(line.cells[place].split()) if place < len(line.cells) else ""
            for column, place in at.items()
        }
        if what in line.copied and found:
            found[-1].add(cells)
        elif _is_heading(line, what):
            headings.append(line.number)
        else:
            found.append(Measure(line.number, cells))
    return Measures(found, headings, left_out)


def rows_named(told: str) -> frozenset[int] | None:
    """ "3, 17–20" as numbers; None when it says something else."""
    found: set[int] = set()
    for part in filter(None, (one.strip() for one in told.split(","))):
        if not (match := _ROWS.fullmatch(part)):
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if last < first or last > _MOST_ROWS:
            return None
        found.update(range(first, last + 1))
    return frozenset(found)


def _is_heading(line: Line, what: int) -> bool:
    """One cell alone, or one merged across, is a heading of what follows, unless it is the measure."""
    told = {cell for cell in line.cells if cell}
    places = [place for place, cell in enumerate(line.cells) if cell]
    return len(told) == 1 and (len(places) > 1 or places[0] != what)
