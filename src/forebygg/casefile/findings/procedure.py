"""Findings about the way of the matter: approval, notice, and the council's decision."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Final

from forebygg.casefile.bodies import is_council
from forebygg.casefile.evidence import Evidence
from forebygg.casefile.facts import Finding, Item, Meeting, Place
from forebygg.casefile.limits import Act, act_on
from forebygg.core.workdays import is_past

_FOR_THE_COUNCIL: Final = re.compile(
    r"\b(?:till|föreslå[rs]?|att|låta)\s+(?:kommun|region)?fullmäktige\b"
    r"|\b(?:kommun|region)fullmäktige\s+(?:beslutar?|antar|fastställer|föreslås|har att)\b",
    re.IGNORECASE,
)
_UNDER_WAY: Final = frozenset({"decided", "noted", "tabled", "sent_back"})


def approval_and_notice(evidence: Evidence) -> Iterator[Finding]:
    """Approval within 14 days, notice by the second day after, and up the whole time to appeal.

    Source: kommunallagen (2017:725) 5:69, 6:35, 8:12 and 13:5; older minutes by the act then in force.
    """
    for meeting in evidence.meetings:
        if meeting.date and (act := act_on(meeting.date)):
            yield from _approval(meeting, meeting.date, act, evidence)
            yield from _notice(meeting, act, evidence)


def _approval(meeting: Meeting, met: dt.date, act: Act, evidence: Evidence) -> Iterator[Finding]:
    if not meeting.approved_on:
        return
    if is_past(meeting.approved_on, act.approval_ends(met)):
        values = {
            "approved": meeting.approved_on.isoformat(),
            "met": met.isoformat(),
            "days": str((meeting.approved_on - met).days),
            "limit": str(act.approval_days),
            "law": act.name,
        }
        yield _late("approval_late", values, meeting, act, _rows(meeting, [meeting.approved_on], evidence))


def _notice(meeting: Meeting, act: Act, evidence: Evidence) -> Iterator[Finding]:
    notice = meeting.notice
    if not notice or not notice.posted:
        return
    if meeting.approved_on and is_past(notice.posted, act.notice_ends(meeting.approved_on)):
        late = (notice.posted - meeting.approved_on).days
        values = {"posted": notice.posted.isoformat(), "days": str(late), "law": act.name}
        rows = _rows(meeting, [meeting.approved_on, notice.posted], evidence)
        yield _late("notice_late", values, meeting, act, rows)
    last_day = act.appeal_ends(notice.posted)  # not put off: the earliest day on which it can end
    if notice.removed and notice.removed <= last_day:
        values = {
            "removed": notice.removed.isoformat(),
            "last_day": last_day.isoformat(),
            "law": act.name,
        }
        rows = _rows(meeting, [notice.posted, notice.removed], evidence)
        yield _late("appeal_time_cut_short", values, meeting, act, rows)


def _late(
    code: str, values: dict[str, str], meeting: Meeting, act: Act, places: tuple[Place, ...]
) -> Finding:
    caveat = None if act.verified else "law_unverified"
    return Finding(code=code, values=values, caveat=caveat, document=meeting.document, places=places)


def _rows(meeting: Meeting, days: Sequence[dt.date], evidence: Evidence) -> tuple[Place, ...]:
    """The rows that print those days; where none does, the whole cover."""
    rows = [row for day in days for row in evidence.day(meeting.document, day, meeting.lines)]
    return tuple(rows) or (evidence.place(meeting.document, meeting.lines),)


def council_decision(evidence: Evidence) -> Iterator[Finding]:
    """A matter on its way to the council whose file ends before the council."""
    if not evidence.is_case:
        return
    matters = [item for item in evidence.items if evidence.is_of_the_case(item)]
    on_their_way = [item for item in matters if item.outcome in _UNDER_WAY]
    if not on_their_way or not _is_for_the_council(matters, evidence):
        return
    if any(item.body and is_council(item.body) and item.outcome == "decided" for item in matters):
        return
    last = max(
        on_their_way, key=lambda item: (item.date is not None, item.date, bool(item.proposal), item.paragraph)
    )
    said = next(iter([*last.proposal, *last.decision]), "")
    yield Finding(
        code="no_council_decision",
        values={"body": last.body or "–", "paragraph": str(last.paragraph)},
        document=last.document,
        places=(evidence.row(last.document, said, last.lines),),
    )


def _is_for_the_council(matters: Sequence[Item], evidence: Evidence) -> bool:
    """Whether a body proposes to the next one, or a paper of the matter says that the council decides."""
    if any(item.proposal for item in matters):
        return True
    if any(item.body and is_council(item.body) for item in matters):
        return True
    held = {item.document for item in matters} | {
        document.id for document in evidence.documents if document.kind in {"memo", "plan", "statement"}
    }
    return any(
        _FOR_THE_COUNCIL.search(line.text)
        for document in held
        if evidence.document(document).kind != "minutes"
        for line in evidence.text.get(document, ())
    )
