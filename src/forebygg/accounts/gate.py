"""Before every page: a login ends with the working day or when nothing is done, and takes a second factor."""

import time
from collections.abc import Callable
from typing import Any, Final

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from forebygg.accounts.models import User

# A second factor was asked for: here, or where the login service says so (accounts.stages).
STRONG: Final = "mfa"
FACTORS: Final = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
_CHOSEN = "second_factor_chosen"
_SEEN, _MINUTE = "seen_at", 60
_ALWAYS_OPEN: Final = frozenset({"site:accessibility", "site:robots", "site:icon"})


class GateMiddleware:
    """Looks only at who has logged in; whoever has not is everybody."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Nothing is done before it is known which page is asked for."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Callable[..., Any], _args: tuple[Any, ...], _kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Lead to the login, or to the choice of a second factor, instead of to the page."""
        user = request.user
        # Whoever comes here without a record of how they logged in has not come through a login.
        if not isinstance(user, User) or not (records := get_authentication_records(request, user)):
            return None
        if why := over(request, records):
            logout(request)
            messages.info(request, why)
            return redirect_to_login(request.get_full_path())
        if is_open(request) or is_strong(request, user, records):
            return None
        messages.info(request, _("Choose a second factor first. It keeps others out who know your password."))
        return redirect("mfa_index")


def over(request: HttpRequest, records: list[dict[str, Any]]) -> str:
    """Why the login is over; empty when it goes on. When something was last done is noted to the minute."""
    now = time.time()
    seen = request.session.get(_SEEN, records[-1]["at"])
    if now - records[0]["at"] > settings.SESSION_COOKIE_AGE:
        return _("The working day is over. Log in again.")
    if now - seen > settings.SESSION_IDLE_AGE:
        return _("Nothing was done for an hour. Log in again.")
    if now - seen > _MINUTE:
        request.session[_SEEN] = now
    return ""


def is_open(request: HttpRequest) -> bool:
    """Whether the page is one of those on which a second factor is chosen, or everybody's."""
    name = request.resolver_match.view_name if request.resolver_match else ""
    return name.startswith(("account_", "mfa_")) or name in _ALWAYS_OPEN


def is_strong(request: HttpRequest, user: User, records: list[dict[str, Any]]) -> bool:
    """Whether more than a password is asked of the person. At most one query a login."""
    if user.is_invented or request.session.get(_CHOSEN) or any(one["method"] == STRONG for one in records):
        return True
    if not is_mfa_enabled(user, FACTORS):
        return False
    request.session[_CHOSEN] = True
    return True
