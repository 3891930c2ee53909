import pytest
from bs4 import BeautifulSoup
from django.template import engines
from django.test import RequestFactory

from forebygg.web.doors import Door
from tests.browsing import Browser, words


@pytest.fixture
def page(granvik):
    def rendered(blocks):
        request = RequestFactory().get("/granvik/")
        request.door, request.municipality = Door.WORK, granvik
        template = engines["django"].from_string('{% extends "site/page.html" %}{% load web %}' + blocks)
        return BeautifulSoup(template.render({"name": "Åtta <ord>"}, request), "html.parser")

    return rendered


def test_the_title_is_written_once_and_shown_twice(page):
    shown = page("{% block title %}\n  {{ name }}\n{% endblock %}")

    assert words(shown.h1) == "Åtta <ord>"
    assert shown.title.get_text() == "Åtta <ord> – Förebygg"


def test_the_windows_title_holds_no_markup(page):
    shown = page("{% block title %}Nämnd <time>1 maj</time> &amp; fler{% endblock %}")

    assert shown.h1.time
    assert not shown.title.select("*")
    assert shown.title.get_text() == "Nämnd 1 maj & fler – Förebygg"


def test_a_title_may_build_on_the_one_above(page):
    shown = page("{% block title %}{{ block.super }}Mer{% endblock %}")

    assert words(shown.h1) == "Mer"


@pytest.mark.parametrize("block", ["kicker", "lead", "actions", "aside", "crumbs"])
def test_what_a_page_does_not_fill_leaves_nothing_behind(page, block):
    empty = page("{% block title %}x{% endblock %}")
    full = page(f"{{% block title %}}x{{% endblock %}}{{% block {block} %}}<b>Fyllt</b>{{% endblock %}}")
    blank = page(f"{{% block title %}}x{{% endblock %}}{{% block {block} %}} \n {{% endblock %}}")

    assert len(full.select("main, aside, nav, p, div")) == len(empty.select("main, aside, nav, p, div")) + 1
    assert str(blank) == str(empty)
    assert "Fyllt" in full.body.get_text()


def test_the_door_is_told_in_words(browser, granvik):
    staff, public = browser.page("/accessibility/"), browser.public.page("/accessibility/")

    assert words(staff.select_one(".door")) != words(public.select_one(".door"))


def test_each_door_leads_to_the_other(browser):
    staff, public = browser.page("/en/accessibility/?a=1"), browser.public.page("/en/accessibility/?a=1")

    assert staff.select_one("footer a[href='/public/en/accessibility/?a=1']")
    assert public.select_one("footer a[href='/en/accessibility/?a=1']")


def test_those_who_have_not_logged_in_are_shown_no_other_door(db):
    page = Browser().page("/accessibility/")

    assert [link["href"] for link in page.select("footer a")] == ["/en/accessibility/", "/accessibility/"]


def test_no_link_leads_out_of_the_public_door_but_the_one_that_says_so(browser):
    page = browser.public.page("/granvik/")

    outside = [
        link["href"] for link in page.select("a[href^='/']") if not link["href"].startswith("/public/")
    ]
    assert outside == ["/granvik/"]


def test_the_policy_allows_nothing_from_elsewhere_and_nothing_in_the_page(browser):
    policy = browser.get("/accessibility/")["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize("prefix", ["", "/public"])
def test_looking_sets_no_cookies(browser, prefix):
    assert not browser.get(f"{prefix}/granvik/").cookies
