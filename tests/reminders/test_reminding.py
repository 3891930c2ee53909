import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.reminders.rules.reminding import Told, since, told

MONDAY = dt.date(2026, 3, 9)
DAY = dt.timedelta(days=1)


def each_day(on, start, days):
    """What is told on each of the days when e-mail goes out every day."""
    return {
        number: reason
        for number in range(days)
        if (reason := told(on, since=start + (number - 1) * DAY, today=start + number * DAY))
    }


def test_a_thing_is_told_of_a_fortnight_and_three_days_ahead_and_on_its_day():
    on = MONDAY + 20 * DAY

    assert each_day(on, MONDAY, 21) == {6: Told.COMING, 17: Told.COMING, 20: Told.COMING}


def test_what_is_late_is_told_of_on_mondays():
    assert each_day(MONDAY - DAY, MONDAY, 15) == dict.fromkeys((0, 7, 14), Told.OVERDUE)


def test_what_has_no_day_is_told_of_once_a_month():
    assert each_day(None, dt.date(2026, 3, 1), 62) == dict.fromkeys((0, 31, 61), Told.OVERDUE)


def test_a_day_on_which_nothing_could_be_sent_is_made_up_for():
    on = MONDAY + 16 * DAY

    assert told(on, since=MONDAY, today=MONDAY + 4 * DAY) is Told.COMING
    assert told(MONDAY + DAY, since=MONDAY, today=MONDAY + 3 * DAY) is Told.OVERDUE


@pytest.mark.parametrize(("sent", "days"), [(None, 7), (MONDAY - 400 * DAY, 7), (MONDAY - 2 * DAY, 2)])
def test_nobody_is_told_of_what_a_stopped_server_missed_more_than_a_week_ago(sent, days):
    assert since(sent, today=MONDAY) == MONDAY - days * DAY


@given(
    st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)), st.lists(st.integers(1, 7), min_size=44, max_size=44)
)
def test_whatever_days_e_mail_goes_out_on_nothing_passes_without_being_told_of(on, steps):
    before, heard = on - 30 * DAY, []
    for step in steps:
        today = before + step * DAY
        heard.append(told(on, since=since(before, today=today), today=today))
        before = today

    assert Told.OVERDUE in heard
    assert Told.COMING in heard[: heard.index(Told.OVERDUE)] or steps[0] >= 7
