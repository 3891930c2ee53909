"""Logging in with the municipality's own login service, by OpenID Connect (docs/howto/login-service.md).

Nobody gets an account by it: it is one more way in for those who have been invited. The service is asked when
somebody logs in and never before; this module, and what it needs of the network, is loaded then.
"""

import logging
from typing import Any, Final

from allauth.account.utils import get_next_redirect_url
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.base import AuthError, AuthProcess, ProviderException
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import activate, get_language, override
from django.utils.translation import gettext as _
from requests import RequestException

from forebygg.accounts.models import User
from forebygg.accounts.stages import SEVERAL_FACTORS

# Whatever a service may get wrong: it does not answer, refuses, or leaves out what it is to say.
_FAILURES: Final = (OAuth2Error, ProviderException, RequestException, KeyError, TypeError, ValueError)
_log = logging.getLogger(__name__)


def leave(request: HttpRequest) -> HttpResponseBase:
    """To the service, with the way back."""
    service = LoginService(request, app=_registration())
    try:
        answer: HttpResponseBase = service.redirect(
            request,
            process=AuthProcess.LOGIN,
            next_url=get_next_redirect_url(request),
            language=get_language(),
        )
    except _FAILURES as error:
        answer = _failed(request, error)
    return answer


def come_back(request: HttpRequest) -> HttpResponseBase:
    """From the service, with what it says of the person, or with its refusal."""
    view = OAuth2CallbackView.adapter_view(_Conversation(request, settings.OIDC_ISSUER))
    try:
        answer: HttpResponseBase = view(request)
    except _FAILURES as error:
        answer = _failed(request, error)
    return answer


class _Conversation(OpenIDConnectOAuth2Adapter):  # type: ignore[misc] # allauth has no types
    """What is said between us and the service."""

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the service says of itself; another issuer than the one named is somebody else."""
        told: dict[str, Any] = super().openid_config
        if told["issuer"].rstrip("/") != settings.OIDC_ISSUER.rstrip("/"):
            message = f"the service calls itself {told['issuer']}"
            raise OAuth2Error(message)
        return told

    def get_callback_url(self, request: HttpRequest, _app: SocialApp) -> str:
        """One address in all languages: each must be known to the service."""
        with override(settings.LANGUAGE_CODE):
            return request.build_absolute_uri(reverse("account_elsewhere_back"))

    def complete_login(
        self, request: HttpRequest, app: SocialApp, token: SocialToken, *, response: dict[str, Any]
    ) -> SocialLogin:
        """Who the identity token is about, and what the service says of them beside it."""
        claims = self._decode_id_token(app, response["id_token"])
        if "userinfo_endpoint" in self.openid_config:
            beside = self._fetch_user_info(token.token)
            if beside["sub"] != claims["sub"]:  # OpenID Connect Core 5.3.2
                message = "the service spoke of two people"
                raise OAuth2Error(message)
            claims = beside | claims
        return self.get_provider().sociallogin_from_response(request, {"id_token": claims})


class LoginService(OpenIDConnectProvider):  # type: ignore[misc]
    """What is taken from an answer: who it is, whether the address is theirs, how they showed it."""

    oauth2_adapter_class = _Conversation
    pkce_enabled_default = True

    def get_oauth2_adapter(self, request: HttpRequest) -> _Conversation:
        return _Conversation(request, settings.OIDC_ISSUER)

    def get_default_scope(self) -> list[str]:
        return ["openid", "email"]

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        """Nothing else is kept: neither names nor pictures.

        `mfa` in `amr` is RFC 8176's word for several factors; the values of `acr` are each service's own.
        """
        methods = data["id_token"].get("amr") or []
        return {SEVERAL_FACTORS: isinstance(methods, list) and "mfa" in methods}

    def extract_email_addresses(self, data: dict[str, Any]) -> list[Any]:
        """The address, and whether the service vouches for it: a word that is not yes is no."""
        addresses: list[Any] = super().extract_email_addresses(data)
        for address in addresses:
            address.verified = _is_vouched_for(data["id_token"])
        return addresses


class LoginServiceAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """What is done with an answer."""

    def get_provider(self, request: HttpRequest, *_names: object, **_more: object) -> LoginService:
        """The one that the settings name; no table names others."""
        return LoginService(request, app=_registration())

    def is_open_for_signup(self, _request: HttpRequest, _login: SocialLogin) -> bool:
        """Accounts are made by an administrator."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Know whoever has come this way before; connect whoever has been invited; refuse others."""
        _speak(sociallogin.state)
        if not sociallogin.is_existing:
            sociallogin.connect(request, _invited(request, sociallogin))
        sociallogin.state[SEVERAL_FACTORS] = sociallogin.account.extra_data[SEVERAL_FACTORS]

    def on_authentication_error(
        self,
        request: HttpRequest,
        _provider: LoginService,
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Tell what to do now."""
        _speak((extra_context or {}).get("state"))
        if error == AuthError.CANCELLED:
            messages.info(request, _("The login was interrupted."))
            raise ImmediateHttpResponse(redirect("account_login"))
        raise ImmediateHttpResponse(_failed(request, exception))


def _registration() -> SocialApp:
    """We, as the service knows us."""
    return SocialApp(
        provider=LoginService.id,
        # Whom a service calls 17, another may call 17 too: identities are kept by issuer.
        provider_id=settings.OIDC_ISSUER,
        name=settings.OIDC_NAME,
        client_id=settings.OIDC_CLIENT_ID,
        secret=settings.OIDC_CLIENT_SECRET,
        settings={"server_url": settings.OIDC_ISSUER.rstrip("/")},
    )


def _is_vouched_for(claims: dict[str, Any]) -> bool:
    """By `email_verified`; by Entra ID, which has none, with `xms_edov`: the tenant owns the domain."""
    said = claims.get("email_verified", claims.get("xms_edov"))
    return str(said).casefold() in {"true", "1"}


def _invited(request: HttpRequest, login: SocialLogin) -> User:
    """Whose account it is. Raises ImmediateHttpResponse, with a page that says whom to ask."""
    address = next((one.email for one in login.email_addresses if one.verified), "")
    people = User.objects.filter(is_active=True, is_invented=False)
    person = people.filter(email__iexact=address).first() if address else None
    # An address is given to somebody new when its owner has left.
    is_known = SocialAccount.objects.filter(user=person, provider=settings.OIDC_ISSUER).exists()
    if person is not None and not is_known:
        return person
    told = {"elsewhere": settings.OIDC_NAME, "address": address, "is_known": person is not None}
    raise ImmediateHttpResponse(render(request, "account/elsewhere_refused.html", told, status=403))


def _failed(request: HttpRequest, error: Exception | None) -> HttpResponseBase:
    """The page that says so; without an error it is the way back that was lost, as after ten minutes."""
    if error is not None:
        _log.warning("The login service failed: %s: %s", type(error).__name__, error)
    told = {"elsewhere": settings.OIDC_NAME, "is_silent": error is not None}
    return render(request, "account/elsewhere_failed.html", told, status=502 if error is not None else 400)


def _speak(state: dict[str, Any] | None) -> None:
    """Go on in the language in which the login began."""
    if language := (state or {}).get("language"):
        activate(language)
