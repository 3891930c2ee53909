"""Tables to lines: row by row, a tab between cells; lists of people set side by side one after another."""

from collections.abc import Iterable, Sequence

from forebygg.casefile.sources.rosters import Sides, rosters

Cell = Sequence[str]
"""The paragraphs in one cell, blank ones left out."""


def lines_of_rows(rows: Iterable[Sequence[Cell]]) -> list[str]:
    """The table's lines.

    A row is one line with a tab for every border between its cells. A cell of several paragraphs puts
    each on a line of its own, so that a list of names in one cell stays a list.
    """
    rows = [row for row in rows if any(row)]
    lines: list[str] = []
    done = 0
    for first, end, column in _rosters(rows):
        lines += [line for row in rows[done:first] for line in _lines(row)]
        for side in (slice(None, column), slice(column, None)):
            lines += [line for row in rows[first:end] if any(row[side]) for line in _lines(row[side])]
        done = end
    return lines + [line for row in rows[done:] for line in _lines(row)]


def _rosters(rows: Sequence[Sequence[Cell]]) -> list[tuple[int, int, int]]:
    """The stretches of rows that are two lists, and the column where the second one begins."""
    if any(len(cell) > 1 for row in rows for cell in row):
        return []
    width = max(map(len, rows), default=0)
    for column in range(1, min(width, 8)):
        sides = [Sides(_said(row[:column]), _said(row[column:])) for row in rows]
        if spans := list(rosters(sides)):
            return [(first, end, column) for first, end in spans]
    return []


def _said(cells: Sequence[Cell]) -> list[str]:
    return [cell[0] for cell in cells if cell]


def _lines(row: Sequence[Cell]) -> list[str]:
    lines: list[str] = []
    open_line = False
    tabs = ""
    for cell in row:
        if not cell:
            tabs += "\t"
            continue
        if open_line:
            lines[-1] += tabs + cell[0]
        else:
            lines.append(cell[0] if lines else tabs + cell[0])
        lines += cell[1:]
        open_line = len(cell) == 1
        tabs = "\t"
    return lines
