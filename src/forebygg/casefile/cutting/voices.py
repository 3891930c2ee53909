"""Where a paper by members or a referral body begins: separate statement, reservation, note, answer."""

import re
from itertools import takewhile
from typing import Final

from forebygg.casefile.cutting.sheet import Sheet
from forebygg.casefile.pages.vocabulary import BODY, DATE, kind_of

HEADING: Final = re.compile(
    r"(?P<word>(?:gemensamt\s+|skriftlig[ta]?\s+|gemensam\s+)?(?:särskilt\s+(?:yttrande|uttalande)|reservation(?:er)?|protokollsanteckning(?:ar)?|"
    r"anteckning\s+till\s+protokollet|ersättaryttrande|yttrande|röstförklaring|motion|interpellation|"
    r"medborgarförslag|remissvar|remissyttrande|svar\s+på\s+remiss|tilläggsyrkande|(?:återremiss|ändrings)?yrkande))"
    r"(?:\s*[,/&]\s*|\s+och\s+|\s+|$)(?P<rest>.*)",
    re.IGNORECASE,
)
_NOISY: Final = (
    "särskilt yttrande",
    "reservation",
    "protokollsanteckning",
    "särskilt uttalande",
    "remissvar",
)
NOISY_ENDS: Final = frozenset(known[-3:] for known in _NOISY)
_SENDER: Final = re.compile(
    r"(?P<sender>[A-ZÅÄÖ][\w\s-]{0,50}(?:rådet|nämnden|styrelsen|utskottet|beredningen|myndigheten|föreningen))(?:\s+i\s.{2,30})?$"
)
_PARTY: Final = re.compile(
    r"(?:\w+partiet(?:\s\w+){0,3}|moderaterna|liberalerna|kristdemokraterna|sverigedemokraterna|socialdemokraterna|"
    r"centern|miljöpartiet\sde\sgröna|demokraterna|alliansen|folkpartiet|vänstern|arbetarepartiet.*|feministiskt\sinitiativ)"
    r"(?:\s(?:i\s)?\w+){0,2}$",
    re.IGNORECASE,
)
_OCCASION: Final = re.compile(
    r".{0,80}\b(?:sammanträde|möte)\b.{0,30}\d|ärende\s?(?:nr)?\.?\s?\d|§\s?\d|ang(?:\.|ående)?\b|gällande\b|rörande\b|över\b|dnr\b|"
    r"diarienummer|(?:19|20)\d\d-\d\d-\d\d|till\s+\w+(?:nämnden|styrelsen|fullmäktige)",
    re.IGNORECASE,
)
_SIGNED: Final = re.compile(r"\([A-ZÅÄÖ][\wåäö]{0,4}\)")


def heading_in(text: str) -> bool:
    """Whether the row heads a statement, reading noise of a letter or two allowed."""
    if len(text) > 110 or text[-1] in ".;," or text.endswith((".pdf", ".docx", ".doc")):
        return False
    if HEADING.match(text):
        return True
    return is_noisy(text)


def is_noisy(text: str) -> bool:
    """Whether the row is one of the usual headings but for a letter or two."""
    if len(text) >= 30 or text[-3:] not in NOISY_ENDS:
        return False
    return any(_is_near(text.casefold(), known) for known in _NOISY)


def is_bare(text: str) -> bool:
    """Whether the row is nothing but a heading that no memo and no plan has for a section of its own."""
    return text.casefold() in _NOISY


def headings_of(text: str) -> list[str]:
    """What the row heads, in plain words: "Särskilt yttrande och reservation" heads two papers in one.

    Reading noise of a letter or two is mended. Empty if the row heads nothing.
    """
    if not heading_in(text):
        return []
    found = []
    while match := HEADING.match(text):
        word = match["word"]
        found.append(word[0].upper() + word[1:].casefold())
        text = match["rest"]
    return found or [known.capitalize() for known in _NOISY if _is_near(text.casefold(), known)][:1]


def rest_of(text: str) -> str:
    """What follows the words of a heading on its row: often the matter it speaks of."""
    while match := HEADING.match(text):
        text = match["rest"]
    return text


def sender_in(text: str) -> str | None:
    """The body that the row of a letterhead names, without the place it works in."""
    match = _SENDER.match(text)
    return match["sender"] if match else None


def _is_near(text: str, known: str) -> bool:
    if abs(len(text) - len(known)) > 1:
        return False
    if len(text) == len(known):
        return sum(a != b for a, b in zip(text, known, strict=True)) <= 2
    shorter, longer = sorted((text, known), key=len)
    return any(longer[:cut] + longer[cut + 1 :] == shorter for cut in range(len(longer)))


def opens_statement(sheet: Sheet, row: int, *, in_item: bool, following: int | None = None) -> bool:
    """Whether the heading opens a paper of its own rather than a section of an item.

    `following` is the paragraph with which the next item would begin: it tells of no occasion.
    """
    letterhead = any(_PARTY.match(text) for text in sheet.ahead(max(row - 4, 0), min(row, 4)))
    turned = sheet.turned(row) or any(
        sheet.turned(above) and _short(sheet, above, row) for above in range(max(row - 4, 0), row)
    )
    if in_item:
        return (letterhead or turned) and _names_occasion(sheet, row, following)
    return letterhead or turned or (sheet.gap(row) and _names_occasion(sheet, row))


def _names_occasion(sheet: Sheet, row: int, following: int | None = None) -> bool:
    """Whether the heading, or a row soon after it, says at which meeting or in which matter."""
    told = (sheet.texts[row].partition(" ")[2], *sheet.ahead(row + 1, 5))
    next_item = (f"§ {following}", f"§{following}")
    return any(map(_is_occasion, takewhile(lambda text: not text.startswith(next_item), told)))


def _is_occasion(text: str) -> bool:
    return (
        len(text) <= 140
        and (bool(_OCCASION.match(text)) or bool(kind_of(text) & (BODY | DATE) if text else 0))
        and not _SIGNED.search(text)
    )


def _short(sheet: Sheet, first: int, end: int) -> bool:
    return all(len(text) < 60 and text[-1] not in ".;," for text in sheet.texts[first:end])


def top(sheet: Sheet, row: int, floor: int) -> int:
    """The line where the statement begins: the party's name and place above the heading belong to it.

    A party that no list knows is told by its place: a few short rows right under the page's turn.
    """
    first = row
    for above in range(row - 1, max(row - 6, floor - 1, -1), -1):
        text = sheet.texts[above]
        if len(text) > 70 or text[-1] in ".;:" or sheet.turned(above + 1):
            break
        if _PARTY.match(text) or kind_of(text) or heading_in(text) or _opens_page(sheet, above):
            first = above
        elif above < row - 2:
            break
    return sheet.at[first]


def _opens_page(sheet: Sheet, row: int) -> bool:
    return sheet.closed(row) or sheet.lines[sheet.at[row]].opens_page
