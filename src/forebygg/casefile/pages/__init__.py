"""Page furniture told from text: page numbers, running heads, signature feet, logotypes.

Minutes are typed page by page, and extraction leaves the pages' own words among the text. What is
marked here is kept, with its line, but never becomes part of a text.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import compress, count, repeat

from forebygg.casefile.pages import extracts, heads, repeats
from forebygg.casefile.pages.vocabulary import FOOT, LOGOTYPE, PAGE, PAGE_LABEL, RULE, kind_of
from forebygg.casefile.paper import Line, RunningHead, Text

__all__ = ["Marked", "mark"]

# The quickest way to a named tuple; every line of every paper passes here.
_new: Callable[[type[Line], Iterable[object]], Line] = tuple.__new__


@dataclass(frozen=True, kw_only=True)
class Marked:
    """Every line of a file, blank ones too, with its furniture flagged, and what the running heads tell."""

    lines: tuple[Line, ...]
    heads: tuple[RunningHead, ...]


def mark(text: Text) -> Marked:
    """Tell furniture from text. Linear in the number of lines, whatever their length."""
    # Minutes repeat themselves ("Ledamot", "Ja"): each different line is looked at once.
    stripped = {line: line.strip() for line in dict.fromkeys(text.lines)}
    kind = {line: kind_of(words) for line, words in stripped.items()}
    opening = {line for line in stripped if line[:1] == "\f"}
    lines = list(map(stripped.__getitem__, text.lines))
    kinds = list(map(kind.__getitem__, text.lines))
    opens = list(map(opening.__contains__, text.lines)) if opening else [False] * len(lines)
    found = [(index, kinds[index]) for index in compress(count(), kinds)]
    feeds = list(compress(count(), opens))
    furniture = {
        index
        for index, kind in found
        if kind & (FOOT | RULE) or (kind & PAGE and not kind & ~(PAGE | PAGE_LABEL))
    }
    running = heads.running_heads(lines, found, feeds, furniture)
    furniture |= {
        index for index, of in found if of == LOGOTYPE and heads.stands_alone(lines, index, furniture)
    }
    furniture |= extracts.attested_by(lines, found)
    furniture |= repeats.repeated(lines, found, feeds, furniture, headed=len(running))
    flags = [False] * len(lines)
    for index in furniture:
        flags[index] = True
    return Marked(
        lines=tuple(map(_new, repeat(Line), zip(count(1), lines, flags, opens))),
        heads=tuple(running),
    )
