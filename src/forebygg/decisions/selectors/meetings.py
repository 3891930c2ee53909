"""The page of a meeting."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from forebygg.decisions.models import Attendance, Item, Meeting
from forebygg.decisions.rules.places import line_of
from forebygg.decisions.selectors.attendance import Roll, roll, serving_at
from forebygg.decisions.selectors.cases import ITEM_FIELDS
from forebygg.decisions.selectors.dates import DatesRow, dates_row
from forebygg.decisions.selectors.folder import Folder
from forebygg.decisions.selectors.lines import lines_of


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
    dates: DatesRow
    roll: Roll
    items: tuple[ItemRow, ...]


def meeting_page(folder: Folder, pk: int, *, today: dt.date) -> MeetingPage | None:
    """The page, in four queries; None when there is no such meeting to see."""
    found = folder.rows(Meeting.objects.filter(case=folder.case, pk=pk).order_by())
    if not found:
        return None
    meeting = found[0]
    people = list(Attendance.objects.filter(meeting=meeting).order_by("position"))
    rows = Item.objects.filter(case=folder.case, meeting=meeting).only(*ITEM_FIELDS, "proposal", "conflicts")
    items = folder.rows(rows.order_by("paragraph"))
    printed = lines_of([meeting.paper]).of(meeting.paper, meeting.first_line, meeting.last_line)
    # Names come again among those present: chair and secretary are looked for outside the list.
    aside = list(printed)
    for person in people:
        if 0 <= person.line - meeting.first_line < len(aside):
            aside[person.line - meeting.first_line] = ""

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
        dates=dates_row(meeting, items, today=today),
        roll=roll(meeting, people),
        items=tuple(ItemRow(item, len(serving_at(item, people)) if people else None) for item in items),
    )
