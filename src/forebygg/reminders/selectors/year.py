"""The year's wheel: what a year holds, month by month, and what falls due in it."""

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from forebygg.accounts.models import Municipality
from forebygg.reminders.due import DueItem, Kind, due
from forebygg.reminders.models import Occasion
from forebygg.reminders.models.occasions import OccasionKind
from forebygg.reminders.rules.days import in_year
from forebygg.web.addresses import address

SHOWN: Final = 6
"""Of one kind in one month; the rest is counted. A hundred commitments may be due by New Year."""


@dataclass(frozen=True, kw_only=True)
class Occurrence:
    """An occasion as it happens in one year."""

    occasion: Occasion
    year: int

    @property
    def key(self) -> str:
        """The same for as long as the occasion stands."""
        return f"occasion-{self.occasion.number}-{self.year}"

    @property
    def title(self) -> str:
        board = self.occasion.board
        return f"{self.occasion.title}, {board}" if board else self.occasion.title

    @property
    def url(self) -> str:
        """Where it stands on the year's page."""
        of = self.occasion
        year = address("reminders:year", of.municipality.slug)
        return f"{year}?year={self.year}#o{of.number}"

    @property
    def kind(self) -> OccasionKind:
        return OccasionKind(self.occasion.kind)

    @property
    def on(self) -> dt.date | None:
        """Its day; None when it has but a month."""
        of = self.occasion
        return in_year(self.year, of.month, of.day) if of.day else None

    @property
    def first_day(self) -> dt.date:
        """The first on which it may happen."""
        return self.on or dt.date(self.year, self.occasion.month, 1)

    @property
    def last_day(self) -> dt.date:
        """The last on which it may happen."""
        return self.on or in_year(self.year, self.occasion.month, 31)


@dataclass(frozen=True, kw_only=True)
class DueOfKind:
    """What falls due of one kind in a month: `shown`, and `more` besides."""

    kind: Kind
    shown: Sequence[DueItem]
    more: int

    @property
    def count(self) -> int:
        return len(self.shown) + self.more


@dataclass(frozen=True, kw_only=True)
class Month:
    """One month of a year."""

    first: dt.date
    occasions: Sequence[Occurrence]
    due: Sequence[DueOfKind]
    is_now: bool

    @property
    def count(self) -> int:
        """How much there is in it."""
        return len(self.occasions) + sum(of.count for of in self.due)


def occurrences(municipality: Municipality, years: Iterable[int]) -> list[Occurrence]:
    """What happens in those years, in order. One query."""
    standing = list(Occasion.objects.of(municipality).standing().select_related("board"))
    for occasion in standing:
        occasion.municipality = municipality
    found = [
        Occurrence(occasion=occasion, year=year)
        for year in years
        for occasion in standing
        if occasion.year == year or (occasion.is_yearly and occasion.year < year)
    ]
    return sorted(found, key=lambda one: (one.first_day, one.on is not None, one.occasion.number))


def months(municipality: Municipality, year: int, *, today: dt.date) -> list[Month]:
    """The twelve months of the year, in a number of queries that does not grow with what they hold."""
    happening: dict[int, list[Occurrence]] = defaultdict(list)
    for one in occurrences(municipality, [year]):
        happening[one.occasion.month].append(one)
    falling: dict[int, dict[Kind, list[DueItem]]] = defaultdict(lambda: defaultdict(list))
    for item in due(municipality, dt.date(year, 12, 31), in_the_year=True):
        if item.on is not None and item.on.year == year and item.kind.in_the_year:
            falling[item.on.month][item.kind].append(item)
    return [
        Month(
            first=dt.date(year, month, 1),
            occasions=happening[month],
            due=[
                DueOfKind(kind=kind, shown=items[:SHOWN], more=max(len(items) - SHOWN, 0))
                for kind, items in falling[month].items()
            ],
            is_now=(year, month) == (today.year, today.month),
        )
        for month in range(1, len(calendar.month_name))
    ]
