import pytest

from tests.browsing import words

CURRENT = "header [aria-current]"


@pytest.mark.parametrize(
    ("address", "current"),
    [
        ("/granvik/", [("Start", "page")]),
        ("/granvik/cases/", [("Cases", "page")]),
        ("/granvik/cases/1/", [("Cases", "true")]),
        ("/granvik/plans/", [("Plans", "page")]),
        ("/granvik/plans/1/", [("Plans", "true")]),
    ],
)
@pytest.mark.parametrize("prefix", ["/en", "/public/en"])
def test_the_navigation_says_where_one_is(browser, granvik_released, prefix, address, current):
    page = browser.page(f"{prefix}{address}")

    assert [(words(entry), entry["aria-current"]) for entry in page.select(CURRENT)] == current


def test_outside_the_municipalities_there_are_no_chapters(browser):
    assert not browser.page("/accessibility/").select("header nav")
