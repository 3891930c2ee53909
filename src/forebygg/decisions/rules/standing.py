"""How far a matter has come, from what its file holds; what the file lacks is said, never filled in.

A matter for the council is prepared by a board or a committee, and the executive board always says its word
(kommunallagen (2017:725) 5:26 and 5:28).
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final, Protocol, TypeVar

from forebygg.casefile.bodies import is_council, is_executive_board


class Standing(StrEnum):
    """Where the matter is."""

    ADOPTED = "adopted"
    DECIDED = "decided"
    SENT_BACK = "sent_back"
    TABLED = "tabled"
    WITHDRAWN = "withdrawn"
    PROPOSED = "proposed"
    PREPARED = "prepared"


class Stage(StrEnum):
    """The steps on the way to a decision of the council, in order."""

    MEMO = "memo"
    REFERRAL = "referral"
    COMMITTEE = "committee"
    BOARD = "board"
    COUNCIL = "council"


class Taken(Protocol):
    """What an item tells of the matter."""

    @property
    def body(self) -> str: ...
    @property
    def outcome(self) -> str: ...
    @property
    def decision(self) -> Sequence[str]: ...


ItemType = TypeVar("ItemType", bound=Taken)
_ADOPTS: Final = re.compile(r"\b(?:anta(?:s|r|gits)?|antogs?|fastställ(?:s|er|des|de)?)\b", re.IGNORECASE)
_REFUSES: Final = re.compile(r"\bavsl(?:å|ag|og)|\binte\s+anta", re.IGNORECASE)


def stage_of(body: str) -> Stage | None:
    """Which step the body is; None when its name is not known."""
    if not body:
        return None
    if is_council(body):
        return Stage.COUNCIL
    return Stage.BOARD if is_executive_board(body) else Stage.COMMITTEE


def standing(items: Sequence[ItemType]) -> tuple[Standing, ItemType | None]:
    """How far the matter has come and the item that says so; *items* in order of date."""
    for item in reversed(items):
        if not is_council(item.body) or not item.outcome:
            continue
        if item.outcome == "decided":
            return (Standing.ADOPTED if _adopts(item.decision) else Standing.DECIDED), item
        if item.outcome in {"sent_back", "tabled", "withdrawn"}:
            return Standing(item.outcome), item
    if not items:
        return Standing.PREPARED, None
    return Standing.PROPOSED, items[-1]


def _adopts(decision: Sequence[str]) -> bool:
    return any(_ADOPTS.search(point) and not _REFUSES.search(point) for point in decision)
