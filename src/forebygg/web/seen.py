"""What the guard saw in a typed text, as a page tells it: line by line, by kind, and where it belongs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2s
from itertools import islice
from typing import Final

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from forebygg.privacy.guard import CHANNELS, KINDS, WARNING, Mark, look, rewritten

# So much is quoted; the rest is counted. A page of marks is read by nobody.
_LINES: Final = 12
_MARKS_A_LINE: Final = 12
# So many characters around a mark, where a line is long: a paragraph is often one line.
_AROUND: Final = 70
_ROUNDS: Final = 3


@dataclass(frozen=True)
class Piece:
    """Some of the words of a line, and what they look like: nothing in particular, or a kind."""

    words: str
    kind: str = ""


@dataclass(frozen=True)
class Line:
    """A line with marks, counted from 1."""

    number: int
    pieces: Sequence[Piece]


@dataclass(frozen=True)
class Reason:
    """Why words of a kind are marked, and how many there are."""

    kind: str
    count: int
    why: str


class Seen:
    """A text with its marks. What it says is in the reader's language."""

    def __init__(self, text: str, *, until: int) -> None:
        """Look through the first *until* characters."""
        self._whole, self._until = text, until
        self._text = text[:until]
        self.marks = look(self._text)

    @property
    def rewritten(self) -> str:
        """The text with the guard's suggestions in it, until nothing is marked any more.

        "Kevin i 8B" becomes "en person i 8B", which still points at someone, and then "en person".
        """
        told, marks = self._whole, self.marks
        for _round in range(_ROUNDS):
            told = rewritten(told, marks)
            if not (marks := look(told[: self._until])):
                break
        return told

    @cached_property
    def signs(self) -> frozenset[str]:
        """The marked words, unreadably: who says that these may stand says so of no others."""
        told = (f"{mark.kind} {self._text[mark.start : mark.end].casefold()}" for mark in self.marks)
        return frozenset(blake2s(words.encode(), digest_size=6).hexdigest() for words in told)

    @property
    def has_lines(self) -> bool:
        """Whether it matters on which line something stands."""
        return "\n" in self._text

    @property
    def cut_at(self) -> str:
        """After how many characters nobody looked any more; empty when all was looked through."""
        return number_format(self._until, force_grouping=True) if len(self._whole) > self._until else ""

    @property
    def lines(self) -> list[Line]:
        """The first lines that have marks."""
        return list(islice(self._lines(), _LINES))

    @property
    def more(self) -> int:
        """How many lines with marks are not quoted."""
        return sum(1 for _line in islice(self._lines(), _LINES, None))

    @property
    def reasons(self) -> list[Reason]:
        """One of each kind, the first marked first."""
        counts = Counter(mark.kind for mark in self.marks)
        whys = {mark.kind: mark.reason for mark in self.marks}
        return [Reason(_(KINDS[kind]), count, _(whys[kind])) for kind, count in counts.items()]

    @property
    def kinds(self) -> str:
        """In one breath: name of a person (2), telephone number."""
        return ", ".join(f"{one.kind} ({one.count})" if one.count > 1 else one.kind for one in self.reasons)

    @property
    def channels(self) -> list[str]:
        """Where such things belong, each once."""
        return [_(CHANNELS[channel]) for channel in dict.fromkeys(mark.channel for mark in self.marks)]

    @property
    def warning(self) -> str:
        """That none of this is sure."""
        return _(WARNING)

    def _lines(self) -> Iterator[Line]:
        start, waiting = 0, self.marks[::-1]
        for number, words in enumerate(self._text.split("\n"), start=1):
            end = start + len(words)
            here: list[Mark] = []
            while waiting and waiting[-1].start < end:
                here.append(waiting.pop())
            if here:
                yield Line(number, list(_pieces(words, start, here)))
                if here[-1].end > end + 1:  # what runs on is marked on the next line too
                    waiting.append(here[-1])
            start = end + 1


def _pieces(words: str, start: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """A line that begins at *start* of the text, cut at its marks; far from any mark it is left out."""
    told = 0
    for mark in marks[:_MARKS_A_LINE]:
        first, last = max(mark.start - start, 0), min(mark.end - start, len(words))
        yield Piece(_between(words[told:first], opens=told == 0))
        yield Piece(words[first:last], _(KINDS[mark.kind]))
        told = last
    yield Piece(_after(words[told:]))


def _between(words: str, *, opens: bool) -> str:
    """What stands before a mark, and after another unless it *opens* the line."""
    if len(words) <= 2 * _AROUND:
        return words
    return f"{'' if opens else _head(words)}… {words[-_AROUND:].partition(' ')[2]}"


def _after(words: str) -> str:
    """What stands after the last mark."""
    return words if len(words) <= _AROUND else f"{_head(words)}…"


def _head(words: str) -> str:
    return words[:_AROUND].rpartition(" ")[0] + " "
