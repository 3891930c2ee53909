"""Hides cells of the new table until every small group has a proof that it could be large."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final

from forebygg.privacy.suppression.joining import SHOWN, Joined
from forebygg.privacy.suppression.mutual import Place, not_mutual
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

ORDERS: Final[tuple[Callable[[list[int], dict[int, Place]], list[int]], ...]] = (
    lambda groups, _: groups,
    lambda groups, _: groups[::-1],
    lambda groups, places: sorted(groups, key=lambda group: -places[group][2]),
    lambda groups, places: sorted(groups, key=lambda group: places[group][2]),
    lambda groups, places: sorted(groups, key=lambda group: places[group][0]),
    lambda groups, places: sorted(groups, key=lambda group: -places[group][0]),
)


class Protection:
    """What has been hidden beyond the small cells, for which group first, and what each group needs of it."""

    def __init__(self, joined: Joined, small: dict[int, Place]) -> None:
        self.joined, self.codes = joined, joined.codes
        self.patient = len(joined.rows.above) * len(joined.columns.above) <= SMALL_TABLE
        self.swaps = Swaps(joined)
        self.small = not_mutual(joined, self.swaps.blocks, small)
        self.proofs: dict[int, Collection[int]] = {}
        self.more: dict[int, int] = {}
        self.bare: list[int] = []
        self.effort, self.last_effort = EFFORT, LAST_EFFORT

    def run(self, order: Iterable[int]) -> None:
        """Protect the groups one after the other, then show again what no proof needs."""
        for group in filter(self.small.__contains__, order):
            proof = self._proof(group)
            if proof is not None:
                self.proofs[group] = self.more.keys() & proof
            elif not self._hidden_for(group):
                self.bare.append(group)
        self._tidy()

    def _proof(self, group: int) -> Collection[int] | None:
        """The cells of a swap within what is hidden; None when none was found."""
        if steps := self.swaps.within_the_hidden(*self.small[group]):
            return [cell for step in steps for cell in self.swaps.cells_of(step)]
        found = self._repaired(group, 0) if self.patient else None
        return found[0] if found else None

    def proved_at_last(self, group: int) -> bool:
        """Whether hidden cells alone protect the group, after a longer search."""
        return self._proof(group) is not None or self._repaired_at_last(group, 0) is not None

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
            self.more[cell] = group
        self.proofs[group] = self.more.keys() & cells

    def _tidy(self) -> None:
        """Show what every group can do without, the latest hidden first."""
        needed_by: defaultdict[int, set[int]] = defaultdict(set)
        for group, cells in self.proofs.items():
            for cell in cells:
                needed_by[cell].add(group)
        for cell in reversed(list(self.more)):
            self.swaps.show(cell)
            proofs = self._proofs_of(needed_by[cell], first=self.more[cell])
            if proofs is None:
                self.swaps.hide(cell)
                continue
            del self.more[cell]
            for group, proof in proofs.items():
                for other in self.proofs[group]:
                    needed_by[other].discard(group)
                self.proofs[group] = self.more.keys() & proof
                for other in self.proofs[group]:
                    needed_by[other].add(group)

    def _proofs_of(self, groups: Collection[int], first: int) -> dict[int, Collection[int]] | None:
        """A proof of each group; None as soon as one has none, which the *first* is likeliest to be."""
        proofs: dict[int, Collection[int]] = {}
        for group in sorted(groups, key=lambda group: (group != first, group)):
            proof = self._proof(group)
            if proof is None:
                return None
            proofs[group] = proof
        return proofs


def protect(joined: Joined) -> list[int]:
    """Hide in *joined* as little as can be found; what no choice of cells was found to protect."""
    if joined.amiss:
        reconcile(joined)
    small = dict(small_groups(joined))
    best: tuple[tuple[int, int, int], bytearray, list[int]] | None = None
    start = bytes(joined.codes)
    effort, last_effort = EFFORT, LAST_EFFORT  # what all orders together may take
    orders = ORDERS if len(joined.rows.above) * len(joined.columns.above) <= SMALL_TABLE else ORDERS[1:2]
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
    """The smallest groups that must be able to reach the threshold, by their cells' numbers, row by row."""
    codes, counts, threshold = joined.codes, joined.counts, joined.threshold
    zero_is_small = joined.zeros is Zeros.HIDDEN
    starts = [holders[0] * joined.height for holders in joined.columns.above]
    for row, of in enumerate(joined.rows.above):
        first = of[0]
        for column in [column for column, start in enumerate(starts) if codes[start + first] < SHOWN]:
            number = starts[column] + first
            count = counts[number]
            if count < threshold and (count or zero_is_small or number in joined.unlisted):
                yield number, (column, row, threshold - count)


def hide_everything(joined: Joined, bare: Iterable[int]) -> list[int]:
    """Hide all that no earlier release shows: nothing new is told. The groups that even so have no proof."""
    joined.hide_all()
    protection = Protection(joined, dict(small_groups(joined)))
    return [group for group in bare if group in protection.small and not protection.proved_at_last(group)]
