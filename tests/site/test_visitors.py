import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.http import Http404, HttpResponse
from django.test import RequestFactory

from forebygg.accounts.models import SystemUser
from forebygg.site.visitors import VisitorMiddleware
from forebygg.web.doors import Door


@pytest.fixture
def visit(granvik):
    """A request that came through a door, as the next one in line gets it."""

    def sent(door=None, *, here=True, session=None, **kwargs):
        request = RequestFactory().get("/granvik/")
        request.session, request.user = session or SessionStore(), AnonymousUser()
        if door:
            request.door, request.at_this_machine = door, here
        middleware = VisitorMiddleware(lambda _request: HttpResponse())
        middleware(request)
        middleware.process_view(request, None, (), kwargs)
        return request

    return sent


def test_whoever_is_at_this_machine_is_staff(visit):
    user = visit(Door.WORK).user

    assert user.is_authenticated
    assert user.system == SystemUser.LOCAL


def test_whoever_sits_elsewhere_is_nobody(visit):
    assert isinstance(visit(Door.WORK, here=False).user, AnonymousUser)


def test_the_public_is_nobody(visit):
    assert isinstance(visit(Door.PUBLIC).user, AnonymousUser)


def test_without_a_door_nobody_is_staff(visit):
    assert isinstance(visit().user, AnonymousUser)


def test_the_user_is_looked_up_when_somebody_asks(visit, person, django_assert_num_queries):
    with django_assert_num_queries(0):
        request = visit(Door.WORK)
    with django_assert_num_queries(1):
        assert request.user.pk == request.user.pk


def test_the_municipality_is_that_of_the_address(visit, granvik):
    assert visit(Door.PUBLIC, municipality="granvik").municipality == granvik


def test_an_address_without_municipality_has_none(visit):
    assert not hasattr(visit(Door.PUBLIC), "municipality")


def test_a_municipality_that_is_not_ours_is_not_found(visit):
    with pytest.raises(Http404):
        visit(Door.PUBLIC, municipality="elsewhere")
