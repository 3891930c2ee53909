"""Where an officer's memo begins: its letterhead, its title word, its page 1."""

import itertools
import re
from typing import Final, Literal

from forebygg.casefile.cutting.sheet import Sheet
from forebygg.casefile.pages.vocabulary import LOGOTYPE, kind_of

LetterKind = Literal["memo", "statement", "other"]
TITLE: Final = re.compile(
    r"(?:(?P<memo>tjänsteskrivelse|tjänsteutlåtande|tjänsteyttrande|tjänstemannaskrivelse|tjänstemannaförslag|"
    r"promemoria|pm|ordförandeskrivelse|ordförandeförslag|skrivelse|utlåtande|beslutsförslag|utredning)|"
    r"(?P<statement>yttrande|remissvar|remissyttrande|svar\s+på\s+remiss|motion|interpellation|medborgarförslag)|"
    r"(?P<other>remiss|missiv|följebrev|inbjudan|delegationsbeslut|meddelande|cirkulär|brev))(?=\s|$)",
    re.IGNORECASE,
)
# Labels of a printed letterhead.
LETTER_LABEL: Final = re.compile(
    r"(?:handläggare|handläggande|kontaktperson|vår\s+(?:beteckning|referens)|er\s+(?:beteckning|referens)|"
    r"diarienummer|diarienr|dnr|ärendenummer|ärendenr|ärende-?id|telefon|tfn|tel|e-?post|mottagare|till|referens|"
    r"avsändare|utfärdat|förvaltning|datum|upprättad|skapad)(?=[\s:.]|$)",
    re.IGNORECASE,
)
_DATE: Final = re.compile(
    r"(?:datum:?\s*)?(?:(?:19|20)\d\d-\d\d-\d\d|(?:den\s+)?\d\d?\s+[a-zåäö]{3,9}\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
# A running number after the title word, and a registry number in brackets.
_NUMBERED: Final = re.compile(
    r"(?:nr\s)?\d+[:/]\d+(?:\s[A-ZÅÄÖ]{1,5})?(?:\s*\(?dnr\b.{0,40})?$", re.IGNORECASE
)
_PAGE: Final = re.compile(r"(?:sid(?:a|an)?\.?\s*)?(\d{1,3})\s?(?:\(|av\s)\s?\d{1,3}\)?$", re.IGNORECASE)
_CONTACT: Final = re.compile(
    r"\S+@\S+\.\w+|(?:tel|tfn|telefon|växel)?[.:]?\s*\+?\d[\d\s/()-]{6,}\d$", re.IGNORECASE
)
_UNIT: Final = re.compile(
    r"(?:\w*(?:förvaltning|kontor|kansli|avdelning|enhet|stab|sektor|sektion|verksamhet|funktion)(?:en|et)?)\b",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(
    r"(?:förslag\s+till\s+beslut|sammanfattning|ärendet|ärendebeskrivning|beskrivning\s+av|bakgrund|beslutsunderlag|"
    r"\w+s?\s+förslag\s+till)\b",
    re.IGNORECASE,
)
_SENDER: Final = re.compile(
    r"[A-ZÅÄÖ][\w\s-]{0,50}(?:rådet|nämnden|styrelsen|utskottet|beredningen)(?:\si\s[A-ZÅÄÖ]\w+)?$"
)
_LIST: Final = re.compile(
    r"(?:beslutet?|protokollsutdrag|utdrag)\s.{0,20}till|expedieras|delges|sändlista|bilag(?:a|or)\b|handlingar|yrkande|"
    r"justera|reservation",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(r"\s(?:mot|av|om|för|över|till|på|gällande|angående|från|med|\d{4})\s")
_PLACE: Final = re.compile(r"(?:[A-ZÅÄÖ][\w-]+\s(?:kommun|stad|Kommun|Stad)|[A-ZÅÄÖ-]+\s(?:KOMMUN|STAD))\b")


def title_in(text: str) -> LetterKind | None:
    """What kind of letter the row's title word makes: it begins the row alone, or fills a column."""
    if len(text) > 100:
        return None
    if (match := TITLE.match(text)) and _is_title(text[match.end() :]):
        return _kind(match)
    if "\t" not in text and "  " not in text:
        return None
    for cell in re.split(r"\t+|\s{2,}", text)[1:]:
        if (match := TITLE.match(cell)) and _is_title(cell[match.end() :]):
            return _kind(match)
    return None


def is_subject(text: str) -> bool:
    """Whether a row of a letterhead is a subject rather than a unit: it speaks of something."""
    return bool(_SUBJECT.search(text))


def _kind(match: re.Match[str]) -> LetterKind:
    return "memo" if match["memo"] else "statement" if match["statement"] else "other"


def _is_title(rest: str) -> bool:
    rest = rest.strip()
    if not rest or _DATE.fullmatch(rest) or _PAGE.match(rest) or _NUMBERED.match(rest):
        return True
    return kind_of(rest) != 0 or all(LETTER_LABEL.fullmatch(cell) for cell in re.split(r"\t+|\s{2,}", rest))


def opens_letter(sheet: Sheet, row: int, *, in_item: bool) -> bool:
    """Whether the title word in this row heads a letter: date, number, page or sender stand around it.

    In an item the same word is an entry of the list of papers, if it stands close under another.
    """
    plain = not sheet.texts[row].isupper() and "\t" not in sheet.texts[row] and "  " not in sheet.texts[row]
    if in_item and plain and not sheet.gap(row):
        return False
    around = [
        *sheet.ahead(max(row - 7, 0), min(row, 7)),
        *itertools.takewhile(_is_head_row, sheet.ahead(row, 9)),
    ]
    marks = {_mark(text) for text in around} - {""}
    page = _page_near(sheet, row)
    if page is not None and page > 1:
        return False
    marks |= {"page"} if page == 1 else set()
    asks = any(len(text) < 90 and _ASKS.match(text) for text in sheet.ahead(row + 1, 14))
    return len(marks) + asks >= (2 if sheet.texts[row].isupper() or sheet.gap(row) else 3)


def _is_head_row(text: str) -> bool:
    return len(text) <= 160 and text[0] != "§" and " § " not in text[:40] and not _LIST.match(text)


def has_asked(sheet: Sheet, first: int, end: int) -> bool:
    """Whether a proposal or a reasoning has begun between two rows."""
    return any(len(text) < 90 and _ASKS.match(text) for text in sheet.texts[first + 1 : end])


def opens_unnamed_memo(sheet: Sheet, row: int) -> bool:
    """Whether a letterhead of labels, without a title word, asks for a decision further down."""
    ahead = sheet.ahead(row, 12)
    labels = {match.group().casefold()[:5] for text in ahead if (match := LETTER_LABEL.match(text))}
    page = _page_near(sheet, row)
    if page is not None and page > 1:
        return False
    if len(labels) + (page == 1) < 3:
        return False
    return any(len(text) < 90 and _ASKS.match(text) for text in sheet.ahead(row + 2, 22))


def _mark(text: str) -> str:
    if len(text) > 100:
        return ""
    if match := LETTER_LABEL.match(text):
        return "number" if match.group()[:1] in "Dd" else "label"
    if _DATE.match(text):
        return "date"
    if _CONTACT.search(text):
        return "contact"
    return ""


def _page_near(sheet: Sheet, row: int) -> int | None:
    first = sheet.at[max(row - 3, 0)]
    last = sheet.at[min(row + 4, len(sheet) - 1)]
    own = sheet.at[row]
    pages = [
        (abs(index - own), int(match[1]))
        for index in range(first, last + 1)
        if len(sheet.lines[index].text) < 80 and (match := _PAGE.search(sheet.lines[index].text))
    ]
    return min(pages)[1] if pages else None


def top(sheet: Sheet, row: int, floor: int) -> int:
    """The line where the letterhead above the title begins: place, unit, officer, telephone, address."""
    if (place := _place_above(sheet, row, floor)) is not None:
        return place
    first = row
    while first > 0:
        block = _block_above(sheet, first)
        if block == first or block < floor or not _is_letterhead(sheet, block, first):
            first -= first > floor and bool(_SENDER.match(sheet.texts[first - 1]))
            break
        first = block
        if _PLACE.match(sheet.texts[first]):
            break
    return _with_logotype(sheet, sheet.at[first])


def _place_above(sheet: Sheet, row: int, floor: int) -> int | None:
    """The nearest line above that names the municipality, when only a sender's rows follow it."""
    lowest = sheet.at[max(row - 10, floor)] if row > floor else sheet.at[row]
    for index in range(sheet.at[row] - 1, max(lowest - 4, -1), -1):
        line = sheet.lines[index]
        if not line.text:
            continue
        if kind_of(line.text) == LOGOTYPE or (not line.furniture and _PLACE.match(line.text)):
            return index
        if line.furniture or line.opens_page or len(line.text) > 80 or line.text[-1] in ".;:":
            return None
    return None


def _block_above(sheet: Sheet, row: int) -> int:
    """The first row of the group of rows right above, as far as no page turns."""
    if sheet.turned(row):
        return row
    above = row - 1
    while above > max(row - 12, 0) and not sheet.gap(above) and not _PLACE.match(sheet.texts[above]):
        above -= 1
    return above


def _is_letterhead(sheet: Sheet, first: int, end: int) -> bool:
    rows = sheet.texts[first:end]
    if len(rows) > 9 or any(len(text) > 80 or (text[-1] in ".;" and len(text) > 40) for text in rows):
        return False
    return any(
        _PLACE.match(text)
        or _SENDER.match(text)
        or _UNIT.search(text)
        or LETTER_LABEL.match(text)
        or _CONTACT.search(text)
        or _DATE.match(text)
        for text in rows
    )


def _with_logotype(sheet: Sheet, first: int) -> int:
    for index in range(first - 1, max(first - 4, -1), -1):
        line = sheet.lines[index]
        if line.text and not (line.furniture and kind_of(line.text) == LOGOTYPE):
            break
        if line.text:
            return index
    return first
