"""What happens to indicators, as the audit tells it: no names and no figures."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, ClassVar

from django.utils.translation import gettext_lazy as _

from forebygg.audit.events import Event
from forebygg.audit.references import Refers

IndicatorKey = Annotated[int, Refers("indicators.indicator")]


@dataclass(frozen=True, kw_only=True)
class IndicatorAdded(Event):
    name: ClassVar = "indicators.added"
    sentence: ClassVar = _("added {indicator}")

    indicator: IndicatorKey


@dataclass(frozen=True, kw_only=True)
class IndicatorChanged(Event):
    name: ClassVar = "indicators.changed"
    sentence: ClassVar = _("changed {indicator}")

    indicator: IndicatorKey


@dataclass(frozen=True, kw_only=True)
class OutcomeRecorded(Event):
    """`starts_on` is the period's first day, `outcome` the key of the row that holds from now on."""

    name: ClassVar = "indicators.outcome_recorded"
    sentence: ClassVar = _("recorded an outcome of {indicator} for the period that began on {starts_on}")

    indicator: IndicatorKey
    starts_on: dt.date
    outcome: int


@dataclass(frozen=True, kw_only=True)
class OutcomeCorrected(Event):
    """`outcome` is the key of the row that holds from now on, `instead_of` that of the one that held."""

    name: ClassVar = "indicators.outcome_corrected"
    sentence: ClassVar = _("corrected an outcome of {indicator} for the period that began on {starts_on}")

    indicator: IndicatorKey
    starts_on: dt.date
    outcome: int
    instead_of: int
