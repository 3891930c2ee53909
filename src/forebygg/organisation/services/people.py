"""Somebody comes to work with the plan: an account where they have none, and a post."""

from django.db import transaction

from forebygg.accounts.models import Municipality, User
from forebygg.accounts.services import settle_person
from forebygg.organisation import permissions
from forebygg.organisation.models import Role
from forebygg.organisation.services.posts import appoint


@transaction.atomic
def engage(email: str, name: str, role: Role, *, within: Municipality, by: User) -> User:
    """The person with that address, who holds the post from now on.

    Whoever has an account already keeps their name. Raises AccountClosed, EverybodyInvented, PostNeedsUnit.
    """
    permissions.APPOINT.require(by, within=within)
    person = settle_person(email, name)
    appoint(person, role, within=within, by=by)
    return person
