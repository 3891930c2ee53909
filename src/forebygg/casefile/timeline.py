"""What happened to the case, in order of date."""

import datetime as dt
from collections.abc import Iterator
from typing import Final, NamedTuple

from forebygg.casefile.evidence import Evidence
from forebygg.casefile.facts import Document, Event, Item, Meeting

UNKNOWN: Final = "–"
# On one day: what was written, then who met and what they did, then what became of the minutes.
_STAGES: Final = ("paper", "meeting", "approved", "notice_posted", "notice_removed")


class _Place(NamedTuple):
    """Where an event stands within its day."""

    stage: int
    starts: dt.time
    body: str
    paragraph: int


def timeline(evidence: Evidence) -> tuple[Event, ...]:
    """Every dated event. Meetings of one day follow the clock, and each is followed by its items."""
    events: list[tuple[Event, _Place]] = [
        (event, _Place(0, dt.time.min, "", 0))
        for document in evidence.documents
        if document.date and not document.copy_of
        for event in _papers(document, document.date, evidence)
    ]
    for meeting in evidence.meetings:
        events.extend(_meeting(meeting))
    if evidence.is_case:
        starts = {(one.body, one.date): one.starts for one in evidence.meetings}
        for item in evidence.items:
            if item.date and item.outcome:
                clock = starts.get((item.body, item.date)) or dt.time.min
                events.append((_item(item, item.date), _Place(1, clock, item.body or "", item.paragraph)))
    events.sort(key=lambda entry: (entry[0].date, entry[1]))
    return tuple(event for event, _ in events)


def _papers(document: Document, date: dt.date, evidence: Evidence) -> Iterator[Event]:
    match document.kind:
        case "memo":
            if document.addressed_to:
                yield _event(date, "memo", document.id, addressee=document.addressed_to)
            else:
                yield _event(date, "memo_unaddressed", document.id)
        case "plan":
            yield _event(date, "edition", document.id, title=document.title or UNKNOWN)
        case "statement":
            yield _statement(document, date, evidence)
        case "other" if evidence.is_referral(document):
            yield _event(date, "referral", document.id, addressee=document.addressed_to or UNKNOWN)
        case "other" if document.title:
            yield _event(date, "paper", document.id, title=document.title)


def _statement(document: Document, date: dt.date, evidence: Evidence) -> Event:
    """What is said to a sitting is a statement; what a body writes by itself answers those who asked it."""
    head = evidence.statements.get(document.id)
    author = document.author or UNKNOWN
    if head and head.body is None and head.meeting_date is None and document.addressed_to:
        return _event(date, "answer", document.id, author=author)
    kind = next(iter(head.headings), UNKNOWN) if head else UNKNOWN
    return _event(date, "statement", document.id, kind=kind, author=author)


def _meeting(meeting: Meeting) -> Iterator[tuple[Event, _Place]]:
    body = meeting.body or UNKNOWN
    notice = meeting.notice
    for code, stage, day in (
        ("met", "meeting", meeting.date),
        ("approved", "approved", meeting.approved_on),
        ("notice_posted", "notice_posted", notice and notice.posted),
        ("notice_removed", "notice_removed", notice and notice.removed),
    ):
        if day:
            place = _Place(_STAGES.index(stage), meeting.starts or dt.time.min, meeting.body or "", 0)
            yield _event(day, code, meeting.document, body=body), place


def _item(item: Item, date: dt.date) -> Event:
    code = "proposed" if item.outcome == "decided" and item.proposal else item.outcome or UNKNOWN
    return _event(date, code, item.document, body=item.body or UNKNOWN, paragraph=str(item.paragraph))


def _event(date: dt.date, code: str, document: str, **values: str) -> Event:
    return Event(date=date, code=code, values=values, document=document)
