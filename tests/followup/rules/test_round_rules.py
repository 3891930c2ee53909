import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.followup.rules.differing import Difference, Stand, explain
from forebygg.followup.rules.doing import Done, done
from forebygg.followup.rules.nearing import Measured, Movement, movement, weakest, within

numbers = st.none() | st.decimals(-1000, 1000, places=1)


@pytest.mark.parametrize(
    ("direction", "target", "before", "now", "told"),
    [
        ("up", 80, 52, 63, Movement.NEARER),
        ("up", 80, 52, 52, Movement.NO_NEARER),
        ("up", 80, 52, 41, Movement.FURTHER),
        ("up", 80, 52, 80, Movement.REACHED),
        ("up", 80, 90, 70, Movement.FURTHER),
        ("up", None, 52, 63, Movement.NEARER),
        ("up", None, 52, 41, Movement.FURTHER),
        ("down", 5, 9, 7, Movement.NEARER),
        ("down", 5, 9, 11, Movement.FURTHER),
        ("hold", 10, 11, 12, Movement.FURTHER),
        ("hold", 10, 12, 11, Movement.REACHED),
        ("up", 80, None, 63, Movement.FIRST),
        ("up", 80, None, 81, Movement.REACHED),
        ("up", 80, 52, None, Movement.NOT_MEASURED),
        ("up", None, None, None, Movement.NOT_MEASURED),
    ],
)
def test_a_figure_goes_nearer_no_nearer_or_further(direction, target, before, now, told):
    assert (
        movement(direction, *(None if one is None else Decimal(one) for one in (target, before, now))) is told
    )


@given(st.sampled_from(["up", "down", "hold"]), numbers, numbers, numbers)
def test_what_went_further_would_have_come_nearer_the_other_way(direction, target, before, now):
    if movement(direction, target, before, now) is Movement.FURTHER:
        assert movement(direction, target, now, before) in {Movement.NEARER, Movement.REACHED}


@pytest.mark.parametrize(
    ("figures", "goal"),
    [
        ({Movement.NEARER, Movement.NO_NEARER, Movement.NOT_MEASURED}, Movement.NO_NEARER),
        ({Movement.REACHED, Movement.NEARER}, Movement.NEARER),
        ({Movement.FIRST, Movement.NOT_MEASURED}, Movement.FIRST),
        (set(), Movement.NOT_MEASURED),
    ],
)
def test_a_goal_stands_where_its_weakest_figure_does(figures, goal):
    assert weakest(figures) is goal


def test_what_was_measured_before_the_round_and_in_it_is_told_apart():
    measured = [
        Measured(until=dt.date(year, month, 28), value=Decimal(value))
        for year, month, value in [(2024, 6, 1), (2024, 12, 2), (2025, 3, 3), (2025, 6, 4), (2025, 9, 5)]
    ]

    before, now = within(measured, dt.date(2025, 1, 1), dt.date(2025, 6, 30))

    assert (before.value, now.value) == (2, 4)


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({"done": 3}, Done.ALL),
        ({"done": 3, "not_applicable": 1}, Done.ALL),
        ({"done": 1, "": 2}, Done.SOME),
        ({"under_way": 1, "": 2}, Done.NONE),
        ({"": 2}, Done.UNANSWERED),
        ({"": 2, "done": 0}, Done.UNANSWERED),
        ({"not_applicable": 2}, Done.NOBODY),
        ({}, Done.NOBODY),
    ],
)
def test_whether_it_is_done_follows_from_the_answers(counts, told):
    assert done(counts) is told


NEVER, DONE, AGAIN, BEGUN = (
    Stand("", None, None),
    Stand("done", dt.date(2025, 3, 1), 1),
    Stand("done", dt.date(2025, 10, 1), 2),
    Stand("under_way", dt.date(2025, 10, 1), 3),
)


@pytest.mark.parametrize(
    ("before", "after", "is_new", "has_ended", "told"),
    [
        (DONE, BEGUN, False, False, Difference.CHANGED),
        (DONE, AGAIN, False, False, Difference.ANSWERED_SAME),
        (DONE, DONE, False, False, Difference.SAME),
        (NEVER, DONE, False, False, Difference.FIRST_ANSWER),
        (NEVER, NEVER, False, False, Difference.STILL_NEVER),
        (None, DONE, True, False, Difference.NEW_COMMITMENT),
        (None, NEVER, False, False, Difference.UNIT_ADDED),
        (DONE, None, False, True, Difference.ENDED),
        (DONE, None, False, False, Difference.UNIT_GONE),
    ],
)
def test_each_difference_has_one_explanation(before, after, is_new, has_ended, told):
    assert explain(before, after, is_new=is_new, has_ended=has_ended) is told


def test_where_nothing_was_there_is_nothing_to_explain():
    with pytest.raises(ValueError, match="no part in either"):
        explain(None, None, is_new=False, has_ended=False)
