from forebygg.accounts.services import settle_municipality
from tests.browsing import words


def test_without_municipalities_the_front_says_what_to_do(browser):
    page = browser.page("/")

    assert "forebygg casefile import" in words(page.main)
