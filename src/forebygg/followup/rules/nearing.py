"""Did a goal come nearer? Told by comparing what was measured in the round with what was before it."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from forebygg.indicators.rules import Course, Judgement, judge


class Movement(StrEnum):
    """Where a figure has gone, the least good first; then what says nothing of that."""

    FURTHER = "further"
    NO_NEARER = "no_nearer"
    NEARER = "nearer"
    REACHED = "reached"
    FIRST = "first"
    """Measured, but there is nothing to compare with."""
    NOT_MEASURED = "not_measured"


_GONE: Final = (Movement.FURTHER, Movement.NO_NEARER, Movement.NEARER, Movement.REACHED)


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A value, and the last day of the period that it tells of."""

    until: dt.date
    value: Decimal


def within(
    measured: Sequence[Measured], starts_on: dt.date, ends_on: dt.date
) -> tuple[Measured | None, Measured | None]:
    """The last one before the round, and the last one in it: that whose period ended there."""
    before = [one for one in measured if one.until < starts_on]
    during = [one for one in measured if starts_on <= one.until <= ends_on]
    return (
        max(before, key=lambda one: one.until, default=None),
        max(during, key=lambda one: one.until, default=None),
    )


def movement(direction: str, target: Decimal | None, before: Decimal | None, now: Decimal | None) -> Movement:
    """From the one to the other. What is no nearer is further when the way back would bring it nearer."""
    if now is None:
        return Movement.NOT_MEASURED
    there = judge(Course(direction=direction, baseline=before, target=target), [now])
    if there is Judgement.REACHED:
        return Movement.REACHED
    if before is None:
        return Movement.FIRST
    if there is Judgement.NEARER:
        return Movement.NEARER
    back = judge(Course(direction=direction, baseline=now, target=target), [before])
    return Movement.FURTHER if back in {Judgement.NEARER, Judgement.REACHED} else Movement.NO_NEARER


def weakest(movements: Collection[Movement]) -> Movement:
    """Where a goal stands: no better than the weakest of its figures that has been measured."""
    gone = [one for one in _GONE if one in movements]
    if gone:
        return gone[0]
    return Movement.FIRST if Movement.FIRST in movements else Movement.NOT_MEASURED
