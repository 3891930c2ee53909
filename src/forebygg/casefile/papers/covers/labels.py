"""The labels of cover pages: what the words before a value announce, in the forms municipalities use.

A label is found by its casefolded words, the longest that fits; whether a line that begins with such a
word is a row of the cover or running text is decided by what follows it.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from forebygg.casefile.papers.covers.fields import ATTENDANCE, WORDS, Field

LABELS: Final[dict[tuple[str, ...], Field]] = {
    tuple(word.rstrip(",") for word in label.split()): field
    for field, labels in WORDS.items()
    for label in labels.split("|")
}
_LONGEST: Final = max(map(len, LABELS))
_PREFIXES: Final = {label[:size] for label in LABELS for size in range(1, len(label) + 1)}
_FIRST_WORDS: Final = {label[0] for label in LABELS}
_TITLE_NUMBER: Final = re.compile(
    r"\(?(?:nr\s*)?\d{1,4}(?:[/-]\d+)?\)?|för\b.*|från\b.*|fört\b.*|\d.*", re.IGNORECASE
)
_DIGIT: Final = re.compile(r"\d")
# "Beslutande (13)", "Ersättare, forts.": the label alone.
_ASIDE: Final = re.compile(r"[,(]?\s*(?:\d{1,3}(?:\s*st)?|forts(?:ättning)?\.?)\s*\)?", re.IGNORECASE)
_NAME: Final = re.compile(r"[A-ZÅÄÖÉ][\w'’.-]+(?:\s+[\w'’.-]+){0,3}\s+[A-ZÅÄÖÉ]|\.{3}|_{3}|…|/")
_WHEN: Final = re.compile(r"\d|(?:mån|tis|ons|tors|fre|lör|sön)dag|den\b", re.IGNORECASE)
_SEE: Final = re.compile(r"(?:se|enligt|framgår)\b", re.IGNORECASE)
_PAREN: Final = re.compile(r"\([A-ZÅÄÖa-zåäö.-]{1,20}\)")
_DATED: Final = frozenset(
    {
        Field.DATE,
        Field.TIME,
        Field.STARTS,
        Field.ENDS,
        Field.PLACE_TIME,
        Field.PARAGRAPHS,
        Field.POSTED,
        Field.REMOVED,
        Field.POSTED_BETWEEN,
        Field.APPEAL,
    }
)
_NAMED: Final = frozenset({Field.APPROVERS, Field.SECRETARY, Field.CHAIR, Field.VICE_CHAIR, Field.SIGNATURES})


class Label(NamedTuple):
    """A label at the start of a cell, and the value that follows it there (may be empty)."""

    field: Field
    words: str
    value: str


def may_begin(text: str) -> bool:
    """Whether the first word is one that labels begin with; a cheap look before the real one."""
    first = text.split(None, 1)
    return bool(first) and first[0].casefold().rstrip(":;,*") in _FIRST_WORDS


def label_at(text: str) -> Label | None:
    """The longest label that the text begins with, and its value; None where the words are no label."""
    return _label_at(text) if may_begin(text) else None


@lru_cache(maxsize=4096)
def _label_at(text: str) -> Label | None:
    words = text.split(None, _LONGEST)
    folded = tuple(word.casefold().rstrip(":;,*") for word in words[:_LONGEST])
    for size in range(len(folded), 0, -1):
        field = LABELS.get(folded[:size])
        if field is None:
            continue
        value = _after(text, size)
        marked = words[size - 1].endswith((":", ";", ",")) or value.startswith((":", "- ", "– "))
        value = value.lstrip(":–- ").strip() if marked else value
        value = "" if field in ATTENDANCE and _ASIDE.fullmatch(value) else value
        if not value or marked or _fits(field, value, folded[:size]):
            return Label(field, " ".join(folded[:size]), value)
    return None


def continues(first: str, rest: str) -> bool:
    """Whether a label begun on one line ("Justeringens plats") goes on with the next ("och tid …")."""
    if first.endswith("-") and rest[:1].islower():
        return label_at(f"{first[:-1]}{rest}") is not None
    begun = tuple(word.casefold().rstrip(",") for word in first.split())
    if not begun or begun not in _PREFIXES:
        return False
    more = tuple(word.casefold().rstrip(":;") for word in rest.split(None, _LONGEST)[:_LONGEST])
    ends = any((*begun, *more[:size]) in LABELS for size in range(len(more), 0, -1))
    return ends or (rest[:1].islower() and (*begun, *more) in _PREFIXES)


def _after(text: str, words: int) -> str:
    parts = text.split(None, words)
    return parts[words] if len(parts) > words else ""


def _fits(field: Field, value: str, words: tuple[str, ...]) -> bool:
    """Whether a value parted from its label by one space only can be this label's value."""
    if words == ("dag",) and not _WHEN.match(value):
        return False  # "Dag Berg, rektor, § 12" is a man of that name
    if field in _DATED or (field is Field.APPROVAL and "är" in words):
        # "Protokollet är justerat. Justeringen har tillkännagivits …" is the notice's text.
        return bool(_DIGIT.search(value))
    if field in _NAMED:
        return bool(_NAME.match(value))
    if field in {Field.KEPT_AT, Field.APPROVAL, Field.PLACE, Field.BODY}:
        return value[0].isupper() or (field is not Field.BODY and (len(words) > 1 or value[0].isdigit()))
    if field is Field.TITLE:
        return bool(_TITLE_NUMBER.fullmatch(value))
    return field is Field.ASIDE or (field in ATTENDANCE and _fits_list(field, value))


def _fits_list(field: Field, value: str) -> bool:
    if value.startswith(("för ", "i stället", "istället", "istf")):
        return False  # "Tjänstgörande ersättare för …" goes on with the line before
    someone = _PAREN.search(value) or (field is Field.OFFICIALS and _NAME.match(value))
    return bool(someone or _SEE.match(value))
