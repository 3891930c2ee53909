"""One day's reminders to one person: sent once, tried again while the mail server cannot take them.

Between speaking to a server and noting what it said anything may be killed. A day's e-mail is therefore begun
in the database before the server is spoken to, and never sent again when nobody can know what became of it;
what it told of is told of again the next day that something is sent (rules.reminding.since).
"""

import datetime as dt
import logging
from collections.abc import Callable
from contextlib import suppress
from smtplib import SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from forebygg.accounts.models import Municipality, User
from forebygg.reminders.letters import composed
from forebygg.reminders.models import Digest
from forebygg.reminders.models.letters import Fate
from forebygg.reminders.rules.reminding import TRIED_AFTER
from forebygg.reminders.selectors.digests import Letter, letter, subscription

_log = logging.getLogger(__name__)

# Puts the next try in the queue: which one it is, and when.
Again = Callable[[int, dt.datetime], object]


def send(user: User, municipality: Municipality, day: dt.date, *, now: dt.datetime, again: Again) -> None:
    """Send the day's reminders, if there is something to say and nobody has sent them."""
    told = Letter(coming=(), overdue=())
    chosen = subscription(user, municipality)
    with override(chosen.language):
        if day == timezone.localdate(now) and user.is_active and user.email:
            told = letter(user, municipality, today=day)
        if not told:
            _give_up(user, municipality, day)
            return
        digest = _begin(user, municipality, day, told, now)
        if digest is not None:
            _end(digest, _delivered(composed(told, user, municipality, day)), now=now, again=again)


@transaction.atomic
def _begin(
    user: User, municipality: Municipality, day: dt.date, told: Letter, now: dt.datetime
) -> Digest | None:
    """The day's e-mail, nobody else's to send from now on; None when somebody has begun it already."""
    key = {"municipality": municipality, "user": user, "day": day}
    _known, is_new = Digest.objects.get_or_create(**key, defaults={"tried_at": now})
    digest = Digest.objects.select_for_update().get(**key)
    if not is_new and digest.fate != Fate.WAITING:
        return None
    digest.fate, digest.tries, digest.tried_at = Fate.BEGUN, digest.tries + 1, now
    digest.coming, digest.overdue = len(told.coming), len(told.overdue)
    digest.save()
    return digest


@transaction.atomic
def _end(digest: Digest, fate: Fate, *, now: dt.datetime, again: Again) -> None:
    """Note what became of it; what waits is tried again, each time later."""
    if fate is Fate.WAITING and digest.tries > len(TRIED_AFTER):
        fate = Fate.GIVEN_UP
    digest.fate = fate
    digest.save(update_fields=["fate"])
    if fate is Fate.WAITING:
        again(digest.tries, now + TRIED_AFTER[digest.tries - 1])


@transaction.atomic
def _give_up(user: User, municipality: Municipality, day: dt.date) -> None:
    """The day is over, or there is nothing left to say: what waited is not sent."""
    waiting = Digest.objects.of(municipality).filter(user=user, day=day, fate=Fate.WAITING)
    waiting.update(fate=Fate.GIVEN_UP)


def _delivered(message: EmailMessage) -> Fate:
    """What the mail server says. BEGUN when it fell silent while it had the e-mail.

    No address is logged: what a server says may hold one.
    """
    connection = get_connection()
    try:
        try:
            connection.open()
        except OSError as error:  # what smtplib raises, too
            _log.warning("The mail server does not answer: %s.", type(error).__name__)
            return Fate.WAITING
        connection.send_messages([message])
    except SMTPRecipientsRefused as error:
        return _refusal(min(code for code, _words in error.recipients.values()))
    except SMTPResponseException as error:
        return _refusal(error.smtp_code)
    except OSError as error:
        _log.warning("The mail server fell silent with an e-mail: %s.", type(error).__name__)
        return Fate.BEGUN
    else:
        return Fate.SENT
    finally:
        with suppress(OSError):
            connection.close()


def _refusal(code: int) -> Fate:
    """A server that says 4xx may take it later, one that says 5xx never will (RFC 5321, 4.2.1)."""
    _log.warning("The mail server refuses an e-mail: %s.", code)
    return Fate.REFUSED if code >= 500 else Fate.WAITING
