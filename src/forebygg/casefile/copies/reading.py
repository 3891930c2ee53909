"""A paper as copies are compared: its words in order, and where each of them stands."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from heapq import nsmallest
from itertools import accumulate
from typing import Final, NamedTuple
from zlib import crc32

from forebygg.casefile.facts import Document, LineRange
from forebygg.casefile.paper import Paper
from forebygg.casefile.prose import Passage, passages
from forebygg.language.alignment import Gap, gaps
from forebygg.language.wording import WORD, plain, words

_SHINGLE: Final = 4
_LONG: Final = 120
# A paper is known by its smallest hashes (Broder's min-wise sketch); copies share most of them.
_SKETCH: Final = 48


class Word(NamedTuple):
    """A word of a paper and where it stands: on which line, and from where to where on it."""

    text: str
    line: int
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """A paper with the facts by which copies are known: kind, date and title."""

    document: Document
    paper: Paper
    _gaps: dict[str, list[Gap]] = field(default_factory=dict, init=False, compare=False, repr=False)

    @cached_property
    def _passages(self) -> tuple[tuple[Passage, list[str]], ...]:
        return tuple((passage, words(passage.text)) for passage in passages(self.paper.body))

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(len(found) for _, found in self._passages))

    @cached_property
    def words(self) -> list[str]:
        """The paper's words without page furniture, divided words made whole."""
        return [word for _, found in self._passages for word in found]

    def gaps_from(self, original: "Reading") -> list[Gap]:
        """Where its words differ from the original's; asked to know it as a copy, and again to settle it."""
        name = original.document.id
        if name not in self._gaps:
            self._gaps[name] = gaps(original.words, self.words)
        return self._gaps[name]

    def word(self, index: int) -> Word:
        """The word at that place in `words`; only the few that differ are ever looked up."""
        number = bisect_right(self._ends, index)
        passage, found = self._passages[number]
        within = index - (self._ends[number] - len(found))
        match = next(match for at, match in enumerate(WORD.finditer(plain(passage.text))) if at == within)
        start, line = passage.starts[max(bisect_right(passage.starts, (match.start(), 1 << 62)) - 1, 0)]
        return Word(match.group(), line, match.start() - start, match.end() - start)

    def lines(self, place: tuple[int, int]) -> LineRange:
        """The lines that hold the words; for no words, the line where they would stand."""
        first, end = place
        if not self.words:
            return self.paper.span[0], self.paper.span[0]
        last = end - 1 if end > first else first
        return self.word(min(first, len(self.words) - 1)).line, self.word(min(last, len(self.words) - 1)).line

    def text(self, place: tuple[int, int]) -> str:
        """The words as running text."""
        return " ".join(self.words[slice(*place)])

    @cached_property
    def sketch(self) -> frozenset[int]:
        """The smallest hashes of the paper's runs of words, the same in every process."""
        folded = [word.casefold() for word in self.words]
        # In a long paper the runs that open with a long word are enough, and are a third of all.
        starts: Sequence[int] = range(max(1, len(folded) - _SHINGLE + 1))
        if len(folded) > _LONG:
            starts = [at for at in starts if len(folded[at]) > 6] or starts
        runs = {crc32(" ".join(folded[at : at + _SHINGLE]).encode()) for at in starts}
        return frozenset(nsmallest(_SKETCH, runs))

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Its lines as they stand, without page furniture and blank ones; cheaper to compare than words."""
        return tuple(line.text for line in self.paper.body if line.text)

    @cached_property
    def size(self) -> int:
        """Its letters, marks and spaces without page furniture."""
        return sum(map(len, self.texts)) + len(self.texts)
