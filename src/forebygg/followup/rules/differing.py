"""Why a unit stands otherwise with a commitment in one round than in another."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Difference(StrEnum):
    """The one thing that explains it."""

    CHANGED = "changed"
    FIRST_ANSWER = "first_answer"
    ANSWERED_SAME = "answered_same"
    NEW_COMMITMENT = "new_commitment"
    UNIT_ADDED = "unit_added"
    ENDED = "ended"
    UNIT_GONE = "unit_gone"
    STILL_NEVER = "still_never"
    SAME = "same"
    """Nothing has been said since."""


@dataclass(frozen=True)
class Stand:
    """How a unit stood: `answer` is the number of the answer that said so, None when it never had."""

    state: str
    on: dt.date | None
    answer: int | None


def explain(before: Stand | None, after: Stand | None, *, is_new: bool, has_ended: bool) -> Difference:
    """*is_new* and *has_ended* are said of the commitment. Raises ValueError where there is nothing."""
    if before is None and after is None:
        message = "the unit had no part in either round"
        raise ValueError(message)
    if after is None:
        return Difference.ENDED if has_ended else Difference.UNIT_GONE
    if before is None:
        return Difference.NEW_COMMITMENT if is_new else Difference.UNIT_ADDED
    if before.answer == after.answer:
        return Difference.STILL_NEVER if after.answer is None else Difference.SAME
    if before.answer is None:
        return Difference.FIRST_ANSWER
    return Difference.ANSWERED_SAME if before.state == after.state else Difference.CHANGED
