"""Calendar addresses: made, made anew, withdrawn."""

import hashlib
import secrets

from django.db import transaction
from django.utils import timezone

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.audit.recording import record
from forebygg.organisation.services.placing import lock
from forebygg.reminders import permissions
from forebygg.reminders.events import FeedMade, FeedWithdrawn
from forebygg.reminders.models import CalendarFeed


@transaction.atomic
def make_feed(language: str, *, within: Municipality, by: User) -> tuple[CalendarFeed, str]:
    """A new address of one's own, and what stands in it: nobody can be told later. The one before ends."""
    permissions.CHOOSE.require(by, within=within)
    lock(within)
    now, token = timezone.now(), secrets.token_urlsafe(32)
    _current(by, within).update(withdrawn_at=now)
    feed = CalendarFeed.objects.create(
        municipality=within, user=by, checksum=checksum(token), language=language, made_at=now
    )
    record(FeedMade(user=by.pk), about=within, by=by)
    return feed, token


@transaction.atomic
def withdraw_feed(*, within: Municipality, by: User) -> None:
    """The address leads nowhere from now on."""
    permissions.CHOOSE.require(by, within=within)
    lock(within)
    if _current(by, within).update(withdrawn_at=timezone.now()):
        record(FeedWithdrawn(user=by.pk), about=within, by=by)


def checksum(token: str) -> str:
    """What is kept of an address: 256 random bits need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


def _current(user: User, within: Municipality) -> MunicipalityQuerySet[CalendarFeed]:
    return CalendarFeed.objects.of(within).filter(user=user, withdrawn_at=None)
