"""Labels split over lines ("Justeringens plats↵och tid …"), made whole before they are read."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from forebygg.casefile.paper import Line
from forebygg.casefile.papers.covers.labels import continues, may_begin

GAP: Final = re.compile(r"\t+|\s{2,}")


def whole_labels(lines: Sequence[Line]) -> Iterable[Line]:
    """The lines, labels that are split over two or three of them made whole."""
    waiting: Line | None = None
    for position, line in enumerate(lines):
        if waiting is not None and not line.text:
            continue
        whole = line if waiting is None else _merged(waiting, line)
        waiting = None
        if whole.text and not whole.furniture and _continues(whole, lines, position + 1):
            waiting = whole
        else:
            yield whole


def _merged(first: Line, second: Line) -> Line:
    """Two lines as one row: each label begun on the first is ended by the cell below that can end it."""
    begun, *beside = GAP.split(first.text)
    end, *below = GAP.split(second.text)
    values: list[str] = []
    for cell in beside:
        place = next((index for index, other in enumerate(below) if continues(cell, other)), None)
        if place is None:
            values.append(cell)
        else:
            below[place] = _whole(cell, below[place])
    return Line(second.number, "\t".join([_whole(begun, end), *values, *below]))


def _whole(begun: str, end: str) -> str:
    return f"{begun[:-1]}{end}" if begun.endswith("-") else f"{begun} {end}"


def _continues(line: Line, lines: Sequence[Line], position: int) -> bool:
    if not may_begin(line.text) and not line.text.endswith("-"):
        return False
    first = GAP.split(line.text)[0]
    for following in lines[position : position + 2]:
        if following.text:
            near = following is lines[position] or following.text[0].islower()
            return near and not following.furniture and continues(first, GAP.split(following.text)[0])
    return False
