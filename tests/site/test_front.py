import pytest

from forebygg.accounts.models import Municipality
from tests.browsing import words


@pytest.mark.parametrize("prefix", ["", "/en", "/public", "/public/en"])
def test_where_there_is_one_municipality_its_home_is_the_front(browser, granvik, prefix):
    answer = browser.get(f"{prefix}/")

    assert (answer.status_code, answer["Location"]) == (302, f"{prefix}/granvik/")


def test_several_municipalities_are_listed_by_name(browser, granvik, other_municipality):
    page = browser.page("/")

    assert [words(link) for link in page.select("main a")] == ["Granviks kommun", "Hedviks kommun"]
    assert [link["href"] for link in page.select("main a")] == ["/granvik/", "/hedvik/"]


def test_without_municipalities_staff_is_told_what_to_do(browser, monkeypatch):
    monkeypatch.setattr(Municipality.objects, "order_by", lambda _name: [])

    assert "forebygg casefile import" in words(browser.page("/").main)
    assert "forebygg casefile" not in words(browser.public.page("/").main)


def test_a_municipality_that_is_not_here_is_not_found(browser):
    assert browser.page("/nowhere/", status=404)


def test_the_mark_is_found_where_browsers_look(browser):
    answer = browser.get("/favicon.ico")

    assert (answer.status_code, answer["Location"]) == (301, "/static/web/icon.svg")


def test_search_engines_may_read_what_the_public_may(browser):
    answer = browser.get("/robots.txt")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines() == ["User-agent: *", "Disallow: /public/"]


@pytest.mark.parametrize("address", ["/", "/granvik/", "/accessibility/", "/robots.txt", "/favicon.ico"])
def test_pages_are_only_read(browser, address):
    assert browser.client.post(address).status_code == 405
