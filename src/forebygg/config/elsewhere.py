"""The municipality's own login service, where one is named: all of it, or nothing."""

from typing import Final
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from environs import Env

LOGIN_SERVICE: Final = ("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME")
_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


def login_service(env: Env) -> list[str]:
    """Each of its settings, as in LOGIN_SERVICE; empty when there is none. Raises ImproperlyConfigured."""
    told = {name: env.str(name, "").strip() for name in LOGIN_SERVICE}
    missing = [f"FOREBYGG_{name}" for name, value in told.items() if not value]
    if missing and len(missing) < len(LOGIN_SERVICE):
        message = f"A login service is named by all of FOREBYGG_OIDC_…; missing: {', '.join(missing)}."
        raise ImproperlyConfigured(message)
    issuer = urlsplit(told["OIDC_ISSUER"])
    is_safe = issuer.scheme == "https" or (issuer.scheme == "http" and issuer.hostname in _THIS_MACHINE)
    if not missing and not (is_safe and issuer.hostname):
        message = "FOREBYGG_OIDC_ISSUER must begin with https://."
        raise ImproperlyConfigured(message)
    return [*told.values()]
