"""What django-allauth asks of us: who may sign up, what is said when something is wrong."""

import logging
import time
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forebygg.accounts.models import User
from forebygg.accounts.sealing import opened, seal

_log = logging.getLogger(__name__)
_AGAIN = gettext_lazy("That password is not right. Try again.")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc] # allauth has no types
    """Password logins of those who have been invited."""

    error_messages: ClassVar[dict[str, str | Promise]] = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": gettext_lazy("That account has been closed."),
        "email_password_mismatch": gettext_lazy("The e-mail address or the password is not right."),
        "enter_current_password": _AGAIN,
        "incorrect_password": _AGAIN,
        "incorrect_code": gettext_lazy("The code is not right, or it is too old. Try with a new one."),
        "invalid_password_reset": gettext_lazy("The link has been used or is too old. Ask for a new one."),
        "too_many_login_attempts": gettext_lazy(
            "Too many attempts. Wait a quarter of an hour, or choose a new password."
        ),
        "rate_limited": gettext_lazy("Too many attempts. Wait a while, and try again."),
    }

    def get_login_stages(self) -> list[str]:
        """The second factor is ours: a login service may have asked for it already."""
        ours = {"allauth.mfa.stages.AuthenticateStage": "forebygg.accounts.stages.SecondFactorStage"}
        return [ours.get(stage, stage) for stage in super().get_login_stages()]

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Accounts are made by an administrator."""
        return False

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - allauth's
        """What has been done stays done when no e-mail can tell of it."""
        try:
            super().send_notification_mail(*args, **kwargs)
        except OSError as error:
            _log.warning("An e-mail could not be sent: %s.", type(error).__name__)

    def is_reauthentication_required(self, *, app: str, **_more: object) -> bool:
        """Not for a while after the login: that was the person themselves."""
        request = context.request
        records = get_authentication_records(request, request.user)
        if records and time.time() - records[-1]["at"] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT:
            return False
        return bool(super().is_reauthentication_required(app=app))


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc] # allauth has no types
    """The second factor."""

    error_messages: ClassVar[dict[str, str | Promise]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
        "cannot_delete_authenticator": gettext_lazy(
            "You need at least one second factor. Add another before you take this one away."
        ),
        "cannot_generate_recovery_codes": gettext_lazy("Choose a second factor first."),
    }

    def encrypt(self, text: str) -> str:
        """As it is kept."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Raises FactorUnreadable."""
        return opened(encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whether the person still has a second factor without it."""
        kinds = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
        others = Authenticator.objects.filter(user=authenticator.user_id, type__in=kinds)
        return bool(others.exclude(pk=authenticator.pk).exists())

    def generate_authenticator_name(self, _user: User, _kind: str) -> str:
        """Passkeys are told apart by the day when they were added."""
        return _("Passkey from {day}").format(day=date_format(localdate(), "DATE_FORMAT"))

    def _get_site_name(self) -> str:
        return "Förebygg"
