"""The local government act's time limits for minutes, as dated data (limits.toml); not legal advice."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final


@dataclass(frozen=True, kw_only=True)
class Act:
    """The limits in force from `since` to `until`, both inclusive; days and weeks are calendar ones.

    `verified` is the day someone read the rule in the statute itself; None means that nobody has.
    """

    name: str
    since: dt.date
    until: dt.date | None = None
    verified: dt.date | None = None
    next_check: dt.date
    source: str
    approval_days: int
    notice_days: int
    appeal_weeks: int

    def last_day_of_approval(self, met: dt.date) -> dt.date:
        """The last day to approve the minutes."""
        return put_off(met + dt.timedelta(days=self.approval_days))

    def last_day_of_notice(self, approved: dt.date) -> dt.date:
        """The last day to put up the notice."""
        return put_off(approved + dt.timedelta(days=self.notice_days))

    def last_day_of_appeal(self, posted: dt.date) -> dt.date:
        """The earliest day on which the time to appeal can end; a day off may only put it off."""
        return posted + dt.timedelta(weeks=self.appeal_weeks)


# Fixed days and, counted from Easter Sunday, movable ones on which nobody need act: lag (1989:253) om
# allmänna helgdagar and the eves in lag (1930:173) 2 §. From memory: it only makes the limits more lenient.
_FIXED: Final = frozenset({(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)})
_FROM_EASTER: Final = frozenset({-2, 1, 39})
_MIDSUMMER_EVE: Final = range(19, 26)
_FRIDAY: Final = 4


def put_off(day: dt.date) -> dt.date:
    """The day, or the next working day after it when it is none."""
    while _is_off(day):
        day += dt.timedelta(days=1)
    return day


def _is_off(day: dt.date) -> bool:
    if day.weekday() > _FRIDAY or (day.month, day.day) in _FIXED:
        return True
    midsummer_eve = day.month == 6 and day.day in _MIDSUMMER_EVE and day.weekday() == _FRIDAY
    return midsummer_eve or (day - easter(day.year)).days in _FROM_EASTER


def easter(year: int) -> dt.date:
    """Easter Sunday. Source: the anonymous Gregorian algorithm (Nature, 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    month, day = divmod(d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114, 31)
    return dt.date(year, month, day + 1)


@cache
def acts() -> tuple[Act, ...]:
    """Every act held, newest first."""
    data = tomllib.loads(
        resources.files("forebygg.casefile").joinpath("limits.toml").read_text(encoding="utf-8")
    )
    return tuple(Act(**act) for act in data["act"])


def act_on(day: dt.date) -> Act | None:
    """The act in force that day, if it is held."""
    return next((act for act in acts() if act.since <= day <= (act.until or dt.date.max)), None)
