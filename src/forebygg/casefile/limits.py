"""The local government acts' time limits for minutes, as dated data (limits.toml); not legal advice.

What each limit says, where it stands and who has read it there is told by the cards of `forebygg.law`.
"""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, kw_only=True)
class Act:
    """The limits in force from `since` to `until`, both inclusive; days and weeks are calendar ones.

    `verified` is the day someone had read every limit in the statute itself; None means that nobody has.
    """

    sfs: str
    title: str
    since: dt.date
    until: dt.date | None = None
    verified: dt.date | None = None
    approval_days: int
    notice_days: int
    appeal_weeks: int

    @property
    def name(self) -> str:
        """As papers cite it: "kommunallagen (2017:725)"."""
        return f"{self.title} ({self.sfs})"

    def approval_ends(self, met: dt.date) -> dt.date:
        """The last day to approve the minutes; like the other limits, days off may put it off."""
        return met + dt.timedelta(days=self.approval_days)

    def notice_ends(self, approved: dt.date) -> dt.date:
        """The last day to put up the notice."""
        return approved + dt.timedelta(days=self.notice_days)

    def appeal_ends(self, posted: dt.date) -> dt.date:
        """The last day to appeal."""
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
