"""All tables laid together: every cell once, what is hidden of it, and by how much it could be less."""

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from forebygg.privacy.suppression.axes import Axis, axis_of
from forebygg.privacy.suppression.errors import ChangedCount, OtherDimensions, WrongTotal
from forebygg.privacy.suppression.releases import Release, Zeros
from forebygg.privacy.suppression.tables import Cell, Table, told
from forebygg.privacy.suppression.ways import Way, ways_from

# A cell's code: how much less it could be, 0 to the threshold, while it is hidden; the same and SHOWN while
# it is to be shown but may yet be hidden; FIXED when readers know it whatever we do.
SHOWN: Final = 128
FIXED: Final = 255
SEEN: Final = 2  # of a cell in an earlier table, not that it was at least so many


class Joined:
    """The cells as a matrix: sets of the longest dimension's groups by sets of all the others' together.

    A cell's number is its column set times `height` plus its row set. Raises TableError where the tables
    cannot all be true. Where `amiss` is not empty, `reconciling` has to find other counts for the unlisted.
    """

    def __init__(self, table: Table, releases: Sequence[Release], threshold: int, zeros: Zeros) -> None:
        self.table, self.releases, self.threshold, self.zeros = table, releases, threshold, zeros
        tables = [table, *(release.table for release in releases)]
        names = [dimension.name for dimension in table.dimensions]
        for release in releases:
            if names != (earlier := [dimension.name for dimension in release.table.dimensions]):
                raise OtherDimensions(earlier=", ".join(earlier), now=", ".join(names))
        axes = [axis_of(same) for same in zip(*(one.dimensions for one in tables), strict=True)]
        longest = max(range(len(axes)), key=lambda number: len(axes[number].above))
        self.rows = axes[longest]
        self.others = [axis for number, axis in enumerate(axes) if number != longest]
        self.height = len(self.rows.members)
        self.chains = self.rows.chains
        self.columns = _flattened(self.others)
        self.width = len(self.columns.members)
        self.numbers = [self._numbers(axes, longest, which) for which in range(len(tables))]
        self.counts = self._counts(tables)
        self.unlisted = self._completed()
        self.amiss: dict[int, int] = {}
        self._check(tables)
        self.codes = bytearray()
        self.begin()

    @property
    def cells(self) -> list[int]:
        """The numbers of the new table's cells, in its order."""
        return self.numbers[0]

    def _numbers(self, axes: Sequence[Axis], longest: int, which: int) -> list[int]:
        numbers, step = [0], self.height
        steps = {}
        for position in reversed(range(len(axes))):
            if position != longest:
                steps[position] = step
                step *= len(axes[position].members)
        for position, axis in enumerate(axes):
            factor = steps.get(position, 1)
            offsets = [number * factor for number in axis.columns[which]]
            numbers = [number + offset for number in numbers for offset in offsets]
        return numbers

    def _counts(self, tables: Sequence[Table]) -> list[int]:
        """Each cell's count; -1 where no table has one."""
        counts = [-1] * (self.height * self.width)
        for number, count in zip(self.cells, self.table.values, strict=True):
            counts[number] = count
        if len(tables) == 1:
            return counts
        for table, numbers in zip(tables, self.numbers, strict=True):
            for number, count, cell in zip(numbers, table.values, table.cells(), strict=True):
                if counts[number] == -1:
                    counts[number] = count
                elif counts[number] != count:
                    raise ChangedCount(cell=told(cell), count=counts[number], earlier=count)
        return counts

    def _completed(self) -> set[int]:
        """Give every group that no table lists a count that may fit the others; the numbers of these."""
        if -1 not in self.counts:
            return set()
        columns, rows = self.columns, self.rows
        singles = [column[0] * self.height + row[0] for column in columns.above for row in rows.above]
        missing = {number for number in singles if self.counts[number] == -1}
        listed = [number for number, count in enumerate(self.counts) if count != -1] if missing else []
        unset = set(missing)
        for number in sorted(listed, key=self.reach):
            within = self.parts(number)
            if first := [part for part in within if part in unset]:
                rest = self.counts[number] - sum(self.counts[part] for part in within if part not in unset)
                for part in first:
                    self.counts[part], rest = max(rest, 0), 0
                unset.difference_update(first)
        for number in unset:
            self.counts[number] = 0
        return missing

    def parts(self, number: int) -> list[int]:
        """The cells of the single groups that the cell adds up."""
        column, row = divmod(number, self.height)
        return [
            self.columns.above[one][0] * self.height + self.rows.above[other][0]
            for one in self.columns.members[column]
            for other in self.rows.members[row]
        ]

    def reach(self, number: int) -> int:
        """How many groups the cell holds."""
        column, row = divmod(number, self.height)
        return len(self.columns.members[column]) * len(self.rows.members[row])

    @cached_property
    def _sums(self) -> list[list[int]]:
        """What each cell must be, its smallest groups added up; by column set, then row set."""
        single = [of[0] for of in self.rows.above]
        totals = [(row, of) for row, of in enumerate(self.rows.members) if len(of) > 1]
        down = []
        for column in self.columns.above:
            start = column[0] * self.height
            sums = self.counts[start : start + self.height]
            groups = list(map(sums.__getitem__, single))
            for row, of in totals:
                sums[row] = sum(map(groups.__getitem__, of))
            down.append(sums)
        return [
            down[of[0]] if len(of) == 1 else list(map(sum, zip(*(down[one] for one in of), strict=True)))
            for of in self.columns.members
        ]

    def _check(self, tables: Sequence[Table]) -> None:
        sums = [count for column in self._sums for count in column]
        for table, numbers in zip(tables, self.numbers, strict=True):
            if list(map(sums.__getitem__, numbers)) == table.values:
                continue
            for number, count, cell in zip(numbers, table.values, table.cells(), strict=True):
                if sums[number] == count:
                    continue
                if self.unlisted:
                    self.amiss[number] = sums[number] - count
                elif table is self.table:
                    raise WrongTotal(cell=told(cell), count=count, parts=sums[number])
                else:
                    raise ChangedCount(cell=told(cell), count=sums[number], earlier=count)

    def cell(self, number: int) -> Cell:
        """The cell by its categories, as the first table that has it calls it."""
        tables = [self.table, *(release.table for release in self.releases)]
        return next(
            (
                cell
                for table, numbers in zip(tables, self.numbers, strict=True)
                for found, cell in zip(numbers, table.cells(), strict=True)
                if found == number
            ),
            (),
        )

    def begin(self) -> None:
        """Hide the small cells, and nothing more; what was shown earlier stays shown."""
        most = self.threshold
        least = 1 if self.zeros is Zeros.SHOWN else 0
        code_of = [count - least if count else 0 for count in range(most)]
        code_of += [SHOWN + min(most, count - least) for count in range(most, 2 * most)]
        if least:
            code_of[0] = FIXED
        largest = code_of.pop()
        many = len(code_of)
        codes = bytearray([code_of[count] if count < many else largest for count in self.counts])
        if len(self.cells) < len(codes):
            for number in set(range(len(codes))).difference(self.cells):
                # No table has the cell, so none holds it back.
                codes[number] = min(self.counts[number], most) if number in self.unlisted else most
        for number, floor in self.before.items():
            room = max(0, min(most, self.counts[number] - floor))
            if floor == SEEN:
                codes[number] = FIXED
            elif codes[number] == FIXED:  # a zero that was hidden earlier
                codes[number] = 0
            else:
                codes[number] = codes[number] // SHOWN * SHOWN + min(codes[number] % SHOWN, room)
        self.codes = codes

    @cached_property
    def before(self) -> dict[int, int]:
        """The cells of the earlier tables: `SEEN`, or the least that their readers know them to be."""
        before: dict[int, int] = {}
        for release, numbers in zip(self.releases, self.numbers[1:], strict=True):
            least = 1 if release.zeros is Zeros.SHOWN else 0
            for number, cell in zip(numbers, release.table.cells(), strict=True):
                known = least if cell in release.hidden else SEEN
                before[number] = max(known, before.get(number, 0))
        return before

    def hide_all(self) -> None:
        """Hide every cell of the new table that no earlier one shows, zeros too."""
        for number, count in zip(self.cells, self.table.values, strict=True):
            floor = self.before.get(number, 0)
            if floor != SEEN:
                self.codes[number] = max(0, min(self.threshold, count - floor))
        self.zeros = Zeros.HIDDEN

    def ways(self, column: int) -> list[Way]:
        """Every way across the columns that begins in this one, the ways that change fewest cells first."""
        if column not in self._ways:
            self._ways[column] = ways_from(self.others, column)
        return self._ways[column]

    @cached_property
    def _ways(self) -> dict[int, list[Way]]:
        return {}


def _flattened(axes: Sequence[Axis]) -> Axis:
    """Several dimensions as one whose groups and sets are the combinations of theirs."""
    sets: list[tuple[int, ...]] = [(0,)]
    holders: list[tuple[int, ...]] = [(0,)]
    for axis in axes:
        wide = len(axis.members)
        holders = [
            tuple(one * wide + other for one in first for other in second)
            for first in holders
            for second in axis.above
        ]
        sets = [
            tuple(one * len(axis.above) + other for one in first for other in second)
            for first in sets
            for second in axis.members
        ]
    ordered = tuple(tuple(sorted(of, key=lambda number: len(sets[number]))) for of in holders)
    return Axis(ordered, tuple(sets), ())
