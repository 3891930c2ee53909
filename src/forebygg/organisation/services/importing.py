"""An organisation out of a spreadsheet: all of it or nothing, in one act; nothing is moved or closed."""

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

from django.db import transaction

from forebygg.accounts.models import Municipality, User
from forebygg.audit.recording import record
from forebygg.organisation import permissions
from forebygg.organisation.errors import ImportRefused
from forebygg.organisation.events import OrganisationImported
from forebygg.organisation.models import HeadCount, Kind, StaffGroup, Unit
from forebygg.organisation.selectors.comparing import Comparison, Counted, compare
from forebygg.organisation.services.checking import check_day
from forebygg.organisation.services.placing import lock, next_number, settle_authorities
from forebygg.organisation.spreadsheets import Lines
from forebygg.organisation.spreadsheets.placing import Known, Place

_BATCH = 500


@transaction.atomic
def import_organisation(
    municipality: Municipality, read: Lines, *, counted_on: dt.date, by: User
) -> Comparison:
    """Store what *read* adds and changes; gives what that was. The same file a second time changes nothing.

    Raises ImportRefused when a row is wrong, FutureDay.
    """
    permissions.ORGANISE.require(by, within=municipality)
    check_day(counted_on)
    lock(municipality)
    found = compare(municipality, read, counted_on=counted_on)
    if found.faults:
        raise ImportRefused(count=len({fault.number for fault in found.faults}))
    if found.changes_anything:
        units = _open(municipality, found.added)
        _change(found.changed)
        settle_authorities(municipality)
        _count(municipality, found.counts, units, on=counted_on, by=by)
        told = OrganisationImported(
            added=len(found.added), changed=len(found.changed), counted=len(found.counts)
        )
        record(told, about=municipality, by=by)
    return found


def _open(municipality: Municipality, places: Sequence[Place]) -> dict[Place, int]:
    """New units level by level, since each needs the key of the one above; their keys."""
    keys: dict[Place, int] = {}
    number = next_number(municipality)
    for _level, beside in groupby(places, key=lambda place: place.level):
        level = list(beside)
        made = Unit.objects.bulk_create(
            (
                Unit(
                    municipality=municipality,
                    number=number + at,
                    name=place.name,
                    kind=Kind(place.kind),
                    above_id=_key(place.above, keys) if place.above else None,
                )
                for at, place in enumerate(level)
            ),
            batch_size=_BATCH,
        )
        number += len(level)
        keys |= {place: unit.pk for place, unit in zip(level, made, strict=True)}
    return keys


def _key(unit: Place | Known, keys: dict[Place, int]) -> int:
    known = unit.known if isinstance(unit, Place) else unit
    return known.key if known else keys[unit]  # type: ignore[index] # what is not known is a place


def _change(places: Sequence[Place]) -> None:
    kinds = {place.known.key: place.kind for place in places if place.known}
    units = list(Unit.objects.filter(pk__in=kinds))
    for unit in units:
        unit.kind = Kind(kinds[unit.pk])
    Unit.objects.bulk_update(units, ["kind"], batch_size=_BATCH)


def _count(
    municipality: Municipality,
    counts: Sequence[Counted],
    units: dict[Place, int],
    *,
    on: dt.date,
    by: User,
) -> None:
    """The numbers, and the groups that begin with them."""
    fresh = [one for one in counts if one.group is None]
    made = StaffGroup.objects.bulk_create(
        (
            StaffGroup(municipality=municipality, unit_id=_key(one.place, units), name=one.name)
            for one in fresh
        ),
        batch_size=_BATCH,
    )
    begun = {(one.place, one.name): group.pk for one, group in zip(fresh, made, strict=True)}
    HeadCount.objects.bulk_create(
        (
            HeadCount(
                municipality=municipality,
                group_id=one.group.key if one.group else begun[one.place, one.name],
                heads=one.heads,
                counted_on=on,
                counted_by=by,
            )
            for one in counts
        ),
        batch_size=_BATCH,
    )
