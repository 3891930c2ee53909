"""Indicators added and changed, and what they were recorded. Nothing is deleted: what was said was said."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from forebygg.accounts.models import Municipality, User
from forebygg.audit.recording import record
from forebygg.indicators import permissions
from forebygg.indicators.errors import (
    DayMissing,
    HeadsMissing,
    MoreThanAll,
    NotDivided,
    NotYetBegun,
    PeriodInUse,
)
from forebygg.indicators.events import IndicatorAdded, IndicatorChanged, OutcomeCorrected, OutcomeRecorded
from forebygg.indicators.models import Direction, Indicator, Outcome, Period, Sex
from forebygg.indicators.rules import start_of


@dataclass(frozen=True, kw_only=True)
class Described:
    """What is said of an indicator."""

    name: str
    unit: str
    direction: Direction
    period: Period
    by_sex: bool = False
    baseline: Decimal | None = None
    baseline_on: dt.date | None = None
    target: Decimal | None = None
    target_on: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What an indicator was in a period; `on` is any day of it."""

    on: dt.date
    value: Decimal
    source: str
    sex: Sex = Sex.ALL
    heads: int | None = None


@transaction.atomic
def add_indicator(told: Described, *, within: Municipality, by: User) -> Indicator:
    """A new figure to follow. Raises DayMissing."""
    permissions.MEASURE.require(by, within=within)
    _check(told)
    _lock(within)
    last: int | None = Indicator.objects.of(within).aggregate(last=Max("number"))["last"]
    indicator = Indicator.objects.create(municipality=within, number=(last or 0) + 1, **vars(told))
    record(IndicatorAdded(indicator=indicator.pk), about=indicator, by=by)
    return indicator


@transaction.atomic
def change_indicator(indicator: Indicator, told: Described, *, by: User) -> Indicator:
    """What is said of it from now on. Raises DayMissing, PeriodInUse."""
    permissions.MEASURE.require(by, within=indicator.municipality)
    _check(told)
    _lock(indicator.municipality)
    indicator = Indicator.objects.select_related("municipality").get(pk=indicator.pk)
    if told == Described(**{name: getattr(indicator, name) for name in vars(told)}):
        return indicator
    if told.period != indicator.period and indicator.outcomes.exists():
        raise PeriodInUse
    for name, value in vars(told).items():
        setattr(indicator, name, value)
    indicator.save(update_fields=[*vars(told)])
    record(IndicatorChanged(indicator=indicator.pk), about=indicator, by=by)
    return indicator


@transaction.atomic
def record_outcome(indicator: Indicator, told: Measured, *, by: User) -> Outcome:
    """What the figure was in a period. One that is there for the same period and sex is corrected by it.

    Raises NotYetBegun, NotDivided, HeadsMissing, MoreThanAll.
    """
    within = indicator.municipality
    permissions.MEASURE.require(by, within=within)
    _lock(within)
    indicator = Indicator.objects.select_related("municipality").get(pk=indicator.pk)
    starts_on = start_of(indicator.period, told.on)
    held = _held(indicator, starts_on)
    _check_outcome(indicator, starts_on, told, held)
    before = held.get(told.sex)
    if before and (before.value, before.heads, before.source) == (told.value, told.heads, told.source):
        return before
    outcome = Outcome.objects.create(
        municipality=within,
        indicator=indicator,
        starts_on=starts_on,
        sex=told.sex,
        value=told.value,
        heads=told.heads,
        source=told.source,
        recorded_by=by,
        recorded_at=timezone.now(),
    )
    if before:
        event = OutcomeCorrected(
            indicator=indicator.pk, starts_on=starts_on, outcome=outcome.pk, instead_of=before.pk
        )
        record(event, about=indicator, by=by)
    else:
        recorded = OutcomeRecorded(indicator=indicator.pk, starts_on=starts_on, outcome=outcome.pk)
        record(recorded, about=indicator, by=by)
    return outcome


def _lock(municipality: Municipality) -> None:
    """Nobody else gives a number or corrects an outcome until the act is done."""
    Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)


def _check(told: Described) -> None:
    if (told.baseline is None) != (told.baseline_on is None) or (told.target is None) != (
        told.target_on is None
    ):
        raise DayMissing


def _held(indicator: Indicator, starts_on: dt.date) -> dict[str, Outcome]:
    """The outcomes that hold for the period, by sex."""
    return {one.sex: one for one in indicator.outcomes.filter(starts_on=starts_on).order_by("pk")}


def _check_outcome(
    indicator: Indicator, starts_on: dt.date, told: Measured, held: dict[str, Outcome]
) -> None:
    if starts_on > timezone.localdate():
        raise NotYetBegun
    if told.sex != Sex.ALL and not indicator.by_sex:
        raise NotDivided
    if indicator.by_sex and told.heads is None:
        raise HeadsMissing
    heads = {sex: one.heads for sex, one in held.items()} | {told.sex.value: told.heads}
    parts = (heads.get(Sex.WOMEN.value) or 0) + (heads.get(Sex.MEN.value) or 0)
    every = heads.get(Sex.ALL.value)
    if every is not None and parts > every:
        raise MoreThanAll(parts=parts, all=every)
