"""The two doors: that to the work, where one is who one is, and the public's.

The public door is every address under `/public`: the prefix is taken off before an address is looked up, and
put on every address that a page links to, so the pages behind it are the same pages seen by nobody in
particular.
"""

from collections.abc import Callable
from enum import StrEnum
from ipaddress import IPv6Address, ip_address
from typing import Final, cast

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import get_script_prefix, set_script_prefix

PREFIX: Final = "/public"
# A request that bears one of these has passed a proxy: whoever sent it is not at this machine.
FORWARDED: Final = ("HTTP_FORWARDED", "HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_VIA")


class Door(StrEnum):
    """How the pages are looked at."""

    WORK = "work"
    PUBLIC = "public"


class DoorRequest(HttpRequest):
    """A request that has come through one of the doors."""

    door: Door
    at_this_machine: bool


class DoorMiddleware:
    """Tells which door a request came through, and keeps its prefix on every link."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The prefix is reset afterwards: the thread serves others."""
        visit = cast(DoorRequest, request)
        visit.at_this_machine = is_at_this_machine(request)
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


def is_at_this_machine(request: HttpRequest) -> bool:
    """Whether the connection comes from this machine itself.

    Headers are never believed when they say who is asking, only when they say that somebody else is.
    """
    if any(request.META.get(header) for header in FORWARDED):
        return False
    try:
        address = ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return address.ipv4_mapped.is_loopback
    return address.is_loopback


def through(door: Door, request: HttpRequest) -> str:
    """The address of the same page through *door*."""
    outside = request.path.removesuffix(request.path_info).removesuffix(PREFIX)
    query = request.META.get("QUERY_STRING", "")
    return f"{outside}{PREFIX if door is Door.PUBLIC else ''}{request.path_info}{query and '?'}{query}"
