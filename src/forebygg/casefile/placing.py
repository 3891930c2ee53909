"""Which meeting an item belongs to: the one whose paragraphs hold it (contract, "What follows")."""

from collections.abc import Sequence
from dataclasses import replace

from forebygg.casefile.facts import Item, Meeting
from forebygg.language.stems import stem


def placed(items: Sequence[Item], meetings: Sequence[Meeting]) -> list[Item]:
    """The items with body and date; an item that two meetings could hold keeps what it says itself."""
    return [_placed(item, meetings) for item in items]


def _placed(item: Item, meetings: Sequence[Meeting]) -> Item:
    if item.body and item.date:
        return item
    holding = [
        meeting
        for meeting in meetings
        if meeting.paragraphs and meeting.paragraphs[0] <= item.paragraph <= meeting.paragraphs[1]
    ]
    if len({(meeting.body, meeting.date) for meeting in holding}) > 1:
        holding = [meeting for meeting in holding if _agrees(item, meeting)]
    if len({(meeting.body, meeting.date) for meeting in holding}) != 1:
        return item
    return replace(item, body=holding[0].body or item.body, date=item.date or holding[0].date)


def _agrees(item: Item, meeting: Meeting) -> bool:
    """Whether the item's own words point at the meeting; one that says nothing agrees with none."""
    if item.body and meeting.body:
        return _is_one_body(item.body, meeting.body) and item.date in {None, meeting.date}
    return item.date is not None and item.date == meeting.date


def _is_one_body(one: str, other: str) -> bool:
    """The same body, its owner left out or not: "Arbetsutskottet" is "Kommunstyrelsens arbetsutskott"."""
    first, second = ([stem(word) for word in name.split()] for name in (one, other))
    short, long = sorted((first, second), key=len)
    # "utskottet" and "utskott" leave stems of which one begins the other.
    pairs = zip(short, long[-len(short) :], strict=True)
    return all(mine.startswith(theirs) or theirs.startswith(mine) for mine, theirs in pairs)
