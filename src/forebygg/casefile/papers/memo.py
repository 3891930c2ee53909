"""An officer's memo (tjänsteskrivelse, tjänsteutlåtande, PM) and other letters with the same head."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from forebygg.casefile.cutting import letterheads
from forebygg.casefile.pages.vocabulary import BODY, kind_of
from forebygg.casefile.paper import Line, Paper, joined, paragraphs
from forebygg.casefile.papers.signatures import POST, name_in, signatures
from forebygg.casefile.prose import BULLET
from forebygg.core.dates import first_date

# Headings of a memo; its head ends at the first of them.
_HEADING: Final = re.compile(
    r"(?:[\w-]+(?:\s[\w-]+){0,6}s\s)?förslag\s+till\b.{0,90}$|förslag$|(?:sammanfattning|ärendet|ärendebeskrivning|"
    r"beskrivning\s+av\s+ärendet|bakgrund|inledning|syfte|beslutsunderlag|bedömning|redogörelse|uppdraget?)"
    r"(?:\s.{0,40})?$|(?:ekonomiska|juridiska|miljömässiga|sociala)\s.{0,40}$|barn(?:ets|perspektiv|konsekvens).{0,40}$",
    re.IGNORECASE,
)
_PROPOSAL: Final = re.compile(
    r"(?:[\w-]+(?:\s[\w-]+){0,6}s\s)?förslag\s+till\b.{0,110}$|förslag$|beslutsförslag$|\w+s\sförslag$",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(
    r"(?P<label>handläggare|handläggande(?:\s\w+)?|kontaktperson|handlagd\s+av|upprättad\s+av|avsändare|författare|"
    r"datum|utfärdat|upprättat|diarienummer|diarienr|dnr|vår\s+beteckning|beteckning|ärendenummer|ärendenr|ärende-?id|"
    r"mottagare|till|adressat|ärende|rubrik|telefon|tfn|tel|e-?post|mejl|er\s+(?:beteckning|referens)|"
    r"vår\s+referens|förvaltning|avdelning|enhet|sida|sid|version|status)\.?(?:\s*:\s*|\t+|\s{2,}|\s+(?=[\dA-ZÅÄÖ])|$)(?P<value>.*)",
    re.IGNORECASE,
)
_REGISTRY: Final = re.compile(
    r"(?:[A-ZÅÄÖ]{2,8}[\s/-]?)?(?:19|20)\d\d[/:.-]\s?(?:[A-ZÅÄÖ]{2,5}\s?)?\d{2,6}(?:[\s.:-]\d{1,4})*$|"
    r"[A-ZÅÄÖ]{2,8}[\s-]?(?:19|20)?\d\d[/:]\d{1,5}(?:[\s.-]\d{1,4})*$"
)
_FULL_DATE: Final = re.compile(r"(?:den\s)?(?:\d{4}-\d\d-\d\d|\d\d?\s\w+\s\d{4})$", re.IGNORECASE)
_CONTACT: Final = re.compile(
    r"\S+@\S+|(?:tel|tfn|telefon|växel|mobil|direkt)?[.:]?\s*\+?\d[\d\s/()-]{5,}\d$|www\.|https?:|"
    r"\d{3}\s?\d\d\s+\w+(?:\s\w+)?$|box\s\d+|(?:post|besöks|leverans)adress\b|"
    r"[\w\s]{2,30}(?:gatan|gata|vägen|väg|torget|torg|gränd|stigen|allén|plan)\s\d+\s?\w?$",
    re.IGNORECASE,
)
_UNIT: Final = re.compile(
    r".{0,70}(?:förvaltning|kontor|kansli|avdelning|enhet|stab|sektor|sektion|verksamhet|funktion|kommun|stad|service)"
    r"(?:en|et)?(?:\s.{0,30})?$",
    re.IGNORECASE,
)
_CELL: Final = re.compile(r"\t+|\s{3,}")
_ADDRESSEES: Final = re.compile(
    r"(?:remissinstans(?:er|erna)?|remitteras till|remisslista|sändlista)\s*:?$", re.IGNORECASE
)
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
    head = _Head()
    head.read(lines[:end])
    rest = [line for line in lines[end:] if not line.furniture]
    signed = signatures(rest)
    hidden = {number for one in signed for number in range(one.first, one.last + 1)}
    text = tuple(line for line in rest if line.number not in hidden)
    return (
        MemoHead(
            title=head.title,
            date=head.date,
            author=head.author,
            addressed_to=", ".join(head.addressees) or None,
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
        if written > 1 and _HEADING.match(text) and len(text) < 130 and (named or written > 4):
            return index
        if written > _LONGEST_HEAD or runs_on(lines, index):
            return index
    return len(lines)


def runs_on(lines: Sequence[Line], index: int) -> bool:
    """Whether running text begins in that line: a long one, or wide ones that end in a full stop together."""
    text = lines[index].text
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


@dataclass
class _Head:
    """The rows of a letterhead, sorted as they are met; what is left over after them is the title."""

    title: str | None = None
    date: dt.date | None = None
    author: str | None = None
    registry_number: str | None = None
    addressees: list[str] = field(default_factory=list)
    unread: list[Line] = field(default_factory=list)
    _waiting: str | None = None
    _left: list[Line] = field(default_factory=list)
    _titled: bool = False
    _listing: int | None = None

    def read(self, lines: Sequence[Line]) -> None:
        written = [line for line in lines if line.text]
        for place, line in enumerate(written):
            below = written[place + 1].text if place + 1 < len(written) else ""
            if self._lists(line):
                continue
            cells = _CELL.split(line.text)
            left = [cell for cell in cells if not self._cell(cell.strip(), below)]
            if left and not line.furniture:
                self._left.append(Line(line.number, " ".join(left)))
        self._settle()

    def _lists(self, line: Line) -> bool:
        """Whether the row stands in a list of those who are asked, one a row, under its heading."""
        if _ADDRESSEES.match(line.text):
            self._listing = line.number + 2
            return True
        if self._listing is None or line.furniture:
            return False
        if line.number > self._listing or len(line.text) > 80 or _LABELLED.match(line.text):
            self._listing = None
            return False
        self._listing = line.number + 1
        self.addressees.append(line.text)
        return True

    def _cell(self, text: str, below: str) -> bool:
        """Whether the cell is understood."""
        if not text or letterheads.title_in(text):
            self._titled = self._titled or bool(text)
            return True
        if self._waiting and self._take(self._waiting, text):
            self._waiting = None
            return True
        if match := _LABELLED.match(text):
            label, value = match["label"].casefold(), match["value"].strip()
            if not value:
                self._waiting = label
                return True
            if self._take(label, value):
                return True
        return self._plain(text, below)

    def _take(self, label: str, value: str) -> bool:
        if label in {"datum", "utfärdat", "upprättat", "version", "status"} or label == "upprättad av":
            self.date = self.date or first_date(value)
            return True
        if label.startswith(("handl", "kontakt", "avsänd", "författ")):
            name = name_in(value.partition(",")[0])
            self.author = self.author or (name["name"] if name else None)
            return bool(name)
        if label.startswith(("diarie", "dnr", "vår b", "beteckning", "ärenden", "ärende-", "ärendeid")):
            self.registry_number = self.registry_number or value
            return True
        if label in {"mottagare", "till", "adressat"}:
            self.addressees.append(value)
            return True
        if label in {"ärende", "rubrik"}:
            self.title = self.title or value
            return True
        return True

    def _plain(self, text: str, below: str) -> bool:
        if _FULL_DATE.match(text):
            self.date = self.date or first_date(text)
            return True
        if _REGISTRY.match(text):
            self.registry_number = self.registry_number or text
            return True
        if (
            (name := name_in(text))
            and (POST.match(below) or _CONTACT.match(below))
            and not _HEADING.match(below)
        ):
            self.author = self.author or name["name"]
            return True
        if POST.match(text) and self.author and not self._titled:
            return True
        if kind_of(text) == BODY and self._titled:
            self.addressees.append(text)
            return True
        return bool(
            kind_of(text) or _CONTACT.match(text) or (_UNIT.match(text) and not letterheads.is_subject(text))
        )

    def _settle(self) -> None:
        groups = paragraphs(_spaced(self._left))
        if self.title is None and groups:
            self.title = joined(groups.pop())
        self.unread = [line for group in groups for line in group]


def _spaced(lines: Sequence[Line]) -> list[Line]:
    """The lines with a blank one wherever the paper had lines between them."""
    spaced: list[Line] = []
    for line in lines:
        if spaced and line.number - spaced[-1].number > 1:
            spaced.append(Line(line.number - 1, ""))
        spaced.append(line)
    return spaced


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
    if len(text) < 60 and _HEADING.match(text):
        return True
    return begun and len(text) < 60 and text[0].isupper() and text[-1] not in ".:;,"
