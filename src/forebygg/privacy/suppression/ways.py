"""Ways across the columns: how a swap that begins in one column is made up for in the others."""

from collections.abc import Sequence

from forebygg.privacy.suppression.axes import Axis

Signed = tuple[tuple[int, int], ...]
"""Numbers, each with whether it gains (1) or loses (-1)."""


class Way:
    """How a swap runs across the columns: which sets of columns change, and which groups make them change."""

    __slots__ = ("changed", "gain", "groups", "lose", "others", "sets")

    def __init__(self, sets: Signed, groups: Signed) -> None:
        self.sets, self.groups = sets, groups
        self.others = sets[1:]
        """All but the column that it begins in."""
        # The same as bits, a bit for each set of columns.
        self.gain = self.lose = 0
        for number, sign in sets:
            if sign > 0:
                self.gain |= 1 << number
            else:
                self.lose |= 1 << number
        self.changed = self.gain | self.lose


def ways_from(axes: Sequence[Axis], column: int) -> list[Way]:
    """Every way that begins in the column, the ways that change fewest cells first.

    They are the product of the ways along each dimension: to another group of it, or out of its totals.
    """
    places = []
    for axis in reversed(axes):
        column, place = divmod(column, len(axis.above))
        places.append(place)
    ways: list[tuple[Signed, Signed]] = [(((0, 1),), ((0, 1),))]
    for axis, place in zip(axes, reversed(places), strict=True):
        wide, many, along = len(axis.members), len(axis.above), _along(axis, place)
        ways = [
            (_crossed(sets, wide, more_sets), _crossed(groups, many, more_groups))
            for sets, groups in ways
            for more_sets, more_groups in along
        ]
    return [Way(*way) for way in sorted(ways, key=lambda way: len(way[0]))]


def _along(axis: Axis, place: int) -> list[tuple[Signed, Signed]]:
    own = axis.above[place]
    along: list[tuple[Signed, Signed]] = []
    for other, its in enumerate(axis.above):
        if other != place:
            won = [(number, 1) for number in own if number not in its]
            won += [(number, -1) for number in its if number not in own]
            along.append((tuple(won), ((place, 1), (other, -1))))
    along.append((tuple((number, 1) for number in own), ((place, 1),)))
    return along


def _crossed(before: Signed, wide: int, along: Signed) -> Signed:
    return tuple([(one * wide + other, sign * turn) for one, sign in before for other, turn in along])
