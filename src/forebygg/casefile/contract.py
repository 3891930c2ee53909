"""The case as the JSON that other programs rely on; the schema beside this module describes it."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

from forebygg.casefile.case import CaseFile
from forebygg.casefile.facts import (
    Attendance,
    BodyChange,
    CaseHeading,
    Change,
    Document,
    Event,
    Finding,
    Item,
    LineRange,
    Meeting,
    Plan,
    Unread,
)
from forebygg.casefile.sentences import CAVEATS, EVENTS, FINDINGS, sentence
from forebygg.core.messages import Translate

Json = dict[str, Any]


def schema() -> Json:
    """The JSON Schema of `as_json`'s result."""
    text = resources.files("forebygg.casefile").joinpath("casefile.schema.json").read_text(encoding="utf-8")
    loaded: Json = json.loads(text)
    return loaded


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What a case tells, as far as it is fetched: a `CaseFile` for whoever cannot hold it all at once."""

    case: CaseHeading
    documents: Sequence[Document]
    meetings: Iterable[Meeting]
    items: Iterable[Item]
    plans: Iterable[Json]
    changes: Iterable[Change]
    body_changes: Iterable[BodyChange]
    findings: Iterable[Finding]
    timeline: Iterable[Event]
    unread: Iterable[Unread]


def as_json(case: CaseFile, translate: Translate = str) -> Json:
    """The case in the contract's words; the sentences of findings and events in the reader's language."""
    told = Parts(
        case=case.case,
        documents=case.documents,
        meetings=case.meetings,
        items=case.items,
        plans=map(plan_as_json, case.plans),
        changes=case.changes,
        body_changes=case.body_changes,
        findings=case.findings,
        timeline=case.timeline,
        unread=case.unread,
    )
    return {name: part if isinstance(part, dict) else list(part) for name, part in by_part(told, translate)}


def by_part(told: Parts, translate: Translate) -> Iterator[tuple[str, Json | Iterator[Json]]]:
    """The same part by part. Each is asked for only when those before it have been used up."""
    files = {document.id: document.file for document in told.documents}
    yield "case", {"registry_number": told.case.registry_number, "title": told.case.title}
    yield "documents", map(_document, told.documents)
    yield "meetings", map(_meeting, told.meetings)
    yield "items", map(_item, told.items)
    yield "plans", iter(told.plans)
    yield "changes", map(_change, told.changes)
    yield "body_changes", map(_body_change, told.body_changes)
    yield "findings", (_finding(finding, files, translate) for finding in told.findings)
    yield "timeline", (_event(event, translate) for event in told.timeline)
    yield "unread", ({"file": line.file, "line": line.line, "text": line.text} for line in told.unread)


def _document(document: Document) -> Json:
    return {
        "id": document.id,
        "file": document.file,
        "kind": document.kind,
        "title": document.title,
        "date": _iso(document.date),
        "author": document.author,
        "addressed_to": document.addressed_to,
        "signed_by": list(document.signed_by),
        "registry_number": document.registry_number,
        "lines": list(document.lines),
        "copy_of": document.copy_of,
    }


def _meeting(meeting: Meeting) -> Json:
    notice = meeting.notice
    return {
        "document": meeting.document,
        "body": meeting.body,
        "date": _iso(meeting.date),
        "starts": _clock(meeting.starts),
        "ends": _clock(meeting.ends),
        "place": meeting.place,
        "paragraphs": _lines(meeting.paragraphs),
        "approved_on": _iso(meeting.approved_on),
        "notice": notice
        and {"posted": _iso(notice.posted), "removed": _iso(notice.removed), "kept_at": notice.kept_at},
        "chair": meeting.chair,
        "secretary": meeting.secretary,
        "approvers": list(meeting.approvers),
        "attendance": [_attendance(person) for person in meeting.attendance],
        "derived": list(meeting.derived),
        "lines": list(meeting.lines),
    }


def _attendance(person: Attendance) -> Json:
    return {
        "name": person.name,
        "party": person.party,
        "title": person.title,
        "role": person.role,
        "serving": person.serving,
        "replaces": person.replaces,
        "from_paragraph": person.from_paragraph,
        "to_paragraph": person.to_paragraph,
        "from_time": _clock(person.from_time),
        "to_time": _clock(person.to_time),
        "paragraphs": None if person.paragraphs is None else [list(span) for span in person.paragraphs],
        "line": person.line,
    }


def _item(item: Item) -> Json:
    return {
        "document": item.document,
        "file": item.file,
        "body": item.body,
        "date": _iso(item.date),
        "paragraph": item.paragraph,
        "title": item.title,
        "registry_number": item.registry_number,
        "description": item.description,
        "decision": list(item.decision),
        "proposal": list(item.proposal),
        "motions": [
            {"name": motion.name, "party": motion.party, "text": motion.text, "line": motion.line}
            for motion in item.motions
        ],
        "order": item.order,
        "votes": [
            {
                "yes": vote.yes,
                "no": vote.no,
                "abstain": vote.abstain,
                "absent": vote.absent,
                "line": vote.line,
            }
            for vote in item.votes
        ],
        "outcome": item.outcome,
        "immediate": item.immediate,
        "conflicts": list(item.conflicts),
        "reservations": list(item.reservations),
        "statements": [
            {
                "kind": statement.kind,
                "name": statement.name,
                "party": statement.party,
                "text": statement.text,
                "line": statement.line,
            }
            for statement in item.statements
        ],
        "attachments": list(item.attachments),
        "papers": list(item.papers),
        "earlier": item.earlier,
        "information": item.information,
        "sent_to": list(item.sent_to),
        "lines": list(item.lines),
    }


def plan_as_json(plan: Plan) -> Json:
    """One edition of a plan."""
    return {
        "document": plan.document,
        "date": _iso(plan.date),
        "title": plan.title,
        "contents": [
            {"number": entry.number, "title": entry.title, "line": entry.line} for entry in plan.contents
        ],
        "sections": [
            {
                "number": section.number,
                "title": section.title,
                "paragraphs": list(section.paragraphs),
                "sentences": [
                    {"text": sentence.text, "lines": list(sentence.lines)} for sentence in section.sentences
                ],
                "lines": list(section.lines),
            }
            for section in plan.sections
        ],
    }


def _change(change: Change) -> Json:
    return {
        "from": change.from_document,
        "to": change.to_document,
        "section": change.section,
        "kind": change.kind,
        "before": change.before,
        "after": change.after,
        "declared": change.declared,
        "declared_in": change.declared_in,
        "described_as": change.described_as,
        "may_be_noise": change.may_be_noise,
        "moved_by": [
            {"name": mover.name, "party": mover.party, "body": mover.body, "paragraph": mover.paragraph}
            for mover in change.moved_by
        ],
        "before_lines": _lines(change.before_lines),
        "after_lines": _lines(change.after_lines),
    }


def _body_change(change: BodyChange) -> Json:
    return {
        "from": {"body": change.from_body, "paragraph": change.from_paragraph},
        "to": {"body": change.to_body, "paragraph": change.to_paragraph},
        "kind": change.kind,
        "before": change.before,
        "after": change.after,
        "before_lines": _lines(change.before_lines),
        "after_lines": _lines(change.after_lines),
    }


def _finding(finding: Finding, files: dict[str, str], translate: Translate) -> Json:
    home = files.get(finding.document or "")
    return {
        "code": finding.code,
        "text": finding_text(finding, translate),
        "values": dict(finding.values),
        "document": finding.document,
        "lines": [list(place.lines) for place in finding.places if home in (None, place.file)],
        "places": [{"file": place.file, "lines": list(place.lines)} for place in finding.places],
    }


def finding_text(finding: Finding, translate: Translate = str) -> str:
    """What the finding says, with its caveat, in the reader's language."""
    text = sentence(FINDINGS[finding.code], finding.values, translate)
    return f"{text} {translate(CAVEATS[finding.caveat])}" if finding.caveat else text


def _event(event: Event, translate: Translate) -> Json:
    return {
        "date": event.date.isoformat(),
        "event": sentence(EVENTS[event.code], event.values, translate),
        "code": event.code,
        "document": event.document,
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _clock(clock: dt.time | None) -> str | None:
    return None if clock is None else clock.strftime("%H:%M")


def _lines(span: LineRange | None) -> list[int] | None:
    return None if span is None else list(span)
