"""An item belongs to the meeting whose paragraphs hold it, and to none when two could."""

import datetime as dt

import pytest

from forebygg.casefile.facts import Item, Meeting
from forebygg.casefile.placing import placed

MARCH, APRIL = dt.date(2024, 3, 6), dt.date(2024, 4, 3)
BOARD, COMMITTEE, COUNCIL = "Kommunstyrelsen", "Kommunstyrelsens arbetsutskott", "Kommunfullmäktige"


def meeting(body, date, first, last):
    return Meeting(document=body, body=body, date=date, paragraphs=(first, last), lines=(1, 2))


def place(meetings, paragraph=52, body=None, date=None):
    item = Item(document="d1", file="granvik.txt", body=body, date=date, paragraph=paragraph, lines=(1, 2))
    [found] = placed([item], meetings)
    return found.body, found.date


def test_an_item_takes_body_and_date_from_the_meeting_that_holds_it():
    assert place([meeting(BOARD, MARCH, 44, 64), meeting(COUNCIL, APRIL, 10, 20)]) == (BOARD, MARCH)


@pytest.mark.parametrize("paragraph", [44, 64])
def test_the_first_and_the_last_paragraph_are_held(paragraph):
    assert place([meeting(BOARD, MARCH, 44, 64)], paragraph) == (BOARD, MARCH)


def test_an_item_that_no_meeting_holds_keeps_what_it_says():
    assert place([meeting(BOARD, MARCH, 44, 51)], body=BOARD) == (BOARD, None)


def test_an_item_that_two_bodies_could_hold_is_placed_by_its_own_body():
    meetings = [meeting(BOARD, MARCH, 44, 64), meeting(COUNCIL, APRIL, 50, 70)]

    assert place(meetings, body=COUNCIL) == (COUNCIL, APRIL)
    assert place(meetings) == (None, None)


def test_an_item_that_two_meetings_of_one_body_could_hold_is_placed_by_its_date_alone():
    meetings = [meeting(BOARD, MARCH, 44, 64), meeting(BOARD, APRIL, 50, 70)]

    assert place(meetings, date=APRIL) == (BOARD, APRIL)
    assert place(meetings, body=BOARD) == (BOARD, None)


@pytest.mark.parametrize(
    ("said", "body"),
    [("Arbetsutskottet", COMMITTEE), (COMMITTEE, COMMITTEE), ("Kommunstyrelsen", BOARD)],
)
def test_a_body_is_known_without_its_owner_and_never_by_its_owner_alone(said, body):
    meetings = [meeting(BOARD, MARCH, 44, 64), meeting(COMMITTEE, APRIL, 50, 70)]

    assert place(meetings, body=said)[0] == body


def test_two_copies_of_one_meetings_cover_are_one_meeting():
    assert place([meeting(BOARD, MARCH, 44, 64), meeting(BOARD, MARCH, 44, 64)]) == (BOARD, MARCH)
