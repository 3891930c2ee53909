"""Words to the lines of a ruled table: what stands in each cell, its broken lines put together again."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from forebygg.casefile.sources.pdf.columns import reading_order
from forebygg.casefile.sources.pdf.grids import Grid
from forebygg.casefile.sources.pdf.page import Word
from forebygg.casefile.sources.pdf.rows import Row, rows_of
from forebygg.casefile.sources.pdf.spacing import is_parted
from forebygg.casefile.sources.tables import lines_of_rows

SAME_LEVEL: Final = 0.5
"""In em; lines in different cells whose baselines lie nearer than this stand in one row."""

WIDEST_PADDING: Final = 8.0
MIDDLE: Final = 0.3
"""Of the size above the baseline: a letter's middle, which lies inside its cell."""


def divided(words: Iterable[Word], grids: Sequence[Grid]) -> tuple[list[Word], list[dict[int, list[Word]]]]:
    """The words outside all tables, and for each table those in its cells."""
    outside: list[Word] = []
    inside: list[dict[int, list[Word]]] = [{} for _ in grids]
    for word in words:
        x, y = (word.x0 + word.x1) / 2, word.y + MIDDLE * word.em
        for grid, cells in zip(grids, inside, strict=True):
            if (cell := grid.cell_at(x, y)) is not None:
                cells.setdefault(cell, []).append(word)
                break
        else:
            outside.append(word)
    return outside, inside


def table_lines(grid: Grid, cells: dict[int, list[Word]], spacing: float) -> list[str]:
    """The lines of a table whose cells hold these words."""
    bands: dict[int, dict[int, list[Word]]] = {}
    for cell, words in sorted(cells.items()):
        bands.setdefault(cell // grid.columns, {})[cell] = words
    rows: list[dict[int, list[str]]] = []
    for band in bands.values():
        rows += _rows_without_rules(grid, band) or [
            {
                cell % grid.columns: _paragraphs(words, grid.sides(cell), spacing)
                for cell, words in band.items()
            }
        ]
    used = sorted({column for row in rows for column in row})
    return lines_of_rows([[row.get(column, []) for column in used] for row in rows])


def _rows_without_rules(grid: Grid, band: dict[int, list[Word]]) -> list[dict[int, list[str]]]:
    """The rows of a table that rules only its columns: several cells list short lines side by side."""
    lists = {cell: rows_of(words) for cell, words in band.items()}
    long = [(cell, rows) for cell, rows in lists.items() if len(rows) > 1]
    if len(long) < 2 or not all(_is_list(rows, grid.sides(cell)) for cell, rows in long):
        return []
    lines: dict[int, dict[int, list[str]]] = {}
    em = max(row.em for _, rows in long for row in rows)
    at = [row.y for rows in lists.values() for row in rows]
    levels = [y for y, above in pairwise([*sorted(at), float("inf")]) if above - y > SAME_LEVEL * em]
    for cell, rows in lists.items():
        for row in rows:
            line = lines.setdefault(-bisect_left(levels, row.y), {})
            line.setdefault(cell % grid.columns, []).append(row.text)
    return [lines[key] for key in sorted(lines)]


def _is_list(rows: Sequence[Row], sides: tuple[float, float]) -> bool:
    """Whether hardly any line goes on in the next."""
    broken = sum(
        _is_broken(above, row, sides)
        for above, row in pairwise(rows)
        if len(above.words) + len(row.words) > 2  # a column of figures is as narrow as they are
    )
    return broken * 3 <= len(rows)


def _paragraphs(words: Iterable[Word], sides: tuple[float, float], spacing: float) -> list[str]:
    found: list[str] = []
    for block in reading_order(rows_of(words)):
        found.append(block[0].text)
        for above, row in pairwise(block):
            if not is_parted(above, row, spacing) and _is_broken(above, row, sides):
                found[-1] = _joined(found[-1], row.text)
            else:
                found.append(row.text)
    return found


def _is_broken(above: Row, row: Row, sides: tuple[float, float]) -> bool:
    """Whether the line above ended only because the next word had no room in the cell."""
    padding = max(0.0, min(above.x0 - sides[0], WIDEST_PADDING))
    first = row.words[0]
    return sides[1] - padding - above.x1 < first.x1 - first.x0 + 0.2 * row.em


def _joined(line: str, following: str) -> str:
    if line.endswith("-") and line[-2:-1].isalpha() and following[:1].islower():
        if following.startswith(("och ", "eller ", "samt ")):
            return f"{line} {following}"
        return line[:-1] + following
    return f"{line} {following}"
