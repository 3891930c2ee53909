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
# What stands between two differences and is shorter than this is shown with them: "i två" for "till".
_ISLAND: Final = 1
# Of two wordings that share less than this, the whole of each is shown instead of a mosaic.
_LEAST_SHARED: Final = 0.25


@dataclass(frozen=True)
class Piece:
    """A stretch of words that both wordings have, or one of them only."""

    text: str
    state: State = "kept"

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
        return tuple(piece for piece in self.pieces if piece.state != "added")

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
    between = gaps([_said(token) for token in old], [_said(token) for token in new])
    between = _joined(between, old)
    kept = sum(_is_word(token) for token in old) - sum(
        _is_word(token) for (start, end), _ in between for token in old[start:end]
    )
    longest = max(sum(map(_is_word, old)), sum(map(_is_word, new)), 1)
    if kept / longest < _LEAST_SHARED:
        yield Piece(before, "removed")
        yield Piece(after, "added")
        return
    place = 0
    for (first, last), (start, end) in between:
        # Where the wordings agree the later one is shown: it is the one that counts.
        yield Piece("".join(new[place:start]))
        yield Piece("".join(old[first:last]), "removed")
        yield Piece("".join(new[start:end]), "added")
        place = end
    yield Piece("".join(new[place:]))


def _said(token: str) -> str:
    return plain(token).strip()


def _is_word(token: str) -> bool:
    return token[0].isalnum()


_Gap = tuple[tuple[int, int], tuple[int, int]]


def _joined(between: Sequence[_Gap], old: Sequence[str]) -> list[_Gap]:
    """Differences with a single word between them become one, where both have words on both sides."""
    found: list[_Gap] = []
    for (first, last), (start, end) in between:
        if found:
            (i, j), (k, m) = found[-1]
            island = [token for token in old[j:first] if _is_word(token)]
            if len(island) <= _ISLAND and j > i and m > k and last > first and end > start:
                found[-1] = ((i, last), (k, end))
                continue
        found.append(((first, last), (start, end)))
    return found
