"""A paper by members or by someone asked: separate statement, reservation, note, motion, referral answer."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from forebygg.casefile.bodies import bodies_in
from forebygg.casefile.cutting import voices
from forebygg.casefile.pages.vocabulary import BODY, DATE, LOGOTYPE, kind_of
from forebygg.casefile.paper import Line, Paper, joined, paragraphs
from forebygg.casefile.papers.letters.memo import read_memo, runs_on
from forebygg.casefile.papers.letters.signatures import Signature, signatures
from forebygg.core.dates import first_date

_MATTER: Final = re.compile(
    r"(?:ärende(?:punkt)?\s*(?:nr)?\.?\s*\d{0,3}\s*[.,:–-]?\s*|punkt\s\d+\s*[.:]?\s*|ang(?:\.|ående)\s+|gällande\s+|rörande\s+|§\s?\d+\s*[,:.]?\s*)"
    r"(?P<matter>\S.*)",
    re.IGNORECASE,
)
_OCCASION: Final = re.compile(r"(?:sammanträden?|möten?)(?:s|t|et)?\b", re.IGNORECASE)
_LONGEST_HEAD: Final = 14


@dataclass(frozen=True, kw_only=True)
class StatementHead:
    """What a statement's head and signatures tell.

    `headings` are in plain words, reading noise mended; `date` is the paper's own, `meeting_date` the
    sitting's that it speaks to. `author` is the one signer, or the body that answers a referral.
    """

    headings: tuple[str, ...] = ()
    kind: str | None = None
    title: str | None = None
    date: dt.date | None = None
    meeting_date: dt.date | None = None
    body: str | None = None
    author: str | None = None
    addressed_to: str | None = None
    registry_number: str | None = None
    signers: tuple[Signature, ...] = ()
    text: tuple[Line, ...] = ()


def read_statement(paper: Paper) -> tuple[StatementHead, list[Line]]:
    """The statement's head, and the lines of it that no rule understood."""
    body = paper.body
    end = _head_end(body)
    head, rest = body[:end], body[end:]
    signed = tuple(signatures(rest))
    hidden = {number for one in signed for number in range(one.first, one.last + 1)}
    text = tuple(line for line in rest if line.number not in hidden)
    written = [line for line in head if line.text]
    headings = tuple(dict.fromkeys(known for line in written for known in voices.headings_of(line.text)))
    letter = read_memo(paper)[0]
    occasion = next((line.text for line in written if _is_occasion(line.text)), None)
    mentioned = bodies_in(occasion) if occasion else []
    titles = [
        match["matter"]
        for line in written
        if (match := _MATTER.match(voices.rest_of(line.text) or line.text))
    ]
    title = titles[0].strip() if titles else letter.title if not occasion else None
    sender = _sender(written)
    names = list(dict.fromkeys(one.name for one in signed))
    return (
        StatementHead(
            headings=headings,
            kind=headings[0].casefold() if headings else None,
            title=title,
            date=letter.date if not occasion else None,
            meeting_date=first_date(occasion) if occasion else None,
            body=mentioned[0].name if mentioned else None,
            author=sender or (names[0] if len(names) == 1 else None),
            addressed_to=letter.addressed_to if not occasion else None,
            registry_number=letter.registry_number,
            signers=signed,
            text=text,
        ),
        _unread(written, headings),
    )


def _is_occasion(text: str) -> bool:
    """Whether the row names a sitting: by that word, or by a body and a day."""
    return bool(_OCCASION.search(text)) or kind_of(text) == BODY | DATE


def _head_end(lines: Sequence[Line]) -> int:
    written = 0
    for index, line in enumerate(lines):
        if not line.text:
            continue
        written += 1
        if written > _LONGEST_HEAD or runs_on(lines, index):
            return index
    return len(lines)


def _sender(head: Sequence[Line]) -> str | None:
    """The body whose letterhead opens the paper."""
    for line in head:
        if voices.heading_in(line.text):
            break
        if name := voices.sender_in(line.text):
            return name
    return None


def _unread(head: Sequence[Line], headings: tuple[str, ...]) -> list[Line]:
    return (
        []
        if headings
        else [
            line
            for group in paragraphs(head)
            for line in group
            if not kind_of(joined([line])) & (BODY | LOGOTYPE)
        ]
    )
