"""Rows to reading order: columns of people and of running text one after another, tables row by row."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from forebygg.casefile.sources.pdf.rows import Row
from forebygg.casefile.sources.rosters import Sides, rosters

Block = list[Row]

ALIGNED: Final = 3.0
"""Points; cells that begin as near as this to each other begin in the same column."""

MOST_GUTTERS: Final = 8
DEEPEST: Final = 3
PROSE_ROWS: Final = 6
PROSE_WORDS: Final = 3.0
FILLED: Final = 0.7
"""The share of its column's width that a line of running text mostly fills."""

MARGIN: Final = 10.0  # points
INDENTED: Final = 6.0
"""In em; what begins further in than this is no indentation."""


SAME_PARAGRAPH: Final = 1.7
"""In em, from baseline to baseline."""


@dataclass(frozen=True)
class Parted:
    """A row parted by a vertical: what stands to the left and to the right."""

    row: Row
    left: Row | None
    right: Row | None


def reading_order(rows: Sequence[Row]) -> list[Block]:
    """The rows in blocks: within one they follow down the page, between two the eye moves elsewhere."""
    return _ordered(rows, _gutters(rows), 0)


def _ordered(rows: Sequence[Row], gutters: Sequence[float], depth: int) -> list[Block]:
    if not rows:
        return []
    if not gutters or len(rows) < 3 or depth > DEEPEST:
        return [list(rows)]
    x, *others = gutters
    blocks: list[Block] = []
    done = 0
    for first, parted in _columns(rows, x):
        blocks += _ordered(rows[done:first], others, depth)
        for side in (
            [row for each in parted if (row := each.left)],
            [row for each in parted if (row := each.right)],
        ):
            blocks += _ordered(side, _gutters(side), depth + 1)
        done = first + len(parted)
    return blocks + _ordered(rows[done:], others, depth)


def _gutters(rows: Sequence[Row]) -> list[float]:
    """Just left of where many cells begin to the right of others; the commonest first.

    Columns that are set on baselines of their own share no rows, so rows far in count as well.
    """
    starts = Counter(round(cell.x0 / ALIGNED) for row in rows for cell in row.cells[1:])
    margin = min((row.x0 for row in rows), default=0.0)
    starts.update(round(row.x0 / ALIGNED) for row in rows if row.x0 - margin > INDENTED * row.em)
    common = [start for start, count in starts.most_common(3 * MOST_GUTTERS) if count >= 2]
    kept: list[int] = []
    for start in common:
        if all(abs(start - other) > 1 for other in kept):
            kept.append(start)
    return [(start - 1) * ALIGNED for start in kept[:MOST_GUTTERS]]


def _columns(rows: Sequence[Row], x: float) -> Iterator[tuple[int, Sequence[Parted]]]:
    """The stretches of rows to be read as two columns, each with the place of its first row."""
    for first, stretch in _stretches(rows, x):
        if _is_prose(text := _with_right_side(stretch), x):
            yield first, text
            continue
        for start, end in rosters(_sides(stretch)):
            yield first + start, stretch[start:end]


def _sides(stretch: Sequence[Parted]) -> list[Sides]:
    """What the rows say on each side."""
    above = stretch[0].row
    sides = []
    for each in stretch:
        near = above.y - each.row.y <= SAME_PARAGRAPH * each.row.em
        sides.append(Sides(_cells(each.left), _cells(each.right), near))
        above = each.row
    return sides


def _cells(row: Row | None) -> list[str]:
    return [cell.text for cell in row.cells] if row else []


def _stretches(rows: Sequence[Row], x: float) -> Iterator[tuple[int, Sequence[Parted]]]:
    """Neighbouring rows that no word crosses at *x*, from the first that has a right side."""
    stretch: list[Parted] = []
    for index, row in enumerate([*rows, None]):
        if row is not None and not any(word.x0 < x < word.x1 - ALIGNED for word in row.words):
            right = row.part(x, 1e9)
            if stretch or right:
                stretch.append(Parted(row, row.part(-1e9, x), right))
            continue
        if len(stretch) > 1:
            yield index - len(stretch), stretch
        stretch = []


def _with_right_side(stretch: Sequence[Parted]) -> Sequence[Parted]:
    """The stretch without the rows that stand apart below its right side."""
    end = max(index for index, each in enumerate(stretch, 1) if each.right)
    while end < len(stretch):
        if stretch[end - 1].row.y - stretch[end].row.y > SAME_PARAGRAPH * stretch[end].row.em:
            break
        end += 1
    return stretch[:end]


def _is_prose(stretch: Sequence[Parted], x: float) -> bool:
    """Whether both sides of *x* are running text, set in columns as a newsletter sets it.

    Only the cells next to *x* are looked at: there may be more columns to the left and to the right.
    """
    left = [row.cells[-1] for each in stretch if (row := each.left)]
    right = [row.cells[0] for each in stretch if (row := each.right)]
    if min(len(left), len(right)) < PROSE_ROWS or _has_aligned_gaps(stretch):
        return False
    start, end = _usual(cell.x0 for cell in left), _usual(cell.x1 for cell in right)
    widths = _usual(cell.x1 for cell in left) - start, end - x
    return (
        min(widths) > 0
        and 0.5 < widths[0] / widths[1] < 2
        and _flows(left, start, widths[0])
        and _flows(right, x, widths[1])
    )


def _usual(places: Iterable[float]) -> float:
    """The commonest place, to within a few points; that of the margin where lines begin and mostly end."""
    counted = Counter(round(place / MARGIN) for place in places)
    return counted.most_common(1)[0][0] * MARGIN


def _flows(rows: Sequence[Row], start: float, width: float) -> bool:
    words = sum(len(row.words) for row in rows)
    filled = sum(row.x1 - start >= FILLED * width for row in rows)
    return words >= PROSE_WORDS * len(rows) and filled >= 0.6 * len(rows)


def _has_aligned_gaps(stretch: Sequence[Parted]) -> bool:
    """Gaps that go through both sides part the rows of a table; columns of text have their own."""
    gaps = both = 0
    for above, below in pairwise(stretch):
        if above.row.y - below.row.y > SAME_PARAGRAPH * below.row.em:
            gaps += 1
            both += bool(below.left and below.right)
    return both >= 2 and both * 2 > gaps
