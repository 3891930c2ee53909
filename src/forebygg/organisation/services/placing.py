"""Where units lie: one act at a time, numbers that are given once, and whose matters they are."""

from django.db.models import Max

from forebygg.accounts.models import Municipality
from forebygg.organisation.models import Unit
from forebygg.organisation.rules import authorities


def lock(municipality: Municipality) -> None:
    """Nobody else changes the municipality's organisation until the act is done."""
    Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)


def next_number(municipality: Municipality) -> int:
    """The next number of the municipality's units; none is given twice, since no unit is deleted."""
    last: int | None = Unit.objects.of(municipality).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def settle_authorities(municipality: Municipality) -> None:
    """Let every unit belong to the nearest authority at or above it, wherever it lies now."""
    units = list(Unit.objects.of(municipality).only("kind", "above", "authority"))
    nearest = authorities((unit.pk, unit.kind, unit.above_id) for unit in units)
    changed = [unit for unit in units if unit.authority_id != nearest[unit.pk]]
    for unit in changed:
        unit.authority_id = nearest[unit.pk]
    Unit.objects.bulk_update(changed, ["authority"], batch_size=500)
