"""The forms of logging in, in our words. None of what is typed here is kept as text."""

from typing import Any

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.mfa.base import forms as factor
from allauth.mfa.totp import forms as totp
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.sealing import opened, seal

_PASSWORD = _("Password")
_NEW = _("New password")
_AGAIN = _("The new password once more")
_LONG = _("At least 12 characters. Some words that only you would put together are easier to remember.")
_CODE = _("Code")
_WRONG = _("The code is not right, or it is too old. Try with a new one.")


def _worded(form: forms.BaseForm, **labels: object) -> None:
    """Give the fields our labels; help and examples inside the fields are taken away."""
    for name, label in labels.items():
        field = form.fields[name]
        field.label, field.help_text = label, ""  # type: ignore[assignment] # a translation that waits
        field.widget.attrs.pop("placeholder", None)


class LoginForm(account.LoginForm):  # type: ignore[misc] # allauth has no types
    """By e-mail address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - allauth's
        super().__init__(*args, **kwargs)
        _worded(self, login=_("E-mail address"), password=_PASSWORD)
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class ReauthenticateForm(account.ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something weighty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - allauth's
        super().__init__(*args, **kwargs)
        _worded(self, password=_PASSWORD)


class _NewPassword:
    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - allauth's
        super().__init__(*args, **kwargs)
        fields: dict[str, forms.Field] = self.fields  # type: ignore[attr-defined] # of the form it is mixed into
        labels = {"password1": _NEW, "password2": _AGAIN}
        if "oldpassword" in fields:
            labels["oldpassword"] = _("Present password")
        _worded(self, **labels)  # type: ignore[arg-type]
        fields["password1"].help_text = _LONG


class ChangePasswordForm(_NewPassword, account.ChangePasswordForm):  # type: ignore[misc]
    """Another password, by somebody who knows the present one."""


class SetPasswordForm(_NewPassword, account.SetPasswordForm):  # type: ignore[misc]
    """A password for somebody who has none."""


class ResetPasswordKeyForm(_NewPassword, account.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password, by somebody who reads the e-mail of the account."""


class ResetPasswordForm(account.ResetPasswordForm):  # type: ignore[misc]
    """The answer, and how long it takes, is the same whether or not there is such an account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - allauth's
        super().__init__(*args, **kwargs)
        _worded(self, email=_("E-mail address"))

    def save(self, request: HttpRequest, **kwargs: Any) -> str:  # noqa: ANN401 - allauth's
        """Send an e-mail in either case: a link, or that there is no account here."""
        email: str = super().save(request, **kwargs)
        if not self.users:
            get_adapter().send_mail("account/email/unknown_account", email, {})
        return email


def _code() -> forms.RegexField:
    """Six digits from an app, or a recovery code."""
    return forms.RegexField(
        r"^[0-9A-Za-z -]{6,20}$",
        label=_CODE,
        error_messages={"invalid": _WRONG},
        widget=forms.TextInput({"autocomplete": "one-time-code"}),
    )


class CodeForm(factor.AuthenticateForm):  # type: ignore[misc] # allauth has no types
    """A one-time code or a recovery code, after the password."""

    code = _code()


class ReauthenticateCodeForm(factor.ReauthenticateForm):  # type: ignore[misc]
    """The same, before something weighty."""

    code = _code()


class ActivateCodeForm(totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code from an app, which shows that it works. Until then the session keeps the key, sealed."""

    code = _code()

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - allauth's
        session = context.request.session
        if sealed := session.get(SECRET_SESSION_KEY):
            session[SECRET_SESSION_KEY] = opened(sealed)
        super().__init__(*args, **kwargs)
        session[SECRET_SESSION_KEY] = seal(self.secret)


class AddPasskeyForm(webauthn.AddWebAuthnForm):  # type: ignore[misc]
    """A passkey; it is named by the day, so that nothing has to be typed."""

    name = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - allauth's
        super().__init__(*args, **kwargs)
        _worded(self, passwordless=_("Log in with this passkey alone, without a password"))
        self.fields["passwordless"].initial = True
