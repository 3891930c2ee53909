"""The rows of a letterhead: who writes, to whom, on what day, under which number."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from forebygg.casefile.cutting import letterheads
from forebygg.casefile.pages.vocabulary import BODY, kind_of
from forebygg.casefile.paper import Line, joined, paragraphs
from forebygg.casefile.papers.letters.signatures import POST, name_in
from forebygg.casefile.people import NAME, PARTY
from forebygg.core.dates import first_date

# Headings of a letter; its head ends at the first of them.
HEADING: Final = re.compile(
    r"(?:[\w-]+(?:\s[\w-]+){0,6}s\s)?förslag\s+till\b.{0,90}$|förslag$|(?:sammanfattning|ärendet|ärendebeskrivning|"
    r"beskrivning\s+av\s+ärendet|bakgrund|inledning|syfte|beslutsunderlag|bedömning|redogörelse|uppdraget?)"
    r"(?:\s.{0,40})?$|(?:ekonomiska|juridiska|miljömässiga|sociala)\s.{0,40}$|barn(?:ets|perspektiv|konsekvens).{0,40}$",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(
    r"(?P<label>(?:vår\s+)?handläggare|handläggande(?:\s\w+)?|kontaktperson|handlagd\s+av|upprättad\s+av|avsändare|"
    r"författare|föredragande|från|skickat|datum|utfärdat|upprättat|(?:vårt?\s+)?(?:diarienummer|diarienr|dnr)|vår\s+beteckning|"
    r"beteckning|ärendenummer|ärendenr|ärende-?id|ert?\s+(?:diarienummer|diarienr|dnr|beteckning|referens|datum)|"
    r"mottagare|till|adressat|kopia(?:\s+till|(?=:))|ärende|ämne|rubrik|telefon|tfn|tel|e-?post|mejl|vår\s+referens|förvaltning|"
    r"avdelning|enhet|sida|sid|version|status)\.?(?:\s*:\s*|\t+|\s{2,}|\s+(?=[\dA-ZÅÄÖ])|$)(?P<value>.*)",
    re.IGNORECASE,
)
_REGISTRY: Final = re.compile(
    r"(?:[A-ZÅÄÖ]{2,8}[\s/-]?)?(?:19|20)\d\d[/:.-]\s?(?:[A-ZÅÄÖ]{2,5}\s?)?\d{2,6}(?:[\s.:-]\d{1,4})*$|"
    r"[A-ZÅÄÖ]{2,8}[\s-]?(?:19|20)?\d\d[/:]\d{1,5}(?:[\s.-]\d{1,4})*$"
)
_FULL_DATE: Final = re.compile(r"(?:den\s)?(?:\d{4}-\d\d-\d\d|\d\d?\s\w+\s\d{4})$", re.IGNORECASE)
_CONTACT: Final = re.compile(
    r"\S+@\S+|(?:e-?post|mejl|mobil|telefon|tfn|tel)\b[.:]|(?:tel|tfn|telefon|växel|mobil|direkt)?[.:]?\s*\+?\d[\d\s/()-]{5,}\d$|www\.|https?:|"
    r"\d{3}\s?\d\d\s+\w+(?:\s\w+)?$|box\s\d+|(?:post|besöks|leverans)adress\b|"
    r"[\w\s]{2,30}(?:gatan|gata|vägen|väg|torget|torg|gränd|stigen|allén|plan)\s\d+\s?\w?(?:,.{0,30})?$",
    re.IGNORECASE,
)
_UNIT: Final = re.compile(
    r".{0,70}(?:förvaltning|kontor|kansli|avdelning|enhet|stab|sektor|sektion|verksamhet|funktion|kommun|stad|service)"
    r"(?:en|et)?(?:\s.{0,30})?$",
    re.IGNORECASE,
)
CELL: Final = re.compile(r"\t+|\s{3,}")
ADDRESSEES: Final = re.compile(
    r"(?:remissinstans(?:er|erna)?|remitteras till|remisslista|sändlista)\s*:?$", re.IGNORECASE
)
# "Kommunstyrelsens ordförande Anna Berg (S)": the office before the name.
_IN_OFFICE: Final = re.compile(rf"(?P<post>.{{3,60}}?)\s(?P<name>{NAME})\s*\(\s*(?:{PARTY})\s*\)$")
_BY_LIST: Final = re.compile(
    r"(?:till\s+(?:\w+\s+){0,2})?(?:enligt|se)\s+(?:bifogad\s+)?(?:sändlista|remisslista)", re.IGNORECASE
)
_MORE: Final = re.compile(r"[,<\[]")
_AUTHOR: Final = ("handl", "vår h", "kontakt", "avsänd", "författ", "föredrag", "från")
_FIGURES: Final = ("er", "telefon", "tfn", "tel", "e-post", "epost", "mejl", "sid", "vår r")
_DNR: Final = re.compile(r"(?:dnr|diarienr|diarienummer)\.?:?\s*", re.IGNORECASE)
_NUMBER: Final = ("diarie", "dnr", "vårt d", "vår b", "beteckning", "ärenden", "ärende-", "ärendeid")


@dataclass
class Letterhead:
    """The rows of a letterhead, sorted as they are met; what is left over after them is the title.

    `by_list` tells that the addressees stand in a list at the end of the letter.
    """

    title: str | None = None
    date: dt.date | None = None
    author: str | None = None
    registry_number: str | None = None
    addressees: list[str] = field(default_factory=list)
    by_list: bool = False
    unread: list[Line] = field(default_factory=list)
    _waiting: list[str] = field(default_factory=list)  # labels of the row above, "" where it has none
    _left: list[Line] = field(default_factory=list)
    _titled: bool = False
    _in_office: bool = False  # the row above is an office that the name below holds
    _listing: int | None = None

    def read(self, lines: Sequence[Line]) -> None:
        written = [line for line in lines if line.text]
        for place, line in enumerate(written):
            below = written[place + 1].text if place + 1 < len(written) else ""
            if self._lists(line):
                continue
            left = self._cells([cell.strip() for cell in CELL.split(line.text)], below)
            if left and not line.furniture:
                self._left.append(Line(line.number, " ".join(left)))
        self._settle()

    def _lists(self, line: Line) -> bool:
        """Whether the row stands in a list of those who are asked, one a row, under its heading."""
        if ADDRESSEES.match(line.text):
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

    def _cells(self, cells: Sequence[str], below: str) -> list[str]:
        """The cells of a row that are not understood.

        Under a row of labels with as many cells each value stands under its own; else the labels take
        what fits them, in their order.
        """
        aligned = self._waiting if 1 < len(self._waiting) == len(cells) else None
        asked: list[str] = []
        left: list[str] = []
        for column, cell in enumerate(cells):
            labelled = _LABELLED.match(cell)
            label, value = (labelled["label"].casefold(), labelled["value"].strip()) if labelled else ("", "")
            asked.append("" if value else label)
            above = aligned[column : column + 1] if aligned else None
            if (label and not value) or (":" not in cell and self._under(above, cell)):
                continue
            if label and self._take(label, value):
                self._waiting = []
            elif not self._under(above, cell) and not self._plain(cell, below):
                left.append(cell)
        if any(asked):
            self._waiting = asked if len(cells) > 1 else [*self._waiting, *asked]
        elif aligned:
            self._waiting = []
        return left

    def _under(self, labels: Sequence[str] | None, text: str) -> bool:
        """Whether the cell is the value of a label above it: of its column's, or of the first it fits."""
        for label in self._waiting if labels is None else labels:
            if label and text and not letterheads.title_in(text) and self._take(label, text):
                if labels is None:
                    self._waiting.remove(label)
                return True
        return False

    def _take(self, label: str, value: str) -> bool:
        if (
            label in {"datum", "utfärdat", "upprättat", "skickat", "version", "status"}
            or label == "upprättad av"
        ):
            self.date = self.date or first_date(value)
            return label != "datum" or any(map(str.isdigit, value))
        if label.startswith(_AUTHOR):
            name = name_in(_MORE.split(value)[0].strip())
            self.author = self.author or (name["name"] if name else None)
            return bool(name)
        number = _DNR.sub("", value)
        if label.startswith(_NUMBER) or (
            label.startswith("vår r") and (number != value or _REGISTRY.match(value))
        ):
            known = any(map(str.isdigit, value))
            self.registry_number = self.registry_number or (number if known else None)
            return known
        if label in {"mottagare", "till", "adressat"}:
            self.by_list = self.by_list or bool(_BY_LIST.match(value))
            self.addressees += [] if self.by_list else [value]
            return True
        if label in {"ärende", "ämne", "rubrik"}:
            self.title = self.title or value
            return True
        return not label.startswith(_FIGURES) or "@" in value or any(map(str.isdigit, value))

    def _plain(self, text: str, below: str) -> bool:
        """Whether a cell without a label is understood by what it looks like."""
        if not text:
            return True
        if letterheads.title_in(text):
            self._titled = True
            if number := _DNR.search(text):
                self.registry_number = self.registry_number or text[number.end() :].strip(" )")
        elif _FULL_DATE.match(text):
            self.date = self.date or first_date(text)
        elif _REGISTRY.match(text):
            self.registry_number = self.registry_number or text
        elif _BY_LIST.match(text):
            self.by_list = True
        elif name := self._officer(text, below) or _in_office(text):
            self.author = self.author or name
            self._in_office = False
        elif (
            text.count(" ") < 4
            and (self.author or name_in(below))
            and not letterheads.is_subject(text)
            and POST.match(text)
        ):
            self._in_office = not self.author
        elif kind_of(text) == BODY and self._titled:
            self.addressees.append(text)
        else:
            return bool(
                kind_of(text)
                or _CONTACT.match(text)
                or (_UNIT.match(text) and not letterheads.is_subject(text))
            )
        return True

    def _officer(self, text: str, below: str) -> str | None:
        """A name with its office, telephone or address under it, or its office above."""
        name = name_in(text)
        if not name or self._in_office:
            return name and name["name"]
        below = CELL.split(below)[0]
        beneath = (POST.match(below) or _CONTACT.match(below)) and not HEADING.match(below)
        return name["name"] if beneath else None

    def _settle(self) -> None:
        groups = paragraphs(_spaced(self._left))
        if self.title is None and groups:
            self.title = joined(groups.pop())
        self.unread = [line for group in groups for line in group]


def _in_office(text: str) -> str | None:
    """The name in "Kommunstyrelsens ordförande Anna Berg (S)"."""
    match = _IN_OFFICE.match(text) if len(text) < 90 and text[-1] == ")" else None
    return match["name"] if match and POST.match(match["post"]) else None


def _spaced(lines: Sequence[Line]) -> list[Line]:
    """The lines with a blank one wherever the paper had lines between them."""
    spaced: list[Line] = []
    for line in lines:
        if spaced and line.number - spaced[-1].number > 1:
            spaced.append(Line(line.number - 1, ""))
        spaced.append(line)
    return spaced
