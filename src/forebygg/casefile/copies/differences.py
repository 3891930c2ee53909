"""Where copies of one paper read differently."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from forebygg.casefile.facts import LineRange
from forebygg.casefile.paper import Line, Paper
from forebygg.language.alignment import gaps
from forebygg.language.wording import WORD, plain

Support = Literal["copy", "edition", "language"]
_CONTINUES: Final = ("och ", "eller ", "samt ", "respektive ", "som ", "till ")


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


class Word(NamedTuple):
    """A word of a paper and where it stands: on which line, and from where to where on it."""

    text: str
    line: int
    start: int
    end: int


class Place(NamedTuple):
    """The words of the first copy, from and to, that another copy reads otherwise."""

    first: tuple[int, int]
    other: tuple[int, int]


def words_of(paper: Paper) -> list[Word]:
    """The paper's words in order, without page furniture; a word divided at a line end is one."""
    found: list[Word] = []
    divided = False
    for line in paper.body:
        if not line.text:
            continue
        words = [Word(match.group(), line.number, *match.span()) for match in WORD.finditer(plain(line.text))]
        if divided and words and line.text[0].islower() and not line.text.startswith(_CONTINUES):
            last = found.pop()
            found.append(Word(last.text + words.pop(0).text, last.line, last.start, last.end))
        found.extend(words)
        divided = len(line.text) > 1 and line.text[-1] == "-" and line.text[-2].isalpha() and bool(words)
    return found


def places(first: Sequence[Word], other: Sequence[Word]) -> Iterator[Place]:
    """Where the two differ, in order."""
    for gap in gaps([word.text for word in first], [word.text for word in other]):
        if not _same_letters(first[slice(*gap.first)], other[slice(*gap.second)]):
            yield Place(gap.first, gap.second)


def _same_letters(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """As read, "och/eller" and "och / eller", "brotts-förebyggande" and "brottsförebyggande" are alike."""
    return _letters(one) == _letters(other)


def _letters(words: Sequence[Word]) -> str:
    return "".join(filter(str.isalnum, "".join(word.text for word in words)))


def reading(words: Sequence[Word], place: tuple[int, int]) -> str:
    """The words as running text."""
    return " ".join(word.text for word in words[slice(*place)])


def lines_at(words: Sequence[Word], place: tuple[int, int]) -> LineRange:
    """The lines that hold the words; for no words, the line where they would stand."""
    start, end = place
    if start == end:
        at = words[min(start, len(words) - 1)].line if words else 1
        return at, at
    return words[start].line, words[end - 1].line


def mended(paper: Paper, words: Sequence[Word], corrections: dict[int, str]) -> Paper:
    """The paper with other words in the given words' places; the lines keep their numbers."""
    at_line: dict[int, list[tuple[int, int, str]]] = {}
    for position, text in corrections.items():
        word = words[position]
        at_line.setdefault(word.line, []).append((word.start, word.end, text))
    lines = tuple(_with(line, at_line.get(line.number, [])) for line in paper.lines)
    return Paper(id=paper.id, file=paper.file, kind=paper.kind, lines=lines)


def _with(line: Line, corrections: list[tuple[int, int, str]]) -> Line:
    text = line.text
    for start, end, new in sorted(corrections, reverse=True):
        text = text[:start] + new + text[end:]
    return line._replace(text=text)
