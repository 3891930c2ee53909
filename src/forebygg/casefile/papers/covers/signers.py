"""Who signs and approves the minutes, and when: names in the rows of signatures, the day of approval."""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from forebygg.casefile.papers.covers.fields import Field
from forebygg.casefile.papers.covers.rows import Row
from forebygg.casefile.people import NAME, PARTY, bare_name, is_organisation, unstopped
from forebygg.core.dates import dated_near, first_date

# Those who only stand by: "med Bo Ek som ersättare", "tillsammans med ordföranden".
_BESIDE: Final = re.compile(
    r"[\s,(]*(?:tillsammans\s+med|jämte|samt\s+ordförand|och\s+ordförand|med\s+\S.*\s+som\s+(?:ersättare|reserv)|"
    r"(?:som\s+)?(?:ersättare|reserv)\b).*",
    re.IGNORECASE,
)
_PARTED: Final = re.compile(r"[,;/\t]|\s{2,}|\boch\b|\bsamt\b|\b[12][.)]\s")
_NAME: Final = re.compile(rf"(?P<name>{NAME})\s*(?:\(\s*(?:{PARTY})\s*\))?")
_WITH_ROLE: Final = re.compile(
    rf"(?P<name>{NAME})\s*(?:\(\s*(?:{PARTY})\s*\))?\s*[,–-]\s*(?P<role>ordförande|sekreterare|justerare|justerande)",
    re.IGNORECASE,
)
_SIGNED_UNDER: Final = frozenset({Field.SIGNATURES, Field.NOTICE, Field.APPROVAL, Field.PARAGRAPHS})
_APPOINTED: Final = ("utse", "utså", "val", "till justerare", "att justera", "utsed")
# "Justering: Anna Berg (S) och Bo Ek": persons rather than a place.
_PERSONS: Final = re.compile(rf"^{NAME}\s*(?:\(|,?\s(?:och|samt|med|tillsammans|jämte)\s)")
_AT_ONCE: Final = re.compile(
    r"omedelbar|direkt\s+(?:efter|vid)|i\s+(?:direkt\s+|omedelbar\s+)?anslutning\s+till|efter\s+sammanträdets\s+slut",
    re.IGNORECASE,
)


def names(row: Row, known: Collection[str]) -> Iterator[str]:
    """The names in a row; two that run together ("Anna Berg Bo Ek") are parted if both are known."""
    for cell in row.cells:
        for part in _PARTED.split(_BESIDE.sub("", cell.text)):
            match = _NAME.search(bare_name(part))
            if match and not is_organisation(match["name"]):
                yield from _known(unstopped(match["name"]), known)


def _known(name: str, known: Collection[str]) -> tuple[str, ...]:
    words = name.split()
    if name not in known:
        for cut in range(2, len(words) - 1):
            first, second = " ".join(words[:cut]), " ".join(words[cut:])
            if first in known and second in known:
                return first, second
    return (name,)


def first_name(rows: Iterable[Row], known: Collection[str]) -> str | None:
    """The first name in these rows."""
    return next((name for row in rows for name in names(row, known)), None)


def approvers(rows: Iterable[Row], known: Collection[str], chair: str | None) -> tuple[str, ...]:
    """Those who approve, each once: they who signed as such, else they who were appointed to.

    Where nobody is named so, they are the names under "Justering" or "Justerat den …", the chair apart.
    """
    rows = list(rows)
    known = {*known, *(name for row in rows if row.field is Field.APPROVAL for name in names(row, known))}
    of_approval = [row for row in rows if row.field is Field.APPROVERS]
    signed = [row for row in of_approval if not row.heading.startswith(_APPOINTED)]
    found = [name for row in signed or of_approval for name in names(row, known)]
    found = found or [name for row in of_approval for name in names(row, known)]
    found = found or [name for name, role in _with_roles(rows) if role.startswith("juster")]
    if not found:
        under = [row for row in rows if row.field is Field.APPROVAL]
        found = [
            match["name"] for row in under for cell in row.cells if (match := _NAME.fullmatch(cell.text))
        ]
        found += [name for row in under for name in names(row, known) if name in known]
        found = [name for name in found if name != chair]
    return tuple(dict.fromkeys(found))


def signer(rows: Iterable[Row], *roles: str) -> str | None:
    """Whoever signs with one of these roles after the name: "Anna Berg, ordförande"."""
    return next((name for name, role in _with_roles(rows) if role in roles), None)


def _with_roles(rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    for row in rows:
        if row.field in _SIGNED_UNDER:
            for cell in row.cells:
                if match := _WITH_ROLE.fullmatch(cell.text):
                    yield match["name"], match["role"].casefold()


def signs_with_role(text: str) -> bool:
    """Whether the cell is a signature with its role: "Anna Berg (S), ordförande"."""
    return _WITH_ROLE.fullmatch(text) is not None


def approved_on(rows: Iterable[Row], meeting: dt.date | None) -> tuple[dt.date | None, bool]:
    """The day of approval, and whether it follows from the meeting's date instead of standing in full."""
    for row in rows:
        if row.field is not Field.APPROVAL:
            continue
        if date := first_date(row.text):
            return date, False
        if meeting and (near := dated_near(row.text, meeting)):
            return near, True
        if meeting and _AT_ONCE.search(row.text):
            return meeting, True
    return None, False
