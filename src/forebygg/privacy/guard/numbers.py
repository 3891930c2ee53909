"""Personal numbers and coordination numbers (folkbokföringslagen 1991:481 § 18, lag 2022:1697)."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from forebygg.privacy.guard.marks import Kind, Mark, mark
from forebygg.privacy.guard.words import Prose

_GAP: Final = r"[ \xa0\u2009\u202f]?"
_DASH: Final = r"(?:[ \xa0]?[-+–−‐‑][ \xa0]?|[ \xa0])?"
_DASHES: Final = frozenset("-+–−‐‑")
# Century or none, year, month, day and the last four, parted or not: "19121212-1212", "12 12 12 1212".
_FORM: Final = re.compile(
    rf"(?<![\d])(?:(?P<century>1[6-9]|20){_GAP})?(?P<year>\d\d)[-.]?{_GAP}(?P<month>\d\d)[-.]?{_GAP}(?P<day>\d\d)"
    rf"(?P<dash>{_DASH})(?P<last>\d{{2}}{_GAP}\d{{2}})(?!\d)"
)


def numbers(prose: Prose) -> Iterator[Mark]:
    """Numbers whose date and check digit hold; with a wrong one it is a slip, if the form is clear."""
    reached = 0
    for index in prose.numbers:
        start = prose.words[index].start
        found = _FORM.match(prose.text, start) if start >= reached else None
        if found and not _is_moment(found) and _is_date(*found.group("century", "year", "month", "day")):
            kind = _kind(found)
            if kind:
                yield mark(kind, *found.span())
                reached = found.end()


def _kind(found: re.Match[str]) -> Kind | None:
    """By the check digit; None where neither it nor the form says that this is a personal number."""
    digits = found["year"] + found["month"] + found["day"] + re.sub(r"\D", "", found["last"])
    if check_digit(digits[:9]) == int(digits[9]):
        return Kind.PERSONAL_NUMBER
    parted = not _DASHES.isdisjoint(found["dash"])
    return Kind.LIKE_NUMBER if parted or found["century"] else None


def _is_moment(found: re.Match[str]) -> bool:
    """ "2024-03-12 13 00": a day with hyphens, a space and a time of the day."""
    hyphens = found.group()[: found.end("day") - found.start()].count("-")
    hour, minute = int(found["last"][:2]), int(found["last"][-2:])
    return hyphens == 2 and not found["dash"].strip() and hour < 24 and minute < 60


def check_digit(nine: str) -> int:
    """The tenth digit, by the Luhn algorithm over the nine before it."""
    total = 0
    for index, digit in enumerate(map(int, nine)):
        doubled = digit * 2 if index % 2 == 0 else digit
        total += doubled - 9 if doubled > 9 else doubled
    return -total % 10


def _is_date(century: str | None, year: str, month: str, day: str) -> bool:
    """A day of that year, or of some century's when none is told; coordination numbers add 60 to the day."""
    days = int(day) - 60 if int(day) > 60 else int(day)
    for hundred in [century] if century else ["19", "20"]:
        try:
            date(int(hundred + year), int(month), days)
        except ValueError:
            continue
        return True
    return False
