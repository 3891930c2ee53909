"""The patient search for a swap: change one group, then repair whatever shown cell no longer comes out.

It finds swaps of any shape, in any number of overlapping tables, but slowly; `swaps` finds the common ones.
"""

from collections.abc import Iterator
from typing import Final

from forebygg.privacy.suppression.joining import FIXED, SHOWN, Joined

NEAR: Final = 16
"""So many groups on either side are tried; those beside each other have the same totals."""
DEEPEST: Final = 40

Group = tuple[int, int]
"""A column group and a row group."""


class Repairs:
    """One search: it gives up after *patience* steps, and then says that nothing was found."""

    def __init__(self, joined: Joined, patience: int) -> None:
        self.joined, self.codes = joined, joined.codes
        self.patience = patience
        self.moved: dict[Group, int] = {}
        self.changes: dict[int, int] = {}
        self.open: dict[int, None] = {}
        self.more: set[int] = set()
        self.limit = 0
        self.depth = 0
        self.near = range(len(joined.rows.above))

    def cells(self, column: int, group: int, need: int, limit: int) -> tuple[frozenset[int], set[int]] | None:
        """The cells that a swap of *need* changes, and those of them, at most *limit*, that are shown."""
        self.limit = limit
        self.near = range(group - NEAR, group + NEAR + 1)
        for _ in self._tried((column, group), need):
            if self._repaired():
                changed = frozenset(cell for cell, change in self.changes.items() if change)
                return changed, {cell for cell in self.more if self.changes[cell]}
        return None

    def _tried(self, group: Group, amount: int) -> Iterator[None]:
        """Move so many into the group, or out of it, while the caller looks on; then back again."""
        own = self._cell(group)
        code = self.codes[own]
        hides = code >= SHOWN and own not in self.more
        if code == FIXED or (hides and len(self.more) == self.limit):
            return
        if hides:
            self.more.add(own)
            self.open.pop(own, None)
        self._move(group, amount)
        yield
        self._move(group, -amount)
        if hides:
            self.more.discard(own)

    def _cell(self, group: Group) -> int:
        column, row = group
        joined = self.joined
        return joined.columns.above[column][0] * joined.height + joined.rows.above[row][0]

    def _cells(self, group: Group) -> list[int]:
        column, row = group
        joined = self.joined
        return [
            place * joined.height + holder
            for place in joined.columns.above[column]
            for holder in joined.rows.above[row]
        ]

    def _move(self, group: Group, amount: int) -> None:
        self.moved[group] = self.moved.get(group, 0) + amount
        for cell in self._cells(group):
            change = self.changes.get(cell, 0) + amount
            self.changes[cell] = change
            code = self.codes[cell]
            if (code >= SHOWN and cell not in self.more and change) or (
                code != FIXED and change < -(code % SHOWN)
            ):
                self.open[cell] = None
            else:
                self.open.pop(cell, None)

    def _repaired(self) -> bool:
        if not self.open:
            return True
        self.patience -= 1
        if self.patience < 0 or self.depth == DEEPEST:
            return False
        self.depth += 1
        found = self._repaired_at_last()
        self.depth -= 1
        return found

    def _repaired_at_last(self) -> bool:
        cell = min(self.open, key=self.joined.reach)
        for _ in self._hidden_instead(cell):
            if self._repaired():
                return True
        change = self.changes[cell]
        code = self.codes[cell]
        excess = change if code >= SHOWN and cell not in self.more else change + code % SHOWN
        for group, amount in self._movable(cell, -excess):
            for _ in self._tried(group, amount):
                if self._repaired():
                    return True
            if self.patience < 0:
                return False
        return False

    def _hidden_instead(self, cell: int) -> Iterator[None]:
        code = self.codes[cell]
        if code < SHOWN or code == FIXED or cell in self.more or len(self.more) == self.limit:
            return
        if self.changes[cell] < -(code - SHOWN):
            return
        self.more.add(cell)
        del self.open[cell]
        yield
        self.more.discard(cell)
        self.open[cell] = None

    def _movable(self, cell: int, amount: int) -> list[tuple[Group, int]]:
        """Groups within the cell that could take the change, those that mend most first."""
        joined = self.joined
        column, row = divmod(cell, joined.height)
        found = []
        for one in joined.columns.members[column]:
            for other in filter(self.near.__contains__, joined.rows.members[row]):
                group = one, other
                moved = self.moved.get(group, 0)
                if moved and (moved > 0) != (amount > 0):
                    continue  # never straight back
                own = self._cell(group)
                code = self.codes[own]
                if code == FIXED or (code >= SHOWN and own not in self.more and len(self.more) == self.limit):
                    continue
                possible = amount if amount > 0 else -min(-amount, code % SHOWN + self.changes.get(own, 0))
                if possible:
                    cells = self._cells(group)
                    mended = sum(
                        (self.changes.get(one, 0) + possible == 0) - (self.changes.get(one, 0) == 0)
                        for one in cells
                        if self.codes[one] >= SHOWN and one not in self.more
                    )
                    found.append((-mended, abs(amount - possible), group, possible))
        found.sort()
        return [(group, possible) for _, _, group, possible in found]
