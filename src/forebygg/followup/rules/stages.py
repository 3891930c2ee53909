"""The stages of a round, in their order; there is no way back."""

from enum import StrEnum
from typing import Final


class Stage(StrEnum):
    """How far a round has come."""

    DRAFT = "draft"
    OPEN = "open"
    REVIEW = "review"
    CLOSED = "closed"


NEXT: Final = {
    Stage.DRAFT: {Stage.OPEN},
    Stage.OPEN: {Stage.REVIEW},
    Stage.REVIEW: {Stage.CLOSED},
    Stage.CLOSED: set[Stage](),
}
ALIVE: Final = (Stage.OPEN, Stage.REVIEW)
"""Of these a plan has one at a time."""
CHANGEABLE: Final = (Stage.DRAFT, Stage.OPEN)
"""Its name and days may be changed until the council begins to review it."""
