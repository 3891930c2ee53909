"""Page furniture told from text: page numbers, running heads, signature feet, logotypes.

Minutes are typed page by page, and extraction leaves the pages' own words among the text. What is
marked here is kept, with its line, but never becomes part of a text.
"""

from dataclasses import dataclass

from forebygg.casefile.pages import heads, repeats
from forebygg.casefile.pages.vocabulary import FOOT, LOGOTYPE, NUMBERED, PAGE, RULE, Kind, kind_of
from forebygg.casefile.paper import Line, RunningHead, Text

__all__ = ["Marked", "mark"]


@dataclass(frozen=True, kw_only=True)
class Marked:
    """Every line of a file, blank ones too, with its furniture flagged, and what the running heads tell."""

    lines: tuple[Line, ...]
    heads: tuple[RunningHead, ...]


def mark(text: Text) -> Marked:
    """Tell furniture from text. Linear in the number of lines, whatever their length."""
    lines = [line.strip() for line in text.lines]
    known: dict[str, Kind] = {"": 0}
    found: list[tuple[int, Kind]] = []
    furniture: set[int] = set()
    for index, line in enumerate(lines):
        kind = known.get(line)
        if kind is None:
            kind = known[line] = kind_of(line)
        if kind:
            found.append((index, kind))
            if kind & (FOOT | RULE) or (kind & PAGE and not kind & ~(PAGE | NUMBERED)):
                furniture.add(index)
    feeds = [index for index, line in enumerate(text.lines) if "\f" in line[:3]]
    running = heads.running_heads(lines, found, feeds, furniture)
    furniture |= {
        index for index, kind in found if kind == LOGOTYPE and heads.stands_alone(lines, index, furniture)
    }
    furniture |= repeats.repeated(lines, found, feeds, furniture)
    flags = [False] * len(lines)
    for index in furniture:
        flags[index] = True
    return Marked(
        lines=tuple(map(Line._make, zip(range(1, len(lines) + 1), lines, flags, strict=True))),
        heads=tuple(running),
    )
