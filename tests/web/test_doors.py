import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import get_script_prefix, reverse
from django.utils.translation import override

from forebygg.web.doors import Door, DoorMiddleware, through


@pytest.fixture(autouse=True)
def _swedish():
    with override("sv"):
        yield


def sent(path, **meta):
    """The request as a view gets it, what an address would be there, and the answer."""
    seen = {}

    def view(request):
        seen.update(request=request, address=reverse("site:accessibility"))
        return HttpResponse()

    seen["answer"] = DoorMiddleware(view)(RequestFactory().get(path, **meta))
    return seen


def test_whoever_works_comes_through_the_door_to_the_work():
    seen = sent("/granvik/")

    assert seen["request"].door is Door.WORK
    assert seen["address"] == "/accessibility/"


def test_the_public_prefix_is_taken_off_the_path_and_put_on_every_link():
    seen = sent("/public/granvik/")

    assert seen["request"].door is Door.PUBLIC
    assert (seen["request"].path_info, seen["request"].path) == ("/granvik/", "/public/granvik/")
    assert seen["address"] == "/public/accessibility/"


def test_the_prefix_is_gone_when_the_request_is_answered():
    sent("/public/granvik/")

    assert get_script_prefix() == "/"


def test_the_prefix_is_gone_when_the_view_fails():
    def fails(request):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        DoorMiddleware(fails)(RequestFactory().get("/public/"))

    assert get_script_prefix() == "/"


@pytest.mark.parametrize("path", ["/publicity/", "/granvik/public/", "/publi"])
def test_only_the_whole_first_word_is_the_door(path):
    seen = sent(path)

    assert seen["request"].path_info == path
    assert seen["request"].door is Door.WORK


def test_the_bare_prefix_leads_to_the_public_front():
    answer = sent("/public")["answer"]

    assert (answer.status_code, answer["Location"]) == (302, "/public/")


@pytest.mark.parametrize("path", ["/en/granvik/?page=2&q=%C3%A5", "/public/en/granvik/?page=2&q=%C3%A5"])
def test_the_same_page_is_found_through_the_other_door(path):
    request = sent(path)["request"]

    assert through(Door.WORK, request) == "/en/granvik/?page=2&q=%C3%A5"
    assert through(Door.PUBLIC, request) == "/public/en/granvik/?page=2&q=%C3%A5"


def test_an_address_that_ends_like_the_prefix_is_kept_whole():
    request = sent("/public/granvik/public")["request"]

    assert through(Door.WORK, request) == "/granvik/public"
