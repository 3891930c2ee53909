"""Indicators with their outcomes as they may be shown, and what these say of the target."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality
from forebygg.indicators.models import Indicator, Outcome, Sex
from forebygg.indicators.periods import period_name
from forebygg.indicators.protecting import hidden
from forebygg.indicators.rules import Course, Judgement, end_of, judge
from forebygg.web.marks import Mark

JUDGEMENTS: Final = {
    Judgement.REACHED: Mark(_("target reached"), "check", "success"),
    Judgement.NEARER: Mark(_("nearer"), "half", "info"),
    Judgement.NO_NEARER: Mark(_("no nearer"), "triangle", "warning"),
    Judgement.UNKNOWN: Mark(_("not yet known"), "ring", "neutral"),
}


@dataclass(frozen=True)
class Figure:
    """An outcome that holds, and those that it corrects, the latest first. A hidden one shows no number."""

    outcome: Outcome
    is_hidden: bool
    corrected: tuple[Outcome, ...] = ()

    @property
    def value(self) -> Decimal | None:
        return None if self.is_hidden else self.outcome.value

    @property
    def heads(self) -> int | None:
        return None if self.is_hidden else self.outcome.heads

    @property
    def shows_history(self) -> bool:
        """Whether what was corrected may be told: not of people, where a difference could tell of one."""
        return all(one.heads is None for one in (self.outcome, *self.corrected))


@dataclass(frozen=True)
class PeriodRow:
    """What an indicator was in one period, by sex."""

    period: str
    starts_on: dt.date
    figures: Mapping[str, Figure]

    @property
    def name(self) -> str:
        return period_name(self.period, self.starts_on)

    @property
    def all(self) -> Figure | None:
        return self.figures.get(Sex.ALL.value)

    @property
    def rows(self) -> list[Figure]:
        """Those that there are: of all, of women, of men."""
        return [self.figures[sex] for sex in Sex.values if sex in self.figures]


@dataclass(frozen=True)
class IndicatorRow:
    """An indicator with its periods, the newest first."""

    indicator: Indicator
    periods: tuple[PeriodRow, ...]
    judgement: Judgement

    @property
    def mark(self) -> Mark:
        return JUDGEMENTS[self.judgement]

    @property
    def hides(self) -> bool:
        """Whether any of its figures is hidden."""
        return any(figure.is_hidden for row in self.periods for figure in row.rows)

    @property
    def latest(self) -> PeriodRow | None:
        """The newest period that shows a figure of all."""
        return next((row for row in self.periods if row.all and not row.all.is_hidden), None)


def indicator_rows(municipality: Municipality, indicators: Sequence[Indicator]) -> dict[int, IndicatorRow]:
    """By key. One query, however many they are."""
    outcomes: dict[int, list[Outcome]] = {one.pk: [] for one in indicators}
    rows = Outcome.objects.of(municipality).filter(indicator__in=outcomes).select_related("recorded_by")
    for outcome in rows.order_by("-starts_on", "-pk"):
        outcomes[outcome.indicator_id].append(outcome)
    return {one.pk: _row(one, outcomes[one.pk]) for one in indicators}


def indicators(municipality: Municipality) -> list[IndicatorRow]:
    """All of the municipality's, in their order. Two queries."""
    every = list(Indicator.objects.of(municipality).order_by("number"))
    for one in every:
        one.municipality = municipality
    return [*indicator_rows(municipality, every).values()]


def _row(indicator: Indicator, outcomes: Sequence[Outcome]) -> IndicatorRow:
    periods = tuple(_periods(indicator, outcomes))
    course = Course(direction=indicator.direction, baseline=indicator.baseline, target=indicator.target)
    return IndicatorRow(indicator, periods, judge(course, [*_judged(indicator, periods)]))


def _judged(indicator: Indicator, periods: Sequence[PeriodRow]) -> Iterator[Decimal]:
    """What is shown of all since the baseline, the oldest first: a judgement tells no more than the page."""
    since = indicator.baseline_on
    for row in reversed(periods):
        is_later = since is None or end_of(row.period, row.starts_on) > since
        if is_later and row.all and row.all.value is not None:
            yield row.all.value


def _periods(indicator: Indicator, outcomes: Sequence[Outcome]) -> Iterator[PeriodRow]:
    """*outcomes* come with the newest period first, and in a period the one that holds."""
    by_period: dict[dt.date, dict[str, list[Outcome]]] = {}
    for outcome in outcomes:
        by_period.setdefault(outcome.starts_on, {}).setdefault(outcome.sex, []).append(outcome)
    for starts_on, by_sex in by_period.items():
        unseen = hidden({sex: versions[0].heads for sex, versions in by_sex.items()})
        figures = {
            sex: Figure(versions[0], sex in unseen, tuple(versions[1:])) for sex, versions in by_sex.items()
        }
        yield PeriodRow(indicator.period, starts_on, figures)
