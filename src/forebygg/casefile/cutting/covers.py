"""Where the cover pages of minutes begin, their notices, and the lists of attendance."""

import re
from typing import Final

from forebygg.casefile.cutting.sheet import Sheet
from forebygg.casefile.pages.vocabulary import (
    BODY,
    DATE,
    DATE_LABEL,
    EXTRACT,
    LOGOTYPE,
    PAGE,
    PAGE_LABEL,
    PROTOCOL,
    kind_of,
)

# Labels that open a cover page: when and where the body met.
OPENING: Final = re.compile(
    r"(?:(?:sammanträdes)?plats\s+och\s+tid|tid\s+och\s+plats|plats,?\s+(?:datum|tid)|tid,?\s+plats|"
    r"datum\s+och\s+tid|tid\s+och\s+datum|protokoll\s+fört\s+vid(?:\s+(?:extra\s+)?\w*sammanträde)?(?:\s+med)?|plats\s+och\s+tid\s+för|"
    r"(?!dag\s(?-i:[A-ZÅÄÖ]))(?:sammanträdes|mötes)?(?:datum|dag|tid|plats))(?=[:;]|\t|\s\s|\s\d|(?-i:\s[A-ZÅÄÖ])|\s(?:mån|tis|ons|tors|fre)dag|$)",
    re.IGNORECASE,
)
LABEL: Final = re.compile(
    r"(?:beslutande|beslutade|ledamöter|tjänstgörande|närvarande|närvarolista|närvaro|övriga|övrig|ersättare|"
    r"ej\s+tjänstgörande|frånvarande|utses\s+att|utsedd|justerare|justerande|justeringens|justeringsdag|justering|"
    r"paragrafer|paragraf|§§|sekreterare|ordförande|underskrifter?|organ|instans|anslag|bevis|anslagsbevis|"
    r"förvaringsplats|protokollet\s+förvaras|datum\s+(?:då|för)|anslaget|tjänstemän|tjänstepersoner|deltagare|"
    r"sammanträdesdatum|ajournering|vid\s+protokollet|plats|tid)(?!\w)",
    re.IGNORECASE,
)
NOTICE: Final = re.compile(
    r"(?:(?:bevis|tillkännagivande)\s*(?:/|om)\s*anslag|anslag\s*/?\s*bevis|anslagsbevis|bevis\s+om\s+justering|anslag$|"
    r"närvarolista|närvaroförteckning|deltagarlista|underskrifter(?=\s|$))",
    re.IGNORECASE,
)
SUMMONS: Final = re.compile(
    r"(?:kallelse|kungörelse|föredragningslista|dagordning|ärendelista|tillkännagivande om sammanträde)\b",
    re.IGNORECASE,
)
_SECOND: Final = re.compile(
    r"(?:plats|tid|mötestid|sammanträdestid|sammanträdesplats|plats\s+och\s+tid|tid\s+och\s+plats)(?=[\s:]|$)",
    re.IGNORECASE,
)
_BOTH: Final = re.compile(
    r"(?:(?:sammanträdes)?plats,?\s+(?:och\s+)?(?:datum|tid)|tid,?\s+(?:och\s+)?plats|protokoll\s+fört\s+vid)",
    re.IGNORECASE,
)
# "Justeringens↵plats och tid", or "Plats och tid" below it: where the minutes are approved, not the meeting.
_APPROVAL: Final = re.compile(r"(?:justering|justera[rs]|utses\s+att\s+justera|utsed)", re.IGNORECASE)
_SIGNING: Final = re.compile(r"(?:underskrift|sekreterare|vid\s+protokollet|anslag|bevis)", re.IGNORECASE)
_DECIDING: Final = re.compile(r"(?:beslutande|närvarande\s+ledamöter)(?=:|\t|\s\s|$)", re.IGNORECASE)
_PRESENT: Final = re.compile(
    r"(?:beslutande|ledamöter|ordinarie|tjänstgörande|närvar|deltagare|deltagande|upprop|förhindrade)",
    re.IGNORECASE,
)
_LIST: Final = 14  # rows between the place and the first list
_ASSEMBLY: Final = 150  # rows of a list in which a whole council stands, before the next label
_LONGEST: Final = 80  # rows of a cover up to its signatures
_SIGN_OFF: Final = re.compile(
    r"vid\s+protokollet:?(?:\s{2,}\S.*|\t.*)?$|(?:protokollet\s+)?justeras:?(?:\s{2,}\S.*)?$", re.IGNORECASE
)
_SHORT: Final = 60  # characters of such a row
_NAMED: Final = re.compile(r"[A-ZÅÄÖÉ][\w'’-]+(?:\s[A-ZÅÄÖÉ][\w'’-]+){1,3}(?:\s\([A-ZÅÄÖ]{1,4}\))?")
_MANY: Final = 5  # labels that only a cover has, where its first ones stand in the running head
_TITLE: Final = PROTOCOL | EXTRACT | DATE_LABEL | DATE | BODY | LOGOTYPE | PAGE | PAGE_LABEL
_RANGE: Final = re.compile(
    r"(?:paragrafer|paragraf|§§?)\D{0,12}?(?P<first>\d{1,4})(?:\s*(?:[-–—]|till(?:\s+och\s+med)?|t\.?o\.?m\.?)\s*"
    r"§?\s*(?P<last>\d{1,4}))?\s*$",
    re.IGNORECASE,
)


def opens_cover(sheet: Sheet, row: int, *, inside: bool) -> bool:
    """Whether a cover page's time and place stand here, with more of a cover page after them.

    *inside* another cover the time alone begins none: the notice has such rows.
    """
    text = sheet.texts[row]
    if len(text) > 160 or (row and _APPROVAL.match(sheet.texts[row - 1])):
        return False
    labels = _labels(sheet, row + 1, 30)
    if labels == 1 and any(map(_PRESENT.match, sheet.ahead(row + 1, _LIST))):
        labels = _labels(sheet, row + 1, _ASSEMBLY)
    if _BOTH.match(text) or any(_SECOND.match(later) for later in sheet.ahead(row + 1, 3)):
        return labels >= 2
    return not inside and labels >= _MANY


def opens_with_list(sheet: Sheet, row: int) -> bool:
    """Whether a cover begins here with those who decide: time and place are told by its running head."""
    return bool(_DECIDING.match(sheet.texts[row])) and _labels(sheet, row + 1, 60) >= _MANY


def goes_on(sheet: Sheet, first: int, row: int) -> bool:
    """Whether a cover that began at *first* goes on here with where and when its minutes are approved.

    It has not come to its signatures, and no list of those present follows, as it does after a meeting's
    time and place.
    """
    if row - first > _LONGEST or any(_SIGNING.match(text) for text in sheet.texts[first:row]):
        return False
    for text in sheet.ahead(row + 1, _LIST):
        if _SIGNING.match(text):
            break
        if _PRESENT.match(text):
            return False
    return True


def opens_notice(sheet: Sheet, row: int) -> bool:
    """Whether a page of notice, signatures or attendance begins here, away from its cover."""
    return len(sheet.texts[row]) <= 80 and sheet.gap(row) and _labels(sheet, row + 1, 14) >= 2


def signs_off(sheet: Sheet, row: int) -> bool:
    """Whether minutes end here with those who sign them: "Vid protokollet   Justeras" and names."""
    text = sheet.texts[row]
    if len(text) > _SHORT or not _SIGN_OFF.match(text):
        return False
    after = [cell for below in sheet.ahead(row + 1, 2) for cell in re.split(r"\t+|\s{2,}", below)]
    return bool(after) and any(_NAMED.fullmatch(cell) for cell in after)


def _labels(sheet: Sheet, row: int, rows: int) -> int:
    found = set()
    for text in sheet.ahead(row, rows):
        if text[0] != "§" or text[:2] == "§§":
            match = LABEL.match(text)
            if match:
                found.add(match.group().casefold()[:6])
        else:
            break
    return len(found)


def top(sheet: Sheet, row: int) -> tuple[int, bool]:
    """The line where the cover's own title begins, and whether that title says it is a summons.

    Body, date, "Sammanträdesprotokoll" and page number above the first label belong to the cover.
    """
    first = sheet.at[row]
    summons = bool(SUMMONS.match(sheet.texts[row]))
    for index in range(first - 1, max(first - 25, -1), -1):
        line = sheet.lines[index]
        if not line.text:
            continue
        if SUMMONS.match(line.text) and len(line.text) < 70:
            summons, first = True, index
        elif len(line.text) <= 120 and kind_of(line.text) & _TITLE:
            first = index
        else:
            break
    return first, summons


def paragraphs(sheet: Sheet, first: int, last: int) -> tuple[int, int] | None:
    """The paragraphs that a cover between two rows says its minutes hold."""
    for row in range(first, min(last, first + 80)):
        text = sheet.texts[row]
        if len(text) <= 200 and (text[0] in "PpU§" or "aragraf" in text):
            label = text if "aragraf" in text or "§" in text else ""
            joined = (
                f"{label} {sheet.text(row + 1)}" if label and not any(c.isdigit() for c in label) else label
            )
            match = _RANGE.search(joined) if "aragraf" in joined or joined.startswith("§§") else None
            if match:
                start = int(match["first"])
                return start, int(match["last"] or start)
    return None
