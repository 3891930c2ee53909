"""An e-mail with reminders, as text and as a page: titles and links, and nothing of anybody."""

import datetime as dt
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, ngettext

from forebygg.accounts.models import Municipality, User
from forebygg.reminders.links import stop_path
from forebygg.reminders.selectors.digests import Letter


def composed(told: Letter, user: User, municipality: Municipality, day: dt.date) -> EmailMessage:
    """The e-mail in the active language."""
    count = len(told.items)
    words = ngettext("{municipality}: {count} reminder", "{municipality}: {count} reminders", count)
    kinds = {item.kind.key: item.kind for item in told.items}
    context = {
        "letter": told,
        "municipality": municipality,
        "subject": words.format(municipality=municipality, count=count),
        "address": settings.ADDRESS,
        "language": get_language(),
        "today": day,
        "own": reverse("reminders:reminders", args=[municipality.slug]),
        "stops": [(kind.words, stop_path(user, municipality, kind.key)) for kind in kinds.values()],
    }
    message = EmailMultiAlternatives(
        subject=str(context["subject"]),
        body=render_to_string("reminders/email/digest.txt", context),
        to=[user.email or ""],
        headers=_headers(user, municipality, day),
    )
    message.attach_alternative(render_to_string("reminders/email/digest.html", context), "text/html")
    return message


def _headers(user: User, municipality: Municipality, day: dt.date) -> dict[str, str]:
    """One click ends them (RFC 8058), no absence is answered (RFC 3834), and it is known by the same name."""
    host = urlsplit(settings.ADDRESS).hostname
    return {
        "Message-ID": f"<reminders-{municipality.slug}-{user.pk}-{day:%Y%m%d}@{host}>",
        "List-Unsubscribe": f"<{settings.ADDRESS}{stop_path(user, municipality)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }
