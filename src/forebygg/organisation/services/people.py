"""Somebody comes to work with the plan: an account where they have none, and a post."""

from django.db import transaction

from forebygg.accounts.models import Municipality, User
from forebygg.accounts.services import settle_person
from forebygg.organisation import permissions
from forebygg.organisation.models import Role, Unit
from forebygg.organisation.services.posts import appoint


@transaction.atomic
def engage(
    email: str, name: str, role: Role, *, within: Municipality, unit: Unit | None = None, by: User
) -> User:
    """The person with that address, who holds the post from now on.

    Whoever has an account already keeps their name. Raises AccountClosed, EverybodyInvented,
    PostNeedsUnit, UnitClosed.
    """
    permissions.APPOINT.require(by, within=within)
    person = settle_person(email, name)
    appoint(person, role, within=within, unit=unit, by=by)
    return person
