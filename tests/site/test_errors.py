"""What goes wrong in the product itself; tests/web/test_errors.py tries each kind of error."""

from tests.browsing import Browser, words


def test_a_question_for_another_host_is_answered_with_a_page(browser):
    browser.client.defaults["HTTP_HOST"] = "evil.example"

    page = browser.page("/granvik/", status=400)

    assert words(page.h1) == "Frågan gick inte att förstå"


def test_what_is_not_there_keeps_the_way_around(browser, granvik):
    page = browser.page("/granvik/cases/999/", status=404)

    assert page.select_one("header nav")
    assert words(page.h1) == "Sidan finns inte"


def test_what_the_public_may_not_see_is_not_there(browser, granvik_case):
    page = browser.public.page("/granvik/cases/1/findings/", status=404)

    assert page.select_one("main a[href='/granvik/cases/1/findings/']"), (
        "who is at this machine may look inside"
    )


def test_who_has_not_logged_in_is_not_told_of_another_door(granvik_case):
    page = Browser().page("/granvik/cases/1/", status=404)

    assert [link["href"] for link in page.select("main a")] == ["/"]


def test_a_fault_of_ours_is_told_without_asking_the_database(browser, granvik, monkeypatch):
    def breaks(*_args, **_kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr("forebygg.site.selectors.home", breaks)
    browser.client.raise_request_exception = False

    page = browser.page("/en/granvik/", status=500)

    assert words(page.h1) == "Something went wrong here"
    assert not page.select("header nav")
