"""When somebody is reminded, and how often an e-mail is tried."""

import datetime as dt
from enum import StrEnum
from typing import Final

AHEAD: Final = (14, 3, 0)
"""So many days before its last day, a thing is reminded of."""

LOOKS_BACK: Final = dt.timedelta(days=7)
"""Further back than this nobody is told what a stopped server has missed."""

TRIED_AFTER: Final = tuple(dt.timedelta(minutes=minutes) for minutes in (5, 15, 45, 120, 360))
"""How long is waited for a mail server that cannot take an e-mail, each time longer."""

MORNING: Final = dt.time(7)
"""Nobody's telephone is to sound at midnight."""

_MONDAY: Final = 0


class Told(StrEnum):
    """Why it is reminded of today."""

    COMING = "coming"
    OVERDUE = "overdue"


def told(on: dt.date | None, *, since: dt.date, today: dt.date) -> Told | None:
    """Whether a thing whose last day is *on* is reminded of today, when the last reminders went *since*.

    Some days ahead and on the day itself; afterwards on Mondays; what has no day, on the first of a month.
    A day that was missed because nothing could be sent is made up for.
    """
    days = [since + dt.timedelta(days=passed) for passed in range(1, (today - since).days + 1)]
    if on is None:
        return Told.OVERDUE if any(day.day == 1 for day in days) else None
    if on >= today:
        ahead = {on - dt.timedelta(days=before) for before in AHEAD}
        return Told.COMING if ahead.intersection(days) else None
    missed = since < on
    return Told.OVERDUE if missed or any(day.weekday() == _MONDAY for day in days) else None


def since(last_sent: dt.date | None, *, today: dt.date) -> dt.date:
    """From when on reminders have not been sent. Who has never had any is told as of a week."""
    earliest = today - LOOKS_BACK
    return earliest if last_sent is None else max(last_sent, earliest)
