"""Which sentence of a later text is which of an earlier one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from forebygg.casefile.comparison.likeness import Unit, likeness, likest, one_to_one, weight
from forebygg.language.alignment import matches

# How like two sentences must be to be one reworded: in the same section, anywhere, and in the
# place between the same neighbours.
_HERE: Final = 0.42
_ANYWHERE: Final = 0.62
_IN_PLACE: Final = 0.25
_PART: Final = 0.7


@dataclass
class Matching:
    """Earlier and later sentences that belong together; what is in neither is removed or added.

    `reworded` holds all parts of a divided or joined sentence, `likest` the two of them most alike.
    """

    same: list[tuple[Unit, Unit]] = field(default_factory=list)
    moved: list[tuple[Unit, Unit]] = field(default_factory=list)
    reworded: list[tuple[tuple[Unit, ...], tuple[Unit, ...]]] = field(default_factory=list)
    likest: list[tuple[Unit, Unit]] = field(default_factory=list)
    removed: list[Unit] = field(default_factory=list)
    added: list[Unit] = field(default_factory=list)


def match(earlier: Sequence[Unit], later: Sequence[Unit], sections: Mapping[int, int]) -> Matching:
    """Match the sentences of two texts whose sections are aligned as given.

    Equal ones first, in order and then anywhere; then those that are most like, in the same section and
    then anywhere; last, a sentence that became two, or two that became one.
    """
    found = Matching()
    left, right = {unit.place: unit for unit in earlier}, {unit.place: unit for unit in later}

    def take(pairs: Iterable[tuple[Unit, Unit]]) -> list[tuple[Unit, Unit]]:
        taken = one_to_one((a, b) for a, b in pairs if a.place in left and b.place in right)
        for one, other in taken:
            del left[one.place], right[other.place]
        return taken

    by_section = _by_section(later)
    for section, units in _by_section(earlier).items():
        others = by_section.get(sections.get(section, -1), [])
        found.same += take(_in_order(units, others))
    found.moved += take(_equal(left.values(), right.values()))
    reworded: list[tuple[Unit, Unit]] = []
    rest = _by_section(right.values())
    for section, units in _by_section(left.values()).items():
        reworded += take(likest(units, rest.get(sections.get(section, -1), []), _HERE))
    reworded += take(likest([*left.values()], [*right.values()], _ANYWHERE))
    reworded += take(_in_place([*left.values()], [*right.values()], _partners(found, reworded)))
    found.likest = reworded
    found.reworded = _whole(reworded, left, right)
    found.removed, found.added = [*left.values()], [*right.values()]
    return found


def _partners(found: Matching, reworded: Iterable[tuple[Unit, Unit]]) -> dict[int, int]:
    return {one.place: other.place for one, other in [*found.same, *reworded]}


def _in_place(
    units: Sequence[Unit], others: Sequence[Unit], partners: Mapping[int, int]
) -> Iterable[tuple[Unit, Unit]]:
    """A sentence that stands where another stood, between the same neighbours, and is not wholly other."""
    at = {other.place: other for other in others}
    for unit in units:
        before, after = partners.get(unit.place - 1), partners.get(unit.place + 1)
        places = {place for place in (before and before + 1, after and after - 1) if place is not None}
        for other in (at[place] for place in sorted(places) if place in at):
            if likeness(unit.stems, other.stems) >= _IN_PLACE:
                yield unit, other


def _by_section(units: Iterable[Unit]) -> dict[int, list[Unit]]:
    found: defaultdict[int, list[Unit]] = defaultdict(list)
    for unit in units:
        found[unit.section].append(unit)
    return found


def _in_order(units: Sequence[Unit], others: Sequence[Unit]) -> Iterable[tuple[Unit, Unit]]:
    for run in matches([unit.key for unit in units], [unit.key for unit in others]):
        for step in range(run.size):
            yield units[run.first + step], others[run.second + step]


def _equal(units: Iterable[Unit], others: Iterable[Unit]) -> Iterable[tuple[Unit, Unit]]:
    by_key: defaultdict[str, list[Unit]] = defaultdict(list)
    for other in others:
        by_key[other.key].append(other)
    for unit in units:
        if waiting := by_key.get(unit.key):
            yield unit, waiting.pop(0)


def _whole(
    pairs: Iterable[tuple[Unit, Unit]], left: dict[int, Unit], right: dict[int, Unit]
) -> list[tuple[tuple[Unit, ...], tuple[Unit, ...]]]:
    """The pairs with the neighbour that holds the rest of a divided or joined sentence."""
    found: list[tuple[tuple[Unit, ...], tuple[Unit, ...]]] = []
    for one, other in pairs:
        parts = _with_rest(one, other, right)
        wholes = _with_rest(other, one, left) if len(parts) == 1 else (one,)
        for part in parts:
            right.pop(part.place, None)
        for whole in wholes:
            left.pop(whole.place, None)
        found.append((wholes, parts))
    return found


def _with_rest(whole: Unit, part: Unit, free: Mapping[int, Unit]) -> tuple[Unit, ...]:
    rest = whole.stems - part.stems
    for place in (part.place - 1, part.place + 1):
        neighbour = free.get(place)
        if not neighbour or neighbour.section != part.section:
            continue
        shared = weight(rest & neighbour.stems)
        joined = likeness(whole.stems, part.stems + neighbour.stems)
        if (
            shared >= 3
            and shared >= _PART * weight(neighbour.stems)
            and joined > likeness(whole.stems, part.stems)
        ):
            return tuple(sorted((part, neighbour), key=lambda unit: unit.place))
    return (part,)
