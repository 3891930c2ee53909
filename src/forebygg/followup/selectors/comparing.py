"""What differs between two rounds, and what explains each difference."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from forebygg.followup.figures import BoardTold, Cell, Figures, GoalTold, PointTold
from forebygg.followup.models import Round
from forebygg.followup.rules.differing import Difference, Stand, explain
from forebygg.followup.selectors.figures import figures


@dataclass(frozen=True, kw_only=True)
class PointRow:
    """A commitment in both rounds; None where it was not."""

    before: PointTold | None
    after: PointTold | None

    @property
    def number(self) -> int:
        return self.told.number

    @property
    def told(self) -> PointTold:
        """As it was last."""
        told = self.after or self.before
        if told is None:
            raise AssertionError
        return told

    @property
    def is_new(self) -> bool:
        return self.before is None

    @property
    def has_ended(self) -> bool:
        """Whether it stood in the one and no longer does in the other."""
        was = self.before is not None and not self.before.ended_on
        return was and (self.after is None or self.after.ended_on is not None)

    @property
    def differs(self) -> bool:
        """Whether there is anything to tell."""
        if self.before is None or self.after is None or self.has_ended:
            return True
        return (self.before.done, self.before.conclusion, self.before.helped) != (
            self.after.done,
            self.after.conclusion,
            self.after.helped,
        )


@dataclass(frozen=True, kw_only=True)
class CellRow:
    """A unit's part in a commitment in both rounds, and what explains the difference."""

    commitment: PointTold
    unit: str
    unit_number: int
    before: Stand | None
    after: Stand | None
    difference: Difference


@dataclass(frozen=True, kw_only=True)
class BoardCompared:
    """The units of one board; `rows` are those that differ, `counts` are of all."""

    board: BoardTold
    rows: Sequence[CellRow]
    counts: Mapping[str, int]


class Compared:
    """Two rounds of one plan beside each other, `before` the one with the lower number."""

    def __init__(self, one: Round, other: Round) -> None:
        self.before, self.after = sorted((one, other), key=lambda of: of.number)
        self._earlier, self._later = figures(self.before), figures(self.after)

    @cached_property
    def boards(self) -> tuple[Sequence[BoardTold], Sequence[BoardTold]]:
        """Those of each round."""
        return self._earlier.boards(), self._later.boards()

    @cached_property
    def points(self) -> Sequence[PointRow]:
        """The commitments of both, by number."""
        before = {point.number: point for point in self._earlier.points()}
        after = {point.number: point for point in self._later.points()}
        return [
            PointRow(before=before.get(number), after=after.get(number))
            for number in sorted({*before, *after})
        ]

    @cached_property
    def goals(self) -> Sequence[tuple[GoalTold | None, GoalTold | None]]:
        """The goals of both, by number."""
        before = {goal.number: goal for goal in self._earlier.goals()}
        after = {goal.number: goal for goal in self._later.goals()}
        return [(before.get(number), after.get(number)) for number in sorted({*before, *after})]

    def board(self, number: int) -> BoardCompared | None:
        """The board of that number; None when neither round asked any of its units.

        A unit belongs to the board that it was under last, wherever it was before.
        """
        earlier, later = (_units(boards) for boards in self.boards)
        every = {board.number: board for boards in self.boards for board in boards}
        if number not in every:
            return None
        mine = {unit for unit in {*earlier, *later} if later.get(unit, earlier.get(unit)) == number}
        before = _cells(self._earlier, {earlier[unit] for unit in mine if unit in earlier}, mine)
        after = _cells(self._later, {later[unit] for unit in mine if unit in later}, mine)
        names = {unit.number: unit.name for boards in self.boards for board in boards for unit in board.units}
        points = {row.number: row for row in self.points}
        rows = [
            _row(points[commitment], (unit, names[unit]), before.get(key), after.get(key))
            for key in sorted({*before, *after})
            for commitment, unit in [key]
        ]
        return BoardCompared(
            board=every[number],
            rows=[row for row in rows if row.difference not in {Difference.SAME, Difference.STILL_NEVER}],
            counts=Counter(row.difference.value for row in rows),
        )


def _units(boards: Sequence[BoardTold]) -> dict[int, int | None]:
    """Each unit's board."""
    return {unit.number: board.number for board in boards for unit in board.units}


def _cells(
    of: Figures, boards: Collection[int | None], units: Collection[int]
) -> dict[tuple[int, int], Cell]:
    return {(cell.commitment, cell.unit): cell for cell in of.cells(boards) if cell.unit in units}


def _row(point: PointRow, unit: tuple[int, str], before: Cell | None, after: Cell | None) -> CellRow:
    stood, stands = _stand(before), _stand(after)
    return CellRow(
        commitment=point.told,
        unit_number=unit[0],
        unit=unit[1],
        before=stood,
        after=stands,
        difference=explain(stood, stands, is_new=point.is_new, has_ended=point.has_ended),
    )


def _stand(cell: Cell | None) -> Stand | None:
    if cell is None:
        return None
    return Stand(cell.state, dt.date.fromisoformat(cell.on) if cell.on else None, cell.answer)
