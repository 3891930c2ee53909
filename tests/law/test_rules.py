"""Last days by law, and why they fall on the day they do."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.core.workdays import days_off_from
from forebygg.law.rules import last_day_of_appeal, last_day_of_approval, last_day_of_notice

DAYS = st.dates(dt.date(1992, 1, 1), dt.date(2060, 11, 30))
RULES = pytest.mark.parametrize(
    ("rule", "days"), [(last_day_of_approval, 14), (last_day_of_notice, 2), (last_day_of_appeal, 21)]
)


@RULES
@given(day=DAYS)
def test_a_last_day_is_never_a_day_off_nor_before_its_time(rule, days, day):
    deadline = rule(day)

    assert deadline.nominal_day == day + dt.timedelta(days=days)
    assert deadline.day >= deadline.nominal_day
    assert days_off_from(deadline.day) == ()
    assert [off.day for off in deadline.put_off_because] == [
        deadline.nominal_day + dt.timedelta(days=number)
        for number in range((deadline.day - deadline.nominal_day).days)
    ]


@pytest.mark.parametrize("year", range(1992, 2061))
def test_every_day_of_every_year_has_a_last_day_to_appeal(year):
    posted = [dt.date(year, 1, 1) + dt.timedelta(days=number) for number in range(365)]

    last = [last_day_of_appeal(day).day for day in posted]

    assert last == sorted(last)
    assert all(21 <= (ends - day).days <= 26 for day, ends in zip(posted, last, strict=True))


def test_three_weeks_end_on_the_weekday_they_began():
    deadline = last_day_of_appeal(dt.date(2025, 3, 6), decided=dt.date(2025, 2, 27))

    assert (deadline.day, deadline.is_put_off) == (dt.date(2025, 3, 27), False)
    assert [card.key for card in deadline.cards] == ["appeal"]


def test_a_last_day_at_easter_tells_every_day_that_put_it_off():
    deadline = last_day_of_appeal(dt.date(2024, 3, 8))

    assert deadline.nominal_day == dt.date(2024, 3, 29)
    assert deadline.day == dt.date(2024, 4, 2)
    assert [off.name("en") for off in deadline.put_off_because] == [
        "Good Friday",
        "Saturday",
        "Easter Sunday",
        "Easter Monday",
    ]
    assert [card.key for card in deadline.cards] == ["appeal", "put_off"]


@pytest.mark.parametrize(
    ("decided", "sfs"), [(dt.date(2017, 12, 19), "1991:900"), (dt.date(2018, 1, 2), "2017:725")]
)
def test_the_day_of_the_decision_settles_the_act(decided, sfs):
    posted = dt.date(2018, 1, 8)

    assert last_day_of_appeal(posted, decided=decided).card.statute.sfs == sfs


@RULES
def test_nothing_is_said_of_a_time_whose_act_is_not_held(rule, days):
    assert rule(dt.date(1985, 5, 2)) is None
