"""Staff groups: how many they are, counted anew as often as anybody likes."""

import datetime as dt

from django.db import transaction

from forebygg.accounts.models import User
from forebygg.audit.recording import record
from forebygg.organisation import permissions
from forebygg.organisation.events import StaffCounted
from forebygg.organisation.models import HeadCount, StaffGroup, Unit
from forebygg.organisation.rules import known_by, plain
from forebygg.organisation.services.checking import check_day, check_heads
from forebygg.organisation.services.placing import lock, standing


@transaction.atomic
def count_staff(unit: Unit, name: str, heads: int, *, on: dt.date, by: User) -> HeadCount:
    """That so many belong to the unit's group of that name on a day; a group not known before begins with it.

    Raises UnitClosed, FutureDay, ImpossibleCount.
    """
    permissions.COUNT.require(by, within=unit.municipality, at=unit)
    check_day(on)
    check_heads(heads)
    lock(unit.municipality)
    unit = standing(unit, unit.municipality)
    count = HeadCount.objects.create(
        municipality=unit.municipality, group=_group(unit, name), heads=heads, counted_on=on, counted_by=by
    )
    record(StaffCounted(unit=unit.pk, count=count.pk), about=unit, by=by)
    return count


def _group(unit: Unit, name: str) -> StaffGroup:
    """The unit's group of that name, however it is spelled."""
    groups = StaffGroup.objects.filter(unit=unit)
    if found := next((group for group in groups if known_by(group.name) == known_by(name)), None):
        return found
    return StaffGroup.objects.create(municipality=unit.municipality, unit=unit, name=plain(name))
