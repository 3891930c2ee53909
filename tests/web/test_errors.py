from typing import ClassVar

import pytest
from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpResponse
from django.urls import include, path
from django.views.decorators.http import require_POST

from forebygg.core.errors import CodedError
from forebygg.core.messages import N_
from tests.browsing import words


class Refused(CodedError):
    code = "tests.refused"
    message = N_("There is no such file. Check the name and the folder.")


class Locked(Refused):
    status: ClassVar = 409


def raising(error):
    def view(request):
        raise error

    return view


def view(name, error):
    return path(f"{name}/", raising(error))


urlpatterns = [
    view("refused", Refused()),
    view("locked", Locked()),
    view("missing", Http404("The English reason")),
    view("forbidden", PermissionDenied("The English reason")),
    view("bad", BadRequest("The English reason")),
    view("big", RequestDataTooBig("The English reason")),
    view("broken", ZeroDivisionError("The English reason")),
    path("post/", require_POST(lambda _request: HttpResponse("posted"))),
    path("account/", include("forebygg.accounts.urls")),
    path("", include("forebygg.site.urls")),
]
handler400 = "forebygg.site.views.bad_request"


@pytest.fixture(autouse=True)
def _address_book(settings, browser):
    settings.ROOT_URLCONF = __name__
    browser.client.raise_request_exception = False


def test_an_error_says_itself_what_is_wrong(browser):
    page = browser.page("/refused/", status=400)

    assert "Filen finns inte. Kontrollera namnet och mappen." in words(page.main)
    assert "tests.refused" in words(page.main)


def test_an_error_may_choose_its_status(browser):
    assert browser.page("/locked/", status=409)


@pytest.mark.parametrize(
    ("name", "status", "heading"),
    [
        ("missing", 404, "Sidan finns inte"),
        ("forbidden", 403, "Du får inte göra detta"),
        ("bad", 400, "Frågan gick inte att förstå"),
        ("big", 413, "Det här är för stort"),
        ("broken", 500, "Något gick fel här"),
        ("post", 405, "Sidan kan inte användas på det sättet"),
    ],
)
def test_what_goes_wrong_is_told_kindly_and_in_swedish(browser, name, status, heading):
    page = browser.page(f"/{name}/", status=status)

    assert words(page.h1) == heading
    assert "English" not in words(page.main)


def test_a_method_that_is_refused_is_told_with_those_that_are_not(browser):
    assert browser.get("/post/")["Allow"] == "POST"


def test_what_a_view_answers_itself_is_left_alone(browser):
    assert browser.client.post("/post/").content == b"posted"


def test_a_form_that_has_grown_old_is_explained(browser):
    browser.client.handler.enforce_csrf_checks = True

    page = browser.page("/post/", data={}, status=403)

    assert words(page.h1) == "Formuläret har blivit för gammalt"


def test_the_public_is_told_that_a_page_may_not_be_released(browser):
    staff, public = (one.page("/missing/", status=404) for one in (browser, browser.public))

    assert "allmänheten" in words(public.main) or "publicer" in words(public.main)
    assert words(staff.main) != words(public.main)


def test_a_host_that_is_not_ours_gets_a_page_too(browser):
    answer = browser.get("/refused/", headers={"host": "evil.example"})

    assert answer.status_code == 400
    assert "Frågan gick inte att förstå" in answer.content.decode()
