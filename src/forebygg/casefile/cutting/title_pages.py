"""Where an edition of a plan begins: its title page, with or without a table of contents."""

import re
from typing import Final

from forebygg.casefile.cutting.sheet import Sheet, is_foot
from forebygg.casefile.pages.vocabulary import DATE, LOGOTYPE, kind_of

TITLE: Final = re.compile(
    r"(?:plan(?:en)?|polic(?:y|yn|ies)|program(?:met)?|strategi(?:n)?|riktlinje(?:r|rna|n)?|"
    r"styrdokument|rutin(?:er)?|överenskommelse|reglemente|lägesbild|åtgärder)(?!\w)",
    re.IGNORECASE,
)
CONTENTS: Final = re.compile(r"innehåll(?:sförteckning)?:?$", re.IGNORECASE)
# Rows of the table that steering documents carry on their title page.
LABEL: Final = re.compile(
    r"(?:dokumenttyp|typ\s+av\s+(?:styr)?dokument|dokumentnamn|dokumentets|beslutad|beslutat|beslutsdatum|"
    r"beslutsinstans|beslutande\s+(?:organ|instans)|antagen|antaget|antagande|fastställd|fastställt|gäller|giltig|"
    r"giltighet|version|dokumentansvarig|dokumentägare|ansvarig|senast\s+reviderad|reviderad|revideras|revidering|"
    r"diarienummer|diarienr|dnr|ärendenummer|målgrupp|upprättad|utgåva|författning|ersätter|uppföljning|styrdokument|"
    r"framtagen|förvaltning|handläggare)(?=[\s:]|$)",
    re.IGNORECASE,
)
OPENER: Final = re.compile(
    r"(?:\d{1,2}\.?(?:0|1)?\.?\s+)?(?:inledning|bakgrund|syfte(?:\soch\s\w+)?|förord|om\s+(?:planen|handlingsplanen)|"
    r"utgångspunkter?|vision|introduktion|handlingsplanens\s+syfte|planens\s+syfte)$",
    re.IGNORECASE,
)
_FIRST: Final = re.compile(r"(?:§\s?)?1(?:\.0?|\.1\.?)?\s+[A-ZÅÄÖ][^.]{2,70}$")
_ENTRY: Final = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+)?\S.{1,90}?(?:[.…]{2,}|\t|\s{2,}|\s)\s*\d{1,3}$|\d{1,2}(?:\.\d)*\.?\s+\S"
)
_DATE: Final = re.compile(
    r"(?:(?:datum|version|utkast|förslag|remissversion|rev)\.?:?\s+)?(?:(?:19|20)\d\d-\d\d-\d\d|(?:den\s+)?\d\d?\s+[a-zåäö]{3,9}\s+(?:19|20)\d\d|"
    r"(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d|(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\s(?:19|20)\d\d)$",
    re.IGNORECASE,
)
_STOPS: Final = re.compile(
    r"(?:förslag\s+till\s+beslut|beslut(?:sgång)?|\w+(?:\s\w+){0,5}s\s(?:beslut|förslag)\b.*|sammanfattning|ärendet|"
    r"beskrivning\s+av\s+ärendet|ärendebeskrivning|yrkanden?|beslutsunderlag|handling(?:ar)?|bilag(?:a|or)|"
    r"protokollsutdrag.*|reservation|särskilt\s+yttrande)$",
    re.IGNORECASE,
)
_ABOVE: Final = re.compile(
    r"(?:bilaga\b.{0,20}|styrdokument|förslag(?:\s+till)?|remissversion|utkast|granskningshandling)$",
    re.IGNORECASE,
)
# Titles of other papers that name a plan, as lists of attachments print them.
_OTHER: Final = re.compile(
    r"(?:tjänste|protokoll|remiss|yttrande|motion|skrivelse|bilaga|särskilt|reservation|ärende|delegation|svar)",
    re.IGNORECASE,
)
_LONGEST: Final = 110
NO_TITLE_ENDS: Final = frozenset(".;:,?)")


def _may_name(low: str) -> bool:
    """Whether any word of such titles may stand in it; asked one by one, twice as cheap as a loop."""
    return (
        "plan" in low or "polic" in low or "program" in low or "strategi" in low or "riktlinj" in low
        or "styrdok" in low or "rutin" in low or "överensk" in low or "reglem" in low or "lägesb" in low
        or "åtgärd" in low
    )  # fmt: skip


def may_title(text: str) -> bool:
    """Whether the row could be the title of a steering document: short, no sentence, with such a word."""
    if not 4 <= len(text) <= _LONGEST or text[-1] in NO_TITLE_ENDS or not text[0].isupper():
        return False
    if not _may_name(text.lower()) or not TITLE.search(text):
        return False
    return not _OTHER.match(text) and not text.endswith((".pdf", ".docx", ".doc"))


def is_label(text: str) -> bool:
    """Whether the row is one of the table of data on a title page: "Dokumenttyp: Handlingsplan"."""
    match = LABEL.match(text)
    return match is not None and text[match.end() :][:1] in {"", ":", "\t"}


def stands_apart(sheet: Sheet, row: int) -> bool:
    """Whether the row is parted from the text above and does not run on into a sentence below."""
    if not sheet.gap(row):
        return False
    after = sheet.text(row + 1)
    if after[:1].islower() and sheet.gap(row + 1) and not kind_of(after):
        return False
    for below in range(row + 1, min(row + 4, len(sheet))):
        if sheet.gap(below) or not sheet.texts[below][0].islower():
            return True
        if sheet.texts[below][-1] in ".:;":
            return False
    return True


def marks_after(sheet: Sheet, row: int) -> set[str]:
    """What of a title page follows a title: date, place, table rows, contents, the first section."""
    marks: set[str] = set()
    for later in range(row + 1, min(row + 16, len(sheet))):
        text = sheet.texts[later]
        if _ends_title_page(sheet, later):
            break
        if CONTENTS.match(text):
            entries = [entry for entry in sheet.ahead(later + 1, 3) if len(entry) <= 160]
            if any(map(_ENTRY.match, entries)) and not any(entry[0] == "§" for entry in entries):
                marks.add("contents")
            break
        if _FIRST.match(text) or OPENER.match(text):
            marks.add("section")
            break
        if mark := _mark(text):
            marks.add(mark)
    return marks | _place_after(sheet, row)


def _ends_title_page(sheet: Sheet, row: int) -> bool:
    text = sheet.texts[row]
    if len(text) > 160 or (len(text) > 60 and text[-1] == "."):
        return True
    return text[0] == "§" or bool(_STOPS.match(text)) or sheet.closed(row)


def _mark(text: str) -> str | None:
    if _DATE.match(text):
        return "date"
    if match := LABEL.match(text):
        return match.group().casefold()[:7]
    return "place" if kind_of(text) == LOGOTYPE else None


def _place_after(sheet: Sheet, row: int) -> set[str]:
    """The logotype under a title, though it is furniture elsewhere."""
    for line in sheet.lines[sheet.at[row] : sheet.at[min(row + 3, len(sheet) - 1)]]:
        if line.furniture and is_foot(line.text):
            break
        if line.furniture and kind_of(line.text) == LOGOTYPE:
            return {"place"}
    return set()


def title_above(sheet: Sheet, row: int, floor: int) -> int:
    """The row of the title that a table of contents, or a table of the document's data, stands under."""
    first = row
    fallback = row
    for above in range(row - 1, max(row - 15, floor - 1, -1), -1):
        text = sheet.texts[above]
        if len(text) > _LONGEST or (text[-1] in ".;:,)" and not LABEL.match(text)):
            break
        if may_title(text) and not LABEL.match(text):
            return above
        if _DATE.match(text) or LABEL.match(text) or kind_of(text):
            first = above
        elif fallback == row:
            fallback = above
        if sheet.turned(above):
            break
    return fallback if fallback != row else first


def top(sheet: Sheet, row: int, floor: int) -> int:
    """The line where the title page begins, above the title: wrapped title rows, place, "Bilaga 2"."""
    first = row
    while (
        first - 1 >= floor and not sheet.gap(first) and _runs_on(sheet.texts[first - 1], sheet.texts[first])
    ):
        first -= 1
    while first - 1 >= floor and _is_above(sheet.texts[first - 1]):
        first -= 1
    first = _page_top(sheet, _named_above(sheet, first, floor), floor)
    index = sheet.at[first]
    for place in range(index - 1, max(index - 6, -1), -1):
        line = sheet.lines[place]
        if line.text and not (line.furniture and kind_of(line.text) in (LOGOTYPE, DATE, LOGOTYPE | DATE)):
            break
        if line.text:
            index = place
    return index


def _named_above(sheet: Sheet, row: int, floor: int) -> int:
    """The row above, when it is a name that the plan goes by: short, by itself, right after a sentence."""
    above = row - 1
    if above <= floor or not (sheet.gap(above) and sheet.gap(row)) or sheet.texts[above - 1][-1] != ".":
        return row
    text = sheet.texts[above]
    return above if len(text) <= 60 and text[-1] not in ".;:,)" and not _STOPS.match(text) else row


def _page_top(sheet: Sheet, row: int, floor: int) -> int:
    """The first row of the page, when only short rows stand between it and the title."""
    for above in range(row, max(row - 8, floor - 1, -1), -1):
        text = sheet.texts[above]
        if len(text) > _LONGEST or text[-1] in ".;:," or (above < row and _STOPS.match(text)):
            break
        if above == 0 or sheet.lines[sheet.at[above]].opens_page or sheet.closed(above):
            return above
    return row


def _runs_on(above: str, text: str) -> bool:
    """Whether a title's row continues the one above: it begins small, or that one could be a title too."""
    if len(above) > _LONGEST or above[-1] in ".;:,)":
        return False
    return text[0].islower() or may_title(above)


def _is_above(text: str) -> bool:
    return bool(
        _ABOVE.match(text)
        or _DATE.match(text)
        or kind_of(text) == LOGOTYPE
        or (len(text) < 60 and LABEL.match(text))
    )


def is_titled(sheet: Sheet) -> bool:
    """Whether the file's first rows name a steering document."""
    return any(may_title(text) for text in sheet.ahead(0, 6))


def is_steering(sheet: Sheet) -> bool:
    """Whether a whole file is a steering document: it is titled so, and has sections to open with."""
    return is_titled(sheet) and any(OPENER.match(text) or _FIRST.match(text) for text in sheet.ahead(0, 400))
