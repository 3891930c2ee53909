"""The dates board: what is printed of each meeting beside what the law makes of it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from forebygg.decisions.models import Item, Meeting
from forebygg.decisions.selectors.folder import Folder
from forebygg.law.board import Board, dates_of
from forebygg.law.cards import Card
from forebygg.law.natures import Assessment, Nature, answers_referral, nature

MOST_ITEMS: Final = 12
# What the board shows, and what the law asks about; descriptions are long.
_MEETING_FIELDS: Final = (
    "municipality", "case", "paper", "body", "date", "approved_on", "posted_on", "removed_on",
)  # fmt: skip
_ITEM_FIELDS: Final = (
    "municipality", "case", "paper", "meeting", "body", "date", "paragraph", "outcome", "decision",
    "proposal",
)  # fmt: skip


@dataclass(frozen=True)
class ItemNature:
    """An item, and whether it may be appealed."""

    item: Item
    assessment: Assessment


@dataclass(frozen=True)
class DatesRow:
    """One meeting on the board."""

    meeting: Meeting
    board: Board
    items: tuple[ItemNature, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every law card that a day of the meeting rests on, once."""
        found = (card for row in self.board.rows if row.deadline for card in row.deadline.cards)
        return _once(found)

    @property
    def is_verified(self) -> bool:
        """Whether every rule that a day rests on has been read in the statute."""
        return all(row.is_verified for row in self.board.rows)

    @property
    def is_short(self) -> bool:
        """Whether the items can be told one by one; whole minutes hold a hundred."""
        return len(self.items) <= MOST_ITEMS

    @property
    def natures(self) -> list[tuple[Nature, int]]:
        """How many items are of each nature."""
        return Counter(one.assessment.nature for one in self.items).most_common()

    @property
    def may_be_appealed(self) -> bool:
        """Whether any item that the case holds of the meeting may be appealed."""
        return any(one.assessment.nature in {Nature.APPEALABLE, Nature.BOTH} for one in self.items)


def nature_of(item: Item) -> Assessment:
    """Whether the item may be appealed, and why."""
    return nature(
        item.body or None,
        item.outcome or None,
        decides=bool(item.decision),
        proposes=bool(item.proposal),
        answers_referral=answers_referral(item.decision),
        on=item.date,
    )


def dates_row(meeting: Meeting, items: Iterable[Item], *, today: dt.date) -> DatesRow:
    """A meeting's days and the natures of its items; no query."""
    board = dates_of(
        met=meeting.date,
        approved_on=meeting.approved_on,
        posted_on=meeting.posted_on,
        removed_on=meeting.removed_on,
        today=today,
    )
    return DatesRow(meeting, board, tuple(ItemNature(item, nature_of(item)) for item in items))


def dates_board(folder: Folder, *, today: dt.date) -> list[DatesRow]:
    """Every meeting of the case, in order of date. Two queries."""
    found = Meeting.objects.filter(case=folder.case).only(*_MEETING_FIELDS)
    meetings = folder.rows(found.order_by("date", "pk"))
    items = Item.objects.filter(case=folder.case, meeting__in=meetings).only(*_ITEM_FIELDS)
    by_meeting: dict[int | None, list[Item]] = {}
    for item in folder.rows(items.order_by("paragraph")):
        by_meeting.setdefault(item.meeting_id, []).append(item)
    return [dates_row(meeting, by_meeting.get(meeting.pk, ()), today=today) for meeting in meetings]


def _once(cards: Iterable[Card]) -> tuple[Card, ...]:
    found: list[Card] = []
    for card in cards:
        if card not in found:
            found.append(card)
    return tuple(found)


def cards_of(rows: Sequence[DatesRow]) -> tuple[Card, ...]:
    """Every card that the board rests on, once."""
    return _once(
        card
        for row in rows
        for card in (*row.cards, *(card for one in row.items for card in one.assessment.cards))
    )
