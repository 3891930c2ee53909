import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse
from django.test import RequestFactory

from forebygg.organisation.models import Role
from forebygg.site.visitors import VisitorMiddleware
from forebygg.web.doors import Door


@pytest.fixture
def visit(granvik):
    """A request that came through a door, as the next one in line gets it."""

    def sent(door=None, *, user=None, **kwargs):
        request = RequestFactory().get("/granvik/")
        request.user = user or AnonymousUser()
        if door:
            request.door = door
        middleware = VisitorMiddleware(lambda _request: HttpResponse())
        middleware(request)
        middleware.process_view(request, None, (), kwargs)
        return request

    return sent


def test_whoever_has_logged_in_is_who_they_are(visit, clerk):
    assert visit(Door.WORK, user=clerk).user == clerk


def test_behind_the_public_door_everybody_is_nobody(visit, clerk):
    assert isinstance(visit(Door.PUBLIC, user=clerk).user, AnonymousUser)


def test_who_has_not_logged_in_is_nobody(visit):
    assert isinstance(visit(Door.WORK).user, AnonymousUser)


def test_what_somebody_holds_here_is_told(visit, clerk):
    viewer = visit(Door.WORK, user=clerk, municipality="granvik").viewer

    assert Role.COORDINATOR in viewer.roles


def test_the_municipality_is_that_of_the_address(visit, granvik):
    assert visit(Door.PUBLIC, municipality="granvik").municipality == granvik


def test_an_address_without_municipality_has_none(visit):
    assert not hasattr(visit(Door.PUBLIC), "municipality")


def test_a_municipality_that_is_not_ours_is_not_found(visit):
    with pytest.raises(Http404):
        visit(Door.PUBLIC, municipality="elsewhere")
