"""Addresses below a municipality are those that Django would give."""

import pytest
from django.urls import NoReverseMatch, get_script_prefix, reverse, set_script_prefix
from django.utils.translation import override

from forebygg.web.addresses import address


@pytest.fixture
def public_door():
    outside = get_script_prefix()
    set_script_prefix("/public/")
    yield
    set_script_prefix(outside)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("plans:plans", ()),
        ("decisions:case", (7,)),
        ("decisions:paper", (7, 7)),
        ("plans:compare", (900_000_002, 3, 1)),
    ],
)
def test_an_address_is_in_the_language_of_the_request(language, name, numbers):
    with override(language):
        assert address(name, "granvik", *numbers) == reverse(name, args=["granvik", *numbers])


def test_an_address_stays_behind_its_door(public_door):
    with override("sv"):
        assert address("decisions:case", "granvik", 1) == "/public/granvik/cases/1/"


def test_a_municipality_that_is_called_a_number_keeps_its_name():
    with override("sv"):
        assert address("decisions:case", "900000001", 5) == "/900000001/cases/5/"


def test_a_page_that_is_not_there_has_no_address():
    with pytest.raises(NoReverseMatch):
        address("decisions:case", "granvik", 1, 2)
