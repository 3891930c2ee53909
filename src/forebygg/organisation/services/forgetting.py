"""Somebody who has left is forgotten: their name and address go, and what they did stays where it is told."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from forebygg.accounts.models import Municipality, User
from forebygg.accounts.services import erase_person
from forebygg.audit.recording import record
from forebygg.organisation import permissions
from forebygg.organisation.errors import StillHoldsPosts
from forebygg.organisation.events import PersonForgotten
from forebygg.organisation.models import Holding


@transaction.atomic
def forget(person: User, *, within: Municipality, by: User) -> None:
    """Take away the name and the address of somebody who has held a post here and holds none any more.

    The trail holds keys and no names, so it stays whole, and tells of "a person without a name" from now on.
    It is told in every municipality that knew them. Raises StillHoldsPosts.
    """
    permissions.FORGET.require(by, within=within)
    holdings = Holding.objects.filter(user=person)
    if person.system or not holdings.filter(municipality=within).exists():
        raise PermissionDenied(permissions.FORGET.name)
    if holdings.current().exists():
        raise StillHoldsPosts(name=person.name)
    person = User.objects.select_for_update().get(pk=person.pk)
    if not person.name:
        return
    erase_person(person)
    knew = Municipality.objects.filter(pk__in=holdings.values("municipality")).order_by("pk")
    for municipality in knew:
        record(PersonForgotten(user=person.pk), about=municipality, by=by)
