"""Days off, tried against the two statutes counted anew by other means than the library's."""

import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.core.workdays import DayOff, days_off_from, is_past, put_off

YEARS = range(1992, 2061)
DAYS = st.dates(dt.date(1992, 1, 1), dt.date(2060, 12, 1))
NATIONAL_DAY_SINCE = dt.date(2005, 4, 1)  # lag (2004:1320), which took Pentecost Monday away


def easter(year):
    """Easter Sunday. Source: the anonymous Gregorian algorithm (Nature, 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    month, day = divmod(d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114, 31)
    return dt.date(year, month, day + 1)


def is_off_by_the_statutes(day):
    """1989:253 §§ 1–2, and the Saturdays and eves of 1930:173 § 2."""
    fixed = {(1, 1), (1, 6), (5, 1), (12, 24), (12, 25), (12, 26), (12, 31)}
    after_easter = {-2, 1, 39}
    if day >= NATIONAL_DAY_SINCE:
        fixed.add((6, 6))
    else:
        after_easter.add(50)
    midsummer_eve = day.month == 6 and 19 <= day.day <= 25 and day.weekday() == 4
    return (
        day.weekday() >= 5
        or (day.month, day.day) in fixed
        or (day - easter(day.year)).days in after_easter
        or midsummer_eve
    )


@pytest.mark.parametrize("year", YEARS)
def test_the_days_off_are_those_of_the_statutes(year):
    days = [dt.date(year, 1, 1) + dt.timedelta(days=number) for number in range(365)]

    assert [bool(days_off_from(day)) for day in days] == [is_off_by_the_statutes(day) for day in days]


@given(DAYS)
def test_a_last_day_is_put_off_to_a_working_day_and_no_further(day):
    put = put_off(day)

    assert put >= day
    assert not is_off_by_the_statutes(put)
    assert all(is_off_by_the_statutes(day + dt.timedelta(days=number)) for number in range((put - day).days))


@given(DAYS, DAYS)
def test_a_day_is_past_a_limit_when_it_is_past_what_the_limit_is_put_off_to(day, limit):
    assert is_past(day, limit) == (day > put_off(limit))


@pytest.mark.parametrize(
    ("day", "then"),
    [
        ("2004-05-31", "2004-06-01"),  # Pentecost Monday, for the last time
        ("2005-05-16", "2005-05-16"),
        ("2003-06-06", "2003-06-06"),
        ("2005-06-06", "2005-06-07"),  # the national day, for the first
        ("2016-12-06", "2016-12-06"),
        ("2024-03-13", "2024-03-13"),
        ("2024-03-16", "2024-03-18"),
        ("2024-03-29", "2024-04-02"),
        ("2024-05-09", "2024-05-10"),
        ("2024-06-21", "2024-06-24"),
        ("2024-12-24", "2024-12-27"),
        ("2024-12-31", "2025-01-02"),
    ],
)
def test_a_last_day_goes_to_the_next_working_day(day, then):
    assert put_off(dt.date.fromisoformat(day)).isoformat() == then


def test_each_day_off_has_its_name_in_both_languages():
    run = days_off_from(dt.date(2024, 3, 29))

    assert [day.name("sv") for day in run] == ["Långfredagen", "lördag", "Påskdagen", "Annandag påsk"]
    assert [day.name("en") for day in run] == ["Good Friday", "Saturday", "Easter Sunday", "Easter Monday"]


@pytest.mark.parametrize(
    ("language", "name"), [("sv", "Julafton"), ("sv-se", "Julafton"), ("en-gb", "Christmas Eve")]
)
def test_an_eve_is_named_in_every_kind_of_the_language(language, name):
    assert DayOff(dt.date(2026, 12, 24)).name(language) == name


@given(DAYS, st.integers(-9, 9))
def test_a_day_near_a_limit_is_past_it_by_the_same_count(limit, days):
    day = limit + dt.timedelta(days=days)

    assert is_past(day, limit) == (day > put_off(limit))


def test_nobody_waits_for_the_calendar_when_it_cannot_matter():
    code = (
        "import sys, datetime as dt; from forebygg.core.workdays import is_past\n"
        "is_past(dt.date(2024, 3, 1), dt.date(2024, 3, 2))\n"
        "is_past(dt.date(2024, 3, 9), dt.date(2024, 3, 2))\n"
        "sys.exit('holidays' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
