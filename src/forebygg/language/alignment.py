"""Where two sequences agree, in order, in time that grows with their length.

difflib compares every pair of equal elements, and a Swedish text of 100 000 words has 3 000 "och". Runs that
occur once in each text are therefore taken as anchors first (Bram Cohen's patience diff, with runs for
lines), and difflib sees only the short gaps between them.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final, NamedTuple

_RUN: Final = 4
# The product of two gaps' lengths that difflib may see; beyond it the gap counts as wholly different.
_BOUND: Final = 250_000
# Below this product difflib is quick, and finds what anchors would.
_SHORT: Final = 2_500


class Match(NamedTuple):
    """`size` elements from `first` on equal those from `second` on."""

    first: int
    second: int
    size: int


class Gap(NamedTuple):
    """A stretch of the one that stands where a stretch of the other stands; either may be empty."""

    first: tuple[int, int]
    second: tuple[int, int]


def matches(first: Sequence[str], second: Sequence[str]) -> list[Match]:
    """The runs that agree, in order; neighbouring runs are joined."""
    found: list[Match] = []
    for one in _matches(first, second):
        last = found[-1] if found else None
        if last and last.first + last.size == one.first and last.second + last.size == one.second:
            found[-1] = Match(last.first, last.second, last.size + one.size)
        else:
            found.append(one)
    return found


def gaps(first: Sequence[str], second: Sequence[str]) -> list[Gap]:
    """What lies between the runs that agree."""
    found: list[Gap] = []
    i = j = 0
    for match in [*matches(first, second), Match(len(first), len(second), 0)]:
        if i < match.first or j < match.second:
            found.append(Gap((i, match.first), (j, match.second)))
        i, j = match.first + match.size, match.second + match.size
    return found


def agreement(first: Sequence[str], second: Sequence[str], between: Sequence[Gap] | None = None) -> float:
    """The share of the longer sequence that agrees with the other in order, 0 to 1.

    The gaps *between* them need not be sought again by someone who knows them.
    """
    longer = max(len(first), len(second))
    unlike = sum(end - start for (start, end), _ in (gaps(first, second) if between is None else between))
    return (len(first) - unlike) / longer if longer else 1.0


def _matches(first: Sequence[str], second: Sequence[str]) -> Iterator[Match]:
    start = _common(first, second)
    if start:
        yield Match(0, 0, start)
    end = _common(first[start:][::-1], second[start:][::-1])
    a, b = first[start : len(first) - end], second[start : len(second) - end]
    i = j = 0
    for anchor in [*_anchors(a, b), Match(len(a), len(b), 0)]:
        if anchor.first < i or anchor.second < j:
            continue
        yield from _between(a, b, (i, anchor.first), (j, anchor.second), start)
        if anchor.size:
            yield Match(anchor.first + start, anchor.second + start, anchor.size)
        i, j = anchor.first + anchor.size, anchor.second + anchor.size
    if end:
        yield Match(len(first) - end, len(second) - end, end)


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    for index, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return index
    return min(len(first), len(second))


def _between(
    a: Sequence[str], b: Sequence[str], in_a: tuple[int, int], in_b: tuple[int, int], start: int
) -> Iterator[Match]:
    one, other = a[slice(*in_a)], b[slice(*in_b)]
    if not one or not other or len(one) * len(other) > _BOUND:
        return
    for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        if block.size:
            yield Match(in_a[0] + block.a + start, in_b[0] + block.b + start, block.size)


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[Match]:
    """Runs that occur once in each sequence, the longest series of them that rises in both."""
    if min(len(a), len(b)) < _RUN or len(a) * len(b) <= _SHORT:
        return []
    in_a, in_b = _once(a), _once(b)
    pairs = [(i, in_b[run]) for run, i in in_a.items() if run in in_b]
    return [Match(i, j, _RUN) for i, j in _rising(pairs)]


def _once(sequence: Sequence[str]) -> dict[tuple[str, ...], int]:
    runs = list(zip(*(sequence[first:] for first in range(_RUN)), strict=False))
    times = Counter(runs)
    return {run: index for index, run in enumerate(runs) if times[run] == 1}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs, sorted by their first figure, whose second figures rise."""
    if all(one[1] < other[1] for one, other in pairwise(pairs)):
        return pairs  # as in most papers, where nothing has moved
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, second) in enumerate(pairs):
        place = bisect_left(tails, second)
        before.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(second)
            ends.append(index)
        else:
            tails[place], ends[place] = second, index
    found: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]
