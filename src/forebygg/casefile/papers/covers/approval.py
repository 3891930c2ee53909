"""The item by which a meeting settles who approves its minutes, and when ("Val av justerare").

Minutes without cover pages say it nowhere else, so it completes what the cover leaves open.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from forebygg.casefile.facts import Item, Meeting
from forebygg.casefile.people import NAME, PARTY, persons, unstopped
from forebygg.core.dates import dated_near, first_date

_TITLE: Final = re.compile(
    r"\b(?:val|utseende|bestämmande|fastställande|beslut|tid|plats|datum)\b.*\b(?:protokolls?)?juster(?:are|ande|ing|ings\w+)\b"
    r"|^(?:protokolls?)?juster(?:are|ing)\b|^protokollets\s+justering\b",
    re.IGNORECASE,
)
_WITH_THE_CHAIR: Final = re.compile(
    rf"\b(?:tillsammans\s+med|jämte)\s+(?:ordföranden?\s*)?(?P<name>{NAME}(?=\s*\(\s*(?:{PARTY})\s*\)))?"
)
_IN_RESERVE: Final = re.compile(
    rf"\b[Mm]ed\s+{NAME}[^.]{{0,200}}?\bsom\s+ersättare\b|\b[Ee]rsättare\b[^.]*(?:\.|$)"
)
_APPOINTED: Final = re.compile(
    rf"(?P<before>{NAME}(?:\s*(?:,|och)\s*{NAME})*)\s+(?:utses|utsågs|väljs|valdes|justerar|får\s+i\s+uppdrag)\b"
    rf"|\b(?:utse|utses|utsågs|väljs|valdes|välja)\s+(?:till\s+\w+\s+)?(?P<after>{NAME}(?:\s*(?:,|och)\s*{NAME})*)"
)
_DEADLINE: Final = re.compile(r"\bsenast\b", re.IGNORECASE)
_NEAR_THE_START: Final = 12  # the first items of a meeting, where its forms are settled


@dataclass(frozen=True, kw_only=True)
class Approval:
    """Who is to approve the minutes with the chair, and on which day."""

    approvers: tuple[str, ...] = ()
    chair: str | None = None
    approved_on: dt.date | None = None
    derived: bool = False


def completed(meeting: Meeting, items: Iterable[Item]) -> Meeting:
    """The meeting with what its cover leaves open of chair, approvers and day of approval."""
    settled = read_approval(items, meeting.date)
    if settled is None:
        return meeting
    dated = meeting.approved_on is None and settled.approved_on is not None
    return replace(
        meeting,
        chair=meeting.chair or settled.chair,
        approvers=meeting.approvers or settled.approvers,
        approved_on=settled.approved_on if dated else meeting.approved_on,
        derived=(*meeting.derived, "approved_on") if dated and settled.derived else meeting.derived,
    )


def read_approval(items: Iterable[Item], meeting: dt.date | None) -> Approval | None:
    """What a meeting of that day decided of its minutes' approval; None when no item speaks of it.

    "Senast den 25 februari" is a last day and no day of approval; a day without year is derived from
    the meeting's.
    """
    for item in islice(items, _NEAR_THE_START):
        if item.title and _TITLE.search(item.title):
            text = " ".join([*item.decision, item.description or ""])
            if found := _approval(text, meeting):
                return found
    return None


def _approval(text: str, meeting: dt.date | None) -> Approval | None:
    beside = _WITH_THE_CHAIR.search(text)
    chair = beside["name"] if beside else None
    rest = _IN_RESERVE.sub(" ", _WITH_THE_CHAIR.sub(" ", text))
    names = [person.name for person in persons(rest)]
    if not names and (appointed := _APPOINTED.search(rest)):
        names = list(map(unstopped, re.findall(NAME, appointed["before"] or appointed["after"])))
    date = None if _DEADLINE.search(text) else first_date(text)
    derived = False
    if date is None and meeting and not _DEADLINE.search(text):
        date = dated_near(text, meeting)
        derived = date is not None
    approvers = tuple(dict.fromkeys(name for name in names if name != chair))
    if not approvers and date is None:
        return None
    return Approval(approvers=approvers, chair=chair, approved_on=date, derived=derived)
