"""What a table shows when it is released, and why the rest is hidden."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from forebygg.core.messages import N_
from forebygg.privacy.suppression.tables import Cell, Table


class Zeros(StrEnum):
    """Whether it may be told that there was nobody (docs/adr/0015)."""

    SHOWN = "shown"
    HIDDEN = "hidden"


class Reason(StrEnum):
    """Why a cell is hidden. For those who keep the table, never for its readers: it tells too much."""

    SMALL = "small"
    ZERO = "zero"
    TOTALS = "totals"
    EARLIER = "earlier"


REASONS: Final = {
    Reason.SMALL: N_("So few that someone could be recognised."),
    Reason.ZERO: N_("That there was nobody would tell something of everybody in the group."),
    Reason.TOTALS: N_("Together with the totals it would give away another cell."),
    Reason.EARLIER: N_("Together with what was shown earlier it would give away a cell."),
}


@dataclass(frozen=True)
class Release:
    """A table with what is hidden in it. Keep it: the next table can only be made safe beside it."""

    table: Table
    hidden: Mapping[Cell, Reason]
    threshold: int = 5
    zeros: Zeros = Zeros.SHOWN
    unproved: frozenset[Cell] = frozenset()
    """Small cells of which no proof was found: what was shown earlier may already give them away."""

    def count(self, cell: Cell) -> int | None:
        """What readers see: the count, or None where it is hidden."""
        return None if cell in self.hidden else self.table.counts[cell]

    def shown(self) -> dict[Cell, int | None]:
        """Every cell as readers see it."""
        return {cell: self.count(cell) for cell in self.table.cells()}
