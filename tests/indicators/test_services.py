import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from forebygg.audit.models import Entry
from forebygg.indicators.errors import (
    DayMissing,
    HeadsMissing,
    MoreThanAll,
    NotDivided,
    NotYetBegun,
    PeriodInUse,
)
from forebygg.indicators.models import Direction, Outcome, Period, Sex
from forebygg.indicators.rules import Judgement
from forebygg.indicators.selectors import indicator_rows
from forebygg.indicators.services import (
    Described,
    Measured,
    add_indicator,
    change_indicator,
    record_outcome,
)

TERM = dt.date(2025, 2, 10)


def described(**more):
    told = {"name": "Utbildade", "unit": "procent", "direction": Direction.UP, "period": Period.TERM}
    return Described(**told | more)


def measured(value, **more):
    return Measured(**{"on": TERM, "value": Decimal(value), "source": "Enkäten"} | more)


@pytest.fixture
def indicator(granvik, person):
    goal = {"baseline": Decimal(40), "baseline_on": dt.date(2024, 12, 31)}
    return add_indicator(
        described(by_sex=True, target=Decimal(80), target_on=dt.date(2027, 12, 31), **goal),
        within=granvik,
        by=person,
    )


def row_of(indicator):
    return indicator_rows(indicator.municipality, [indicator])[indicator.pk]


def test_an_outcome_belongs_to_the_period_in_which_its_day_lies(indicator, person):
    assert record_outcome(indicator, measured(55, heads=60), by=person).starts_on == dt.date(2025, 1, 1)
    assert row_of(indicator).judgement is Judgement.NEARER


def test_the_latest_outcome_of_a_period_holds_and_the_others_are_its_history(indicator, person):
    record_outcome(indicator, measured(55, heads=60), by=person)
    record_outcome(indicator, measured(65, heads=60), by=person)

    [period] = row_of(indicator).periods
    assert period.all.value == 65
    assert [one.value for one in period.all.corrected] == [55]
    assert Entry.objects.order_by("number").last().event == "indicators.outcome_corrected"


def test_the_same_outcome_twice_changes_nothing(indicator, person):
    first = record_outcome(indicator, measured(55, heads=60), by=person)

    assert record_outcome(indicator, measured(55, heads=60), by=person) == first
    assert Outcome.objects.count() == 1


def test_few_people_of_one_sex_are_hidden_with_the_other_sex(indicator, person):
    for sex, heads in ((Sex.ALL, 60), (Sex.WOMEN, 57), (Sex.MEN, 3)):
        record_outcome(indicator, measured(55, sex=sex, heads=heads), by=person)

    [period] = row_of(indicator).periods
    assert {sex: figure.value for sex, figure in period.figures.items()} == {
        "": 55,
        "women": None,
        "men": None,
    }


def test_a_judgement_tells_nothing_of_what_is_hidden(indicator, person):
    record_outcome(indicator, measured(100, heads=4), by=person)

    assert row_of(indicator).judgement is Judgement.UNKNOWN


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (NotYetBegun, {"on": dt.date(2999, 1, 1), "heads": 50}),
        (HeadsMissing, {}),
        (MoreThanAll, {"sex": Sex.WOMEN, "heads": 61}),
    ],
)
def test_what_cannot_be_recorded_is_told(indicator, person, error, told):
    record_outcome(indicator, measured(50, heads=60), by=person)

    with pytest.raises(error):
        record_outcome(indicator, measured(50, **told), by=person)


def test_an_indicator_that_is_not_divided_takes_no_outcome_by_sex(granvik, person):
    indicator = add_indicator(described(), within=granvik, by=person)

    with pytest.raises(NotDivided):
        record_outcome(indicator, measured(50, sex=Sex.MEN, heads=50), by=person)


def test_a_target_needs_its_day_and_a_used_period_stays(granvik, indicator, person):
    with pytest.raises(DayMissing):
        add_indicator(described(target=Decimal(80)), within=granvik, by=person)
    record_outcome(indicator, measured(50, heads=60), by=person)
    with pytest.raises(PeriodInUse):
        change_indicator(indicator, described(period=Period.YEAR), by=person)


def test_only_the_coordinator_measures(granvik, django_user_model):
    somebody = django_user_model.objects.create(email="alva.birk@granvik.example", name="Alva Birk")

    with pytest.raises(PermissionDenied):
        add_indicator(described(), within=granvik, by=somebody)
