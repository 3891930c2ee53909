"""What a spreadsheet would add and change, row by row, beside what is there. Nothing is stored."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Final

from django.db.models import OuterRef, Subquery

from forebygg.accounts.models import Municipality
from forebygg.organisation.models import HeadCount, StaffGroup, Unit
from forebygg.organisation.rules import known_by
from forebygg.organisation.spreadsheets import Fault, Line, Lines
from forebygg.organisation.spreadsheets.placing import Known, Place, Placing

_MOST_TOLD: Final = 20


class Effect(StrEnum):
    """What becomes of a row."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class RowEffect:
    """A row and what it does; `kind` and `heads` as they were before, where the row changes them."""

    line: Line
    effect: Effect
    place: Place
    old_kind: str = ""
    old_heads: int | None = None


@dataclass(frozen=True)
class Group:
    """A staff group that is there already, and how many it is on the day that was asked about."""

    key: int
    heads: int | None


@dataclass(frozen=True)
class Counted:
    """A number to keep: of a group that is there, or of a new one in a unit."""

    place: Place
    name: str
    heads: int
    group: Group | None


@dataclass(frozen=True)
class Comparison:
    """A file beside the organisation. With faults nothing of it may be stored."""

    rows: Sequence[RowEffect]
    faults: Sequence[Fault]
    added: Sequence[Place]
    """New units, those above before those under them."""
    changed: Sequence[Place]
    """Units whose kind is another from now on."""
    counts: Sequence[Counted]

    @property
    def changes_anything(self) -> bool:
        return bool(self.added or self.changed or self.counts)

    def of(self, effect: Effect) -> list[RowEffect]:
        """The rows that have it."""
        return [row for row in self.rows if row.effect is effect]


def compare(municipality: Municipality, read: Lines, *, counted_on: dt.date) -> Comparison:
    """Three queries, however long the file is."""
    known = [
        Known(*unit)
        for unit in Unit.objects.of(municipality).standing().values_list("pk", "name", "kind", "above")
    ]
    placing = Placing(read.lines, known)
    groups = _groups(municipality, counted_on)
    rows: list[RowEffect] = []
    counts: list[Counted] = []
    for place in placing.places:
        for line in place.lines:
            row, counted = _row(place, line, groups)
            rows.append(row)
            counts += counted
    rows.sort(key=lambda row: row.line.number)
    return Comparison(
        rows=rows,
        faults=sorted([*read.faults, *placing.faults], key=lambda fault: fault.number),
        added=sorted((place for place in placing.places if place.known is None), key=lambda one: one.level),
        changed=[place for place in placing.places if place.known and place.known.kind != place.kind],
        counts=counts,
    )


def _groups(municipality: Municipality, on: dt.date) -> Mapping[tuple[int, str], Group]:
    """Every group by unit and name, with the count that held that day."""
    latest = HeadCount.objects.filter(group=OuterRef("pk"), counted_on__lte=on)
    rows = StaffGroup.objects.of(municipality).filter(unit__closed_on=None)
    told = rows.annotate(
        latest=Subquery(latest.order_by("-counted_on", "-pk").values("heads")[:1])
    ).values_list("pk", "unit", "name", "latest")
    return {(unit, known_by(name)): Group(key, heads) for key, unit, name, heads in told}


def _row(
    place: Place, line: Line, groups: Mapping[tuple[int, str], Group]
) -> tuple[RowEffect, list[Counted]]:
    old_kind = place.known.kind if place.known and line.kind and line.kind != place.known.kind else ""
    group = groups.get((place.known.key, known_by(line.group))) if place.known else None
    is_new = place.known is None or (line.heads is not None and group is None)
    counts = []
    if line.heads is not None and (group is None or group.heads != line.heads):
        counts.append(Counted(place, line.group, line.heads, group))
    effect = Effect.ADDED if is_new else Effect.CHANGED if old_kind or counts else Effect.UNCHANGED
    old_heads = group.heads if group and counts else None
    row = RowEffect(line, effect, place, old_kind, old_heads)
    return row, counts


def doubtful(found: Comparison) -> list[str]:
    """The names of new staff groups that look like personal data, as far as a page tells them."""
    # Only for a file: the guard's rules would be a tenth of a second of every start.
    from forebygg.privacy.guard import look  # noqa: PLC0415

    names = dict.fromkeys(one.name for one in found.counts if one.group is None)
    return list(islice((name for name in names if look(name)), _MOST_TOLD))
