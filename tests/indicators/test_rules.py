import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.indicators.rules import Course, Judgement, before, end_of, judge, periods, start_of

FIGURES = st.decimals(-1000, 1000, places=2)
PERIODS = st.sampled_from(["year", "half_year", "term", "quarter", "month"])
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31))
TURNED = {"up": "down", "down": "up", "hold": "hold"}


def told(direction, baseline, target, *outcomes):
    def figure(value):
        return None if value is None else Decimal(value)

    course = Course(direction=direction, baseline=figure(baseline), target=figure(target))
    return judge(course, [*map(Decimal, outcomes)])


@pytest.mark.parametrize(
    ("judgement", "direction", "baseline", "target", "outcomes"),
    [
        ("unknown", "up", 40, 80, ()),
        ("nearer", "up", 40, 80, (55,)),
        ("no_nearer", "up", 40, 80, (55, 40)),
        ("no_nearer", "up", 40, 80, (35,)),
        ("reached", "up", 40, 80, (80,)),
        ("reached", "down", 12, 5, (3,)),
        ("nearer", "down", 12, 5, (11,)),
        ("unknown", "up", None, 80, (55,)),
        ("nearer", "up", None, 80, (55, 60)),
        ("reached", "up", None, 80, (81,)),
        ("nearer", "up", 40, None, (41,)),
        ("unknown", "up", None, None, (41,)),
        ("reached", "hold", 92, 90, (88,)),
        ("no_nearer", "hold", 92, 90, (87,)),
        ("reached", "hold", 92, None, (92,)),
        ("nearer", "hold", None, 90, (70, 85)),
    ],
)
def test_the_latest_outcome_is_held_against_target_and_baseline(
    judgement, direction, baseline, target, outcomes
):
    assert told(direction, baseline, target, *outcomes) == judgement


@given(st.sampled_from(["up", "down", "hold"]), FIGURES, st.none() | FIGURES, st.lists(FIGURES, min_size=1))
def test_a_figure_upside_down_is_judged_alike(direction, baseline, target, outcomes):
    course = Course(direction=direction, baseline=baseline, target=target)
    turned = Course(
        direction=TURNED[direction], baseline=-baseline, target=None if target is None else -target
    )

    assert judge(course, outcomes) == judge(turned, [-value for value in outcomes])


@given(FIGURES, FIGURES, FIGURES, st.decimals(0, 100, places=2))
def test_going_further_in_the_right_direction_is_never_judged_worse(baseline, target, outcome, more):
    order = [Judgement.NO_NEARER, Judgement.NEARER, Judgement.REACHED]
    course = Course(direction="up", baseline=baseline, target=target)

    assert order.index(judge(course, [outcome])) <= order.index(judge(course, [outcome + more]))


@given(PERIODS, DAYS)
def test_every_day_lies_in_its_period_and_in_no_other(period, day):
    start = start_of(period, day)

    assert start <= day <= end_of(period, start)
    assert end_of(period, before(period, start)) == start - dt.timedelta(days=1)
    assert next(periods(period, until=day, years=1)) == start
