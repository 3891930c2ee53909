"""Findings about how the papers fit together: memo and edition, quotes, copies, who serves for whom."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from forebygg.casefile.evidence import Evidence, Quote
from forebygg.casefile.facts import Attendance, Document, Finding, Plan
from forebygg.core.dates import DATE, first_date

# Looked for first, in small letters: it is cheaper.
_MARKS: Final = '”"“»'
_VERSIONS: Final = ("version", "utkast", "utgåva", "upplaga", "datera")
_QUOTED: Final = re.compile(r"[”\"“»](?P<quote>[^”\"“»«]{12,400})[”\"“«]")
_OF_THE_PLAN: Final = re.compile(
    r"\b(?:\w*plan(?:en|ens)?|policyn?|programmet|strategin|riktlinjen?|utkast\w*|version\w*|upplag\w*|utgåv\w*|avsnitt\w*|"
    r"remissversion\w*)\b",
    re.IGNORECASE,
)
_SAYS: Final = re.compile(
    r"\b(?:stå(?:r|tt)|stod|framg(?:år|ick)|het(?:er|te)|lyd(?:er|de)|läsa|formulering\w*|skriv\w*|skrev|lydelse\w*|"
    r"mening\w*|citat\w*|ordalydelse\w*)\b",
    re.IGNORECASE,
)
_DECIDED: Final = re.compile(r"\b(?:antag\w+|faststäl\w+|beslut\w*)\b", re.IGNORECASE)
_FIRST_PAGE: Final = 40  # rows
_VERSION: Final = re.compile(
    rf"\b(?:(?:version(?:en)?|utkast(?:et)?|utgåva(?:n)?|upplaga(?:n)?)\b[^.;,()]{{0,30}}?|"
    rf"(?:handlings|åtgärds)?plan(?:en)?,?\s+(?:som\s+är\s+)?datera[dt]e?\s+(?:den\s+)?)(?:{DATE.pattern})",
    re.IGNORECASE,
)


def memo_older_than_edition(evidence: Evidence) -> Iterator[Finding]:
    """A memo older than the edition it accompanies: those who decide may have read about another text.

    It accompanies the edition that follows it in its file; otherwise the first one, if none was there
    when it was written.
    """
    for name in evidence.memos:
        memo = evidence.document(name)
        edition = _accompanied(memo, evidence)
        if (
            memo.date
            and edition
            and edition.date
            and memo.date < edition.date
            and not _is_decided(edition, evidence)
        ):
            yield Finding(
                code="memo_older_than_edition",
                values={"memo": memo.date.isoformat(), "edition": edition.date.isoformat()},
                document=memo.id,
                places=(*evidence.day(memo.id, memo.date), *evidence.day(edition.id, edition.date)),
            )


def _is_decided(edition: Document, evidence: Evidence) -> bool:
    """Whether the edition's day is that of the decision ("Antagen 2022-06-20"), which every memo precedes."""
    rows = [line for line in evidence.text[edition.id] if line.text][:_FIRST_PAGE]
    near = [
        text
        for above, row in pairwise(["", *(line.text for line in rows)])
        if edition.date and first_date(row) == edition.date
        for text in (above, row)
    ]
    return any(map(_DECIDED.search, near))


def _accompanied(memo: Document, evidence: Evidence) -> Document | None:
    after = [
        document
        for document in evidence.documents
        if document.file == memo.file and document.lines[0] > memo.lines[1]
    ]
    if after and after[0].kind == "plan":
        return evidence.document(after[0].copy_of or after[0].id)
    editions = [evidence.document(plan.document) for plan in evidence.plans if plan.date]
    if memo.date is None or any(edition.date and edition.date <= memo.date for edition in editions):
        return None
    return min(editions, key=lambda edition: edition.date or dt.date.max, default=None)


def missing_editions(evidence: Evidence) -> Iterator[Finding]:
    """A quotation, or a version named by its date, that no edition in the file holds."""
    if not evidence.plans:
        return
    editions: list[str] = []  # folded when something is first looked for in them
    days = {plan.date for plan in evidence.plans}
    titles = {_folded([document.title or ""]) for document in evidence.documents}
    for document in evidence.documents:
        if document.kind in {"plan", "minutes"} or document.copy_of:
            continue
        for quote in evidence.quotes(document.id):
            for words in _quotations(quote):
                folded = _folded([words])
                editions = editions or [_edition(plan, evidence) for plan in evidence.plans]
                if folded in titles or any(folded in edition for edition in editions):
                    continue
                if (day := first_date(words)) and day in days:
                    continue
                yield Finding(
                    code="edition_missing",
                    values={"quote": words},
                    document=document.id,
                    places=(evidence.place(document.id, quote.lines),),
                )


def _edition(plan: Plan, evidence: Evidence) -> str:
    return _folded(line.text for line in evidence.text[plan.document])


def _quotations(quote: Quote) -> Iterator[str]:
    """The words quoted from the plan, and the versions of it that are named by their dates."""
    folded = quote.text.casefold()
    if any(word in folded for word in _VERSIONS):
        yield from (match.group() for match in _VERSION.finditer(quote.text))
    if not any(mark in folded for mark in _MARKS):
        return
    if not _OF_THE_PLAN.search(quote.text) or not _SAYS.search(quote.text):
        return
    for match in _QUOTED.finditer(quote.text):
        words = match["quote"].strip()
        # A title is capitalised and has no verb to quote; three words or more in lower case are wording.
        if len(words.split()) >= 3 and (words[0].islower() or words.endswith(".")):
            yield words


def _folded(texts: Iterable[str]) -> str:
    return " ".join(re.findall(r"\w+", " ".join(texts).casefold()))


def replaced_but_present(evidence: Evidence) -> Iterator[Finding]:
    """A substitute serving the whole meeting for a member who is listed as serving the whole meeting too.

    One who steps in for some paragraphs, as when the member has a conflict of interest, contradicts nothing.
    """
    for meeting in evidence.meetings:
        members = {person.name: person for person in meeting.attendance if _serves_throughout(person)}
        for person in members.values():
            member = members.get(person.replaces or "")
            if member and member.role == "member":
                yield Finding(
                    code="replaced_but_present",
                    values={"substitute": person.name, "member": member.name},
                    document=meeting.document,
                    places=tuple(
                        evidence.place(meeting.document, (line, line)) for line in (member.line, person.line)
                    ),
                )


def _serves_throughout(person: Attendance) -> bool:
    parted = person.paragraphs or person.from_paragraph or person.to_paragraph
    return person.serving and not (parted or person.from_time or person.to_time)
