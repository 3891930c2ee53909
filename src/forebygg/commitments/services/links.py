"""Links by which a unit answers without logging in: made for one unit, for a while, to be used once."""

import datetime as dt
import hashlib
import secrets
from collections.abc import Callable, Sequence
from typing import Final

from django.db import transaction
from django.utils import timezone

from forebygg.accounts.models import SystemUser, User
from forebygg.accounts.services import system_user
from forebygg.audit.recording import record
from forebygg.commitments import permissions
from forebygg.commitments.errors import LinkOver
from forebygg.commitments.events import AnswerLinkSent, UnitAnswered
from forebygg.commitments.models import Answer, AnswerLink, Via
from forebygg.commitments.services.answering import Given, keep_of_unit
from forebygg.organisation.models import Unit
from forebygg.organisation.services.placing import lock, standing
from forebygg.organisation.services.turns import in_turn

HOLDS: Final = dt.timedelta(days=14)


@transaction.atomic
def send_link(unit: Unit, deliver: Callable[[AnswerLink, str], None], *, by: User) -> AnswerLink:
    """A link. *deliver* gets it and what is to stand in it; what that raises undoes it. Raises UnitClosed."""
    within = unit.municipality
    permissions.ASK.require(by, within=within)
    lock(within)
    unit = standing(unit, within)
    token, now = secrets.token_urlsafe(32), timezone.now()
    link = AnswerLink.objects.create(
        municipality=within,
        unit=unit,
        checksum=checksum(token),
        made_by=by,
        made_at=now,
        expires_at=now + HOLDS,
    )
    record(AnswerLinkSent(unit=unit.pk), about=unit, by=by)
    deliver(link, token)
    return link


@in_turn
@transaction.atomic
def answer_by_link(link: AnswerLink, given: Sequence[Given], *, on: dt.date) -> list[Answer]:
    """What whoever has the link says of its unit; the link is used by that. Nobody is named.

    What comes again with the same keys gives the first answers, though the link is used. Raises LinkOver,
    and what `answer` raises.
    """
    lock(link.municipality)
    link.refresh_from_db(fields=["used_at"])
    known = Answer.objects.of(link.municipality).filter(key__in=[one.key for one in given], via=Via.LINK)
    if given and known.count() == len(given):
        return list(known.order_by("number"))
    if not holds(link):
        raise LinkOver
    answers, new = keep_of_unit(link.unit, given, on=on, via=Via.LINK, given_by=None)
    link.used_at = timezone.now()
    link.save(update_fields=["used_at"])
    told = UnitAnswered(unit=link.unit_id, answers=new, last=answers[-1].number, via="link")
    record(told, about=link.unit, by=system_user(SystemUser.LINK))
    return answers


def holds(link: AnswerLink) -> bool:
    """Whether it may still be used."""
    return link.used_at is None and link.expires_at > timezone.now()


def checksum(token: str) -> str:
    """What is kept of a link: 256 random bits need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()
