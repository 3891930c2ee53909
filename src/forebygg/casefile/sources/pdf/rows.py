"""Words to rows: what stands on one baseline, with the gaps that part its cells."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from forebygg.casefile.sources.pdf.page import Word

SAME_BASELINE: Final = 0.25
CELL_GAP: Final = 1.6
"""In em. Justified lines rarely stretch a space to more than one em; label and value stand further apart."""

STOP_GAP: Final = 0.6
"""In em. Enough where the next word stands at a tab stop: where the cells of other rows begin."""

FREQUENT: Final = 2
"""So many rows make a tab stop."""

LABEL: Final = 3
"""More letters than this before the gap; a list's number or bullet stands with its text."""

TOUCHING: Final = 0.2
SMALL: Final = 0.8
"""A word of at most this share of its neighbour's size may be a raised or lowered sign."""

RAISED: Final = 0.65
_SUPERSCRIPTS: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Row:
    """The words on one baseline, from left to right; never empty."""

    words: tuple[Word, ...]
    stops: frozenset[int] = frozenset()

    @cached_property
    def em(self) -> float:
        return max(word.em for word in self.words)

    @cached_property
    def y(self) -> float:
        """The baseline of the largest words: raised signs do not lift the row."""
        return next(word.y for word in self.words if word.em == self.em)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @cached_property
    def cells(self) -> tuple["Row", ...]:
        """The row parted at its wide gaps."""
        starts = [0]
        reach, letters = self.words[0].x1, len(self.words[0].text)
        for index, word in enumerate(self.words[1:], 1):
            gap = (word.x0 - reach) / min(self.em, word.em * 1.5)
            if gap > CELL_GAP or (gap > STOP_GAP and letters > LABEL and round(word.x0) in self.stops):
                starts.append(index)
                letters = 0
            reach, letters = max(reach, word.x1), letters + len(word.text)
        return tuple(
            Row(self.words[start:end]) for start, end in zip(starts, [*starts[1:], None], strict=True)
        )

    @cached_property
    def text(self) -> str:
        """The row as printed; a tab stands for a wide gap."""
        return "\t".join("".join(_spaced(cell.words)) for cell in self.cells)

    def part(self, left: float, right: float) -> "Row | None":
        """What of the row stands between two verticals."""
        words = tuple(word for word in self.words if left <= (word.x0 + word.x1) / 2 < right)
        return Row(words, self.stops) if words else None


def rows_of(words: Iterable[Word]) -> list[Row]:
    """The rows of a page or a part of one, from the top."""
    groups: list[list[Word]] = []
    baseline = size = 0.0
    for word in sorted(words, key=lambda word: (-word.y, word.x0)):
        if groups and baseline - word.y <= SAME_BASELINE * max(size, word.em):
            groups[-1].append(word)
            if word.em > size:
                baseline, size = word.y, word.em
        else:
            groups.append([word])
            baseline, size = word.y, word.em
    rows = [_distinct(group) for group in _with_raised(groups)]
    stops = _stops(rows)
    return [Row(row, stops) for row in rows]


def _stops(rows: Sequence[tuple[Word, ...]]) -> frozenset[int]:
    """Where, in whole points, many rows begin or go on after a wide gap."""
    starts: Counter[int] = Counter()
    for row in rows:
        starts[round(row[0].x0)] += 1
        for before, word in pairwise(row):
            if word.x0 - before.x1 > CELL_GAP * word.em:
                starts[round(word.x0)] += 1
    return frozenset(start for start, count in starts.items() if count >= FREQUENT)


def _distinct(words: list[Word]) -> tuple[Word, ...]:
    """From left to right, each once."""
    words.sort(key=lambda word: word.x0)
    kept: list[Word] = []
    for word in words:
        twice = kept and word.text == kept[-1].text and word.x0 - kept[-1].x0 < 0.15 * word.em
        if not twice:  # a shadow, or bold made by drawing the letters again
            kept.append(word)
    return tuple(kept)


def _with_raised(groups: list[list[Word]]) -> list[list[Word]]:
    """Put raised and lowered signs into the row that they belong to."""
    merged: list[list[Word]] = []
    waiting: list[Word] = []
    for group in groups:
        em = max(word.em for word in group)
        if waiting:
            left = [word for word in waiting if not _join_raised(group, word, em)]
            if left:
                merged.append(left)
            waiting = []
        few = len(group) <= 8
        if merged and few and _is_small_beside(group, merged[-1]) and _all_hang_on(merged[-1], group):
            merged[-1].extend(group)
        elif few and all(len(word.text) <= 4 for word in group):
            waiting = group
        else:
            merged.append(group)
    if waiting:
        merged.append(waiting)
    return merged


def _join_raised(group: list[Word], word: Word, em: float) -> bool:
    base = max(group, key=lambda each: each.em)
    if word.em > SMALL * em or word.y - base.y > RAISED * em or not _hangs_on(group, word):
        return False
    raised = word.text.translate(_SUPERSCRIPTS) if word.text.isdecimal() else word.text
    group.append(word._replace(text=raised, glued=True))
    return True


def _is_small_beside(group: list[Word], above: list[Word]) -> bool:
    em = max(word.em for word in above)
    y = max(above, key=lambda each: each.em).y
    return all(word.em <= SMALL * em and y - word.y < 0.35 * em for word in group)


def _hangs_on(group: Sequence[Word], word: Word) -> bool:
    """Whether *word* begins where some word of the row ends."""
    return any(-0.3 * each.em < word.x0 - each.x1 < 0.35 * each.em for each in group)


def _all_hang_on(row: Sequence[Word], words: Sequence[Word]) -> bool:
    return all(_hangs_on(row, word) for word in words)


def _spaced(words: Sequence[Word]) -> Iterator[str]:
    before: Word | None = None
    for word in words:
        if before is not None and not _touches(before, word):
            yield " "
        yield word.text
        before = word


def _touches(before: Word, word: Word) -> bool:
    """Whether two pieces are one word: no space was drawn between them and hardly any is seen."""
    gap = word.x0 - before.x1
    return word.glued and gap < TOUCHING * word.em and (gap > -word.em or word.order == before.order + 1)
