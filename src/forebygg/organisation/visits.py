"""A request for a municipality's page, and the gate before what not everybody may do."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404

from forebygg.accounts.models import Municipality, User
from forebygg.organisation.models import Unit
from forebygg.organisation.permissions import Permission, Viewer
from forebygg.web.doors import Door, DoorRequest
from forebygg.web.errors import NotLoggedInError


class Visit(DoorRequest):
    """What middleware tells of every request whose address names a municipality."""

    municipality: Municipality
    user: User | AnonymousUser
    viewer: Viewer


def who_acts(visit: Visit) -> User:
    """Raises PermissionDenied when nobody has logged in."""
    if not isinstance(visit.user, User):
        raise PermissionDenied
    return visit.user


def staff_only(visit: Visit) -> None:
    """What is nobody else's business is not there for others: 404.

    Whoever has not said who they are is asked to log in; the public door asks nobody.
    """
    if visit.viewer.reads:
        return
    if visit.door is Door.WORK and not visit.user.is_authenticated:
        raise NotLoggedInError
    raise Http404


def gate(visit: Visit, permission: Permission, *, at: Unit | None = None) -> None:
    """Lets through whoever has the right: colleagues without it get 403, and for others it is not there."""
    if visit.viewer.may(permission, at=at):
        return
    staff_only(visit)
    raise PermissionDenied(permission.name)
