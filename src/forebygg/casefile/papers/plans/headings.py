"""Headings of a plan, and what a person has said of them."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from forebygg.casefile.paper import Line, ToldHeading, ToldHeadings
from forebygg.language.wording import letters

_MOST_LINES: Final = 4


class Heading(NamedTuple):
    """A section's number as printed, its title, and the indexes of its lines (the end not included)."""

    number: str
    title: str
    first: int
    end: int


def as_told(lines: Sequence[Line], at: int, told: ToldHeadings, read: Heading | None) -> Heading | None:
    """The heading at that index, or None: as a person has said, else as it was read."""
    number = lines[at].number
    if number not in told.lines:
        return None if told.complete else read
    heading = told.lines[number]
    # Text that went on after its heading bears the heading's line number too.
    if not heading or (at and lines[at - 1].number == number):
        return None
    end = _printed(lines, at, heading) or (read.end if read else at + 1)
    end = next((after for after in range(at + 1, end) if told.lines.get(lines[after].number)), end)
    return Heading(heading.number, heading.title, at, end)


def first_told(lines: Sequence[Line], told: ToldHeadings) -> int | None:
    """The index of the first line that a person says is a heading."""
    if not any(told.lines.values()):
        return None
    return next((at for at, line in enumerate(lines) if told.lines.get(line.number)), None)


def _printed(lines: Sequence[Line], at: int, heading: ToldHeading) -> int | None:
    """Where the heading ends if the title is printed just so, over one line or several."""
    whole, title = letters(heading.number + heading.title), letters(heading.title)
    read = ""
    for end in range(at, min(at + _MOST_LINES, len(lines))):
        read += letters(lines[end].text)
        if read in {whole, title}:
            return end + 1
        if not whole.startswith(read) and not title.startswith(read):
            break
    return None
