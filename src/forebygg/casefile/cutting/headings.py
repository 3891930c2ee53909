"""Where an item begins: the heading "§ 12" told from references, presence and contents lists."""

import re
from collections import Counter
from functools import lru_cache
from typing import Final, NamedTuple

from forebygg.casefile.cutting.sheet import Sheet

HEADING: Final = re.compile(
    r"(?:(?P<again>forts(?:ättning)?\.?)\s+)?"
    r"(?:(?P<body>(?!(?:se|jfr|enl|av|den|och|i|om|på)\s)(?:[A-ZÅÄÖ]{1,8}|(?-i:[A-ZÅÄÖ])[a-zåäö]{1,3}|"
    r"[\w-]{0,24}(?:nämnden?|styrelsens?|utskottet|fullmäktige|rådet|beredningen)(?:\s[a-zåäö]{4,30})?))\s)?"
    r"(?:[§$]\s?(?P<number>\d{1,4})(?:\s?/\s?(?:19|20)?\d\d|:\d{1,4})?|(?P<before>\d{1,4})\s?§(?=\s*$|\s+D[nN]|\.?\s+[\"”(]?(?-i:[A-ZÅÄÖ])))"
    r"(?P<dot>\.)?(?P<rest>\s+\S.*|\s*)$",
    re.IGNORECASE,
)
_REGISTRY: Final = re.compile(
    r"(?:dnr|d\.nr|diarien(?:umme)?r|ärenden(?:umme)?r|ärende\s|ärendeid|beteckning|dok)\b"
    r"|(?:[A-ZÅÄÖ]{2,6}[\s/-]?)?(?:19|20)\d\d\s?[-/:.]\s?(?:[A-ZÅÄÖ]{2,5}\s?)?\d",
    re.IGNORECASE,
)
_AGAIN: Final = re.compile(r"\(?(?:forts|fortsättning)\b", re.IGNORECASE)
_HANGS: Final = re.compile(
    r"(?:,|\b(?:och|samt|enligt|av|i|till|jämlikt|med|se|jfr|den|från|under|per))$|\d$"
)
_PARTY: Final = re.compile(r"\([A-ZÅÄÖ][\wåäö]{0,4}\)")
_LEADERS: Final = re.compile(r"(?:[.…]\s?){3,}\s*\d{0,3}$")
_PAGED: Final = re.compile(r"\s\d{1,3}$|[.…]{3,}")
_CONTENTS: Final = re.compile(
    r"(?:innehåll|ärendelista|ärenden|dagordning|föredragningslista|ärendeförteckning|paragrafer)",
    re.IGNORECASE,
)
_SECTION: Final = re.compile(
    r"(?:\w+(?:\s\w+){0,5}s\s)?(?:beslut|förslag)\b|beskrivning av|ärendebeskrivning|ärendet$|"
    r"sammanfattning|bakgrund|yrkande|handling|bilag|information|protokollsutdrag|beslutsunderlag",
    re.IGNORECASE,
)


_HEAD: Final = re.compile(
    r"(?:sammanträdes)?protokoll(?:sutdrag)?\b|utdrag\b|sammanträdesdatum|"
    r"(?:[\w-]+\s){0,3}[\w-]*(?:nämnden?|styrelsen|utskottet|fullmäktige|rådet|beredningen)$",
    re.IGNORECASE,
)
# "Au § 84 Sn § 34 2023-03-04": what went before, with its day.
_ACTS_OF_OTHERS: Final = re.compile(
    r"(?:[A-ZÅÄÖ]{1,5}|[A-ZÅÄÖ][a-zåäö]{1,3})\s§\s?\d[\d/]*\s+(?:19|20)\d\d-\d\d-\d\d\b"
)
_REACH: Final = 120  # rows of an item, as far as its neighbour is looked for
_ALONE: Final = re.compile(
    r"(?:D\.?nr\.?:?\s*)?(?:[A-ZÅÄÖ]{1,6}[\s/-]?)?(?:19|20)\d\d[:/.-](?:[A-ZÅÄÖ]{2,5}\s?)?\d{1,5}"
)
_LONGEST_ROW: Final = 90  # letters of a row that may be a heading
_FEW: Final = 2  # headings that may end in dots by chance


class Heading(NamedTuple):
    """An item's heading: its row, its number, the body's short name if printed, and the rest of the row."""

    row: int
    number: int
    body: str | None
    rest: str
    again: bool = False


def may_head(text: str) -> bool:
    """Cheap: whether the row has a paragraph sign near its beginning; scans may read it as "$"."""
    return "§" in text[:44] or text[:2] == "$ "


@lru_cache(maxsize=1024)  # a file is cut into its papers first, and then minutes into their items
def _printed(text: str) -> re.Match[str] | None:
    return HEADING.match(text)


def heading_at(sheet: Sheet, row: int) -> Heading | None:
    """The heading that the row is, going by the row and its neighbours."""
    text = sheet.texts[row]
    match = _printed(text) if len(text) <= 300 else None
    if not match:
        return None
    rest = match["rest"].strip()
    heading = Heading(
        row,
        int(match["number"] or match["before"]),
        match["body"],
        rest,
        again=bool(match["again"] or _AGAIN.match(rest)),
    )
    if rest and not heading.again and not _titled(sheet, row, rest):
        return None
    if match["before"] and rest and not _REGISTRY.match(rest) and not _in_a_run(sheet, row, heading.number):
        return None
    if not rest and not _alone(
        sheet, row, dot=bool(match["dot"]), loose=bool(match["before"] or match["body"])
    ):
        return None
    return heading


def _in_a_run(sheet: Sheet, row: int, number: int) -> bool:
    """Whether "33 § Plan" is one of several such: a law may be quoted so too."""
    near = (f"{number - 1} §", f"{number + 1} §")
    around = sheet.texts[max(0, row - _REACH) : row + _REACH]
    return sheet.gap(row) and any(text.startswith(near) for text in around)


def _titled(sheet: Sheet, row: int, rest: str) -> bool:
    if _REGISTRY.match(rest):
        return True
    if not (rest[0].isupper() or rest[0] in "\"”'(") or _ACTS_OF_OTHERS.match(rest):
        return False
    if sheet.gap(row):
        return True
    before = sheet.text(row - 1)
    number_above = len(before) < 30 and _REGISTRY.match(before)
    return rest[-1] not in ".,;" and bool(before[0] == "§" or number_above or not _HANGS.search(before))


def _alone(sheet: Sheet, row: int, *, dot: bool, loose: bool) -> bool:
    before, after = sheet.text(row - 1), sheet.text(row + 1)
    listed = before[-1:] not in {".", ":"} and _PARTY.search(before) and _PARTY.search(after)
    if listed and not sheet.turned(row):
        return False
    if sheet.gap(row) or before.isdecimal():  # a page's number
        return not loose or bool(_REGISTRY.match(after)) or after[:1].isupper()
    return not dot and not loose and not _HANGS.search(before)


def tells_on(heading: Heading, below: Heading) -> bool:
    """Whether the row right under a heading only tells which paragraphs of other bodies went before it."""
    return (
        not heading.rest
        and below.row == heading.row + 1
        and below.body is not None
        and heading.body is not None
        and below.body.casefold() != heading.body.casefold()
    )


def heads_page(text: str) -> bool:
    """Whether the row is one that stands over an extract or a page of minutes."""
    return len(text) < _LONGEST_ROW and _HEAD.match(text) is not None


def is_corroborated(sheet: Sheet, heading: Heading) -> bool:
    """Whether a registry number or the headings of an item follow: needed where statutes may stand."""
    if _REGISTRY.match(heading.rest) or any(
        _REGISTRY.match(text) for text in sheet.ahead(heading.row + 1, 3)
    ):
        return True
    return any(len(text) < _LONGEST_ROW and _SECTION.match(text) for text in sheet.ahead(heading.row + 1, 10))


def without_contents(sheet: Sheet, headings: list[Heading]) -> list[Heading]:
    """The headings without those that are rows of an agenda or a contents list."""
    times = Counter(heading.number for heading in headings)
    kept: list[Heading] = []
    group: list[Heading] = []
    for heading in headings:
        if group and (heading.row - group[-1].row > 3 or heading.number < group[-1].number):
            kept += [] if _is_contents(sheet, group, times) else group
            group = []
        group.append(heading)
    return kept + ([] if _is_contents(sheet, group, times) else group)


def _is_contents(sheet: Sheet, group: list[Heading], times: Counter[int]) -> bool:
    if not group:
        return False
    first = group[0].row
    close = group[-1].row - first <= 3 * (len(group) - 1)
    leaders = all(_leads_on(sheet, group, place) for place in range(len(group)))
    if not leaders and (len(group) < 3 or not close):
        return False
    headed = any(
        _CONTENTS.match(sheet.text(row)) and len(sheet.text(row)) < 40
        for row in range(first - 1, max(first - 5, -1), -1)
    )
    repeated = sum(times[heading.number] > 1 for heading in group) * 2 > len(group)
    if leaders:
        return headed or repeated or len(group) > _FEW
    entries = [_entry(sheet, group, place) for place in range(len(group))]
    paged = sum(bool(_PAGED.search(entry)) for entry in entries) * 2 > len(group)
    some = sum(times[heading.number] > 1 for heading in group) * 3 >= len(group)
    return (
        (headed and (paged or some))
        or (repeated and paged)
        or all(times[heading.number] > 1 and heading.rest for heading in group)
    )


def _has_leaders(text: str) -> bool:
    return ("." in text or "…" in text) and _LEADERS.search(text) is not None


def _leads_on(sheet: Sheet, group: list[Heading], place: int) -> bool:
    """Whether dots lead from an entry to its page: in most minutes none do."""
    return _has_leaders(group[place].rest) or any(map(_has_leaders, _more(sheet, group, place)))


def _more(sheet: Sheet, group: list[Heading], place: int) -> list[str]:
    """The rows after an entry's number, which its title may stand on."""
    heading = group[place]
    end = group[place + 1].row if place + 1 < len(group) else heading.row + 3
    return sheet.ahead(heading.row + 1, min(end - heading.row - 1, 2))


def _entry(sheet: Sheet, group: list[Heading], place: int) -> str:
    """What an entry of a contents list says, up to its page."""
    more = _more(sheet, group, place)
    with_page = next((index for index, text in enumerate(more, start=1) if _has_leaders(text)), 0)
    return " ".join([group[place].rest, *more[:with_page]])


def top(sheet: Sheet, heading: Heading) -> int:
    """The line where the item begins: a registry number may stand on a line of its own over its number."""
    row = heading.row
    above = row - 1
    if (
        above > 0
        and not heading.rest
        and sheet.gap(above)
        and _ALONE.fullmatch(sheet.text(above))
        and not _REGISTRY.match(sheet.text(row + 1))
    ):
        return sheet.at[above]
    return sheet.at[row]


def opens_items(sheet: Sheet, heading: Heading) -> bool:
    """Whether the heading may end a cover page: a number alone, close under a row, tells who was present."""
    if heading.rest or sheet.gap(heading.row) or sheet.text(heading.row - 1).isdecimal():
        return True
    return bool(_REGISTRY.match(sheet.text(heading.row + 1)))
