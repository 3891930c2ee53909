"""Papers that an item names as its attachments and that the file lacks."""

import re
from collections.abc import Iterator
from typing import Final

from forebygg.casefile.bodies import body_at
from forebygg.casefile.evidence import Evidence
from forebygg.casefile.facts import Document, Finding, Item, Place, Statement
from forebygg.casefile.findings.numbers import same_number
from forebygg.core.dates import first_date
from forebygg.language.stems import stem

_SUFFIX: Final = re.compile(r"(?:\.(?:pdf|docx?|xlsx?|odt|rtf|pptx?|txt))+\b", re.IGNORECASE)
_EXTRACT: Final = re.compile(r"protokollsutdrag|protokoll(?!\w)|\bprot\.?\s*utdr", re.IGNORECASE)
_PARAGRAPH: Final = re.compile(r"§\s*(\d+)")
_KINDS: Final = {
    "memo": re.compile(r"tjänste(?:skrivelse|utlåtande|yttrande)|\bpm\b|promemoria", re.IGNORECASE),
    "statement": re.compile(r"yttrande|reservation|remissvar|protokollsanteckning", re.IGNORECASE),
    "plan": re.compile(r"\w*(?:plan|policy|program|strategi|riktlinje\w*)\b", re.IGNORECASE),
}
_BALLOT_ROLL: Final = re.compile(r"röst\w*[^.]{0,60}\bbilaga (\d+)", re.IGNORECASE)
_ENCLOSED: Final = re.compile(r"\(\s*(?:se\s+)?bilaga[^)]*\)|\bbiläggs\b|\bbifogas\b", re.IGNORECASE)
# What an entry says beside the paper's own name: its kind, its date, where it comes from.
_AROUND: Final = re.compile(
    r"\btjänste\w+|\bprotokollsutdrag\b|\d{4}-\d\d-\d\d|\bden \d+ \w+ \d{4}|\bfrån\b|\bbilaga \d*"
)


def attachments(evidence: Evidence) -> Iterator[Finding]:
    """An attachment that an item of the case names and the file lacks.

    What is listed as papers for the decision (handlingar, beslutsunderlag) is kept elsewhere and need not
    lie here. A ballot's roll must lie in the minutes that name it.
    """
    for item in evidence.items:
        if evidence.is_case and _is_of_the_matter(item, evidence):
            for name in item.attachments:
                if name not in item.papers and not _is_held(name, evidence):
                    yield _missing(name, item, evidence.row(item.document, name, item.lines))
            for statement in item.statements:
                if _ENCLOSED.search(statement.text or "") and not _is_enclosed(statement, item, evidence):
                    name = ", ".join(filter(None, (statement.kind, statement.name)))
                    place = evidence.place(item.document, (statement.line, statement.line))
                    yield _missing(name, item, place)
        if item.votes:
            yield from _ballot_rolls(item, evidence)


def _is_of_the_matter(item: Item, evidence: Evidence) -> bool:
    usual = evidence.case.registry_number
    return not item.registry_number or not usual or same_number(item.registry_number, usual)


def _is_held(name: str, evidence: Evidence) -> bool:
    return any(is_attachment(name, document, evidence) for document in evidence.documents)


def _is_enclosed(statement: Statement, item: Item, evidence: Evidence) -> bool:
    return any(
        (head.author and statement.name and head.author == statement.name)
        or (head.body and head.body == item.body)
        for head in evidence.statements.values()
    )


def _ballot_rolls(item: Item, evidence: Evidence) -> Iterator[Finding]:
    held = evidence.appendices.get(item.document, frozenset())
    for line in evidence.lines(item.document, item.lines):
        if "ilaga" not in line.text and "ILAGA" not in line.text:
            continue
        for match in _BALLOT_ROLL.finditer(line.text):
            if match[1] not in held:
                place = evidence.place(item.document, (line.number, line.number))
                yield _missing(f"bilaga {match[1]}", item, place)


def _missing(name: str, item: Item, place: Place) -> Finding:
    return Finding(
        code="attachment_missing",
        values={"attachment": _SUFFIX.sub("", name)},
        document=item.document,
        places=(place,),
    )


def is_attachment(name: str, document: Document, evidence: Evidence) -> bool:
    """Whether the document is the paper named: of its kind, from its day, about its subject."""
    bare = _SUFFIX.sub("", name).strip(" .-–•")
    if _EXTRACT.search(bare):
        return _is_extract(bare, document, evidence)
    kind = _kind(bare)
    if kind and document.kind != kind and not (kind == "statement" and document.kind == "other"):
        return False
    day = first_date(bare)
    if day and document.date and day != document.date:
        return False
    wanted, title = _content(bare), _content(document.title or "")
    if kind == "statement" and (head := evidence.statements.get(document.id)):
        title += _content(" ".join(filter(None, (head.author, head.body, *head.headings))))
    shared = sum(word in title for word in wanted)
    if kind is None:
        # Of a kind we do not know, the first word is its name: a plan is no review of the plan.
        return (
            not document.kind.startswith("minutes") and wanted[:1] == title[:1] and 2 * shared > len(wanted)
        )
    return not wanted or shared >= max(1, round(0.5 * min(len(wanted), len(title))))


def _is_extract(name: str, document: Document, evidence: Evidence) -> bool:
    numbers = {int(number) for number in _PARAGRAPH.findall(name)}
    body = body_at(name)
    return any(
        item.document == document.id
        and (item.paragraph in numbers if numbers else body is not None and body == item.body)
        for item in evidence.items
    )


def _kind(name: str) -> str | None:
    """What kind of paper the entry names: by its first word, else by any."""
    begins = next((kind for kind, words in _KINDS.items() if words.match(name)), None)
    return begins or next((kind for kind, words in _KINDS.items() if words.search(name)), None)


def _content(text: str) -> list[str]:
    plain = _AROUND.sub(" ", text.casefold())
    return list(dict.fromkeys(stem(word) for word in re.findall(r"[^\W\d_]{4,}", plain)))
