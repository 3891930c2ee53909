"""The figures of a closed round, as they were frozen; nothing that happens later moves them."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from forebygg.followup.figures import BoardTold, Cell, GoalTold, Place, PointTold, plain, point_of
from forebygg.followup.models import FrozenPart, Round
from forebygg.followup.selectors.live import Live

CELLS: Final = "cells:"
_JSON: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class Frozen:
    """Read out of the round's parts: one query each."""

    def __init__(self, of: Round) -> None:
        self.round = of

    def places(self) -> Mapping[int, Place]:
        """As they lay then."""
        return {
            unit.number: Place(unit.name, board.number, board.name)
            for board in self.boards()
            for unit in board.units
        }

    def board(self, number: int | None) -> BoardTold | None:
        """As it was then."""
        return next((board for board in self.boards() if board.number == number), None)

    def boards(self) -> Sequence[BoardTold]:
        """By name, as it was then."""
        return [BoardTold.of(told) for told in self._part("boards")]

    def points(self, counted: Collection[int] | None = None) -> Sequence[PointTold]:  # noqa: ARG002 - all were
        """By number."""
        return [point_of(told) for told in self._part("commitments")]

    def goals(self) -> Sequence[GoalTold]:
        """By number."""
        return [GoalTold.of(told) for told in self._part("goals")]

    def cells(self, boards: Collection[int | None]) -> Sequence[Cell]:
        """One query."""
        names = [cells_name(number) for number in boards]
        parts = FrozenPart.objects.of(self.round.municipality).filter(round=self.round, name__in=names)
        found = (Cell(*row) for content in parts.values_list("content", flat=True) for row in content)
        return sorted(found, key=lambda cell: (cell.commitment, cell.unit))

    def _part(self, name: str) -> list[dict[str, Any]]:
        parts = FrozenPart.objects.of(self.round.municipality).filter(round=self.round, name=name)
        content: list[dict[str, Any]] = parts.values_list("content", flat=True).get()
        return content


def cells_name(board: int | None) -> str:
    """What the part is called that holds the units of the board with that number."""
    return f"{CELLS}{board or 0}"


def part_checksum(content: object) -> str:
    """SHA-256 of the JSON with its keys in order and no white space."""
    return hashlib.sha256(_JSON.encode(content).encode()).hexdigest()


def round_checksum(parts: Iterable[tuple[str, str]]) -> str:
    """SHA-256 of a line for each part, in the order of their names: name, space, checksum."""
    lines = "".join(f"{name} {checksum}\n" for name, checksum in sorted(parts))
    return hashlib.sha256(lines.encode()).hexdigest()


def is_unchanged(of: Round, parts: Mapping[str, object]) -> bool:
    """Whether what the parts hold is what was frozen."""
    return round_checksum((name, part_checksum(content)) for name, content in parts.items()) == of.checksum


def parts_of(of: Round) -> dict[str, Any]:
    """Everything that was frozen, by name. One query."""
    parts = FrozenPart.objects.of(of.municipality).filter(round=of)
    return dict(parts.order_by("name").values_list("name", "content"))


def live_parts(of: Round) -> dict[str, Any]:
    """What closing would freeze now, by the names of the parts."""
    now = Live(of)
    return {
        "boards": [plain(board) for board in now.boards()],
        "commitments": [plain(point) for point in now.points()],
        "goals": [plain(goal) for goal in now.goals()],
        **{cells_name(board): list(those) for board, those in now.all_cells().items()},
    }
