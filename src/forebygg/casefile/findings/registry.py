"""Findings a registrar makes: numbers, attachments, titles, paragraphs, headings."""

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from forebygg.casefile.bodies import body_at
from forebygg.casefile.evidence import Evidence
from forebygg.casefile.facts import Document, Finding, Item, Place
from forebygg.casefile.papers.signatures import signatures
from forebygg.core.dates import first_date
from forebygg.language.stems import stem

_SUFFIX: Final = re.compile(r"\.(?:pdf|docx?|xlsx?|odt|rtf|pptx?|txt)\b", re.IGNORECASE)
_EXTRACT: Final = re.compile(r"protokollsutdrag|protokoll(?!\w)|\bprot\.?\s*utdr", re.IGNORECASE)
_PARAGRAPH: Final = re.compile(r"§\s*(\d+)")
_KINDS: Final = {
    "memo": re.compile(r"tjänste(?:skrivelse|utlåtande|yttrande)|\bpm\b|promemoria", re.IGNORECASE),
    "statement": re.compile(r"yttrande|reservation|remissvar|protokollsanteckning", re.IGNORECASE),
    "plan": re.compile(r"\w*(?:plan|policy|program|strategi|riktlinje\w*)\b", re.IGNORECASE),
}
_BALLOT_ROLL: Final = re.compile(r"röst\w*[^.]{0,60}\bbilaga (\d+)", re.IGNORECASE)
_ENCLOSED: Final = re.compile(r"\(\s*(?:se\s+)?bilaga[^)]*\)|\bbiläggs\b|\bbifogas\b", re.IGNORECASE)


def registry_number(evidence: Evidence) -> Iterator[Finding]:
    """A paper of the case that carries another registry number than the rest."""
    usual = evidence.case.registry_number
    if not usual:
        return
    for document in evidence.documents:
        if document.copy_of or document.kind == "minutes" or not document.registry_number:
            continue
        if not _same_number(document.registry_number, usual):
            yield Finding(
                code="registry_number_differs",
                values={"number": document.registry_number, "usual": usual},
                document=document.id,
                places=(evidence.place(document.id, (document.lines[0], document.lines[0])),),
            )
    for item in evidence.items:
        kind = evidence.document(item.document).kind
        number = item.registry_number
        if (
            kind == "minutes"
            and item.title == evidence.case.title
            and number
            and not _same_number(number, usual)
        ):
            yield Finding(
                code="registry_number_differs",
                values={"number": number, "usual": usual},
                document=item.document,
                places=(evidence.place(item.document, (item.lines[0], item.lines[0])),),
            )


def _same_number(one: str, other: str) -> bool:
    """Whether both are one number, written with other marks or without the classification at its end."""
    first, second = (re.findall(r"[^\W\d_]+|\d+", number.casefold()) for number in (one, other))
    short = min(len(first), len(second))
    return first[:short] == second[:short] and short >= 2


def attachments(evidence: Evidence) -> Iterator[Finding]:
    """An attachment that an item names and the file lacks."""
    if not evidence.is_case:
        return
    for item in evidence.items:
        if item.registry_number and evidence.case.registry_number:
            if not _same_number(item.registry_number, evidence.case.registry_number):
                continue
        place = evidence.place(item.document, item.lines)
        enclosed = [name for name in item.attachments if name not in item.papers]
        for name in enclosed:
            if not any(_is_attachment(name, document, evidence) for document in evidence.documents):
                yield _missing(name, item, place)
        for statement in item.statements:
            if not _ENCLOSED.search(statement.text or ""):
                continue
            if not any(
                (head.author and statement.name and head.author == statement.name)
                or (head.body and head.body == item.body)
                for head in evidence.statements.values()
            ):
                yield _missing(", ".join(filter(None, (statement.kind, statement.name))), item, place)
    yield from _ballot_rolls(evidence)


def _ballot_rolls(evidence: Evidence) -> Iterator[Finding]:
    for item in evidence.items:
        held = evidence.appendices.get(item.document, frozenset())
        for line in evidence.text.get(item.document, ()) if item.votes else ():
            if not item.lines[0] <= line.number <= item.lines[1]:
                continue
            for match in _BALLOT_ROLL.finditer(line.text):
                if match[1] not in held:
                    yield _missing(f"bilaga {match[1]}", item, evidence.place(item.document, item.lines))


def _missing(name: str, item: Item, place: Place) -> Finding:
    return Finding(
        code="attachment_missing", values={"attachment": name}, document=item.document, places=(place,)
    )


def _is_attachment(name: str, document: Document, evidence: Evidence) -> bool:
    bare = _SUFFIX.sub("", name).strip(" .-–•")
    if _EXTRACT.search(bare):
        numbers = {int(number) for number in _PARAGRAPH.findall(bare)}
        body = body_at(bare)
        return any(
            item.document == document.id
            and (item.paragraph in numbers if numbers else body is not None and body == item.body)
            for item in evidence.items
        )
    kind = next((kind for kind, words in _KINDS.items() if words.match(bare)), None) or next(
        (kind for kind, words in _KINDS.items() if words.search(bare)), None
    )
    if (
        kind
        and document.kind != kind
        and not (kind == "statement" and document.kind in {"other", "statement"})
    ):
        return False
    day = first_date(bare)
    if day and document.date and day != document.date:
        return False
    wanted = _content(bare)
    title = _content(document.title or "")
    if kind == "statement" and document.id in evidence.statements:
        head = evidence.statements[document.id]
        title |= _content(" ".join(filter(None, (head.author, head.body, *head.headings))))
    shared = len(wanted & title)
    return shared >= max(1, round(0.5 * min(len(wanted), len(title)))) if wanted else kind is not None


def _content(text: str) -> set[str]:
    plain = re.sub(
        r"\btjänste\w+|\bprotokollsutdrag\b|\d{4}-\d\d-\d\d|\bden \d+ \w+ \d{4}|\bfrån\b|\bbilaga \d*",
        " ",
        text.casefold(),
    )
    return {stem(word) for word in re.findall(r"[^\W\d_]{4,}", plain)}


def titles(evidence: Evidence) -> Iterator[Finding]:
    """One official under two titles; a letter's difference is taken for reading noise."""
    called: defaultdict[str, dict[str, tuple[str, Place, str]]] = defaultdict(dict)
    for meeting in evidence.meetings:
        for person in meeting.attendance:
            if person.role == "official" and person.title:
                title = person.title.split(",")[0].strip()
                place = evidence.place(meeting.document, (person.line, person.line))
                called[person.name].setdefault(title.casefold(), (title, place, meeting.document))
    for name in evidence.memos:
        for signature in signatures(evidence.text[name]):
            if signature.post:
                place = evidence.place(name, (signature.first, signature.last))
                called[signature.name].setdefault(signature.post.casefold(), (signature.post, place, name))
    for person_name, by_title in called.items():
        for (first, first_place, document), (second, second_place, _) in pairwise(by_title.values()):
            if SequenceMatcher(None, first.casefold(), second.casefold(), autojunk=False).ratio() < 0.85:
                yield Finding(
                    code="person_two_titles",
                    values={"name": person_name, "first": first, "second": second},
                    document=document,
                    places=(first_place, second_place),
                )


def headings(evidence: Evidence) -> Iterator[Finding]:
    """A statement headed as two things at once; a reservation weighs more than a separate statement."""
    for name, head in evidence.statements.items():
        if len(head.headings) > 1:
            yield Finding(
                code="statement_two_headings",
                values={"first": head.headings[0], "second": head.headings[1]},
                document=name,
                places=(evidence.place(name, evidence.document(name).lines),),
            )


def paragraphs(evidence: Evidence) -> Iterator[Finding]:
    """Whole minutes in which a paragraph is missing."""
    whole = {document.id for document in evidence.documents if document.kind == "minutes"}
    for before, after in pairwise(evidence.items):
        gap = after.paragraph - before.paragraph
        if before.document == after.document and before.document in whole and 1 < gap <= 10:
            for missing in range(before.paragraph + 1, after.paragraph):
                values = {
                    "paragraph": str(missing),
                    "before": str(before.paragraph),
                    "after": str(after.paragraph),
                }
                place = evidence.place(after.document, (before.lines[1], after.lines[0]))
                yield Finding(
                    code="paragraph_missing", values=values, document=after.document, places=(place,)
                )
