"""The dates board: what is printed of each meeting beside what the law makes of it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Q, QuerySet

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
_ITEM_FIELDS: Final = ("pk", "meeting", "paragraph", "body", "outcome", "decision", "proposes", "date")


@dataclass(frozen=True)
class ItemNature:
    """An item by its key and paragraph, and whether it may be appealed."""

    pk: int
    paragraph: int
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
        return cards_behind(self.board)

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
    return _nature(item.body, item.outcome, item.decision, item.date, proposes=bool(item.proposal))


def _nature(
    body: str, outcome: str, decision: Sequence[str], date: dt.date | None, *, proposes: bool
) -> Assessment:
    return nature(
        body or None,
        outcome or None,
        decides=bool(decision),
        proposes=proposes,
        answers_referral=answers_referral(decision),
        on=date,
    )


def board_of(meeting: Meeting, *, today: dt.date) -> Board:
    """A meeting's days; no query."""
    return dates_of(
        met=meeting.date,
        approved_on=meeting.approved_on,
        posted_on=meeting.posted_on,
        removed_on=meeting.removed_on,
        today=today,
    )


def cards_behind(board: Board) -> tuple[Card, ...]:
    """Every law card that a day of the meeting rests on, once."""
    return _once(card for row in board.rows if row.deadline for card in row.deadline.cards)


def board_meetings(folder: Folder) -> QuerySet[Meeting]:
    """The meetings that stand on the case's board, in order of date."""
    seen = Meeting.objects.filter(case=folder.case, paper__in=folder.papers).only(*_MEETING_FIELDS)
    return seen.order_by("date", "pk")


def dates_board(folder: Folder, meetings: Sequence[Meeting], *, today: dt.date) -> list[DatesRow]:
    """The rows of these meetings. One query.

    Whole minutes hold a hundred items each: no objects are made of them.
    """
    items = Item.objects.filter(case=folder.case, meeting__in=meetings, paper__in=folder.papers)
    by_meeting: dict[int, list[ItemNature]] = {}
    proposing = items.annotate(proposes=~Q(proposal=[])).order_by("paragraph")
    for item in proposing.values_list(*_ITEM_FIELDS, named=True):
        found = _nature(item.body, item.outcome, item.decision, item.date, proposes=item.proposes)
        by_meeting.setdefault(item.meeting, []).append(ItemNature(item.pk, item.paragraph, found))
    return [
        DatesRow(meeting, board_of(meeting, today=today), tuple(by_meeting.get(meeting.pk, ())))
        for meeting in folder.each(meetings)
    ]


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
