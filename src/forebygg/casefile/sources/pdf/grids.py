"""Rules to tables: where lines along the page's sides cross, they make a grid of cells."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from forebygg.casefile.sources.pdf.page import Rule

SHORTEST: Final = 8.0
THINNEST: Final = 3.5
NEAR: Final = 3.0
"""Points; rules this near to each other are one, or meet."""

MOST_RULES: Final = 3000
MOST_LINES: Final = 150
"""Of one page's merged lines; more than this is a drawing."""

Span = tuple[float, float]


@dataclass
class _Line:
    """Rules at one height, or at one distance from the left, that run on into each other."""

    at: float
    start: float
    end: float
    grid: int = -1


@dataclass(frozen=True)
class Grid:
    """The cells of one table: `xs` from the left and `ys` from the top are where its lines run.

    `roots` names for every cell, row by row, the first cell of the merged cell that it is part of.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    roots: tuple[int, ...]

    @property
    def columns(self) -> int:
        return len(self.xs) - 1

    def cell_at(self, x: float, y: float) -> int | None:
        """The merged cell in which a point lies; None outside the table."""
        column = bisect_right(self.xs, x) - 1
        row = bisect_right([-each for each in self.ys], -y) - 1
        if 0 <= column < self.columns and 0 <= row < len(self.ys) - 1:
            return self.roots[row * self.columns + column]
        return None

    def sides(self, cell: int) -> Span:
        """Where the merged cell begins and ends across the page."""
        columns = [index % self.columns for index, root in enumerate(self.roots) if root == cell]
        return self.xs[min(columns)], self.xs[max(columns) + 1]


def grids_of(rules: Sequence[Rule]) -> list[Grid]:
    """The tables that the rules draw, from the top; a frame around one cell is none."""
    if len(rules) > MOST_RULES:
        return []
    across, upright = _lines(rules, level=True), _lines(rules, level=False)
    if len(across) < 2 or not upright or len(across) + len(upright) > MOST_LINES:
        return []
    count = _connect(across, upright)
    grids = []
    for number in range(count):
        levels = [line for line in across if line.grid == number]
        posts = [line for line in upright if line.grid == number]
        if len(levels) > 1 and posts and (grid := _grid(levels, posts)) is not None:
            grids.append(grid)
    return sorted(grids, key=lambda grid: -grid.ys[0])


def _lines(rules: Iterable[Rule], *, level: bool) -> list[_Line]:
    """The level or the upright rules, those that continue each other joined."""
    pieces: list[tuple[float, float, float]] = []
    for x0, y0, x1, y1 in rules:
        width, height = x1 - x0, y1 - y0
        if level and height <= THINNEST and width >= SHORTEST:
            pieces.append(((y0 + y1) / 2, x0, x1))
        elif not level and width <= THINNEST and height >= SHORTEST:
            pieces.append(((x0 + x1) / 2, y0, y1))
    pieces.sort()
    lines: list[_Line] = []
    group: list[tuple[float, float, float]] = []
    for piece in pieces:
        if group and piece[0] - group[0][0] > NEAR:
            lines += _joined(group)
            group = []
        group.append(piece)
    return [*lines, *_joined(group)]


def _joined(group: Sequence[tuple[float, float, float]]) -> Iterator[_Line]:
    """The pieces of one line, put together where they meet."""
    line: _Line | None = None
    for at, start, end in sorted(group, key=lambda piece: piece[1]):
        if line is not None and start <= line.end + NEAR:
            line.end = max(line.end, end)
        else:
            if line is not None:
                yield line
            line = _Line(at, start, end)
    if line is not None:
        yield line


def _connect(across: Sequence[_Line], upright: Sequence[_Line]) -> int:
    """Number the lines by the table to which they belong; how many tables there are."""
    count = 0
    for first in across:
        if first.grid >= 0:
            continue
        waiting = [(first, True)]
        first.grid = count
        while waiting:
            line, is_level = waiting.pop()
            for other in upright if is_level else across:
                if other.grid < 0 and _cross(line, other):
                    other.grid = count
                    waiting.append((other, not is_level))
        count += 1
    return count


def _cross(line: _Line, other: _Line) -> bool:
    return (
        other.start - NEAR <= line.at <= other.end + NEAR and line.start - NEAR <= other.at <= line.end + NEAR
    )


def _grid(across: Sequence[_Line], upright: Sequence[_Line]) -> Grid | None:
    """The grid that the lines make; sides that nobody drew are where the other lines end."""
    xs = _distinct([line.at for line in upright] + [min(x.start for x in across), max(x.end for x in across)])
    ys = _distinct(
        [line.at for line in across] + [min(y.start for y in upright), max(y.end for y in upright)]
    )
    ys.reverse()
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows * columns < 2:
        return None
    roots = list(range(rows * columns))

    def root(cell: int) -> int:
        while roots[cell] != cell:
            cell = roots[cell]
        return cell

    def merge(one: int, other: int) -> None:
        first, last = sorted((root(one), root(other)))
        roots[last] = first

    for cell in range(rows * columns):
        row, column = divmod(cell, columns)
        x, y = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
        if column + 1 < columns and not _covered(upright, xs[column + 1], y):
            merge(cell, cell + 1)
        if row + 1 < rows and not _covered(across, ys[row + 1], x):
            merge(cell, cell + columns)
    merged = tuple(root(cell) for cell in range(rows * columns))
    return Grid(tuple(xs), tuple(ys), merged) if len(set(merged)) > 1 else None


def _covered(lines: Sequence[_Line], at: float, point: float) -> bool:
    """Whether a line runs at *at* past *point*."""
    return any(abs(line.at - at) <= NEAR and line.start <= point <= line.end for line in lines)


def _distinct(places: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > NEAR:
            kept.append(place)
    return kept
