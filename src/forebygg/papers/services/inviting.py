"""Guests: let in to one case through a day, and out again, by hand or when the day has gone."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from forebygg.accounts.models import User
from forebygg.audit.recording import record
from forebygg.organisation.models import Holding, Role, Unit
from forebygg.papers import permissions
from forebygg.papers.errors import ImpossibleLastDay, InvitedAlready, NotAGuest
from forebygg.papers.events import (
    GuestInvited,
    GuestInvitedByAuthority,
    InvitationEnded,
    InvitationRanOut,
)
from forebygg.papers.models import Case, Invitation
from forebygg.papers.rules import latest_day
from forebygg.papers.services.locking import lock_case
from forebygg.papers.services.secrecy import check_authority, require_keeper


@transaction.atomic
def invite(
    case: Case, guest: Holding, *, last_day: dt.date, authority: Unit | None = None, by: User
) -> Invitation:
    """Let a guest see the case through *last_day*; what *authority* keeps there, only as it says itself.

    Raises NotAGuest, InvitedAlready, ImpossibleLastDay, UnitClosed, NotAnAuthority.
    """
    permissions.INVITE.require(by, within=case.municipality)
    if authority is not None:
        require_keeper(authority, by=by)
    lock_case(case)
    if authority is not None:
        check_authority(authority)
    today = timezone.localdate()
    if not today <= last_day <= latest_day(today):
        raise ImpossibleLastDay(latest=latest_day(today).isoformat())
    guest = _guest(guest, case)
    for standing in Invitation.objects.filter(case=case, guest=guest, ended_at=None):
        if standing.last_day >= today:
            raise InvitedAlready(name=guest.user.name)
        _run_out(standing, by=by)
    invitation = Invitation.objects.create(
        municipality=case.municipality,
        case=case,
        guest=guest,
        authority=authority,
        last_day=last_day,
        invited_by=by,
    )
    event: GuestInvited | GuestInvitedByAuthority
    if authority is None:
        event = GuestInvited(case=case.number, guest=guest.user_id, last_day=last_day)
    else:
        event = GuestInvitedByAuthority(
            case=case.number, guest=guest.user_id, last_day=last_day, authority=authority.pk
        )
    record(event, about=case, by=by)
    return invitation


@transaction.atomic
def end_invitation(invitation: Invitation, *, by: User) -> None:
    """The guest sees the case no longer, from now on; one that has ended stays as it was."""
    case = invitation.case
    permissions.INVITE.require(by, within=case.municipality)
    lock_case(case)
    if _ended(invitation):
        record(InvitationEnded(case=case.number, guest=invitation.guest.user_id), about=case, by=by)


def end_those_run_out(today: dt.date, *, by: User) -> int:
    """Note of every invitation whose day has gone that it is over; how many they were.

    Nobody is let in by them since midnight: this is for the trail and the lists.
    """
    over = Invitation.objects.run_out(today).select_related("case__municipality", "guest")
    ended = 0
    for invitation in over.order_by("municipality", "pk"):
        with transaction.atomic():
            lock_case(invitation.case)
            ended += _run_out(invitation, by=by)
    return ended


def _guest(holding: Holding, case: Case) -> Holding:
    """The guest as they stand now. Raises NotAGuest."""
    told = Holding.objects.of(case.municipality).select_related("user", "post").get(pk=holding.pk)
    if told.ended_at or told.post.role != Role.GUEST or not told.user.is_active:
        raise NotAGuest(name=told.user.name)
    return told


def _run_out(invitation: Invitation, *, by: User) -> bool:
    ended = _ended(invitation)
    if ended:
        case = invitation.case
        record(InvitationRanOut(case=case.number, guest=invitation.guest.user_id), about=case, by=by)
    return ended


def _ended(invitation: Invitation) -> bool:
    """Whether it was this that ended it, and nobody before."""
    standing = Invitation.objects.filter(pk=invitation.pk, ended_at=None)
    return bool(standing.update(ended_at=timezone.now()))
