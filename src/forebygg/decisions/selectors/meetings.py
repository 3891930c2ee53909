"""The page of a meeting."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from forebygg.decisions.models import Attendance, Item, Meeting
from forebygg.decisions.rules.places import line_of
from forebygg.decisions.selectors.attendance import Roll, roll, serving_at
from forebygg.decisions.selectors.cases import ITEM_FIELDS
from forebygg.decisions.selectors.dates import board_of, cards_behind
from forebygg.decisions.selectors.folder import Folder
from forebygg.decisions.selectors.lines import lines_of
from forebygg.law.board import Board
from forebygg.law.cards import Card


@dataclass(frozen=True)
class Person:
    """A name, and the line that prints it."""

    name: str
    line: int | None


@dataclass(frozen=True)
class ItemRow:
    """An item at the meeting, and how many took part in its decision; None when the list does not say."""

    item: Item
    serving: int | None


@dataclass(frozen=True)
class MeetingPage:
    """Everything on a meeting's page; `lines` says where each stored value is printed."""

    meeting: Meeting
    lines: Mapping[str, int | None]
    approvers: tuple[Person, ...]
    days: Board
    cards: tuple[Card, ...]
    roll: Roll
    items: tuple[ItemRow, ...]


def meeting_at(folder: Folder, pk: int) -> Meeting | None:
    """The meeting; None when there is none such to see. One query."""
    found = folder.rows(Meeting.objects.filter(case=folder.case, pk=pk).order_by())
    return found[0] if found else None


def items_of(folder: Folder, meeting: Meeting) -> QuerySet[Item]:
    """What the meeting took up, as far as it may be seen."""
    found = Item.objects.filter(case=folder.case, meeting=meeting, paper__in=folder.papers)
    return found.only(*ITEM_FIELDS, "proposal", "conflicts").order_by("paragraph", "pk")


def meeting_page(folder: Folder, meeting: Meeting, items: Iterable[Item], *, today: dt.date) -> MeetingPage:
    """The page with those of its items that are shown, in two queries."""
    people = list(Attendance.objects.filter(meeting=meeting).order_by("position"))
    printed = lines_of([meeting.paper]).of(meeting.paper, meeting.first_line, meeting.last_line)
    # Names come again among those present: chair and secretary are looked for outside the list.
    aside = list(printed)
    for person in people:
        if 0 <= person.line - meeting.first_line < len(aside):
            aside[person.line - meeting.first_line] = ""

    days = board_of(meeting, today=today)

    def where(value: str | dt.date | dt.time | None, lines: Sequence[str] = printed) -> int | None:
        return line_of(value, lines, meeting.first_line)

    return MeetingPage(
        meeting=meeting,
        lines={
            "date": where(meeting.date),
            "starts": where(meeting.starts),
            "place": where(meeting.place),
            "approved_on": where(meeting.approved_on),
            "posted_on": where(meeting.posted_on),
            "removed_on": where(meeting.removed_on),
            "kept_at": where(meeting.kept_at),
            "chair": where(meeting.chair, aside) or where(meeting.chair),
            "secretary": where(meeting.secretary, aside) or where(meeting.secretary),
        },
        approvers=tuple(Person(name, where(name, aside) or where(name)) for name in meeting.approvers),
        days=days,
        cards=cards_behind(days),
        roll=roll(meeting, people),
        items=tuple(
            ItemRow(item, len(serving_at(item, people)) if people else None) for item in folder.each(items)
        ),
    )
