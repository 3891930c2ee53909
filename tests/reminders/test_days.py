import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.reminders.rules.days import When, in_year, read_days, read_when


@pytest.mark.parametrize(
    "text",
    [
        "2027-03-15",
        "15 mars 2027",
        "måndag 15 mars 2027 kl. 18.00",
        "15/3 2027",
        "Den 15 mars 2027",
        "15.3.2027",
    ],
)
def test_a_day_is_read_in_the_ways_that_boards_write_it(text):
    assert read_when(text) == When(2027, 3, 15)


@pytest.mark.parametrize("text", ["2027-03", "mars 2027", " Mars  2027 "])
def test_a_month_is_read_too(text):
    assert read_when(text) == When(2027, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "våren",
        "2027-13",
        "31 februari 2027",
        "2027-03-15 och 2027-03-16",
        "15 mars",
        "1027-03-15",
        "år 2027",
    ],
)
def test_what_is_no_day_or_several_is_not_guessed_at(text):
    assert read_when(text) is None


def test_lines_without_a_day_are_named_and_none_is_lost():
    days, wrong = read_days("2027-01-19\n\n  fredag \n16 februari 2027\nmars 2027")

    assert list(days) == [When(2027, 1, 19), When(2027, 2, 16)]
    assert [(one.line, one.text) for one in wrong] == [(3, "fredag"), (5, "mars 2027")]


@given(st.text())
def test_every_line_is_either_a_day_or_named(text):
    days, wrong = read_days(text)

    assert len(days) + len(wrong) == sum(1 for line in text.splitlines() if line.strip())


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)))
def test_a_day_reads_back_as_it_is_written(day):
    assert read_when(str(When(day.year, day.month, day.day))) == When(day.year, day.month, day.day)


def test_a_leap_day_falls_on_the_last_of_february():
    assert in_year(2027, 2, 29) == dt.date(2027, 2, 28)
