"""What happened to the case, in order of date."""

from collections.abc import Iterator

from forebygg.casefile.evidence import Evidence
from forebygg.casefile.facts import Event, Item, Meeting

UNKNOWN = "–"


def timeline(evidence: Evidence) -> tuple[Event, ...]:
    """Every dated event; on one day papers come before meetings, and these before their approval."""
    events = [*_papers(evidence)]
    for meeting in evidence.meetings:
        events.extend(_meeting(meeting))
    if evidence.is_case:
        events.extend(_item(item) for item in evidence.items if item.date and item.outcome)
    return tuple(sorted(events, key=lambda event: event.date))


def _papers(evidence: Evidence) -> Iterator[Event]:
    for document in evidence.documents:
        if not document.date or document.copy_of:
            continue
        if document.kind == "memo":
            if document.addressed_to:
                values = {"addressee": document.addressed_to}
                yield Event(date=document.date, code="memo", values=values, document=document.id)
            else:
                yield Event(date=document.date, code="memo_unaddressed", document=document.id)
        elif document.kind == "plan":
            values = {"title": document.title or UNKNOWN}
            yield Event(date=document.date, code="edition", values=values, document=document.id)
        elif document.kind == "statement" and (head := evidence.statements.get(document.id)):
            values = {"kind": next(iter(head.headings), UNKNOWN), "author": head.author or UNKNOWN}
            yield Event(date=document.date, code="statement", values=values, document=document.id)


def _meeting(meeting: Meeting) -> Iterator[Event]:
    values = {"body": meeting.body or UNKNOWN}
    notice = meeting.notice
    for code, day in (
        ("met", meeting.date),
        ("approved", meeting.approved_on),
        ("notice_posted", notice and notice.posted),
        ("notice_removed", notice and notice.removed),
    ):
        if day:
            yield Event(date=day, code=code, values=values, document=meeting.document)


def _item(item: Item) -> Event:
    code = "proposed" if item.outcome == "decided" and item.proposal else item.outcome
    values = {"body": item.body or UNKNOWN, "paragraph": str(item.paragraph)}
    if item.date is None or code is None:
        raise AssertionError
    return Event(date=item.date, code=code, values=values, document=item.document)
