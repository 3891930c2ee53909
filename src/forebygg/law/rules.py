"""Last days by law: for approving minutes, for putting up their notice, and for appealing.

Which act counts is settled by the day of the decision: lag (1995:84) and other changes to the appeals chapter
let what was decided before them be appealed by the older rules, and the act of 2017 is read the same way.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from forebygg.casefile.limits import Act, act_on
from forebygg.core.workdays import DayOff, days_off_from
from forebygg.law.cards import Card, card


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """The last day for something, and why it is that day.

    `nominal_day` is where the time ends by the calendar; `put_off_because` lists the days off that moved it.
    """

    day: dt.date
    nominal_day: dt.date
    put_off_because: tuple[DayOff, ...]
    card: Card

    @property
    def is_put_off(self) -> bool:
        return self.day != self.nominal_day

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every card that the day rests on: the limit's, and the one on days off where one was met."""
        moved = card("put_off", on=self.nominal_day) if self.is_put_off else None
        return (self.card, moved) if moved else (self.card,)


def last_day_of_approval(met: dt.date) -> Deadline | None:
    """When the minutes must be approved. Like the other last days, None when no act is held for that time."""
    return _deadline("approval", lambda act: act.approval_ends(met), decided=met)


def last_day_of_notice(approved: dt.date, *, decided: dt.date | None = None) -> Deadline | None:
    """When the notice must be up; `decided` is the day of the meeting, if known."""
    return _deadline("notice", lambda act: act.notice_ends(approved), decided=decided or approved)


def last_day_of_appeal(posted: dt.date, *, decided: dt.date | None = None) -> Deadline | None:
    """When an appeal must be with the court, if the notice stays up until then."""
    return _deadline("appeal", lambda act: act.appeal_ends(posted), decided=decided or posted)


def _deadline(key: str, ends: Callable[[Act], dt.date], *, decided: dt.date) -> Deadline | None:
    act, rule = act_on(decided), card(key, on=decided)
    if act is None or rule is None:
        return None
    nominal = ends(act)
    off = days_off_from(nominal)
    return Deadline(
        day=nominal + dt.timedelta(days=len(off)), nominal_day=nominal, put_off_because=off, card=rule
    )
