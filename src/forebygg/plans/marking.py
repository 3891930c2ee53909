"""What of a sentence differs from how it read before, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from forebygg.language.alignment import gaps
from forebygg.language.wording import plain

State = Literal["kept", "added", "removed"]

# A word with the space after it, or one mark: "källor, även" is three tokens, so that a comma may come alone.
_TOKEN: Final = re.compile(r"\w+(?:['.:/-]+(?=\w)\w+)*\s*|[^\w\s]\s*|\s+")
# So many words between two differences are shown with them; a word of so few letters ("och") more readily.
_ISLAND: Final = 1
_SMALL: Final = 3
# Of two wordings that share less than this, the whole of each is shown instead of a mosaic.
_LEAST_SHARED: Final = 0.25


@dataclass(frozen=True)
class Piece:
    """A stretch of words that both wordings have, or one of them only.

    What is kept may have been set otherwise before: `was` is its earlier setting where that differs.
    """

    text: str
    state: State = "kept"
    was: str | None = None

    @property
    def words(self) -> str:
        """The stretch without the spaces at its ends, which no mark covers."""
        return self.text.strip()

    @property
    def lead(self) -> str:
        """The space before the words."""
        return self.text[: len(self.text) - len(self.text.lstrip())]

    @property
    def tail(self) -> str:
        """The space after the words."""
        return self.text[len(self.text.rstrip()) :]


@dataclass(frozen=True)
class Marked:
    """Both wordings of a sentence in one."""

    pieces: tuple[Piece, ...]

    @property
    def before(self) -> tuple[Piece, ...]:
        """The earlier wording, with what the later lacks marked."""
        return tuple(
            Piece(piece.was) if piece.was is not None else piece
            for piece in self.pieces
            if piece.state != "added"
        )

    @property
    def after(self) -> tuple[Piece, ...]:
        """The later wording, with what the earlier lacks marked."""
        return tuple(piece for piece in self.pieces if piece.state != "removed")


@lru_cache(maxsize=4096)
def marked(before: str, after: str) -> Marked:
    """The two wordings held against each other; one that is empty leaves the other wholly marked."""
    return Marked(tuple(piece for piece in _pieces(before, after) if piece.text))


def _pieces(before: str, after: str) -> Iterator[Piece]:
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    between = _joined(gaps([_said(token) for token in old], [_said(token) for token in new]), old)
    kept = sum(_is_word(token) for token in old) - sum(
        _is_word(token) for (start, end), _ in between for token in old[start:end]
    )
    longest = max(sum(map(_is_word, old)), sum(map(_is_word, new)), 1)
    if kept / longest < _LEAST_SHARED:
        yield Piece(before, "removed")
        yield Piece(after, "added")
        return
    at = place = 0
    for (first, last), (start, end) in between:
        yield _kept(old[at:first], new[place:start])
        yield Piece("".join(old[first:last]), "removed")
        yield Piece("".join(new[start:end]), "added")
        at, place = last, end
    yield _kept(old[at:], new[place:])


def _kept(old: Sequence[str], new: Sequence[str]) -> Piece:
    """Where the wordings agree the later one is shown: it is the one that counts."""
    before, after = "".join(old), "".join(new)
    return Piece(after, was=before if before != after else None)


def _said(token: str) -> str:
    return plain(token).strip()


def _is_word(token: str) -> bool:
    return token[0].isalnum()


_Gap = tuple[tuple[int, int], tuple[int, int]]


def _joined(between: Sequence[_Gap], old: Sequence[str]) -> list[_Gap]:
    """Differences with a single word between them become one, as when "till" becomes "i två".

    Only where words both went and came: two words put in around an "och" are told as two.
    """
    found: list[_Gap] = []
    for (first, last), (start, end) in between:
        if found:
            (i, j), (k, m) = found[-1]
            island = [token for token in old[j:first] if _is_word(token)]
            went, came = (j > i) + (last > first), (m > k) + (end > start)
            is_small = all(len(token.strip()) <= _SMALL for token in island)
            if len(island) <= _ISLAND and went and came and (went + came == 4 or is_small):
                found[-1] = ((i, last), (k, end))
                continue
        found.append(((first, last), (start, end)))
    return found
