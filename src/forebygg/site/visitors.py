"""Who is looking, and at which municipality."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.functional import SimpleLazyObject

from forebygg.accounts.models import Municipality, SystemUser
from forebygg.accounts.services import system_user
from forebygg.organisation.permissions import Viewer
from forebygg.organisation.visits import Visit
from forebygg.web.doors import Door


class VisitorMiddleware:
    """Until there are logins, whoever stands at this machine is staff and everybody else nobody.

    The user is looked up when somebody asks for it: pages for the public never do.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Without a door nobody is staff."""
        staff = getattr(request, "door", None) is Door.STAFF
        user: Any = SimpleLazyObject(lambda: system_user(SystemUser.LOCAL)) if staff else AnonymousUser()
        request.user = user
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Callable[..., Any], _args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        """`request.municipality`, where the address names one; 404 when it is not ours."""
        if slug := kwargs.get("municipality"):
            municipality = get_object_or_404(Municipality, slug=slug)
            visit = cast("Visit", request)
            visit.municipality = municipality
            visit.viewer = Viewer.of(visit.user, municipality)
