"""Where copies of one paper read differently."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple

from forebygg.casefile.copies.reading import Reading, Word
from forebygg.casefile.facts import LineRange
from forebygg.casefile.paper import Line, Paper

Support = Literal["copy", "edition", "language"]
_LONGEST_LOGOTYPE: Final = 6


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One place where copies differ: `documents`, `lines` and `readings` go together.

    `taken` is the reading that `by` supports: another copy, the next edition, or the Swedish language.
    None where nothing settles it; both readings then stand.
    """

    documents: tuple[str, ...]
    lines: tuple[LineRange, ...]
    readings: tuple[str, ...]
    taken: str | None = None
    by: Support | None = None
    before: str = ""
    after: str = ""


class Place(NamedTuple):
    """The words of the first copy, from and to, that another copy reads otherwise."""

    first: tuple[int, int]
    other: tuple[int, int]


def places(first: Reading, other: Reading) -> Iterator[Place]:
    """Where the two differ, in order; "och / eller" and "och/eller" read alike."""
    for gap in other.gaps_from(first):
        if _letters(first.words[slice(*gap.first)]) != _letters(other.words[slice(*gap.second)]):
            yield Place(gap.first, gap.second)


def _letters(words: Sequence[str]) -> str:
    return "".join(filter(str.isalnum, "".join(words)))


def fills_lines(reading: Reading, place: tuple[int, int]) -> bool:
    """The words are whole lines of their own: a logotype, not a reading of other words."""
    start, end = place
    if end - start > _LONGEST_LOGOTYPE:
        return False
    first, last = reading.word(start).line, reading.word(end - 1).line
    opens = start == 0 or reading.word(start - 1).line != first
    closes = end == len(reading.words) or reading.word(end).line != last
    return opens and closes


def mended(reading: Reading, corrections: Mapping[int, str]) -> Paper:
    """The paper with other words in the given words' places; the lines keep their numbers."""
    at_line: defaultdict[int, list[tuple[Word, str]]] = defaultdict(list)
    for position, text in corrections.items():
        word = reading.word(position)
        at_line[word.line].append((word, text))
    paper = reading.paper
    lines = tuple(
        _with(line, at_line[line.number]) if line.number in at_line else line for line in paper.lines
    )
    return replace(paper, lines=lines, rows=None)


def _with(line: Line, corrections: Sequence[tuple[Word, str]]) -> Line:
    text = line.text
    for word, new in sorted(corrections, reverse=True):
        # A word that is divided at the line's end, or set with other signs, is left as it is.
        if text[word.start : word.end] == word.text:
            text = text[: word.start] + new + text[word.end :]
    return line._replace(text=text)
