"""The two doors: that to the work, where one is who one is, and the public's.

The public door is every address under `/public`: the prefix is taken off before an address is looked up, and
put on every address that a page links to, so the pages behind it are the same pages seen by nobody in
particular.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Final, cast

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import get_script_prefix, set_script_prefix

PREFIX: Final = "/public"


class Door(StrEnum):
    """How the pages are looked at."""

    WORK = "work"
    PUBLIC = "public"


class DoorRequest(HttpRequest):
    """A request that has come through one of the doors."""

    door: Door


class DoorMiddleware:
    """Tells which door a request came through, and keeps its prefix on every link."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The prefix is reset afterwards: the thread serves others."""
        visit = cast(DoorRequest, request)
        visit.door = Door.WORK
        outside = get_script_prefix()
        if request.path_info == PREFIX:
            return HttpResponseRedirect(f"{outside}{PREFIX[1:]}/")
        if not request.path_info.startswith(f"{PREFIX}/"):
            return self.get_response(request)
        visit.door = Door.PUBLIC
        request.path_info = request.path_info.removeprefix(PREFIX)
        set_script_prefix(f"{outside}{PREFIX[1:]}/")
        try:
            return self.get_response(request)
        finally:
            set_script_prefix(outside)


def through(door: Door, request: HttpRequest) -> str:
    """The address of the same page through *door*."""
    outside = request.path.removesuffix(request.path_info).removesuffix(PREFIX)
    query = request.META.get("QUERY_STRING", "")
    return f"{outside}{PREFIX if door is Door.PUBLIC else ''}{request.path_info}{query and '?'}{query}"
