"""What every page of a case begins with: who is looking, and at which case."""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.shortcuts import get_object_or_404

from forebygg.accounts.models import Municipality, User
from forebygg.decisions.selectors.folder import Folder, open_folder
from forebygg.papers.models import Case
from forebygg.web.doors import DoorRequest


class Visit(DoorRequest):
    """A request for a municipality's page; `user` is nobody at the public door."""

    municipality: Municipality
    user: User | AnonymousUser


def visited(request: Visit, number: int) -> Folder:
    """The case with that number and its papers, as the visitor may see them; else 404."""
    cases = Case.objects.of(request.municipality).visible_to(request.user)
    case = get_object_or_404(cases, number=number)
    case.municipality = request.municipality
    return open_folder(case, request.user)


def staff_only(request: Visit) -> None:
    """What is nobody else's business is not there for others."""
    if not request.user.is_authenticated:
        raise Http404
