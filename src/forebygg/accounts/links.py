"""The link with which somebody chooses a password for the first time, or anew."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse

from forebygg.accounts.models import User


def password_link(user: User) -> str:
    """A path that can be used once, within the time that a forgotten password has (config.logins)."""
    key = default_token_generator.make_token(user)
    parts = {"uidb36": user_pk_to_url_str(user), "key": key}
    return reverse("account_reset_password_from_key", kwargs=parts)
