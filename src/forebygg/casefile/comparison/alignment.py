"""Which sentence is which: from edition to edition, and when one edition is read anew.

A sentence keeps its identity while it is unchanged, reworded or moved. Of a sentence that became two the
likest part goes on and the other one is new; of two that became one the likest goes on and the other ends.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from forebygg.casefile.comparison.likeness import Unit
from forebygg.casefile.comparison.sentences import match
from forebygg.language.alignment import matches

# The earlier place and the later one, from 0; None where one has no counterpart.
Pair = tuple[int | None, int | None]

_NOWHERE: Final = (0, 0)  # lines, which matching does not look at


@dataclass(frozen=True, kw_only=True)
class Alignment:
    """Two consecutive editions, by document, with every sentence and section of both exactly once.

    Sentences are counted through the whole edition. The pairs stand in the later one's order, and what
    ended there stands after what it stood after.
    """

    earlier: str
    later: str
    pairs: tuple[Pair, ...]
    sections: tuple[Pair, ...]


def with_ended(kept: Mapping[int, int], earlier: int, later: int) -> tuple[Pair, ...]:
    """Later places → earlier ones, with those that are new or ended, given how many there are of each."""
    gone: defaultdict[int | None, list[Pair]] = defaultdict(list)
    living = set(kept.values())
    last: int | None = None
    for i in range(earlier):
        if i in living:
            last = i
        else:
            gone[last].append((i, None))
    found = gone.pop(None, [])
    for j in range(later):
        found.append((kept.get(j), j))
        found.extend(gone.get(kept[j], ()) if j in kept else ())
    return tuple(found)


def align_reading(stored: Sequence[str], read: Sequence[str]) -> list[Pair]:
    """Which wording is which when the same edition is read again.

    Equal ones in order come first, then the matching of editions. Since the paper is the same, what
    stands alone between the same neighbours is the same sentence, however differently it reads.
    """
    kept = {run.second + step: run.first + step for run in matches(stored, read) for step in range(run.size)}
    taken = set(kept.values())
    found = match(
        [_unit(text, i) for i, text in enumerate(stored) if i not in taken],
        [_unit(text, j) for j, text in enumerate(read) if j not in kept],
        {0: 0},
    )
    for pairs in (found.same, found.moved, found.likest):
        kept.update((other.place, one.place) for one, other in pairs)
    kept.update(_between(kept, len(stored), len(read)))
    return [*with_ended(kept, len(stored), len(read))]


def _unit(text: str, place: int) -> Unit:
    return Unit(text, _NOWHERE, 0, place)


def _between(kept: Mapping[int, int], stored: int, read: int) -> Iterator[tuple[int, int]]:
    """Single wordings left on both sides of the same gap, as later and earlier place."""
    living = set(kept.values())
    bounds = {-1: -1, read: stored, **kept}
    for j in range(read):
        if j in kept or j - 1 not in bounds or j + 1 not in bounds:
            continue
        before, after = bounds[j - 1], bounds[j + 1]
        if after == before + 2 and before + 1 not in living:
            yield j, before + 1
