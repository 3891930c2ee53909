"""What differs between two rounds, and what explains each difference."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from forebygg.followup.figures import Cell, Figures, GoalTold, Place, PointTold
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
        if self.before.done is not self.after.done:
            return True
        # What the council has not said yet is no difference.
        said = [(told.conclusion, told.helped) for told in (self.before, self.after) if told.conclusion]
        return len(set(said)) > 1


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

    name: str
    rows: Sequence[CellRow]
    counts: Mapping[str, int]


class Compared:
    """Two rounds of one plan beside each other, `before` the one with the lower number."""

    def __init__(self, one: Round, other: Round) -> None:
        self.before, self.after = sorted((one, other), key=lambda of: of.number)
        self._earlier, self._later = figures(self.before), figures(self.after)

    @cached_property
    def places(self) -> tuple[Mapping[int, Place], Mapping[int, Place]]:
        """Where the units lay in each round, by number."""
        return self._earlier.places(), self._later.places()

    @cached_property
    def boards(self) -> Mapping[int | None, str]:
        """The boards of either, by number, as they were last called."""
        return {place.board: place.name for places in self.places for place in places.values()}

    @cached_property
    def points(self) -> Sequence[PointRow]:
        """The commitments of both, by number."""
        return self._points(None)

    def _points(self, counted: Collection[int] | None) -> Sequence[PointRow]:
        before = {point.number: point for point in self._earlier.points(counted)}
        after = {point.number: point for point in self._later.points(counted)}
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
        earlier, later = ({unit: place.board for unit, place in places.items()} for places in self.places)
        if number not in self.boards:
            return None
        mine = {unit for unit in {*earlier, *later} if later.get(unit, earlier.get(unit)) == number}
        before = _cells(self._earlier, {earlier[unit] for unit in mine if unit in earlier}, mine)
        after = _cells(self._later, {later[unit] for unit in mine if unit in later}, mine)
        names = {unit: place.unit for places in self.places for unit, place in places.items()}
        points = {row.number: row for row in self._points(())}
        rows = [
            _row(points[commitment], (unit, names[unit]), before.get(key), after.get(key))
            for key in sorted({*before, *after})
            for commitment, unit in [key]
        ]
        return BoardCompared(
            name=self.boards[number],
            rows=[row for row in rows if row.difference not in {Difference.SAME, Difference.STILL_NEVER}],
            counts=Counter(row.difference.value for row in rows),
        )


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
