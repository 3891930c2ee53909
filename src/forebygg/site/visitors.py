"""Who is looking, and at which municipality."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404

from forebygg.accounts.models import Municipality
from forebygg.organisation.permissions import Viewer
from forebygg.organisation.visits import Visit
from forebygg.web.doors import Door, DoorRequest


class VisitorMiddleware:
    """Tells who is looking: whoever has logged in, and behind the public door nobody in particular."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: DoorRequest) -> HttpResponseBase:
        """Behind the public door everybody sees what the public sees, whoever they are."""
        if getattr(request, "door", None) is Door.PUBLIC:
            request.user = AnonymousUser()
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
