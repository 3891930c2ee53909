"""Findings a registrar makes: numbers that differ, titles, headings, paragraphs."""

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final, NamedTuple

from forebygg.casefile.cutting import voices
from forebygg.casefile.evidence import Evidence
from forebygg.casefile.facts import Finding, Place
from forebygg.casefile.findings.numbers import same_number
from forebygg.casefile.papers.letters.signatures import signatures

# Someone who stands in for another has that post for a while; it is no other title.
_ACTING: Final = re.compile(r"(?:t\.?\s?f\.?|tillförordnad|vikarierande|vik\.)\s+", re.IGNORECASE)
# What a referral body sends is an answer and a statement at once.
_ANSWER: Final = re.compile(r"yttrande|remiss|svar\b", re.IGNORECASE)
# What somebody does at a meeting is no title.
_AT_THE_MEETING: Final = frozenset(
    "sekreterare protokollförare mötessekreterare föredragande föredragare adjungerad observatör insynsplats "
    "tolk gäst inbjuden tjänsteperson tjänsteman".split()
)
_BOARD: Final = re.compile(r"[A-ZÅÄÖ]{2,8}(?=[\s/.:-]?\s?\d)", re.IGNORECASE)
_WIDEST_GAP: Final = 10
_ALIKE: Final = 0.85
_HEAD_ROWS: Final = 12


def registry_number(evidence: Evidence) -> Iterator[Finding]:
    """A paper of the case that carries another registry number than the rest."""
    usual = evidence.case.registry_number
    if not usual:
        return
    for document in evidence.documents:
        number = document.registry_number
        if not number or document.kind == "minutes" or document.copy_of:
            continue
        if not same_number(number, usual) and not _is_of_another(number, usual):
            yield _other_number(number, usual, document.id, evidence.row(document.id, number))
    for item in evidence.items:
        number = item.registry_number
        if (
            number
            and evidence.document(item.document).kind == "minutes"
            and item.title == evidence.case.title
            and not same_number(number, usual)
        ):
            place = evidence.row(item.document, number, item.lines)
            yield _other_number(number, usual, item.document, place)


def _other_number(number: str, usual: str, document: str, place: Place) -> Finding:
    values = {"number": number, "usual": usual}
    return Finding(code="registry_number_differs", values=values, document=document, places=(place,))


def _is_of_another(number: str, usual: str) -> bool:
    """Whether the number is of another board's diary, by its letters: each board numbers its own matters."""
    own, other = (_BOARD.match(one) for one in (number, usual))
    return own is not None and other is not None and own[0].casefold() != other[0].casefold()


class _Called(NamedTuple):
    """What somebody is called, in which document and where."""

    title: str
    document: str
    place: Place


def titles(evidence: Evidence) -> Iterator[Finding]:
    """One official under two titles; a letter's difference is taken for reading noise."""
    called: defaultdict[str, dict[str, _Called]] = defaultdict(dict)
    for name, title in _titles(evidence):
        called[name].setdefault(title.title.casefold(), title)
    for name, by_title in called.items():
        for first, second in pairwise(by_title.values()):
            if not _is_one_title(first.title, second.title):
                yield Finding(
                    code="person_two_titles",
                    values={"name": name, "first": first.title, "second": second.title},
                    document=first.document,
                    places=(first.place, second.place),
                )


def _titles(evidence: Evidence) -> Iterator[tuple[str, _Called]]:
    """The titles of officials, as lists of attendance and signatures under memos give them."""
    for meeting in evidence.meetings:
        for person in meeting.attendance:
            if person.role == "official" and person.title:
                place = evidence.place(meeting.document, (person.line, person.line))
                title = person.title.partition(",")[0].strip()
                if title.casefold() not in _AT_THE_MEETING:
                    yield person.name, _Called(title, meeting.document, place)
    for document in evidence.memos:
        for signature in signatures(evidence.text[document]):
            if signature.post:
                place = evidence.place(document, (signature.first, signature.last))
                yield signature.name, _Called(signature.post, document, place)


def _is_one_title(one: str, other: str) -> bool:
    """The same title, shortened ("sekreterare" for "kommunsekreterare"), held for a while, or misread."""
    first, second = (_ACTING.sub("", title.casefold()) for title in (one, other))
    if first.endswith(second) or second.endswith(first):
        return True
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE


def headings(evidence: Evidence) -> Iterator[Finding]:
    """A statement headed as two things at once; a reservation weighs more than a separate statement."""
    for name, head in evidence.statements.items():
        headed_as = [heading for heading in head.headings if not _ANSWER.match(heading)]
        if len(headed_as) > 1:
            written = [line for line in evidence.text[name] if line.text][:_HEAD_ROWS]
            headed = [line.number for line in written if voices.heading_in(line.text)]
            yield Finding(
                code="statement_two_headings",
                values={"first": headed_as[0], "second": headed_as[1]},
                document=name,
                places=tuple(evidence.place(name, (row, row)) for row in headed),
            )


def paragraphs(evidence: Evidence) -> Iterator[Finding]:
    """Whole minutes in which a paragraph is missing."""
    whole = {document.id for document in evidence.documents if document.kind == "minutes"}
    for before, after in pairwise(evidence.items):
        gap = after.paragraph - before.paragraph
        if before.document != after.document or before.document not in whole or not 1 < gap <= _WIDEST_GAP:
            continue
        place = evidence.place(after.document, (before.lines[1], after.lines[0]))
        for missing in range(before.paragraph + 1, after.paragraph):
            values = {
                "paragraph": str(missing),
                "before": str(before.paragraph),
                "after": str(after.paragraph),
            }
            yield Finding(code="paragraph_missing", values=values, document=after.document, places=(place,))
