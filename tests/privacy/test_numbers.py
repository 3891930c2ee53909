from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.privacy.guard import Kind, look
from forebygg.privacy.guard.numbers import check_digit
from tests.privacy.marked import marked

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2029, 12, 31))


@st.composite
def personal_numbers(draw):
    """A valid number, a coordination number as often, in one of the ways people write them."""
    day, birth_number = draw(DAYS), draw(st.integers(0, 999))
    added = draw(st.sampled_from([0, 60]))
    nine = f"{day:%y%m}{day.day + added:02}{birth_number:03}"
    last = f"{birth_number:03}{check_digit(nine)}"
    century, six = f"{day:%Y}"[:2], nine[:6]
    if draw(st.booleans()):
        parting = draw(st.sampled_from(["", "-", "+", " ", " - ", "–", "\xa0"]))
        return f"{draw(st.sampled_from(['', century]))}{six}{parting}{last}"
    spaced = f"{six[:2]} {six[2:4]} {six[4:]}"
    return draw(st.sampled_from([f"{century} {six}-{last}", f"{spaced} {last}", f"{spaced}-{last}"]))


@given(
    personal_numbers(),
    st.sampled_from(["", "hennes nummer är ", "pnr:", "(", "Elev, "]),
    st.sampled_from(["", ".", ")", " enligt mamman"]),
)
def test_a_valid_number_is_found_in_any_form(number, before, after):
    text = f"{before}{number}{after}"

    assert marked(text, Kind.PERSONAL_NUMBER) == [number]


@given(personal_numbers().filter(lambda number: "-" in number or "+" in number))
def test_a_wrong_check_digit_makes_a_likely_slip_and_no_personal_number(number):
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)

    assert [mark.kind for mark in look(wrong)] == [Kind.LIKE_NUMBER]


@pytest.mark.parametrize("number", ["121212-1212", "19121212-1212", "201801272392", "701063-2391"])
def test_numbers_set_aside_for_tests_are_personal_numbers(number):
    assert marked(number, Kind.PERSONAL_NUMBER) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Organisationsnummer 212000-0142 ska stå på fakturan.",
        "Fakturan har nummer 20240612 och OCR 5550123987.",
        "Mötet 2024-03-12 13 00 ställs in.",
        "Bankgiro 5050-1055.",
        "Artikelnummer 7350012345678.",
        "Dnr KS 2024-00112.",
    ],
)
def test_other_numbers_are_let_be(text):
    assert look(text) == []
