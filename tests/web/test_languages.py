import pytest
from bs4 import BeautifulSoup

from tests.browsing import words


def switch(page):
    return {link["lang"]: link.get("href") for link in page.select("footer [lang]")}


@pytest.mark.parametrize("prefix", ["", "/public"])
def test_the_same_page_is_one_link_away_in_the_other_language(browser, prefix):
    swedish = browser.page(f"{prefix}/accessibility/?a=1&b=2")
    english = browser.page(f"{prefix}/en/accessibility/?a=1&b=2")

    assert switch(swedish) == {"sv": None, "en": f"{prefix}/en/accessibility/?a=1&b=2"}
    assert switch(english) == {"sv": f"{prefix}/accessibility/?a=1&b=2", "en": None}


def test_swedish_is_spoken_whatever_the_browser_prefers(browser):
    answer = browser.get("/accessibility/", headers={"accept-language": "en"})

    assert BeautifulSoup(answer.content, "html.parser").html["lang"] == "sv"


def test_english_keeps_its_prefix_on_every_link(browser):
    page = browser.page("/en/accessibility/")

    links = [link["href"] for link in page.select("header a")]
    assert links
    assert all(link.startswith("/en/") for link in links)


def test_the_two_languages_say_different_things(browser):
    swedish, english = browser.page("/accessibility/"), browser.page("/en/accessibility/")

    assert words(english.h1) == "Accessibility"
    assert words(swedish.h1) == "Tillgänglighet"
