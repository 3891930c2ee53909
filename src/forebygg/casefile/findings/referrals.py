"""Referrals (remisser): who was asked, and whether an answer lies in the file."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from forebygg.casefile.bodies import bodies_in
from forebygg.casefile.comparison.substance import actors
from forebygg.casefile.evidence import Evidence, Quote
from forebygg.casefile.facts import Document, Finding, Place
from forebygg.language.stems import stem

_REFERRED: Final = re.compile(
    r"\bremitter(?:ats|ades|at|ad|ade|as)\b(?!\s+till\s+\w+\s+för\s+kännedom)|\b(?:på|för|genom) remiss\b"
    r"|\byttrande(?:n)? har (?:begärts|inhämtats) från\b|\b(?:be|in)retts? tillfälle att yttra sig\b",
    re.IGNORECASE,
)
# What is proposed or may be done has not been done.
_UNDONE: Final = re.compile(
    r"\b(?:föreslås?|föreslår|beslutar att|bör|kan|ska|skall|kommer att|avser|vill)\b", re.IGNORECASE
)
_TO: Final = re.compile(r"\b(?:till|från|av|hos)\s+(?P<whom>[^.;:()]+)", re.IGNORECASE)
_STOP: Final = re.compile(
    r",?\s+(?:och (?:kommer|ska|har|är)|som|vilka?|för (?:yttrande|synpunkter)|under|inför|med svar|senast|"
    r"den \d)\b"
)
_LIST: Final = re.compile(r",\s*|\s+(?:och|samt)\s+(?=[^,]*$)")
# "Polismyndigheten, lokalpolisområde Granvik" is one.
_ADDRESSEE: Final = re.compile(r", (?=[^a-zåäö])")
# A letter that answers names its sender in its head, its first words or its signature.
_ANSWER: Final = re.compile(r"(?:remiss)?svar\b|(?:remiss)?yttrande\b|synpunkter\b|remiss\b", re.IGNORECASE)
_ENDS, _LONGEST_ROW = 8, 80
# How many characters may stand between the referral and whom it went to, and how many words name somebody.
_NEAR: Final = 40
_LONGEST_NAME: Final = 5
_SMALL: Final = frozenset({"det", "för", "och", "den", "lokal"})


class _Asked(NamedTuple):
    """Somebody who was asked, in which paper, and where it says so."""

    addressee: str
    document: str
    place: Place


def referrals(evidence: Evidence) -> Iterator[Finding]:
    """A referral whose answer is not in the file; the letter is raised before papers that tell of it."""
    if not evidence.is_case:
        return
    letters = [document for document in evidence.documents if evidence.is_referral(document)]
    answers = _answers(evidence, {letter.id for letter in letters})
    seen: set[frozenset[str]] = set()
    for asked in (*_in_letters(letters, evidence), *_in_passing(evidence)):
        words = _words(asked.addressee)
        if not words or words in seen or any(words <= answer for answer in answers):
            continue
        seen.add(words)
        yield Finding(
            code="referral_unanswered",
            values={"addressee": asked.addressee},
            document=asked.document,
            places=(asked.place,),
        )


def _in_letters(letters: list[Document], evidence: Evidence) -> Iterator[_Asked]:
    for letter in letters:
        for addressee in _ADDRESSEE.split(letter.addressed_to or ""):
            yield _Asked(addressee, letter.id, evidence.row(letter.id, addressee))


def _in_passing(evidence: Evidence) -> Iterator[_Asked]:
    for document in evidence.documents:
        if document.copy_of or document.kind in {"plan", "minutes", "minutes_cover"}:
            continue
        for quote in evidence.quotes(document.id):
            for addressee in _addressees(quote):
                yield _Asked(addressee, document.id, evidence.place(document.id, quote.lines))


def _addressees(quote: Quote) -> list[str]:
    said = quote.text.casefold()
    match = _REFERRED.search(quote.text) if "remi" in said or "yttra" in said else None
    if not match or _UNDONE.search(quote.text, 0, match.start()):
        return []
    after = _TO.search(quote.text, match.end()) or _TO.search(quote.text, match.start(), match.end())
    if not after or after.start() - match.end() > _NEAR:
        return []
    whom = _STOP.split(after["whom"])[0].strip(" ,")
    bodies = [mention.name for mention in bodies_in(whom)]
    others = [part.strip() for part in _LIST.split(whom) if not bodies_in(part)]
    return [*bodies, *(part for part in others if actors(part) and len(part.split()) <= _LONGEST_NAME)]


def _answers(evidence: Evidence, letters: set[str]) -> list[frozenset[str]]:
    """Who has answered: bodies that met on the matter, and authors of statements and answers."""
    said = [
        item.body
        for item in evidence.items
        if item.body and (evidence.is_of_the_case(item) or _ANSWER.match(item.title or ""))
    ]
    for head in evidence.statements.values():
        said.extend(text for text in (head.body, head.author, *head.headings) if text)
    said.extend(
        document.title
        for document in evidence.documents
        if document.kind == "other" and document.title and document.id not in letters
    )
    for document in evidence.documents:
        if (
            document.kind in {"memo", "other"}
            and document.id not in letters
            and _ANSWER.match(document.title or "")
        ):
            rows = [
                line.text
                for line in evidence.lines(document.id)
                if line.text and len(line.text) < _LONGEST_ROW
            ]
            said.append(" ".join([*rows[:_ENDS], *rows[-_ENDS:]]))
    return [_words(text) for text in said]


def _words(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in re.findall(r"\w{3,}", text.casefold())) - _SMALL
