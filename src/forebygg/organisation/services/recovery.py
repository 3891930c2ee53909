"""A second factor is lost: one administrator asks, another approves, and both are told of in the trail."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from forebygg.accounts.models import Municipality, User
from forebygg.accounts.services import remove_factors
from forebygg.audit.recording import record
from forebygg.organisation import permissions
from forebygg.organisation.errors import RecoveryNeedsAnother, RecoveryOver
from forebygg.organisation.events import RecoveryApproved, RecoveryAsked
from forebygg.organisation.models import Holding, Recovery


@transaction.atomic
def ask_for_recovery(person: User, *, within: Municipality, by: User) -> Recovery:
    """The first of two: what has been asked for already, and still waits, is left as it is.

    For somebody who holds a post in the municipality, and by somebody else. Raises RecoveryNeedsAnother.
    """
    permissions.RECOVER.require(by, within=within)
    if by == person:
        raise RecoveryNeedsAnother(name=by.name)
    User.objects.select_for_update().get(pk=person.pk)
    if not Holding.objects.of(within).current().filter(user=person).exists():
        raise PermissionDenied(permissions.RECOVER.name)
    if waiting := Recovery.objects.of(within).waiting().filter(user=person).first():
        return waiting
    recovery = Recovery.objects.create(municipality=within, user=person, asked_by=by, asked_at=timezone.now())
    record(RecoveryAsked(user=person.pk), about=recovery, by=by)
    return recovery


@transaction.atomic
def approve_recovery(recovery: Recovery, *, by: User) -> None:
    """The second of two: every second factor is taken away and every login ends; the next asks for one.

    Raises RecoveryNeedsAnother, RecoveryOver.
    """
    permissions.RECOVER.require(by, within=recovery.municipality)
    waiting = Recovery.objects.of(recovery.municipality).waiting().select_for_update(of=("self",))
    found = waiting.filter(pk=recovery.pk).first()
    if found is None:
        raise RecoveryOver
    if by.pk in {found.user_id, found.asked_by_id}:
        raise RecoveryNeedsAnother(name=by.name)
    # Whoever asked may have left since, and then there are not two.
    permissions.RECOVER.require(found.asked_by, within=recovery.municipality)
    found.approved_by, found.approved_at = by, timezone.now()
    found.save(update_fields=["approved_by", "approved_at"])
    remove_factors(found.user)
    record(RecoveryApproved(user=found.user_id, asked_by=found.asked_by_id), about=found, by=by)
