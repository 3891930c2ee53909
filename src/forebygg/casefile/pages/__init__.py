"""Page furniture told from text: page numbers, running heads, signature feet, logotypes.

Minutes are typed page by page, and extraction leaves the pages' own words among the text. What is
marked here is kept, with its line, but never becomes part of a text.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import compress, count, repeat
from operator import is_not

from forebygg.casefile.pages import extracts, heads, repeats
from forebygg.casefile.pages.vocabulary import FOOT, LOGOTYPE, PAGE, PAGE_LABEL, RULE, kind_of
from forebygg.casefile.paper import Line, Rows, RunningHead, Text

__all__ = ["Marked", "mark"]

# The quickest way to a named tuple; every line of every paper passes here.
_new: Callable[[type[Line], Iterable[object]], Line] = tuple.__new__


@dataclass(frozen=True, kw_only=True)
class Marked:
    """Every line of a file, blank ones too, with its furniture flagged, and what the running heads tell.

    `rows` are the lines that are text.
    """

    lines: tuple[Line, ...]
    heads: tuple[RunningHead, ...]
    rows: Rows


def mark(text: Text) -> Marked:
    """Tell furniture from text. Linear in the number of lines, whatever their length."""
    lines = list(map(str.strip, text.lines))
    # Minutes repeat themselves ("Ledamot", "Ja"): each different line is looked at once.
    kind = {line: of for line in dict.fromkeys(lines) if (of := kind_of(line))}
    found = [(index, kind[lines[index]]) for index in compress(count(), map(kind.__contains__, lines))]
    touched = compress(count(), map(is_not, lines, text.lines))  # a form feed is stripped
    feeds = [index for index in touched if text.lines[index][:1] == "\f"]
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
    written = list(map(bool, lines))
    for index in furniture:
        flags[index], written[index] = True, False
    opens = [False] * len(lines)
    for index in feeds:
        opens[index] = True
    return Marked(
        lines=tuple(map(_new, repeat(Line), zip(count(1), lines, flags, opens))),
        heads=tuple(running),
        rows=Rows(list(compress(count(), written)), list(compress(lines, written))),
    )
