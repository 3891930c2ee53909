"""Somebody is to work with the plan: an account where they have none, and a post; or is not, after all."""

from django.db import transaction

from forebygg.accounts.models import Municipality, User
from forebygg.accounts.services import settle_person, void_invitation
from forebygg.audit.recording import record
from forebygg.organisation import permissions
from forebygg.organisation.errors import AlreadyCome
from forebygg.organisation.events import InvitationWithdrawn
from forebygg.organisation.models import Holding, Role, Unit
from forebygg.organisation.services.placing import end, lock, require_an_administrator
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


@transaction.atomic
def withdraw_invitation(person: User, *, within: Municipality, by: User) -> None:
    """End all posts here of somebody who has not come yet; the links that were sent to them lead nowhere.

    Links still lead where they did when another municipality waits for the person. Raises AlreadyCome,
    LastAdministrator.
    """
    permissions.APPOINT.require(by, within=within)
    lock(within)
    person = User.objects.select_for_update().get(pk=person.pk)
    if person.has_come:
        raise AlreadyCome(name=person.name)
    held = list(Holding.objects.of(within).current().filter(user=person).select_related("post", "user"))
    if not held:
        return
    end(held)
    require_an_administrator(within, held)
    if not Holding.objects.current().filter(user=person).exists():
        void_invitation(person)
    posts = [holding.post_id for holding in held]
    record(InvitationWithdrawn(user=person.pk, posts=posts), about=within, by=by)
