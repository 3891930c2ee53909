"""How near the plan comes to units: decided for many at once, with one reason."""

import datetime as dt
from collections.abc import Collection

from django.db import transaction

from forebygg.accounts.models import Municipality, User
from forebygg.audit.recording import record
from forebygg.organisation import permissions
from forebygg.organisation.errors import UnitClosed
from forebygg.organisation.events import ScopeDecided
from forebygg.organisation.models import Nearness, Scope, Unit
from forebygg.organisation.services.checking import check_day
from forebygg.organisation.services.placing import lock


@transaction.atomic
def decide_scope(
    units: Collection[Unit], nearness: Nearness, reason: str, *, within: Municipality, on: dt.date, by: User
) -> list[Scope]:
    """The same decision for each of the units; what was decided before stays as their history.

    Raises FutureDay, UnitClosed; units of another municipality are left alone.
    """
    permissions.DECIDE_SCOPE.require(by, within=within)
    check_day(on)
    lock(within)
    chosen = list(Unit.objects.of(within).filter(pk__in=[unit.pk for unit in units]).order_by("number"))
    for unit in chosen:
        if unit.closed_on:
            raise UnitClosed(unit=str(unit))
    decided = Scope.objects.bulk_create(
        Scope(municipality=within, unit=unit, nearness=nearness, reason=reason, decided_on=on, decided_by=by)
        for unit in chosen
    )
    if decided:
        record(ScopeDecided(units=[unit.pk for unit in chosen]), about=within, by=by)
    return decided
