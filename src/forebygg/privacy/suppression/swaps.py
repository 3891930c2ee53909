"""Swaps: people moved between hidden cells so that everything that is shown stays as it is.

A swap that makes a small cell reach the threshold is another table, just as possible as the real one to
whoever sees what is shown: it proves that the cell is safe.
"""

from collections import Counter
from typing import NamedTuple

from forebygg.privacy.suppression.joining import SHOWN, Joined, Way
from forebygg.privacy.suppression.masks import REACH, Masks, alphabets


class Step(NamedTuple):
    """So many people along one way across the columns, from one group to another or out of its totals."""

    way: Way
    group: int
    level: int
    """How many of the group's totals change with it."""
    partner: int | None
    amount: int


class Swaps:
    """Finds swaps among the cells that are hidden, or that would have to be."""

    def __init__(self, joined: Joined) -> None:
        self.joined, self.codes, self.height = joined, joined.codes, joined.height
        many = len(joined.rows.above)
        self.blocks = [
            Masks(joined, range(start, min(start + REACH, many))) for start in range(0, many, REACH)
        ]
        self.near: dict[int, list[Masks]] = {}
        for block in self.blocks:
            for row in dict.fromkeys(row for placed in block.placed for row in placed):
                self.near.setdefault(row, []).append(block)
        self.certain = joined.rows.nests
        self.hidden_of, self.could_of = alphabets(joined.threshold)
        self.lying: dict[int, tuple[list[int], list[int]]] = {}

    def hide(self, cell: int) -> None:
        """Count the cell as hidden from now on."""
        self.codes[cell] -= SHOWN
        column, row = divmod(cell, self.height)
        self.lying.pop(row, None)
        for block in self.near.get(row, ()):
            block.hide(column, row, self.codes[cell])

    def show(self, cell: int) -> None:
        """Count the cell as shown again."""
        self.codes[cell] += SHOWN
        column, row = divmod(cell, self.height)
        self.lying.pop(row, None)
        for block in self.near.get(row, ()):
            block.show(column, row)

    def _row(self, row: int) -> tuple[list[int], list[int]]:
        """Of one row, by how much less a cell must be able to be: the hidden columns, and the possible."""
        if row not in self.lying:
            codes = bytes(self.codes[row :: self.height][::-1])
            self.lying[row] = (
                [int(codes.translate(alphabet), 2) for alphabet in self.hidden_of],
                [int(codes.translate(alphabet), 2) for alphabet in self.could_of],
            )
        return self.lying[row]

    def cells_of(self, step: Step) -> list[int]:
        """Every cell that the step changes."""
        chains, height = self.joined.chains, self.height
        rows = chains[step.group][: step.level + 1]
        if step.partner is not None:
            rows += chains[step.partner][: step.level + 1]
        return [column * height + row for column, _ in step.way.sets for row in dict.fromkeys(rows)]

    def within_the_hidden(self, column: int, group: int, need: int) -> list[Step] | None:
        """Steps over hidden cells alone by which the cell gains *need*; None when none were found."""
        if found := self._one(column, group, need):
            return [found] if self.certain or self._holds([found]) else None
        steps = self._several(column, group, need)
        return steps if steps and (self.certain or self._holds(steps)) else None

    def _one(self, column: int, group: int, need: int) -> Step | None:
        holders = self.joined.chains[group]
        last = len(holders) - 1
        block = self.blocks[group // REACH]
        hidden = [self._row(holder)[0] for holder in holders]
        beside = [block.beside(group, level) for level in range(last)]
        shown, short = ~hidden[0][0], ~hidden[0][need]
        for way in self.joined.ways(column):
            if way.gain & shown or way.lose & short:
                continue
            for level in range(last):
                if level and (way.gain & ~hidden[level][0] or way.lose & ~hidden[level][need]):
                    break
                if partners := _partners(block, way, beside[level], level, need):
                    return Step(way, group, level, block.first(partners), need)
            else:
                if not (way.gain & ~hidden[last][0] or way.lose & ~hidden[last][need]):
                    return Step(way, group, last, None, need)
        return None

    def _several(self, column: int, group: int, need: int) -> list[Step]:
        """Smaller steps that together make up *need*; none takes from a cell that another takes from."""
        holders = self.joined.chains[group]
        last = len(holders) - 1
        block = self.blocks[group // REACH]
        hidden = [self._row(holder)[0] for holder in holders]
        shown, short = ~hidden[0][0], ~hidden[0][1]
        steps: list[Step] = []
        used = lost = 0
        for way in self.joined.ways(column):
            if way.gain & shown or way.lose & short or way.lose & lost:
                continue
            amount = need
            for level in range(last + 1):
                while amount and (way.gain & ~hidden[level][0] or way.lose & ~hidden[level][amount]):
                    amount -= 1
                if not amount:
                    break
                partner = None
                if level < last:
                    unused = block.beside(group, level) & ~used
                    if not _partners(block, way, unused, level, 1):
                        continue
                    while not (enough := _partners(block, way, unused, level, amount)):
                        amount -= 1
                    partner = block.first(enough)
                    used |= block.under(partner, level)
                steps.append(Step(way, group, level, partner, amount))
                need, lost = need - amount, lost | way.lose
                if not need:
                    return steps
                break
        return []

    def _holds(self, steps: list[Step]) -> bool:
        """Whether all the steps together change hidden cells alone, none by more than it could be."""
        changes = Counter[int]()
        rows, columns = self.joined.rows.above, self.joined.columns.above
        for step in steps:
            ends = [(step.group, 1)] if step.partner is None else [(step.group, 1), (step.partner, -1)]
            for end, up in ends:
                for one, sign in step.way.groups:
                    change = up * sign * step.amount
                    for place in columns[one]:
                        for row in rows[end]:
                            changes[place * self.height + row] += change
        codes = self.codes
        return all(
            codes[cell] < SHOWN and codes[cell] + change >= 0 for cell, change in changes.items() if change
        )

    def cheapest(self, column: int, group: int, need: int) -> tuple[Step, list[int]] | None:
        """The swap of *need* for which fewest more cells have to be hidden, and these; None without any."""
        best: tuple[Step, list[int]] | None = None
        least = self.height * self.joined.width
        holders = self.joined.chains[group]
        last = len(holders) - 1
        block = self.blocks[group // REACH]
        rows = [self._row(holder) for holder in holders]
        for way in self.joined.ways(column):
            cost = 0
            for level, (hidden, could) in enumerate(rows):
                cost += (way.changed & ~hidden[0]).bit_count()
                if cost >= least or way.gain & ~could[0] or way.lose & ~could[need]:
                    break
                partners, more = 0, 0
                if level < last:
                    partners, more = _dearer_partners(block, way, group, level, need, least - cost)
                    if not partners:
                        continue
                partner = block.first(partners) if partners else None
                step = Step(way, group, level, partner, need)
                missing = [cell for cell in self.cells_of(step) if self.codes[cell] >= SHOWN]
                if self.certain or self._would_hold(step, missing):
                    best, least = (step, missing), cost + more
                    if least <= 1:
                        return best
        return best

    def _would_hold(self, step: Step, more: list[int]) -> bool:
        for cell in more:
            self.codes[cell] -= SHOWN
        holds = self._holds([step])
        for cell in more:
            self.codes[cell] += SHOWN
        return holds


def _partners(block: Masks, way: Way, found: int, level: int, need: int) -> int:
    """Those of the groups whose cells are hidden, and could be so much less where they have to be."""
    for masks in block.hidden[: level + 1]:
        for place, sign in way.sets:
            found &= masks[place][need if sign > 0 else 0]
            if not found:
                return 0
    return found


def _dearer_partners(
    block: Masks, way: Way, group: int, level: int, need: int, limit: int
) -> tuple[int, int]:
    """The partners of whose cells fewest, and fewer than *limit*, would have to be hidden; and how many."""
    by_cost = [block.beside(group, level)]
    for below in range(level + 1):
        for place, sign in way.sets:
            low = need if sign > 0 else 0
            hidden = block.hidden[below][place][low]
            not_yet = block.could_be[below][place][low] & ~hidden
            dearer = [one & not_yet for one in by_cost]
            by_cost = [one & hidden for one in by_cost]
            for cost, one in enumerate(dearer[: limit - 1], start=1):
                if cost < len(by_cost):
                    by_cost[cost] |= one
                else:
                    by_cost.append(one)
    return next(((partners, cost) for cost, partners in enumerate(by_cost) if partners), (0, 0))
