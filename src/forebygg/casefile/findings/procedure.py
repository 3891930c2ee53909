"""Findings about the way of the matter: approval, notice, referral, and the council's decision."""

import re
from collections.abc import Iterator
from typing import Any, Final

from forebygg.casefile.bodies import bodies_in, is_council
from forebygg.casefile.evidence import Evidence, Quote
from forebygg.casefile.facts import Finding, Item
from forebygg.casefile.limits import act_on
from forebygg.language.stems import stem

REFERRED: Final = re.compile(
    r"\bremitter(?:ats|ades|at|ad|ade|as)\b(?!\s+till\s+\w+\s+för\s+kännedom)|\b(?:på|ut på|för|genom) remiss\b"
    r"|\byttrande(?:n)? har (?:begärts|inhämtats) från\b|\b(?:be|in)retts? tillfälle att yttra sig\b",
    re.IGNORECASE,
)
_TO: Final = re.compile(r"\b(?:till|från|av)\s+(?P<whom>[^.;:()]+)", re.IGNORECASE)
_STOP: Final = re.compile(
    r",?\s+(?:och (?:kommer|ska|har)|som|vilka?|för (?:yttrande|synpunkter)|under|inför|med svar|senast|den \d)\b"
)
_LIST: Final = re.compile(r",\s*|\s+(?:och|samt)\s+(?=[^,]*$)")


def approval_and_notice(evidence: Evidence) -> Iterator[Finding]:
    """Approval within 14 days, notice by the second day after, and up the whole time to appeal.

    Source: kommunallagen (2017:725) 5:69, 8:12 and 13:5; older minutes by the act then in force.
    """
    for meeting in evidence.meetings:
        if not meeting.date or not (act := act_on(meeting.date)):
            continue
        notice = meeting.notice
        shared: dict[str, Any] = {
            "caveat": None if act.verified else "law_unverified",
            "document": meeting.document,
            "places": (evidence.place(meeting.document, meeting.lines),),
        }
        if meeting.approved_on and (late := (meeting.approved_on - meeting.date).days) > act.approval_days:
            values = {
                "approved": meeting.approved_on.isoformat(),
                "met": meeting.date.isoformat(),
                "days": str(late),
                "limit": str(act.approval_days),
                "law": act.name,
            }
            yield Finding(code="approval_late", values=values, **shared)
        if not notice or not notice.posted:
            continue
        if meeting.approved_on and (late := (notice.posted - meeting.approved_on).days) > act.notice_days:
            values = {"posted": notice.posted.isoformat(), "days": str(late), "law": act.name}
            yield Finding(code="notice_late", values=values, **shared)
        last_day = act.last_day_of_appeal(notice.posted)
        if notice.removed and notice.removed <= last_day:
            values = {
                "removed": notice.removed.isoformat(),
                "last_day": last_day.isoformat(),
                "law": act.name,
            }
            yield Finding(code="appeal_time_cut_short", values=values, **shared)


def council_decision(evidence: Evidence) -> Iterator[Finding]:
    """A matter on its way to the council whose file ends before the council."""
    matters = [item for item in evidence.items if _of_the_case(item, evidence)]
    on_their_way = [item for item in matters if item.outcome in {"decided", "noted", "tabled", "sent_back"}]
    if not evidence.is_case or not on_their_way:
        return
    if any(item.body and is_council(item.body) and item.outcome == "decided" for item in matters):
        return
    last = max(
        on_their_way, key=lambda item: (item.date is not None, item.date, bool(item.proposal), item.paragraph)
    )
    values = {"body": last.body or "–", "paragraph": str(last.paragraph)}
    yield Finding(
        code="no_council_decision",
        values=values,
        document=last.document,
        places=(evidence.place(last.document, last.lines),),
    )


def _of_the_case(item: Item, evidence: Evidence) -> bool:
    case = evidence.case
    return (case.registry_number is not None and item.registry_number == case.registry_number) or (
        case.title is not None and item.title == case.title
    )


def referrals(evidence: Evidence) -> Iterator[Finding]:
    """A referral (remiss) that a paper speaks of, and whose answer is not in the file."""
    if not evidence.is_case:
        return
    answers = _answers(evidence)
    seen: set[str] = set()
    for document in evidence.documents:
        for quote in evidence.quotes(document.id):
            for addressee in _addressees(quote):
                words = _words(addressee)
                key = " ".join(sorted(words))
                if not words or key in seen or any(words <= answer for answer in answers):
                    continue
                seen.add(key)
                yield Finding(
                    code="referral_unanswered",
                    values={"addressee": addressee},
                    document=document.id,
                    places=(evidence.place(document.id, quote.lines),),
                )


def _addressees(quote: Quote) -> list[str]:
    match = REFERRED.search(quote.text)
    if not match:
        return []
    after = _TO.search(quote.text, match.end()) or _TO.search(quote.text, match.start(), match.end())
    if not after:
        return []
    whom = _STOP.split(after["whom"])[0].strip(" ,")
    if bodies := [mention.name for mention in bodies_in(whom)]:
        rest = [part for part in _LIST.split(whom) if not bodies_in(part)]
        return (
            bodies
            if len(bodies) > 1 or not rest
            else [*bodies, *(part for part in rest if part[:1].isupper())]
        )
    return [part.strip() for part in _LIST.split(whom) if part.strip()]


def _answers(evidence: Evidence) -> list[set[str]]:
    """Who has answered: bodies that met on the matter, and authors of statements and answers."""
    said = [item.body for item in evidence.items if item.body and _of_the_case(item, evidence)]
    for head in evidence.statements.values():
        said.extend(text for text in (head.body, head.author, *head.headings) if text)
    said.extend(
        document.title for document in evidence.documents if document.kind == "other" and document.title
    )
    return [_words(text) for text in said]


def _words(text: str) -> set[str]:
    return {stem(word) for word in re.findall(r"\w{3,}", text.casefold())} - {
        "det",
        "för",
        "och",
        "den",
        "lokal",
    }
