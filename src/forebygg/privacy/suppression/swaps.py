"""Swaps: people moved between hidden cells so that everything that is shown stays as it is.

A swap that makes a small cell reach the threshold is another table, just as possible as the real one to
whoever sees what is shown: it proves that the cell is safe.
"""

from collections import Counter
from collections.abc import Sequence
from operator import and_, itemgetter
from typing import NamedTuple

from forebygg.privacy.suppression.joining import SHOWN, Joined
from forebygg.privacy.suppression.masks import REACH, Masks, alphabets
from forebygg.privacy.suppression.ways import Signed, Way


class Step(NamedTuple):
    """So many people along one way across the columns, from one group to another or out of its totals."""

    way: Way
    group: int
    level: int
    """How many of the group's totals change with it."""
    partner: int | None
    amount: int


class Row(NamedTuple):
    """Of one row, by how much less a cell must be able to be: the columns that are hidden, and could be."""

    hidden: list[int]
    could_be: list[int]


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
        self.read: dict[int, Row] = {}

    def hide(self, cell: int) -> None:
        """Count the cell as hidden from now on."""
        self.codes[cell] -= SHOWN
        column, row = divmod(cell, self.height)
        hidden = self._row(row).hidden
        for low in range(self.codes[cell] + 1):
            hidden[low] |= 1 << column
        for block in self.near.get(row, ()):
            block.hide(column, row, self.codes[cell])

    def show(self, cell: int) -> None:
        """Count the cell as shown again."""
        self.codes[cell] += SHOWN
        column, row = divmod(cell, self.height)
        self._row(row).hidden[:] = [columns & ~(1 << column) for columns in self._row(row).hidden]
        for block in self.near.get(row, ()):
            block.show(column, row)

    def _row(self, row: int) -> Row:
        found = self.read.get(row)
        if found is None:
            codes = bytes(self.codes[row :: self.height][::-1])
            found = self.read[row] = Row(
                [int(codes.translate(alphabet), 2) for alphabet in self.hidden_of],
                [int(codes.translate(alphabet), 2) for alphabet in self.could_of],
            )
        return found

    def cells_of(self, step: Step) -> list[int]:
        """Every cell that the step changes."""
        chains, height = self.joined.chains, self.height
        rows = chains[step.group][: step.level + 1]
        if step.partner is not None:
            rows += chains[step.partner][: step.level + 1]
        return [column * height + row for column, _ in step.way.sets for row in dict.fromkeys(rows)]

    def within_the_hidden(self, column: int, group: int, need: int) -> list[Step] | None:
        """Steps over hidden cells alone by which the cell gains *need*; None when none were found.

        One step where there is such a one, otherwise smaller ones that together make up *need*.
        """
        steps = self._steps(column, group, need)
        return steps if steps and (self.certain or self._holds(steps)) else None

    def _steps(self, column: int, group: int, need: int) -> list[Step]:
        holders = self.joined.chains[group]
        last = len(holders) - 1
        block = self.blocks[group // REACH]
        place = self.joined.columns.above[column][0]
        ways: Sequence[Way] = self.joined.ways(column)
        room = giving = [-1] * (need + 1)  # by how many: what the group's cells can lose, and the partners'
        smaller: list[tuple[int, int, Way]] = []
        for level, holder in enumerate(holders):
            room = [*map(and_, room, self._row(holder).hidden)]
            ways = _open(ways, room, 1)
            if not ways:
                break
            if level == last:
                smaller += [(_most(way, room, need), level, way) for way in ways]
                break
            giving = [*map(and_, giving, block.hidden[level][place])]
            beside = block.beside(group, level)
            if not beside & giving[1]:
                continue
            for way in ways:
                amount = _most(way, room, need)
                while amount:
                    if found := _partners(block, way, beside & giving[amount], level, amount):
                        if amount == need:
                            return [Step(way, group, level, block.first(found), need)]
                        smaller.append((amount, level, way))
                        break
                    amount -= 1
        if sum(amount for amount, _, _ in smaller) < need:
            return []
        return self._together(group, sorted(smaller, key=itemgetter(0), reverse=True), need)

    def _together(self, group: int, smaller: list[tuple[int, int, Way]], need: int) -> list[Step]:
        """Smaller steps, tried in this order, none of which takes from a cell that another takes from."""
        chain, block = self.joined.chains[group], self.blocks[group // REACH]
        steps: list[Step] = []
        used = lost = 0
        for most, level, way in smaller:
            if way.lose & lost:
                continue
            amount, partner = min(most, need), None
            if level + 1 < len(chain):
                unused = block.beside(group, level) & ~used
                while amount and not (found := unused & block.partners(way, level, amount)):
                    amount -= 1
                if not amount:
                    continue
                partner = block.first(found)
                used |= block.under(partner, level)
            steps.append(Step(way, group, level, partner, amount))
            need, lost = need - amount, lost | way.lose
            if not need:
                return steps
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
        shown = ~rows[0].hidden[0]
        ways = _open(self.joined.ways(column), rows[0].could_be, need)
        priced = [((way.changed & shown).bit_count(), way) for way in ways]
        beside: list[Sequence[int]] = [[block.beside(group, level)] for level in range(last)]
        if last and ways:
            beside[0] = _by_cost(block, beside[0], ways[0].sets[:1], 0, need, 2)
        for own, way in sorted(priced, key=itemgetter(0)):
            cost = own
            for level, (hidden, could_be) in enumerate(rows):
                if level:
                    cost += (way.changed & ~hidden[0]).bit_count()
                if cost >= least or (level and not _open([way], could_be, need)):
                    break
                partner, more = None, 0
                if level < last:
                    columns = way.sets if level else way.others
                    partners = _by_cost(block, beside[level], columns, level, need, least - cost)
                    more = next((dear for dear, found in enumerate(partners) if found), -1)
                    if more < 0:
                        continue
                    partner = block.first(partners[more])
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


def _open(ways: Sequence[Way], row: Sequence[int], need: int) -> list[Way]:
    """The ways that change only such cells of the row."""
    gains, loses = ~row[0], ~row[need]
    return [way for way in ways if not (way.lose & loses or way.gain & gains)]


def _most(way: Way, row: Sequence[int], need: int) -> int:
    """How many of the *need* the row's cells can give."""
    while way.lose & ~row[need]:
        need -= 1
    return need


def _partners(block: Masks, way: Way, found: int, level: int, need: int) -> int:
    """Those of the groups whose cells are hidden, and could be so much less where they have to be.

    Of the column that the way begins in, this is known of them.
    """
    for masks in block.hidden[: level + 1]:
        for place, sign in way.others:
            found &= masks[place][need if sign > 0 else 0]
            if not found:
                return 0
    return found


def _by_cost(
    block: Masks, groups: Sequence[int], columns: Signed, level: int, need: int, limit: int
) -> Sequence[int]:
    """The groups by how many of their cells in the columns would have to be hidden, and fewer than *limit*.

    *groups* are by how many of their other cells.
    """
    for below in range(level + 1):
        for place, sign in columns:
            if not any(groups[:limit]):
                return ()
            low = need if sign > 0 else 0
            hidden = block.hidden[below][place][low]
            if limit == 1:
                groups = (groups[0] & hidden,)
                continue
            more = block.could_be[below][place][low] & ~hidden
            groups = [
                one & hidden | cheaper & more for one, cheaper in zip([*groups, 0], [0, *groups], strict=True)
            ][:limit]
    return groups
