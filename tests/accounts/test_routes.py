"""Every page of logging in, by who may open it."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from tests.accounts.routes import PARTS, TABLE
from tests.accounts.test_logging_in import add_app, alva, elsewhere, log_in  # noqa: F401 - alva is a fixture


def address(name):
    with override("sv"):
        return reverse(name, kwargs=PARTS.get(name, {}))


def answered(browser, name):
    """The status, or the page that one is led to."""
    answer = browser.get(address(name))
    return answer["Location"].partition("?")[0] if answer.status_code == 302 else answer.status_code


def test_whoever_has_not_logged_in_is_asked_to(db):
    assert {name: answered(elsewhere(), name) for name in TABLE} == {
        name: before for name, (before, _) in TABLE.items()
    }


def test_whoever_logged_in_a_while_ago_shows_again_who_they_are_before_what_is_weighty(alva):  # noqa: F811
    browser = elsewhere()
    log_in(browser, alva)
    add_app(browser)
    session = browser.client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 30 * 60
    session.save()

    assert {name: answered(browser, name) for name in TABLE} == {
        name: after for name, (_, after) in TABLE.items()
    }


@pytest.mark.parametrize("name", TABLE)
def test_behind_the_public_door_nobody_logs_in(db, name):
    assert elsewhere().public.get(address(name)).status_code == 404
