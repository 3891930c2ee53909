"""An action plan's life: where it can stand, and by when it is followed up."""

import datetime as dt
from enum import StrEnum
from typing import Final

from forebygg.commitments.rules.states import later


class Status(StrEnum):
    """Where a plan stands that has been laid before its board. Until then it is a draft, and no row."""

    PROPOSED = "proposed"
    DECIDED = "decided"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


WITHDRAWABLE: Final = frozenset({Status.PROPOSED, Status.DECIDED})
"""What can turn out to have been proposed or recorded wrongly. What is superseded has had its time."""

MOST_MONTHS: Final = 24
"""The municipality's plan is followed up at least every other year (2023:196, 6 §), and so its parts are."""

USUAL_MONTHS: Final = 12


def last_review_day(decided_on: dt.date) -> dt.date:
    """By when what was decided that day is to be followed up, at the latest."""
    return later(decided_on, MOST_MONTHS)


def usual_review_day(decided_on: dt.date) -> dt.date:
    """What is proposed: within the year."""
    return later(decided_on, USUAL_MONTHS)


def may_be_reviewed_on(day: dt.date, *, after: dt.date) -> bool:
    """Whether a follow-up may be set to that day."""
    return after < day <= last_review_day(after)
