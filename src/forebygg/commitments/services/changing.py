"""A commitment made by hand, changed, given an owner, and ended."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from forebygg.accounts.models import Municipality, User
from forebygg.audit.recording import record
from forebygg.commitments import permissions
from forebygg.commitments.events import (
    CommitmentChanged,
    CommitmentEnded,
    CommitmentMade,
    OwnerAssigned,
)
from forebygg.commitments.models import Commitment, Ground
from forebygg.commitments.services.terms import Terms, check_owners, lock, next_number, standing
from forebygg.organisation.models import Post
from forebygg.organisation.services.checking import check_day
from forebygg.papers.models import Case


@dataclass(frozen=True)
class Cited:
    """What a commitment stands on that is no sentence; *finding* is the key of one in the case."""

    kind: Ground.Kind
    cited: str
    case: Case | None = None
    finding: str = ""


@transaction.atomic
def make(terms: Terms, on: Cited, *, within: Municipality, by: User) -> Commitment:
    """One that stands on something else than a sentence: a decision, a finding, the auditors' words.

    Raises CannotAnswerForIt, UnitClosed; ValueError for a sentence, which is settled in its edition, and for
    a list, which is read in.
    """
    if on.kind in {Ground.Kind.SENTENCE, Ground.Kind.LIST}:
        message = f"a commitment does not stand on a {on.kind} by hand"
        raise ValueError(message)
    permissions.CHANGE.require(by, within=within)
    lock(within)
    terms.check(within)
    commitment = Commitment.objects.create(municipality=within, number=next_number(within), **terms.fields())
    terms.aim(commitment)
    Ground.objects.create(
        municipality=within,
        commitment=commitment,
        kind=on.kind,
        cited=on.cited,
        case=on.case,
        finding=on.finding if on.case and on.kind == Ground.Kind.FINDING else "",
    )
    record(CommitmentMade(commitment=commitment.pk), about=commitment, by=by)
    return commitment


@transaction.atomic
def change(commitment: Commitment, terms: Terms, *, by: User) -> Commitment:
    """What it says from now on. Raises CommitmentEnded, CannotAnswerForIt, UnitClosed."""
    within = commitment.municipality
    permissions.CHANGE.require(by, within=within)
    commitment = standing(commitment)
    if commitment.accountable_id != (terms.accountable.pk if terms.accountable else None):
        terms.check(within)
    changed = [name for name, value in terms.fields().items() if getattr(commitment, name) != value]
    if not terms.aim(commitment) and not changed:
        return commitment
    for name in changed:
        setattr(commitment, name, terms.fields()[name])
    commitment.save(update_fields=changed)
    record(CommitmentChanged(commitment=commitment.pk), about=commitment, by=by)
    return commitment


@transaction.atomic
def assign(commitment: Commitment, owner: Post | None, deputy: Post | None, *, by: User) -> Commitment:
    """Whose it is from now on: posts, which outlive their holders. Raises CommitmentEnded, SameOwnerTwice."""
    within = commitment.municipality
    permissions.CHANGE.require(by, within=within)
    commitment = standing(commitment)
    check_owners(owner, deputy, within)
    now = (owner.pk if owner else None, deputy.pk if deputy else None)
    if (commitment.owner_id, commitment.deputy_id) == now:
        return commitment
    commitment.owner, commitment.deputy = owner, deputy
    commitment.save(update_fields=["owner", "deputy"])
    record(OwnerAssigned(commitment=commitment.pk, owner=now[0], deputy=now[1]), about=commitment, by=by)
    return commitment


@transaction.atomic
def end(commitment: Commitment, because: str, *, on: dt.date, by: User) -> Commitment:
    """It no longer holds; what was answered stays. Raises CommitmentEnded, FutureDay."""
    permissions.END.require(by, within=commitment.municipality)
    check_day(on)
    commitment = standing(commitment)
    commitment.ended_on, commitment.ended_because = on, because
    commitment.save(update_fields=["ended_on", "ended_because"])
    record(CommitmentEnded(commitment=commitment.pk), about=commitment, by=by)
    return commitment
