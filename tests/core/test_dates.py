import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.core.dates import (
    DATE,
    MONTHS,
    WEEKDAYS,
    dated_near,
    first_date,
    read_date,
    read_time,
    time_span,
)

NAMES = {number: name for name, number in MONTHS.items()}
DAYS = {number: name for name, number in WEEKDAYS.items()}
DATES = st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-05",
        "2024-3-5",
        "2024–03–05",
        "2024/03/05",
        "5 mars 2024",
        "den 5 mars 2024",
        "tisdagen den 5 mars 2024",
        "tis 5 mars 2024",
        "5:e mars 2024",
        "5 mars, 2024",
        "5/3 2024",
        "5/3-2024",
        "5.3.2024",
        "05.03.2024",
        "kl. 13.00 den 5 mars 2024",
        "(2024-03-05)",
        "Plan_2024-03-05.pdf",
    ],
)
def test_a_date_is_read_in_every_form_papers_print(text):
    assert first_date(text) == dt.date(2024, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mars 2024",
        "2024-13-05",
        "31 februari 2024",
        "KS-2024-03-05-7",
        "2024-00123",
        "3 (90)",
        "kl. 13.00 2024",
    ],
)
def test_what_is_no_date_is_not_read_as_one(text):
    assert first_date(text) is None


def test_two_dates_that_touch_are_both_read():
    read = [read_date(match) for match in DATE.finditer("2024-01-19--2024-02-12")]

    assert read == [dt.date(2024, 1, 19), dt.date(2024, 2, 12)]


@given(DATES)
def test_a_written_date_is_the_date_that_was_written(day):
    assert first_date(f"den {day.day} {NAMES[day.month]} {day.year}") == day
    assert first_date(day.isoformat()) == day


@given(DATES, st.integers(0, 120))
def test_a_weekday_places_a_date_without_year_near_its_meeting(meeting, later):
    day = meeting + dt.timedelta(days=later)
    if day.year == meeting.year or (day.month, day.day) < (meeting.month, meeting.day):
        assert dated_near(f"{DAYS[day.weekday()]}en den {day.day} {NAMES[day.month]}", meeting) == day


@pytest.mark.parametrize(
    "text", ["onsdag 27/11", "ons. 27/11", "Onsdagen den 27 november kl. 15", "onsdag 27 nov"]
)
def test_a_date_without_year_is_read_in_short_forms(text):
    assert dated_near(text, dt.date(2024, 11, 20)) == dt.date(2024, 11, 27)


@pytest.mark.parametrize(
    "text", ["torsdagen den 27 november", "27 november", "onsdagen den 27 november 2024", ""]
)
def test_a_date_whose_weekday_disagrees_or_is_missing_is_not_guessed(text):
    assert dated_near(text, dt.date(2024, 11, 20)) is None


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("09:00–10:50", dt.time(9), dt.time(10, 50)),
        ("kl. 13.00-15.30", dt.time(13), dt.time(15, 30)),
        ("klockan 9–11.30", dt.time(9), dt.time(11, 30)),
        ("kl 13-15", dt.time(13), dt.time(15)),
        ("18.30 – ca 21.00", dt.time(18, 30), dt.time(21)),
        ("kl 18:30 till 21:05", dt.time(18, 30), dt.time(21, 5)),
        ("kl. 08.30–10.00, 10.20–11.45", dt.time(8, 30), dt.time(11, 45)),
        ("13.00–14.10 och 14.30–16.00", dt.time(13), dt.time(16)),
        ("kl. 18.30", dt.time(18, 30), None),
        ("i Rådhuset", None, None),
    ],
)
def test_the_hours_of_a_meeting_are_read(text, starts, ends):
    assert time_span(text) == (starts, ends)


def test_midnight_may_be_written_twenty_four():
    assert read_time("24.00") == dt.time(0)
    assert read_time("24.30") is None


@given(st.text())
def test_no_text_makes_the_reading_of_dates_fail(text):
    first_date(text)
    dated_near(text, dt.date(2024, 1, 1))
    time_span(text)
