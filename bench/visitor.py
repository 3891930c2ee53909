"""Somebody who has logged in: what most pages are made for, and what they take longest for."""

from pathlib import Path
from typing import Final

from bench.server import told

# Past the login itself, which is slow on purpose: every post of the municipality, and a session that holds.
_LOG_IN: Final = """
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.conf import settings
from forebygg.accounts.models import Municipality, SystemUser, User
from forebygg.accounts.services import system_user
from forebygg.organisation.models import Role
from forebygg.organisation.rules import IN_A_UNIT
from forebygg.organisation.services.posts import appoint
user, _ = User.objects.get_or_create(email="bench@granvik.example", defaults={"name": "Tove Ek"})
for role in set(Role) - IN_A_UNIT - {Role.GUEST}:
    appoint(user, role, within=Municipality.objects.get(), by=system_user(SystemUser.COMMAND))
session = SessionStore()
session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(user.pk), settings.AUTHENTICATION_BACKENDS[0]
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.create()
print(f"{settings.SESSION_COOKIE_NAME}={session.session_key}")
"""


def cookie(home: Path) -> str:
    """The Cookie header of a colleague in the only municipality of the installation in *home*."""
    return told(home, _LOG_IN)
