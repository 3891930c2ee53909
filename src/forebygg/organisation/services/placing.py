"""What acts on an organisation share: one at a time, numbers given once, whose matters units are."""

from collections.abc import Collection

from django.db.models import Max
from django.utils import timezone

from forebygg.accounts.models import Municipality
from forebygg.organisation.errors import LastAdministrator, UnitClosed
from forebygg.organisation.estates import require_nothing_left
from forebygg.organisation.models import Holding, Role, Unit
from forebygg.organisation.rules import authorities


def lock(municipality: Municipality) -> None:
    """Nobody else changes the municipality's organisation until the act is done."""
    Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)


def standing(unit: Unit, within: Municipality) -> Unit:
    """The unit as it stands now. Raises UnitClosed, and Unit.DoesNotExist for one of another municipality."""
    found = Unit.objects.of(within).select_related("municipality", "above", "authority").get(pk=unit.pk)
    if found.closed_on:
        raise UnitClosed(unit=str(found))
    return found


def end(holdings: Collection[Holding]) -> None:
    """End them. The act goes on with `require_an_administrator` when posts have been given anew."""
    keys = [holding.pk for holding in holdings]
    Holding.objects.filter(pk__in=keys).current().update(ended_at=timezone.now())


def require_an_administrator(municipality: Municipality, ended: Collection[Holding]) -> None:
    """Raise LastAdministrator, which undoes the act, when what ended leaves nobody who could give a post."""
    left = (
        Holding.objects.of(municipality).current().filter(post__role=Role.ADMINISTRATOR, user__is_active=True)
    )
    gone = [holding for holding in ended if holding.post.role == Role.ADMINISTRATOR]
    if gone and not left.exists():
        raise LastAdministrator(name=gone[0].user.name)


def next_number(municipality: Municipality) -> int:
    """The next number of the municipality's units; none is given twice, since no unit is deleted."""
    last: int | None = Unit.objects.of(municipality).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def settle_authorities(municipality: Municipality) -> None:
    """Let every unit belong to the nearest authority at or above it, wherever it lies now.

    Raises a CodedError, which undoes the act, when one that is no authority any more leaves something.
    """
    units = list(Unit.objects.of(municipality).only("kind", "above", "authority", "name"))
    nearest = authorities((unit.pk, unit.kind, unit.above_id) for unit in units)
    changed = [unit for unit in units if unit.authority_id != nearest[unit.pk]]
    for unit in changed:
        if unit.authority_id == unit.pk:
            require_nothing_left(unit)
        unit.authority_id = nearest[unit.pk]
    Unit.objects.bulk_update(changed, ["authority"], batch_size=500)
