import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.commitments.rules.states import MONTHS, Facts, Lack, Sign, lacks, later, next_due, signs

TODAY = dt.date(2026, 3, 1)
JUNE = dt.date(2025, 6, 30)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts(), {Sign.OWNERLESS, Sign.CONCERNS_NOBODY}),
        (Facts(has_owner=True, units=1, open=1), {Sign.OWNER_LEFT}),
        (Facts(has_owner=True, is_held=True, units=2, never=1, open=2), {Sign.NEVER_ANSWERED}),
        (Facts(has_owner=True, is_held=True, units=2), {Sign.SETTLED}),
        (Facts(has_owner=True, is_held=True, units=2, open=1, due_on=JUNE), {Sign.OVERDUE}),
        (Facts(has_owner=True, is_held=True, units=2, open=1, due_on=TODAY), set()),
        (Facts(has_ended=True, units=2, never=2, due_on=JUNE), {Sign.ENDED}),
    ],
)
def test_states_follow_from_what_is_known(facts, expected):
    assert signs(facts, today=TODAY) == expected


def test_what_was_done_once_is_overdue_when_its_rhythm_asks_again():
    facts = Facts(has_owner=True, is_held=True, units=1, rhythm="term", oldest=JUNE)

    assert Sign.OVERDUE in signs(facts, today=TODAY)


def test_what_concerns_nobody_is_overdue_by_its_day():
    assert Sign.OVERDUE in signs(Facts(due_on=JUNE), today=TODAY)


@pytest.mark.parametrize(
    ("answered_on", "expected"),
    [
        (None, JUNE),
        (dt.date(2024, 7, 10), JUNE),
        (dt.date(2025, 6, 20), dt.date(2026, 6, 30)),
        (dt.date(2025, 7, 5), dt.date(2026, 6, 30)),
        (dt.date(2026, 6, 1), dt.date(2027, 6, 30)),
        (dt.date(2029, 1, 20), dt.date(2030, 6, 30)),
    ],
)
def test_an_answer_belongs_to_the_day_nearest_to_it(answered_on, expected):
    assert next_due(JUNE, "year", answered_on) == expected


def test_without_a_first_day_the_period_begins_with_the_answer():
    assert next_due(None, "quarter", dt.date(2025, 11, 30)) == dt.date(2026, 2, 28)


@given(due_on=DAYS, rhythm=st.sampled_from([*MONTHS]), answered_on=DAYS)
def test_the_next_day_comes_after_the_answer_and_within_two_periods(due_on, rhythm, answered_on):
    following = next_due(due_on, rhythm, answered_on)

    assert following > answered_on
    assert following <= max(due_on, later(answered_on, 2 * MONTHS[rhythm]))


@given(due_on=DAYS, rhythm=st.sampled_from([*MONTHS]), days=st.lists(DAYS, min_size=2, max_size=2))
def test_whoever_answered_later_is_due_no_sooner(due_on, rhythm, days):
    sooner, last = sorted(days)

    assert next_due(due_on, rhythm, sooner) <= next_due(due_on, rhythm, last)


def test_what_nobody_has_said_is_listed():
    assert lacks(Facts(rhythm="year", has_evidence=True)) == {Lack.OWNER, Lack.MEANS}
