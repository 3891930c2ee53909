"""Hides cells of the new table until every small group has a proof that it could be large."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final

from forebygg.privacy.suppression.joining import SHOWN, Joined
from forebygg.privacy.suppression.reconciling import reconcile
from forebygg.privacy.suppression.releases import Zeros
from forebygg.privacy.suppression.repairing import Repairs
from forebygg.privacy.suppression.swaps import Swaps

# In tables with at most so many groups swaps of every shape are tried, in several orders, for so long.
SMALL_TABLE: Final = 150
PATIENCE: Final = 300
EFFORT: Final = 4000
LAST_PATIENCE: Final = 2000
LAST_EFFORT: Final = 4000
MOST: Final = 12
"""More cells than this are not hidden for one group; rather the whole table."""

Place = tuple[int, int, int]
"""A column group, a row group, and how many people it lacks to reach the threshold."""
ORDERS: Final[tuple[Callable[[list[int], dict[int, Place]], list[int]], ...]] = (
    lambda groups, _: groups,
    lambda groups, _: groups[::-1],
    lambda groups, places: sorted(groups, key=lambda group: -places[group][2]),
    lambda groups, places: sorted(groups, key=lambda group: places[group][2]),
    lambda groups, places: sorted(groups, key=lambda group: places[group][1]),
    lambda groups, places: sorted(groups, key=lambda group: -places[group][1]),
)


class Protection:
    """What has been hidden so far, and the proof of each small group: the cells that its swap changes."""

    def __init__(self, joined: Joined, small: dict[int, Place]) -> None:
        self.joined, self.codes, self.small = joined, joined.codes, small
        self.patient = len(joined.rows.above) * len(joined.columns.above) <= SMALL_TABLE
        self.swaps = Swaps(joined)
        self.proofs: dict[int, Collection[int]] = {}
        self.more: dict[int, None] = {}
        self.bare: list[int] = []
        self.effort, self.last_effort = EFFORT, LAST_EFFORT

    def run(self, order: Iterable[int]) -> None:
        """Protect the groups one after the other, then show again what no proof needs."""
        for group in order:
            if not (self._proved(group) or self._hidden_for(group)):
                self.bare.append(group)
        self._tidy()

    def _proved(self, group: int) -> bool:
        if steps := self.swaps.within_the_hidden(*self.small[group]):
            self.proofs[group] = [cell for step in steps for cell in self.swaps.cells_of(step)]
            return True
        found = self._repaired(group, 0) if self.patient else None
        if found:
            self.proofs[group] = found[0]
        return bool(found)

    def proved_at_last(self, group: int) -> bool:
        """Whether hidden cells alone protect the group, after a longer search."""
        return self._proved(group) or self._repaired_at_last(group, 0) is not None

    def _repaired(self, group: int, more: int) -> tuple[frozenset[int], set[int]] | None:
        patience = min(PATIENCE, self.effort)
        repairs = Repairs(self.joined, patience)
        found = repairs.cells(*self.small[group], more) if patience else None
        self.effort -= patience - max(0, repairs.patience)
        return found

    def _repaired_at_last(self, group: int, more: int) -> tuple[frozenset[int], set[int]] | None:
        patience = min(LAST_PATIENCE, self.last_effort)
        repairs = Repairs(self.joined, patience)
        found = repairs.cells(*self.small[group], more) if patience else None
        self.last_effort -= patience - max(0, repairs.patience)
        return found

    def _hidden_for(self, group: int) -> bool:
        swap = self.swaps.cheapest(*self.small[group])
        limit = len(swap[1]) if swap else MOST
        if swap is None or (self.patient and limit > 1):
            for more in range(1, limit):
                search = self._repaired if swap else self._repaired_at_last
                if found := search(group, more):
                    self._keep(group, *found)
                    return True
        if swap:
            self._keep(group, self.swaps.cells_of(swap[0]), swap[1])
        return bool(swap)

    def _keep(self, group: int, cells: Collection[int], more: Iterable[int]) -> None:
        for cell in more:
            self.swaps.hide(cell)
            self.more[cell] = None
        self.proofs[group] = cells

    def _tidy(self) -> None:
        """Show what every group can do without, the latest hidden first."""
        needed_by: defaultdict[int, set[int]] = defaultdict(set)
        for group, cells in self.proofs.items():
            for cell in cells:
                if cell in self.more:
                    needed_by[cell].add(group)
        for cell in reversed(list(self.more)):
            groups = sorted(needed_by[cell])
            before = {group: self.proofs[group] for group in groups}
            self.swaps.show(cell)
            if not all(map(self._proved, groups)):
                self.swaps.hide(cell)
                self.proofs |= before
                continue
            del self.more[cell]
            for group in groups:
                for other in self.more.keys() & before[group]:
                    needed_by[other].discard(group)
                for other in self.more.keys() & self.proofs[group]:
                    needed_by[other].add(group)


def protect(joined: Joined) -> list[int]:
    """Hide in *joined* as little as can be found; what no choice of cells was found to protect."""
    if joined.amiss:
        reconcile(joined)
    small = dict(small_groups(joined))
    best: tuple[tuple[int, int, int], bytearray, list[int]] | None = None
    start = bytes(joined.codes)
    effort, last_effort = EFFORT, LAST_EFFORT  # what all orders together may take
    orders = ORDERS if len(joined.rows.above) * len(joined.columns.above) <= SMALL_TABLE else ORDERS[:1]
    for order in orders:
        joined.codes = bytearray(start)
        protection = Protection(joined, small)
        protection.effort, protection.last_effort = effort, last_effort
        protection.run(order(list(small), small))
        # Of choices that hide as many, the one that hides the narrower cells: totals are asked for most.
        effort, last_effort = protection.effort, protection.last_effort
        rank = len(protection.bare), len(protection.more), sum(map(joined.reach, protection.more))
        if best is None or rank < best[0]:
            best = rank, joined.codes, protection.bare
        if best[0] < (0, 2) or not effort:
            break
    if best is None:
        return []
    joined.codes = best[1]
    return best[2]


def small_groups(joined: Joined) -> Iterator[tuple[int, Place]]:
    """The smallest groups that must be able to reach the threshold, by their cells' numbers."""
    zero_is_small = joined.zeros is Zeros.HIDDEN
    for column, holders in enumerate(joined.columns.above):
        start = holders[0] * joined.height
        for row, of in enumerate(joined.rows.above):
            number = start + of[0]
            count = joined.counts[number]
            counts = count or zero_is_small or number in joined.unlisted
            if counts and count < joined.threshold and joined.codes[number] < SHOWN:
                yield number, (column, row, joined.threshold - count)


def hide_everything(joined: Joined, bare: Iterable[int]) -> list[int]:
    """Hide all that no earlier release shows: nothing new is told. The groups that even so have no proof."""
    joined.hide_all()
    protection = Protection(joined, dict(small_groups(joined)))
    return [group for group in bare if group in protection.small and not protection.proved_at_last(group)]
