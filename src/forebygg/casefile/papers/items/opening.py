"""How an item opens: its number, its registry number and its title, in whatever order they are printed."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from forebygg.casefile.bodies import bodies_in, body_at
from forebygg.casefile.paper import Line
from forebygg.casefile.papers.items.headings import Part, read_heading
from forebygg.casefile.papers.items.leads import is_lead
from forebygg.casefile.papers.items.unheaded import decides
from forebygg.casefile.prose import ends_early, flowed, measure
from forebygg.core.dates import first_date

# "§ 33", "KS § 33", "§33.", "§ 33/22", "Kommunstyrelsen § 33", "Paragraf 33", "§ 33 forts."
PARAGRAPH: Final = re.compile(
    r"(?P<body>(?:[A-ZÅÄÖ][\wåäöÅÄÖ./-]*\s+){0,4})(?:§|[Pp]aragraf\b)\s*(?P<number>\d{1,4})(?!\d)"
    r"(?:\s?/\s?(?:19|20)?\d\d(?!\d))?(?P<again>\s*[,(]?\s*(?:forts\.?|fortsättning)\)?)?\s*[.:–-]?(?:\s+|$|(?=\())(?P<rest>.*)"
)
# "33 § Plan mot våld", "33 §. Plan mot våld"
_NUMBER_FIRST: Final = re.compile(r"(?P<body>)(?P<number>\d{1,4})\s?§(?P<again>)[.:]?(?:\s+|$)(?P<rest>.*)")
_LABEL: Final = re.compile(
    r"\(?(?:D\.?nr|Diarie-?n(?:umme)?r|Ärende-?n(?:umme)?r|Ärende-?id|Ärendebeteckning|Diariebeteckning|Dokumentnummer|"
    r"Doknr|Reg\.?nr|Målnr|Akt(?:nr)?)\b\.?\s*:?\s*",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"\d")
# One word of a registry number: it holds a digit, or is a board's letters.
_DIGITS: Final = re.compile(r"[A-ZÅÄÖa-zåäö]{0,12}[/:.,–-]{0,2}\d[\wÅÄÖåäö/:.–-]{0,40}")
_LETTERS: Final = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,3}[A-ZÅÄÖ/:-]{0,8}")
# A registry number that needs no label: a year and a running number, with or without the board's letters.
_BARE: Final = re.compile(
    r"\(?(?P<number>(?:(?!SOU|DS|KOM|SFS|SKR|PROP|BFS)[A-ZÅÄÖ]{2,8}[a-zåäö]{0,6}[\s/:.-]{0,2})?(?:19|20)\d\d[/:.-](?:[A-ZÅÄÖ]{2,6}\s?)?\d{1,6}"
    r"(?:[\s.:-]{1,2}\d{1,4}){0,3}"
    r"|(?:(?!SOU|DS|KOM|SFS)[A-ZÅÄÖ]{2,8}[a-zåäö]{0,6}[\s/:.-]{0,2})\d\d/\d{1,5}(?:[\s.-]\d{1,4})?|\d\d[/]?[A-ZÅÄÖ]{2,6}\s?\d{1,5})\)?"
)
_AFTER_COMMA: Final = re.compile(rf",\s*{_BARE.pattern}$")
# The same the other way round, as older registries have it: "Ks 478/07".
_OLDER: Final = re.compile(r"\(?(?P<number>[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{1,4}\s\d{1,5}/\d\d)\)?")
_DATE: Final = re.compile(r"(?:19|20)\d\d-\d\d(?:-\d\d)?")
_GAP: Final = re.compile(r"\t\s*|\s{3,}")
# What else is printed there: the agenda number, the classification, the officer, who treated it before.
_BESIDES: Final = re.compile(
    r"(?:Ärende|Punkt|Föredragningslista|Nr)\s*(?:nr\s*)?:?\s*\d{1,3}[a-z]?\.?"
    r"|(?:Diariekod|Diarieplan\w*|Klassificering\w*|Handlingstyp|Ärendetyp|Handläggare)\s*:\s*.{0,80}"
)
_BEFORE: Final = re.compile(
    r"(?:[A-ZÅÄÖ][\wåäö]{0,6}\s+§\s*\d{1,4}(?!\d)[\s,;]*(?:\d{4}-\d\d-\d\d)?[\s,;]*)+"
)
_HEAD: Final = 9  # lines at most over an extract's paragraph
_LONGEST_HEAD: Final = 100
_BODY: Final = re.compile(
    r"\w{0,30}(?:[Ff]ullmäktige|[Ss]tyrelsen|[Nn]ämnden|[Uu]tskottet|[Bb]eredningen)(?:s \w*utskott)?"
)
_BODY_ENDS: Final = ("ullmäktige", "tyrelsen", "ämnden", "tskottet", "eredningen", "utskott")


class Opening(NamedTuple):
    """What an item's first lines tell; `rest` is what follows the title.

    `date` is the meeting's, where an extract has its own head ("Kommunstyrelsen  2023-03-14").
    """

    paragraph: int | None
    body: str | None
    registry_number: str | None
    title: str | None
    rest: Sequence[Line]
    date: dt.date | None = None


def read_opening(lines: Sequence[Line]) -> Opening:
    """Number, registry number and title from the lines of an item, furniture left out.

    A title runs over the lines that follow until a blank line, a heading, or a line that was ended early.
    """
    found = _Found()
    at, match = _numbered(lines)
    head = [line.text for line in lines[:at] if line.text]
    if match:
        found.paragraph = int(match["number"])
        found.body = match["body"].strip() or next(filter(None, map(_body_named, head)), None)
        if rest := match["rest"]:
            found.add(lines[at].number, _registry_line(rest) or _beside(rest))
        at += 1
    while at < len(lines) and found.takes(lines[at]):
        at += 1
    title = _without_prose(found.title)
    following = lines[at:]
    if len(title) < len(found.title):
        first = found.title[len(title)].number
        following = [line for line in lines if line.number >= first]
    words = flowed(title).strip(" .–-") or None
    date = next(filter(None, map(first_date, head)), None)
    above = (told[0] for text in head if (told := _registry_line(text)) and not told[1])
    return Opening(found.paragraph, found.body, found.registry or next(above, None), words, following, date)


def _numbered(lines: Sequence[Line]) -> tuple[int, re.Match[str] | None]:
    """Where the item's number stands, and how; an extract has its own head above it."""
    first = len(lines)
    written = 0
    for index, line in enumerate(lines[:30]):
        text = line.text
        if not text:
            continue
        if match := PARAGRAPH.fullmatch(text) or _NUMBER_FIRST.fullmatch(text):
            return index, match
        first = min(first, index)
        written += 1
        if written == _HEAD or len(text) > _LONGEST_HEAD or text[-1] in ".:;":
            break
    return first, None


def _body_named(text: str) -> str | None:
    return next((mention.name for mention in bodies_in(text)), None) or body_at(text)


class _Found:
    """What the opening has told so far."""

    def __init__(self) -> None:
        self.paragraph: int | None = None
        self.body: str | None = None
        self.registry: str | None = None
        self.title: list[Line] = []
        self.closed = False  # by a blank line or a registry number after the title

    def add(self, number: int, told: tuple[str | None, str]) -> None:
        registry, words = told
        self.registry = self.registry or registry
        if words and not _LABEL.fullmatch(words):
            self.title.append(Line(number, words))

    def takes(self, line: Line) -> bool:
        """Whether the line still belongs to the opening; if so it is taken in."""
        text = line.text
        if not self.closed and "§" in text and (before := _BEFORE.match(text)):
            text = text[before.end() :]  # "Sn § 34  Au § 57": who treated the matter before
            if not text:
                return True
        if not text:
            self.closed = bool(self.title)
        elif not self.title and text.endswith(_BODY_ENDS) and _BODY.fullmatch(text):
            self.body = self.body or text
        elif (digits := _DIGIT.search(text)) and (told := _registry_line(text)):
            self.add(line.number, told if not self.title else (told[0], ""))
            self.closed = bool(self.title)
        elif self.closed or self._is_heading(text):
            match = PARAGRAPH.fullmatch(text[:200]) if "forts" in text else None
            return bool(match and match["again"])
        elif not _BESIDES.fullmatch(text):
            self.add(line.number, (None, text) if self.registry or not digits else _beside(text))
        return True

    def _is_heading(self, text: str) -> bool:
        # An item may be called "Information" or "Jäv"; only a decision never is a title.
        if heading := read_heading(text):
            return bool(self.title) or heading.part is Part.DECISION
        return bool(self.title) and (decides(text) or is_lead(text))


def _without_prose(title: list[Line]) -> list[Line]:
    """The title without the running text that follows it unparted: it is told by its full stop.

    A title's own lines are filled; the last one is the line after which the next word had had room.
    """
    stop = next((index for index, line in enumerate(title) if line.text.endswith((".", ":", "?", "!"))), None)
    if stop is None or len(title) == 1:
        return title
    if stop == 0:  # "Godkännande av dagordning." right above its first sentence
        return title[:1] if title[1].text[0].isupper() else title
    for index in range(2, stop + 1):
        width = measure(title[: index - 1], least=40)
        if title[index].text[0].isupper() and ends_early(title[index - 1].text, title[index].text, width):
            return title[:index]
    return title[:1] if title[1].text[0].isupper() and len(title[0].text) < 60 else title


def _beside(text: str) -> tuple[str | None, str]:
    """A title and the registry number printed after it, parted by a tab, a gap, brackets or a label."""
    for gap in _GAP.finditer(text):
        left, right = text[: gap.start()].strip(), text[gap.end() :].strip()
        if (found := _registry_line(right)) and not found[1]:
            return found[0], left
        if (match := _BARE.fullmatch(left)) and not _DATE.fullmatch(left):
            return match["number"], right
    for label in _LABEL.finditer(text):
        if label.start() and (found := _labelled(text[label.end() :].rstrip(") "))) and not found[1]:
            return found[0], text[: label.start()].rstrip(" ,(–-")
    if (match := _AFTER_COMMA.search(text)) and not _DATE.fullmatch(match["number"]):
        return match["number"], text[: match.start()]
    if text.endswith(")") and (bracket := text.rfind("(")) > 0:
        match = _BARE.fullmatch(text[bracket:])
        if match and not _DATE.fullmatch(match["number"]):
            return match["number"], text[:bracket].strip()
    return None, text


def _registry_line(text: str) -> tuple[str, str] | None:
    """A registry number that opens the line, and what follows it; None when there is none."""
    if len(text) > 400:
        return None
    if label := _LABEL.match(text):
        return _labelled(text[label.end() :].rstrip(")") if text.startswith("(") else text[label.end() :])
    match = _BARE.match(text) or _OLDER.fullmatch(text)
    if not match or _DATE.fullmatch(match["number"]):
        return None
    rest = text[match.end() :]
    if not rest.strip():
        return match["number"], ""
    if _GAP.match(rest) or (
        match["number"][0].isalpha() and rest[:2].strip()[:1].isupper() and rest[0] == " "
    ):
        return match["number"], rest.strip()
    return None


def _labelled(text: str) -> tuple[str, str] | None:
    words = re.split(r"(\s+)", text)
    taken = 0
    seen = False
    for index in range(0, len(words), 2):
        word = words[index]
        following = words[index + 2] if index + 2 < len(words) else ""
        wide = index > 1 and len(words[index - 1]) > 2 and seen
        if wide or not word:
            break
        if _DIGITS.fullmatch(word) and not (seen and following[:1].islower()):
            seen = True
        elif not _LETTERS.fullmatch(word) or (seen and following and not _DIGITS.fullmatch(following)):
            break
        taken = index + 1
    number = "".join(words[:taken]).strip(" ,;")
    return (number, "".join(words[taken:]).strip(" ,;–-")) if seen else None
