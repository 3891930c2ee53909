"""Was it done? Worked out from what the units have answered; nobody types it."""

from collections.abc import Mapping
from enum import StrEnum


class Done(StrEnum):
    """How much of a commitment is done, of the units that it applies to."""

    ALL = "all"
    SOME = "some"
    NONE = "none"
    UNANSWERED = "unanswered"
    """No unit has ever answered."""
    NOBODY = "nobody"
    """It concerns no unit, or applies to none."""


def done(counts: Mapping[str, int]) -> Done:
    """*counts* is how many units stand how, by state; "" is those that have never answered."""
    applies = {state: units for state, units in counts.items() if units and state != "not_applicable"}
    if not applies:
        return Done.NOBODY
    if set(applies) == {""}:
        return Done.UNANSWERED
    if set(applies) == {"done"}:
        return Done.ALL
    return Done.SOME if "done" in applies else Done.NONE
