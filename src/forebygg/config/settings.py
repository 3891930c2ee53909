"""Every setting; what differs between installations comes from the environment (FOREBYGG_…).

A secret may lie in a file named by FOREBYGG_…_FILE. A value that cannot be read, or a name that nobody
knows, stops the start and is named.
"""

import logging
import os
from importlib import resources
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environs import FileAwareEnv

from forebygg.config.elsewhere import LOGIN_SERVICE, login_service
from forebygg.config.home import default_home, kept_secret, mail_folder
from forebygg.config.logins import *  # noqa: F403 - each is a setting
from forebygg.config.static import folder_of_this_version

_PREFIX = "FOREBYGG_"
KNOWN = {"HOME", "SECRET_KEY", "DATABASE_URL", "HOSTS", "DEBUG", "LANGUAGE", "EMAIL_URL", "EMAIL_FROM"}
KNOWN |= {"SECRET_KEY_FALLBACKS", "ADDRESS", *LOGIN_SERVICE}
_named = {name.removeprefix(_PREFIX).removesuffix("_FILE") for name in os.environ if name.startswith(_PREFIX)}
if _unknown := sorted(_named - KNOWN):
    _message = f"No such setting: {', '.join(_PREFIX + name for name in _unknown)}."
    raise ImproperlyConfigured(_message)

env = FileAwareEnv(prefix=_PREFIX)

HOME = Path(env.str("HOME", "") or default_home())
SECRET_KEY = env.str("SECRET_KEY", "").strip() or kept_secret(HOME)
_before: list[str] = env.list("SECRET_KEY_FALLBACKS", [])
SECRET_KEY_FALLBACKS = [one.strip() for one in _before if one.strip()]
DEBUG = env.bool("DEBUG", False)
OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME = login_service(env)
_THIS_MACHINE = ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = env.list("HOSTS", _THIS_MACHINE)
# Whoever answers to other names does so behind a proxy, where TLS ends.
_BEHIND_PROXY = not set(ALLOWED_HOSTS) <= {*_THIS_MACHINE}

# -- what it consists of ---------------------------------------------------------------------------------

# The templates of site and web come before Django's own for forms.
INSTALLED_APPS = [
    "forebygg.site",
    "forebygg.followup",
    "forebygg.commitments",
    "forebygg.decisions",
    "forebygg.plans",
    "forebygg.indicators",
    "forebygg.law",
    "forebygg.papers",
    "forebygg.printing",
    "forebygg.reminders",
    "forebygg.organisation",
    "forebygg.audit",
    "forebygg.accounts",
    "forebygg.web",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "django_tasks",
    "django_tasks_db",
]
AUTH_USER_MODEL = "accounts.User"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "forebygg.web.doors.DoorMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "forebygg.site.visitors.VisitorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "forebygg.accounts.gate.GateMiddleware",
    "forebygg.web.errors.ErrorMiddleware",
]
ROOT_URLCONF = "forebygg.config.urls"
WSGI_APPLICATION = "forebygg.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# -- the database ----------------------------------------------------------------------------------------

# A write that was acknowledged survives a power cut (FULL); a reader never waits for a writer (WAL); a row
# cannot be overwritten past the audit's triggers (recursive_triggers).
_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON;",
}
DATABASES: dict[str, dict[str, Any]] = {
    "default": env.dj_db_url("DATABASE_URL", f"sqlite:///{HOME / 'forebygg.sqlite3'}")
}
_database = DATABASES["default"]
if _database["ENGINE"] == "django.db.backends.sqlite3":
    _database["OPTIONS"] = _database.get("OPTIONS", {}) | _SQLITE
# Each of a server's few threads keeps its connection (docs/adr/0013).
_database |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
# Jobs lie in the same database, so that they are enqueued in the transaction of the act they follow from.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# -- pages -----------------------------------------------------------------------------------------------

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "forebygg.web.forms.Renderer"
# No cookie but those that a form or a login needs: the public pages set none.
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = [Path(str(resources.files("forebygg"))) / "locale"]
TIME_ZONE = "Europe/Stockholm"
STATIC_URL = "/static/"
STATICFILES_FINDERS = ["forebygg.config.storage.OwnFiles"]
STATIC_ROOT = folder_of_this_version(HOME)
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
# What is not collected is served as it lies in the package.
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "forebygg.config.storage.StaticStorage"},
}

# -- e-mail ----------------------------------------------------------------------------------------------

# Where no server is named, each e-mail is written to a file that only the program's own user may read.
_mail = env.dj_email_url("EMAIL_URL", f"file:///{mail_folder(HOME).as_posix()}")
EMAIL_BACKEND, EMAIL_FILE_PATH = _mail["EMAIL_BACKEND"], _mail["EMAIL_FILE_PATH"]
EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_HOST"], _mail["EMAIL_PORT"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_USER"], _mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail["EMAIL_USE_TLS"], _mail["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = 10
# What an e-mail that no browser asked for links to.
_named_hosts = [host.lstrip(".") for host in ALLOWED_HOSTS if host not in {*_THIS_MACHINE, "*"}]
ADDRESS = env.str(
    "ADDRESS", f"https://{_named_hosts[0]}" if _named_hosts else "http://localhost:8000"
).rstrip("/")
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", "forebygg@localhost")

# -- what is written to the log --------------------------------------------------------------------------


def _is_worth_telling(record: logging.LogRecord) -> bool:
    """What we say ourselves; of others only what went wrong, and of the worker nothing of how it ends."""
    least = {"forebygg": logging.INFO, "django_tasks_db": logging.ERROR}
    return record.levelno >= least.get(record.name.partition(".")[0], logging.WARNING)


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "worth_telling": {"()": "django.utils.log.CallbackFilter", "callback": _is_worth_telling},
    },
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["worth_telling"]},
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # An address that is not there is no fault of ours.
    "loggers": {
        "forebygg": {"level": "INFO"},
        "django": {"handlers": []},
        "django.request": {"level": "ERROR"},
    },
}

# -- safety ----------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "connect-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CSRF_COOKIE_HTTPONLY = True
FILE_UPLOAD_PERMISSIONS = 0o600
# Whole minutes with their appendices are at most a few megabytes of text, or some tens of them scanned.
DATA_UPLOAD_MAX_MEMORY_SIZE = 60 * 1024 * 1024
# A plan that is started from its text has two or three fields for every line that could be a heading.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
# On this machine alone there is no TLS, and a browser would not send a secure cookie back.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _BEHIND_PROXY
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _BEHIND_PROXY
if _BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
# HSTS and the way from http to https are the proxy's.
SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W012", "security.W016"]
