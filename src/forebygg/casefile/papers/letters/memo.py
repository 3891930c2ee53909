"""An officer's memo (tjänsteskrivelse, tjänsteutlåtande, PM) and other letters with the same head."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from forebygg.casefile.cutting import letterheads
from forebygg.casefile.paper import Line, Paper
from forebygg.casefile.papers.letters.letterhead import ADDRESSEES, CELL, HEADING, Letterhead
from forebygg.casefile.papers.letters.signatures import Signature, name_in, signatures
from forebygg.casefile.prose import BULLET

_PROPOSAL: Final = re.compile(
    r"(?:[\w-]+(?:\s[\w-]+){0,6}s\s)?förslag\s+till\b.{0,110}$|förslag$|beslutsförslag$|\w+s\sförslag$",
    re.IGNORECASE,
)
_CLOSING: Final = re.compile(
    r"(?:enligt\s+uppdrag|som\s+ovan|vid\s+tjänsten|med\s+vänlig(?:a)?\s+hälsning(?:ar)?|i\s+tjänsten|dag\s+som\s+ovan)[,.]?$",
    re.IGNORECASE,
)
# Words that head a section alone, and a whole paper with what it is about.
_TITLE_TOO: Final = re.compile(
    r"(?:sammanfattning|redogörelse|bedömning|uppdrag|bakgrund)\s+\S{2,}\s+\S", re.IGNORECASE
)
# The last row of a printed mail's head.
_SUBJECT: Final = re.compile(r"(?:ämne|subject)\s?:", re.IGNORECASE)
# The table of a summons.
_AGENDA: Final = re.compile(r"\d{1,3}[.)]?\t|(?:nr\t)?ärende\t", re.IGNORECASE)
_ENDING: Final = 12
_LONGEST_HEAD: Final = 60
_WIDE: Final = 60


@dataclass(frozen=True, kw_only=True)
class MemoHead:
    """What a letter's head, its proposals and its signatures tell.

    `author` is the officer whom the letterhead names; `addressed_to` joins several addressees by commas;
    `text` is the running text from the first heading on, without page furniture and signatures.
    """

    title: str | None = None
    date: dt.date | None = None
    author: str | None = None
    addressed_to: str | None = None
    signed_by: tuple[str, ...] = ()
    registry_number: str | None = None
    proposals: tuple[str, ...] = ()
    text: tuple[Line, ...] = ()


def read_memo(paper: Paper) -> tuple[MemoHead, list[Line]]:
    """The memo's head, and the lines of its letterhead that no rule understood."""
    lines = paper.lines
    end = _head_end(lines)
    head = Letterhead()
    head.read(lines[:end])
    if head.title is None and end < len(lines) and _TITLE_TOO.match(lines[end].text):
        head.title = lines[end].text
        end += 1
    rest = [line for line in lines[end:] if not line.furniture]
    signed = signatures(rest) or _bare_signature(rest, head.author)
    hidden = {number for one in signed for number in range(one.first, one.last + 1)}
    addressees = _listed(rest) if head.by_list else head.addressees
    text = tuple(line for line in rest if line.number not in hidden)
    return (
        MemoHead(
            title=head.title,
            date=head.date,
            author=head.author,
            addressed_to=", ".join(addressees) or None,
            signed_by=tuple(dict.fromkeys(one.name for one in signed)),
            registry_number=head.registry_number,
            proposals=_proposals(text),
            text=text,
        ),
        head.unread,
    )


def _head_end(lines: Sequence[Line]) -> int:
    written = 0
    named = False
    for index, line in enumerate(lines):
        text = line.text
        if not text or line.furniture:
            continue
        written += 1
        named = named or letterheads.title_in(text) is not None
        if written > 1 and HEADING.match(text) and len(text) < 130 and (named or written > 4):
            return index
        if _SUBJECT.match(text):
            return index + 1
        if named and written > 4 and text[-1] == "." and text.count(" ") > 3:
            return index
        if written > _LONGEST_HEAD or _AGENDA.match(text) or runs_on(lines, index):
            return index
    return len(lines)


def runs_on(lines: Sequence[Line], index: int) -> bool:
    """Whether running text begins in that line: a long one, or wide ones that end in a full stop together."""
    text = lines[index].text
    if CELL.search(text):
        return False
    if len(text) > 120 or len(text) < _WIDE:
        return len(text) > 120
    length = 0
    for line in lines[index : index + 8]:
        if not line.text or line.furniture:
            break
        length += len(line.text)
        if line.text[-1] == "." or length > 240:
            return True
    return False


def _bare_signature(lines: Sequence[Line], author: str | None) -> list[Signature]:
    """A name alone at the end: the officer's whom the letterhead names, or after a closing phrase."""
    ending = [line for line in lines if line.text][-_ENDING:]
    for above, line in pairwise(ending):
        if (name := name_in(line.text)) and (name["name"] == author or _CLOSING.match(above.text)):
            return [Signature(name["name"], None, None, line.number, line.number)]
    return []


def _listed(lines: Sequence[Line]) -> list[str]:
    """Those in the list at the letter's end, one a row."""
    written = [line for line in lines if line.text]
    heads = [at for at, line in enumerate(written) if ADDRESSEES.match(line.text)]
    return [line.text for line in written[heads[-1] + 1 :] if len(line.text) < 80] if heads else []


def _proposals(text: Sequence[Line]) -> tuple[str, ...]:
    """The points under "Förslag till beslut", each without its number or bullet.

    Unnumbered proposals are one a paragraph; what introduces them ("I kommunstyrelsen:") is none.
    """
    found: list[str] = []
    inside = fresh = False
    for line in text:
        if not line.text:
            fresh = True
        elif len(line.text) < 130 and _PROPOSAL.match(line.text):
            inside = fresh = True
        elif not inside:
            continue
        elif bullet := BULLET.match(line.text):
            found.append(line.text[bullet.end() :])
            fresh = False
        elif _ends_proposals(line.text, begun=bool(found)):
            break
        elif fresh or not found or found[-1][-1] == ":":
            found.append(line.text)
            fresh = False
        else:
            found[-1] = f"{found[-1]} {line.text}"
    return tuple(point for point in found if point[-1] != ":")


def _ends_proposals(text: str, *, begun: bool) -> bool:
    """A heading, or a short row that is no sentence, ends the proposals once there are some."""
    if len(text) < 60 and HEADING.match(text):
        return True
    return begun and len(text) < 60 and text[0].isupper() and text[-1] not in ".:;,"
