"""Periods, and whether a figure has come nearer to its target: told by comparing numbers, nothing else."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

_MONTHS: Final = {"year": 12, "half_year": 6, "term": 6, "quarter": 3, "month": 1}
_NOUGHT: Final = Decimal(0)


class Judgement(StrEnum):
    """What the outcomes say of the target."""

    REACHED = "reached"
    NEARER = "nearer"
    NO_NEARER = "no_nearer"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Course:
    """Where a figure began, and where it should go: `direction` is up, down or hold."""

    direction: str
    baseline: Decimal | None = None
    target: Decimal | None = None


def judge(course: Course, outcomes: Sequence[Decimal]) -> Judgement:
    """The latest of *outcomes*, oldest first, held against the target and against where the figure began.

    It began at the baseline, or failing that at the first outcome. Without a target what goes in the right
    direction is nearer. A figure to be held keeps its target as long as it is no further from it than the
    baseline was.
    """
    if not outcomes:
        return Judgement.UNKNOWN
    latest = outcomes[-1]
    if course.baseline is not None:
        began = course.baseline
    elif len(outcomes) > 1:
        began = outcomes[0]
    else:
        began = None
    target = course.target
    if course.direction == "hold" and target is None:
        target = began
    if target is None:
        return Judgement.UNKNOWN if began is None else _nearer(_gain(course, began, latest))
    room = _room(course, target)
    left = _left(course, target, room, latest)
    if left == _NOUGHT:
        return Judgement.REACHED
    return Judgement.UNKNOWN if began is None else _nearer(_left(course, target, room, began) - left)


def _room(course: Course, target: Decimal) -> Decimal:
    """How far from the target a figure to be held may be."""
    if course.direction != "hold" or course.baseline is None:
        return _NOUGHT
    return abs(course.baseline - target)


def _left(course: Course, target: Decimal, room: Decimal, value: Decimal) -> Decimal:
    """How much is left to the target; nothing when it is reached."""
    if course.direction == "hold":
        return max(_NOUGHT, abs(value - target) - room)
    return max(_NOUGHT, _gain(course, value, target))


def _gain(course: Course, earlier: Decimal, later: Decimal) -> Decimal:
    """How far it is from the one to the other in the right direction."""
    return earlier - later if course.direction == "down" else later - earlier


def _nearer(gained: Decimal) -> Judgement:
    return Judgement.NEARER if gained > _NOUGHT else Judgement.NO_NEARER


def start_of(period: str, day: dt.date) -> dt.date:
    """The first day of the period in which the day lies. Terms are reckoned by half-years."""
    months = _MONTHS[period]
    return day.replace(month=(day.month - 1) // months * months + 1, day=1)


def before(period: str, start: dt.date) -> dt.date:
    """The first day of the period before the one that begins on *start*."""
    return start_of(period, start - dt.timedelta(days=1))


def end_of(period: str, start: dt.date) -> dt.date:
    """The last day of the period that begins on *start*."""
    month = start.month - 1 + _MONTHS[period]
    following = dt.date(start.year + month // 12, month % 12 + 1, 1)
    return following - dt.timedelta(days=1)


def periods(period: str, *, until: dt.date, years: int) -> Iterator[dt.date]:
    """The first days of the periods that have begun, the newest first, so many years back."""
    start = start_of(period, until)
    while start.year > until.year - years:
        yield start
        start = before(period, start)
