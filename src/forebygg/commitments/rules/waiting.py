"""Which of its promises a unit is asked about now."""

import datetime as dt
from typing import Final

from forebygg.commitments.rules.states import next_due

AHEAD: Final = dt.timedelta(days=30)
"""A month before its day an answer is asked for: that is how long a unit has to do something about it."""

_SETTLED: Final = frozenset({"done", "not_applicable"})


def waits(
    state: str, *, answered_on: dt.date | None, due_on: dt.date | None, rhythm: str, today: dt.date
) -> bool:
    """Whether an answer is asked for: there is none yet, or its next day has come near."""
    if not state:
        return True
    if state == "not_applicable" or (state in _SETTLED and not rhythm):
        return False
    day = next_due(due_on, rhythm, answered_on)
    return day is not None and day <= today + AHEAD


def may_stand(state: str, rhythm: str) -> bool:
    """Whether what was answered last may be said again as it was.

    What is to be done again was done for its own time, and is told anew.
    """
    return bool(state) and not (state == "done" and rhythm)
