"""Links with which somebody chooses a password: for the first time, or anew."""

from typing import Final

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.crypto import salted_hmac

from forebygg.accounts.models import User

WEEK: Final = 7 * 24 * 60 * 60
_SALT: Final = "forebygg.accounts.invitation"


def password_link(user: User) -> str:
    """A path that can be used once, within the time that a forgotten password has (config.logins)."""
    key = default_token_generator.make_token(user)
    parts = {"uidb36": user_pk_to_url_str(user), "key": key}
    return reverse("account_reset_password_from_key", kwargs=parts)


def welcome_link(user: User) -> str:
    """A path for somebody who has no password, that can be used once and within a week."""
    token = signing.dumps([user.pk, _state(user)], salt=_SALT)
    return reverse("account_welcome", kwargs={"token": token})


def welcomed(token: str) -> User | None:
    """Whom a link is for; nobody when it has been used, is too old or is not ours."""
    try:
        key, state = signing.loads(token, salt=_SALT, max_age=WEEK)
    except signing.BadSignature:
        return None
    user = User.objects.filter(pk=key, is_active=True).first()
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return user if user is not None and state in {_state(user, secret) for secret in secrets} else None


def _state(user: User, secret: str | None = None) -> str:
    """Another as soon as a password is chosen or the invitation withdrawn: links are used once."""
    return salted_hmac(_SALT, user.password, secret=secret).hexdigest()[:20]
