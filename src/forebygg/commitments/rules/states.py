"""What the product works out of a commitment by itself; nobody types any of it."""

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MONTHS: Final = {"month": 1, "quarter": 3, "term": 6, "half_year": 6, "year": 12, "two_years": 24}
_DAYS_A_MONTH: Final = 30.44


class Sign(StrEnum):
    """Something that holds of a commitment today, the gravest first."""

    OVERDUE = "overdue"
    OWNERLESS = "ownerless"
    OWNER_LEFT = "owner_left"
    CONCERNS_NOBODY = "concerns_nobody"
    NEVER_ANSWERED = "never_answered"
    SETTLED = "settled"
    ENDED = "ended"


class Lack(StrEnum):
    """What nobody has said of a commitment yet."""

    OWNER = "owner"
    DATE = "date"
    EVIDENCE = "evidence"
    MEANS = "means"
    """Neither hours nor money: a promise without either is on the list for the budget."""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known of a commitment. `is_held` is whether anybody holds the owner's post now.

    Of the units concerned `never` have not answered, and `open` have neither done it nor said that it does
    not apply; `oldest` is the day of the oldest answer among those to whom it applies.
    """

    due_on: dt.date | None = None
    rhythm: str = ""
    has_owner: bool = False
    is_held: bool = False
    has_ended: bool = False
    has_evidence: bool = False
    has_means: bool = False
    units: int = 0
    never: int = 0
    open: int = 0
    oldest: dt.date | None = None


def signs(facts: Facts, *, today: dt.date) -> frozenset[Sign]:
    """What holds of the commitment."""
    if facts.has_ended:
        return frozenset({Sign.ENDED})
    late = is_overdue(facts, today=today)
    holds = {
        Sign.OVERDUE: late,
        Sign.OWNERLESS: not facts.has_owner,
        Sign.OWNER_LEFT: facts.has_owner and not facts.is_held,
        Sign.CONCERNS_NOBODY: not facts.units,
        Sign.NEVER_ANSWERED: facts.never > 0,
        Sign.SETTLED: facts.units > 0 and not (facts.open or late),
    }
    return frozenset(sign for sign, is_so in holds.items() if is_so)


def is_overdue(facts: Facts, *, today: dt.date) -> bool:
    """Whether some unit should have answered before today; what concerns nobody is overdue by its day too."""
    waits = bool(facts.never or not facts.units)
    if not facts.rhythm:
        return bool(facts.open or waits) and facts.due_on is not None and facts.due_on < today
    days = [facts.due_on] if waits else []
    if facts.oldest is not None:
        days.append(next_due(facts.due_on, facts.rhythm, facts.oldest))
    return any(day is not None and day < today for day in days)


def first_due(facts: Facts) -> dt.date | None:
    """The day by which the first unit is to answer; None when nothing says, or when it is done for good."""
    if facts.units and not (facts.open or facts.rhythm):
        return None
    waits = facts.never or not facts.units or facts.oldest is None
    return facts.due_on if waits else next_due(facts.due_on, facts.rhythm, facts.oldest)


def next_due(due_on: dt.date | None, rhythm: str, answered_on: dt.date | None) -> dt.date | None:
    """The day by which a unit is to answer next; None when nothing says.

    An answer belongs to the day nearest to it: one given a week before its day, or a week late, is for that
    day, and the next is a whole period after it. Without a first day the period begins with the answer.
    """
    if not rhythm or answered_on is None:
        return due_on
    months = MONTHS[rhythm]
    if due_on is None:
        return later(answered_on, months)
    if answered_on <= due_on:
        passed = (due_on - answered_on).days
        return later(due_on, months) if passed <= _DAYS_A_MONTH * months / 2 else due_on
    periods = ((answered_on.year - due_on.year) * 12 + answered_on.month - due_on.month) // months
    near = [count for count in (periods - 1, periods, periods + 1) if count >= 0]
    nearest = min(near, key=lambda count: abs((later(due_on, count * months) - answered_on).days))
    return later(due_on, (nearest + 1) * months)


def later(day: dt.date, months: int) -> dt.date:
    """So many months later, the last of the month where it has no such day; the end of time at most."""
    years, month = divmod(day.month - 1 + months, 12)
    if day.year + years > dt.MAXYEAR:
        return dt.date.max
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return dt.date(day.year + years, month + 1, min(day.day, last))


def lacks(facts: Facts) -> frozenset[Lack]:
    """What nobody has said."""
    told = {
        Lack.OWNER: facts.has_owner,
        Lack.DATE: bool(facts.due_on or facts.rhythm),
        Lack.EVIDENCE: facts.has_evidence,
        Lack.MEANS: facts.has_means,
    }
    return frozenset(lack for lack, is_told in told.items() if not is_told)
