"""The municipality's action plan: the sum of its units', and which of them have decided theirs."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from forebygg.accounts.models import Municipality
from forebygg.commitments import actions
from forebygg.commitments.rules.actions import changes
from forebygg.commitments.rules.contents import BoardStanding, UnitStanding, WholeContent
from forebygg.commitments.selectors.action_plans import Standing, contents_of, frozen, standings
from forebygg.commitments.selectors.numbering import numbered
from forebygg.organisation.models import Unit


@dataclass(frozen=True, kw_only=True)
class UnitRow:
    """A unit in the list: how much it is to do, where its plan stands, and how much has changed since.

    `actions` and `changed` are None where nobody has looked: only of what a page shows is that told.
    """

    unit: Unit
    standing: Standing
    actions: int | None = None
    changed: int | None = None


@dataclass(frozen=True, kw_only=True)
class BoardRow:
    """A board with its units; None is what lies above every authority."""

    board: Unit | None
    rows: Sequence[UnitRow]

    def _count(self, mark: str) -> int:
        return sum(1 for row in self.rows if mark in row.standing.marks)

    @property
    def decided(self) -> int:
        return self._count("decided")

    @property
    def proposed(self) -> int:
        return self._count("proposed")

    @property
    def draft(self) -> int:
        return self._count("draft")

    @property
    def older(self) -> int:
        return self._count("older")

    @property
    def due(self) -> int:
        return self._count("due")


def boards(within: Municipality, *, today: dt.date) -> list[BoardRow]:
    """Every unit that is to do something, by board. Five queries, however many units there are."""
    concerned = actions.concerned(within)
    units = [unit for unit in _units(within) if unit.pk in concerned]
    known = standings([unit.pk for unit in units], within, today=today, is_light=True)
    found: dict[Unit | None, list[UnitRow]] = {}
    for unit in units:
        row = UnitRow(unit=unit, standing=known[unit.pk])
        found.setdefault(unit.authority, []).append(row)
    order = sorted(found, key=lambda unit: (unit is None, str(unit).casefold()))
    return [BoardRow(board=board, rows=found[board]) for board in order]


def compared(rows: Collection[UnitRow], within: Municipality, *, today: dt.date) -> list[UnitRow]:
    """The same rows, each with how much its unit is to do and how much of that the board has not decided."""
    now = contents_of([row.unit for row in rows], within, today=today)
    known = standings([row.unit.pk for row in rows], within, today=today)
    told = []
    for row in rows:
        plan, held = known[row.unit.pk].in_force, now[row.unit.pk].actions
        changed = len(changes(frozen(plan).actions, held)) if plan else None
        told.append(replace(row, actions=len(held), changed=changed))
    return told


def counted(found: Sequence[BoardRow], within: Municipality) -> list[BoardRow]:
    """The same boards, each unit with how much it is to do. One query."""
    known = actions.counts(within)
    return [
        replace(one, rows=[replace(row, actions=known.get(row.unit.pk, 0)) for row in one.rows])
        for one in found
    ]


def whole_content(within: Municipality, found: Sequence[BoardRow], *, today: dt.date) -> WholeContent:
    """What the municipality's plan would hold today, with the units as they were found."""
    return WholeContent(
        municipality=within.name,
        as_of=today,
        totals=tuple(actions.totals(within)),
        boards=tuple(
            BoardStanding(board=numbered(one.board), units=tuple(_told(row) for row in one.rows))
            for one in found
        ),
    )


def whole_standing(within: Municipality, *, today: dt.date) -> Standing:
    """Where the municipality's own plan stands."""
    return standings([None], within, today=today)[None]


def _units(within: Municipality) -> list[Unit]:
    units = list(Unit.objects.of(within).standing().select_related("authority").order_by("name", "number"))
    for unit in units:
        unit.municipality = within
        if unit.authority:
            unit.authority.municipality = within
    return units


def _told(row: UnitRow) -> UnitStanding:
    plan = row.standing.in_force
    return UnitStanding(
        unit=numbered(row.unit),
        actions=row.actions or 0,
        plan=plan.number if plan else None,
        decided_on=plan.decided_on if plan else None,
        decided_at=plan.decided_at if plan else "",
        is_older=row.standing.is_older,
        changed=row.changed or 0,
    )
