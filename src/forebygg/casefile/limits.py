"""The local government act's time limits for minutes, as dated data (limits.toml); not legal advice."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


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

    def last_day_of_appeal(self, posted: dt.date) -> dt.date:
        """The earliest day the time to appeal can end: weekends and holidays may move it later, never earlier."""
        return posted + dt.timedelta(weeks=self.appeal_weeks)


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
