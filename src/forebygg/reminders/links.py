"""Links in e-mails that say no to reminders: signed, so that they need no login, and good for that alone."""

from typing import Final

from django.core import signing
from django.urls import reverse

from forebygg.accounts.models import Municipality, User

_SALT: Final = "forebygg.reminders.stop"


def stop_path(user: User, municipality: Municipality, kind: str = "") -> str:
    """Where *user* says no to a kind, or to all of them."""
    token = signing.dumps([municipality.pk, user.pk, kind], salt=_SALT)
    return reverse("reminders:stop", args=[municipality.slug, token])


def whom_to_stop(token: str, within: Municipality) -> tuple[User, str] | None:
    """Whose link it is, and the kind; None for one that is not ours. It is good for ever (RFC 8058)."""
    try:
        municipality, user, kind = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    found = User.objects.filter(pk=user).first() if municipality == within.pk else None
    return (found, kind) if found else None
