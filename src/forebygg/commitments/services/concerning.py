"""Which units a commitment concerns."""

from collections.abc import Collection, Iterable

from django.db import transaction
from django.utils import timezone

from forebygg.accounts.models import User
from forebygg.audit.recording import record
from forebygg.commitments import permissions
from forebygg.commitments.events import UnitsConcerned
from forebygg.commitments.models import Commitment, Share
from forebygg.commitments.rules.bodies import NEVER_BOUND
from forebygg.commitments.services.terms import standing
from forebygg.organisation.models import Unit


@transaction.atomic
def concern(commitment: Commitment, units: Collection[Unit], *, by: User) -> Commitment:
    """These and no others from now on.

    Units of another municipality, those outside and closed ones are left out. What a unit has answered stays
    when it is no longer concerned, and is there when it is again. Raises CommitmentEnded.
    """
    within = commitment.municipality
    permissions.CHANGE.require(by, within=within)
    commitment = standing(commitment)
    begun, lifted = settle_units(commitment, units)
    if begun or lifted:
        event = UnitsConcerned(commitment=commitment.pk, units=sorted(begun), lifted=sorted(lifted))
        record(event, about=commitment, by=by)
    return commitment


def settle_units(commitment: Commitment, units: Iterable[Unit]) -> tuple[list[int], list[int]]:
    """The keys of those that are concerned from now on, and of those no longer. A part of acts."""
    within = commitment.municipality
    wanted = {
        unit.pk: unit
        for unit in Unit.objects.of(within)
        .standing()
        .exclude(authority__kind__in=NEVER_BOUND)
        .filter(pk__in=[unit.pk for unit in units])
        .order_by("number")
    }
    shares = {share.unit_id: share for share in commitment.shares.all()}
    lifted = [key for key, share in shares.items() if share.lifted_on is None and key not in wanted]
    again = [key for key, share in shares.items() if share.lifted_on and key in wanted]
    new = [key for key in wanted if key not in shares]
    if lifted:
        commitment.shares.filter(unit__in=lifted).update(lifted_on=timezone.localdate())
    if again:
        commitment.shares.filter(unit__in=again).update(lifted_on=None)
    Share.objects.bulk_create(
        Share(municipality=within, commitment=commitment, unit=wanted[key]) for key in new
    )
    return [*again, *new], lifted
