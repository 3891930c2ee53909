"""The pages of django-allauth that are offered here, and nothing of the rest."""

import json
import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.account.adapter import get_adapter
from allauth.core import ratelimit
from allauth.mfa.adapter import get_adapter as get_factor_adapter
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from forebygg.accounts.errors import InvitationOver
from forebygg.accounts.forms import SetPasswordForm
from forebygg.accounts.links import welcomed
from forebygg.accounts.services import choose_password
from forebygg.web.doors import Door

View = Callable[..., HttpResponseBase]
_log = logging.getLogger(__name__)


def offered(view: View) -> View:
    """Through the public door nobody logs in: there one is nobody in particular."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 - any view's
        if getattr(request, "door", None) is Door.PUBLIC:
            raise Http404
        response = view(request, *args, **kwargs)
        # A form with errors is no success.
        context = getattr(response, "context_data", None) or {}
        form = context.get("form")
        if response.status_code == 200 and request.method == "POST" and getattr(form, "errors", None):
            response.status_code = 422
        return response

    return shown


class _WithOptions:
    """Gives the page's script what the browser needs to know, as an attribute: no script stands in a page."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 - Django's
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc] # of the view
        context["options"] = json.dumps(context.get("js_data", {}))
        return context


class LoginView(account.LoginView):  # type: ignore[misc] # allauth has no types
    """By password, by passkey, or by the municipality's own login service where there is one."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 - Django's
        return {**super().get_context_data(**kwargs), "elsewhere": settings.OIDC_NAME}


class ResetPasswordView(account.PasswordResetView):  # type: ignore[misc]
    """A link to a new password, by e-mail."""

    def form_valid(self, form: Any) -> HttpResponseBase:  # noqa: ANN401 - Django's
        """Tell where no e-mail can be sent, whoever asked."""
        try:
            answer: HttpResponseBase = super().form_valid(form)
        except OSError as error:  # what smtplib raises, too
            _log.warning("An e-mail could not be sent: %s.", type(error).__name__)
            form.add_error(None, _("The e-mail server does not answer. Try again in a while."))
            answer = self.form_invalid(form)
        return answer


class AuthenticateView(_WithOptions, factor.AuthenticateView):  # type: ignore[misc]
    """The second factor, after the password."""


class AddPasskeyView(_WithOptions, passkeys.AddWebAuthnView):  # type: ignore[misc]
    """Make a passkey."""


class ReauthenticatePasskeyView(_WithOptions, passkeys.ReauthenticateWebAuthnView):  # type: ignore[misc]
    """Show that one is still oneself, before something weighty."""


class RemovePasskeyView(passkeys.RemoveWebAuthnView):  # type: ignore[misc]
    """Take a passkey away, unless it is the last second factor."""

    def form_valid(self, form: Any) -> HttpResponseBase:  # noqa: ANN401 - Django's
        """Tell why not, where it may not be taken away."""
        adapter = get_factor_adapter()
        if not adapter.can_delete_authenticator(self.object):
            refusal = adapter.error_messages["cannot_delete_authenticator"]
            get_adapter().add_message(self.request, messages.ERROR, message=refusal)
            return redirect("mfa_index")
        answer: HttpResponseBase = super().form_valid(form)
        return answer


login = offered(LoginView.as_view())
logout = offered(account.logout)
inactive = offered(account.account_inactive)
reauthenticate = offered(account.reauthenticate)
change_password = offered(account.password_change)
set_password = offered(account.password_set)
reset_password = offered(ResetPasswordView.as_view())
reset_password_done = offered(account.password_reset_done)
reset_password_from_key = offered(account.password_reset_from_key)
reset_password_from_key_done = offered(account.password_reset_from_key_done)

factors = offered(factor.index)
authenticate = offered(AuthenticateView.as_view())
reauthenticate_by_code = offered(factor.reauthenticate)
activate_totp = offered(totp.activate_totp)
deactivate_totp = offered(totp.deactivate_totp)
view_recovery_codes = offered(recovery_codes.view_recovery_codes)
generate_recovery_codes = offered(recovery_codes.generate_recovery_codes)
add_passkey = offered(AddPasskeyView.as_view())
remove_passkey = offered(RemovePasskeyView.as_view(success_url=reverse_lazy("mfa_index")))
reauthenticate_by_passkey = offered(ReauthenticatePasskeyView.as_view())
login_by_passkey = offered(passkeys.login_webauthn)


@offered
@never_cache
@require_safe
def login_elsewhere(request: HttpRequest) -> HttpResponseBase:
    """To the municipality's own login service, where one is named."""
    if not settings.OIDC_ISSUER:
        raise Http404
    if not ratelimit.consume(request, action="login"):
        messages.error(request, get_adapter().error_messages["rate_limited"])
        return redirect("account_login")
    # What it needs of the network is loaded when somebody logs in this way.
    from forebygg.accounts import elsewhere  # noqa: PLC0415

    return elsewhere.leave(request)


@offered
@never_cache
@require_safe
def back_from_elsewhere(request: HttpRequest) -> HttpResponseBase:
    """From there. Nobody who did not leave from here is listened to, so nothing is counted."""
    if not settings.OIDC_ISSUER:
        raise Http404
    from forebygg.accounts import elsewhere  # noqa: PLC0415

    return elsewhere.come_back(request)


@offered
@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest, token: str) -> HttpResponseBase:
    """Where an invitation leads: the first password."""
    if (person := welcomed(token)) is None:
        return render(request, "account/welcome.html", status=410)
    form = SetPasswordForm(data=request.POST or None, user=person)
    if request.method != "POST" or not form.is_valid():
        told = {"form": form, "person": person, "elsewhere": settings.OIDC_NAME}
        return render(request, "account/welcome.html", told, status=422 if form.errors else 200)
    try:
        choose_password(person, form.cleaned_data["password1"])
    except InvitationOver:
        return render(request, "account/welcome.html", status=410)
    messages.success(request, _("You have a password now. Log in with it."))
    return redirect("account_login")
