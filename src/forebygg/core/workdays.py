"""The days on which nobody need act, and how they put off a last day.

Source: lag (1930:173) om beräkning av lagstadgad tid 2 §. A time that ends on a Sunday or another public
holiday, a Saturday, or the eve of midsummer, Christmas or the new year runs to the next working day. Which
days are public holidays stands in lag (1989:253) om allmänna helgdagar; the library knows both, and names
the three eves de facto holidays.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

_LANGUAGES: Final = {"sv": "sv", "en": "en_US"}
_WEEK: Final = dt.timedelta(weeks=1)
_WEEKEND: Final = {5: {"sv": "lördag", "en": "Saturday"}, 6: {"sv": "söndag", "en": "Sunday"}}


@dataclass(frozen=True)
class DayOff:
    """A day on which nobody need act."""

    day: dt.date

    def name(self, language: str) -> str:
        """What the day is called in Swedish ("sv") or English ("en"): "Långfredagen", "lördag"."""
        language = language[:2]
        holiday = _holidays(self.day.year, language).get(self.day)
        return holiday or _WEEKEND[self.day.weekday()][language]


def days_off_from(day: dt.date) -> tuple[DayOff, ...]:
    """The unbroken run of days off that begins with this day; empty when it is a working day."""
    run = []
    while day.weekday() in _WEEKEND or day in _holidays(day.year, "sv"):
        run.append(DayOff(day))
        day += dt.timedelta(days=1)
    return tuple(run)


def put_off(day: dt.date) -> dt.date:
    """The day itself, or the next working day after it when nobody need act on it."""
    return day + dt.timedelta(days=len(days_off_from(day)))


def is_past(day: dt.date, limit: dt.date) -> bool:
    """Whether the day comes after a limit, put off if need be.

    Days off never last a week, so the calendar, which is slow to load, is asked only when it can matter.
    """
    return day > limit and (day - limit >= _WEEK or day > put_off(limit))


@cache
def _holidays(year: int, language: str) -> Mapping[dt.date, str]:
    """One year's public holidays and eves; years are apart so that threads never see one half filled."""
    from holidays.constants import DE_FACTO, PUBLIC  # noqa: PLC0415 - takes longer to load than a reading
    from holidays.countries.sweden import Sweden  # noqa: PLC0415

    return dict(Sweden(years=year, categories=(PUBLIC, DE_FACTO), language=_LANGUAGES[language]))
