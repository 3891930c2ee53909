"""The matrix: commitments in rows, boards in columns; a board opens into its units.

However many cells there are, a page shows at most `MOST_CELLS` of them, and asks as often.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Self

from django.db.models import Count, Exists, F, OuterRef, QuerySet
from django.http import QueryDict

from forebygg.accounts.models import Municipality
from forebygg.commitments.models import Commitment, Level, Share, State
from forebygg.commitments.selectors.places import places
from forebygg.organisation.models import Unit
from forebygg.web.numbers import whole_number

MOST_CELLS: Final = 2_000
_MOST_COLUMNS: Final = 40
_MOST_ROWS: Final = 25
NEVER: Final = "never"
"""What is asked for when a unit has never answered: "" would ask for everything."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the matrix is narrowed to; empty is all. `board` is the number of the one that is opened."""

    board: int | None = None
    section: str = ""
    level: str = ""
    state: str = ""
    across: int = 1

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        """What makes no sense narrows nothing."""
        level, state = query.get("level", ""), query.get("state", "")
        return cls(
            board=whole_number(query.get("board")),
            section=query.get("section", "")[:500],
            level=level if level in Level.values else "",
            state=state if state in {NEVER, *State.values} else "",
            across=max(1, whole_number(query.get("across")) or 1),
        )


@dataclass(frozen=True)
class Tally:
    """How many units of a board stand how with a commitment, by state."""

    counts: Mapping[str, int]

    @property
    def all(self) -> int:
        return sum(self.counts.values())

    @property
    def concerned(self) -> int:
        """Those to whom it applies."""
        return self.all - self.counts.get(State.NOT_APPLICABLE, 0)

    @property
    def done(self) -> int:
        return self.counts.get(State.DONE, 0)


@dataclass(frozen=True)
class Stand:
    """How one unit stands with a commitment; `state` is empty when it has never answered."""

    state: str
    on: dt.date | None
    has_evidence: bool


Cell = Tally | Stand | None


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What the matrix shows before its cells are known: its columns, and every row that is asked for."""

    asked: Asked
    board: Unit | None
    columns: Sequence[Unit]
    commitments: Sequence[Commitment]
    boards: Sequence[Unit]
    sections: Sequence[tuple[str, str]]

    @property
    def shown(self) -> Sequence[Unit]:
        """The columns of this page."""
        first = (self.across - 1) * _MOST_COLUMNS
        return self.columns[first : first + _MOST_COLUMNS]

    @property
    def across(self) -> int:
        return min(self.asked.across, self.last_across)

    @property
    def last_across(self) -> int:
        """How many pages the columns take."""
        return max(1, -(-len(self.columns) // _MOST_COLUMNS))

    @property
    def rows_a_page(self) -> int:
        return min(_MOST_ROWS, MOST_CELLS // max(1, len(self.shown)))


@dataclass(frozen=True, kw_only=True)
class Cells:
    """The cells of a page, by the keys of commitment and column; what is not there concerns nobody there."""

    known: Mapping[tuple[int, int], Tally | Stand] = field(default_factory=dict)

    def row(self, commitment: Commitment, columns: Sequence[Unit]) -> Iterable[tuple[Unit, Cell]]:
        """The cells of a row, each with its column."""
        return ((column, self.known.get((commitment.pk, column.pk))) for column in columns)


def frame(within: Municipality, asked: Asked) -> Frame:
    """The columns and the rows. Seven queries at most, however many there are of either."""
    boards = list(_boards(within))
    board = next((one for one in boards if one.number == asked.board), None)
    where = places(within)
    found = _rows(within, asked, board)
    sections = {
        place.section_key: place.section for one in found for place in where.get(one.pk, ()) if place.section
    }
    if asked.section:
        found = [
            one for one in found if any(place.section_key == asked.section for place in where.get(one.pk, ()))
        ]
    return Frame(
        asked=asked,
        board=board,
        columns=list(_units(within, board)) if board else boards,
        commitments=found,
        boards=boards,
        sections=list(sections.items()),
    )


def cells(frame: Frame, commitments: Sequence[Commitment], within: Municipality) -> Cells:
    """What stands in the rows of a page. One query; the commitments are known to stand."""
    shares = Share.objects.of(within).filter(
        commitment__in=[one.pk for one in commitments], lifted_on=None, unit__closed_on=None
    )
    shares = shares.order_by()
    return Cells(known=_stands(shares, frame) if frame.board else _tallies(shares))


def _boards(within: Municipality) -> QuerySet[Unit]:
    """The authorities whose units have a part in something."""
    parts = Share.objects.filter(unit__authority=OuterRef("pk"), lifted_on=None, unit__closed_on=None)
    found = Unit.objects.of(within).standing().filter(authority=F("pk"))
    return found.filter(Exists(parts)).order_by("name", "number")


def _units(within: Municipality, board: Unit) -> QuerySet[Unit]:
    parts = Share.objects.filter(unit=OuterRef("pk"), lifted_on=None)
    return (
        Unit.objects.of(within)
        .standing()
        .filter(authority=board)
        .filter(Exists(parts))
        .order_by("name", "number")
    )


def _rows(within: Municipality, asked: Asked, board: Unit | None) -> list[Commitment]:
    """The commitments that stand and are asked for, but for the section."""
    found = Commitment.objects.of(within).standing()
    if asked.level:
        found = found.filter(level=asked.level)
    if board or asked.state:
        parts = Share.objects.filter(commitment=OuterRef("pk"), lifted_on=None, unit__closed_on=None)
        if board:
            parts = parts.filter(unit__authority=board)
        if asked.state:
            parts = parts.filter(state="" if asked.state == NEVER else asked.state)
        found = found.filter(Exists(parts))
    told = list(found.order_by("number").only("municipality", "number", "what"))
    for one in told:
        one.municipality = within
    return told


def _tallies(shares: QuerySet[Share]) -> dict[tuple[int, int], Tally]:
    counted: dict[tuple[int, int], dict[str, int]] = defaultdict(dict)
    rows = shares.values_list("commitment", "unit__authority", "state").annotate(units=Count("pk"))
    for commitment, authority, state, units in rows:
        counted[commitment, authority][state] = units
    return {place: Tally(counts) for place, counts in counted.items()}


def _stands(shares: QuerySet[Share], frame: Frame) -> dict[tuple[int, int], Stand]:
    rows = shares.filter(unit__in=[unit.pk for unit in frame.shown]).values_list(
        "commitment", "unit", "state", "answered_on", "evidence"
    )
    return {
        (commitment, unit): Stand(state, on, bool(evidence)) for commitment, unit, state, on, evidence in rows
    }
