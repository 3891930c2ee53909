"""Which groups could take part in a swap, as bits, so that hundreds are asked about at once."""

from collections.abc import Sequence
from functools import cache
from operator import itemgetter

from forebygg.privacy.suppression.joining import FIXED, SHOWN, Joined
from forebygg.privacy.suppression.ways import Way

# So many groups are looked through for a partner; more would make the time grow faster than the table.
REACH = 512

Levels = list[list[list[int]]]
"""By level (the group alone, what holds it …), column set, and how much less the cell must be able to be."""


@cache
def alphabets(threshold: int) -> tuple[list[bytes], list[bytes]]:
    """What turns codes into bits: hidden, and possible, by how much less the cell must be able to be."""
    lows = range(threshold + 1)
    return (
        [bytes(49 if low <= code < SHOWN else 48 for code in range(256)) for low in lows],
        [bytes(49 if low <= code % SHOWN and code != FIXED else 48 for code in range(256)) for low in lows],
    )


class Masks:
    """For a stretch of groups that stand beside each other: a bit for each.

    `hidden` says that the cell is hidden, `could_be` that it is or may be.
    """

    def __init__(self, joined: Joined, groups: range) -> None:
        self.joined, self.groups, self.chains = joined, groups, joined.chains
        depth = len(self.chains[0])
        self.placed: list[dict[int, int]] = [{} for _ in range(depth)]
        for bit, group in enumerate(groups):
            for level, holder in enumerate(self.chains[group]):
                placed = self.placed[level]
                placed[holder] = placed.get(holder, 0) | 1 << bit
        self.together = [_together(list(placed.values())) for placed in self.placed]
        self.hidden, self.could_be = map(self._read, alphabets(joined.threshold))

    def _read(self, by_room: Sequence[bytes]) -> Levels:
        joined, height = self.joined, self.joined.height
        levels: Levels = []
        for level in range(len(self.placed)):
            holders = [self.chains[group][level] for group in reversed(self.groups)]  # highest bit first
            pick = itemgetter(*holders, 0)
            columns = []
            for start in range(0, height * joined.width, height):
                codes = bytes(pick(joined.codes[start : start + height])[:-1])
                columns.append([int(codes.translate(alphabet), 2) for alphabet in by_room])
            levels.append(columns)
        return levels

    def hide(self, column: int, row: int, room: int) -> None:
        """The cell is hidden now, and could be less by *room*."""
        for level, placed in enumerate(self.placed):
            if bits := placed.get(row):
                hidden = self.hidden[level][column]
                for low in range(room + 1):
                    hidden[low] |= bits

    def show(self, column: int, row: int) -> None:
        """The cell is shown again."""
        for level, placed in enumerate(self.placed):
            if bits := placed.get(row):
                self.hidden[level][column] = [mask & ~bits for mask in self.hidden[level][column]]

    def partners(self, way: Way, level: int, need: int) -> int:
        """The groups that could give what the way takes, with what holds them below the next level."""
        found = -1
        for masks in self.hidden[: level + 1]:
            for place, sign in way.sets:
                found &= masks[place][need if sign > 0 else 0]
        return found

    def beside(self, group: int, level: int) -> int:
        """The groups with the same totals as this one from the next level on, but not at this level."""
        chain = self.chains[group]
        return self.placed[level + 1][chain[level + 1]] & ~self.placed[level][chain[level]]

    def facing(self, partners: int, level: int) -> int:
        """All groups that have one of the partners beside them."""
        if not partners:
            return 0
        if len(self.placed[level + 1]) == 1:
            [all_] = self.placed[level + 1].values()
            first = self.under(self.first(partners), level)
            return all_ if partners & ~first else all_ & ~first
        own, wider = self.together[level], self.together[level + 1]
        partners = _upwards(partners, own) | _downwards(partners, own)
        parted = wider[0] & ~own[0]
        return _upwards(partners << 1 & parted, wider) | _downwards((partners & parted) >> 1, wider)

    def under(self, group: int, level: int) -> int:
        """The groups under the same total at this level as this one, itself among them."""
        return self.placed[level][self.chains[group][level]]

    def first(self, partners: int) -> int:
        """The first of the groups that the bits stand for."""
        return self.groups[(partners & -partners).bit_length() - 1]


def _together(sets: list[int]) -> list[int]:
    """The groups in the same set as the one before them, as the second before, the fourth, the eighth."""
    longest = max(map(int.bit_count, sets))
    distances = [1 << power for power in range(max(1, (longest - 1).bit_length()))]
    return [sum(of & of << distance for of in sets) for distance in distances]


def _upwards(groups: int, together: list[int]) -> int:
    """The groups and all above them in the same sets."""
    for power, same in enumerate(together):
        groups |= groups << (1 << power) & same
    return groups


def _downwards(groups: int, together: list[int]) -> int:
    """The groups and all below them in the same sets."""
    for power, same in enumerate(together):
        groups |= (groups & same) >> (1 << power)
    return groups
