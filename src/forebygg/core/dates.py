"""Dates and clock times as Swedish public papers print them.

Only what stands in the text is read: a date without a year is settled by `dated_near`, and only when
its weekday agrees.
"""

import re
from datetime import date, time
from typing import Final

MONTHS: Final = {
    "januari": 1,
    "februari": 2,
    "mars": 3,
    "april": 4,
    "maj": 5,
    "juni": 6,
    "juli": 7,
    "augusti": 8,
    "september": 9,
    "oktober": 10,
    "november": 11,
    "december": 12,
}
ABBREVIATED: Final = {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
WEEKDAYS: Final = {
    "måndag": 0,
    "tisdag": 1,
    "onsdag": 2,
    "torsdag": 3,
    "fredag": 4,
    "lördag": 5,
    "söndag": 6,
}
_MONTH: Final = "|".join(
    [*MONTHS, *(rf"{name}\.?(?!\w)" for name in sorted(ABBREVIATED, key=len, reverse=True))]
)
_WEEKDAY: Final = "|".join(WEEKDAYS)
DATE: Final = re.compile(
    r"(?<![\d-])(?P<iso_year>(?:19|20)\d\d)[-.–/](?P<iso_month>\d\d?)[-.–/](?P<iso_day>\d\d?)(?![\d-]*\d)"
    rf"|(?:(?P<weekday>{_WEEKDAY})(?:en)?,?\s+)?(?:den\s+)?(?<!\d)(?P<day>[0-3]?\d)\s*(?::?e|:a)?\s+"
    rf"(?P<month>{_MONTH})(?:,?\s+(?P<year>(?:19|20)\d\d)(?!\d))?"
    r"|(?<![\d/])(?P<slash_day>[0-3]?\d)/(?P<slash_month>[01]?\d)(?:[\s/-]+(?P<slash_year>(?:19|20)\d\d))(?!\d)",
    re.IGNORECASE,
)
TIME: Final = re.compile(r"(?<![\d.:-])(?P<hour>[01]?\d|2[0-4])\s?[:.](?P<minute>[0-5]\d)(?![\d.:]*\d)")
SPAN: Final = re.compile(
    r"(?<![\d.:-])(?P<first>(?:[01]?\d|2[0-4])[:.][0-5]\d|(?:kl\.?|klockan)\s*\d\d?)"
    r"\s*(?:[-–—]|till|to?m)\s*(?:kl\.?\s*|klockan\s*)?"
    r"(?P<last>(?:[01]?\d|2[0-4])[:.][0-5]\d|\d\d?)(?!\d)",
    re.IGNORECASE,
)


def _date(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def read_date(match: re.Match[str]) -> date | None:
    """The date a `DATE` match holds; None without a year or when no such day exists."""
    if match["iso_year"]:
        return _date(match["iso_year"], int(match["iso_month"]), match["iso_day"])
    if match["slash_year"]:
        return _date(match["slash_year"], int(match["slash_month"]), match["slash_day"])
    return _date(match["year"], month_number(match["month"]), match["day"]) if match["year"] else None


def month_number(name: str) -> int:
    """1 to 12 for a Swedish month, written out or abbreviated."""
    folded = name.casefold().rstrip(".")
    return MONTHS.get(folded) or ABBREVIATED[folded]


def first_date(text: str) -> date | None:
    """The first complete date in the text."""
    for match in DATE.finditer(text):
        if found := read_date(match):
            return found
    return None


def dated_near(text: str, anchor: date) -> date | None:
    """A date printed with weekday but without year, placed by the meeting it speaks of.

    It takes the anchor's year, or the next one when it lies across New Year, and only if the weekday
    agrees. None when the text has no such date.
    """
    for match in DATE.finditer(text):
        if not match["day"] or match["year"] or not match["weekday"]:
            continue
        for year in (anchor.year, anchor.year + 1):
            found = _date(str(year), month_number(match["month"]), match["day"])
            if found and found.weekday() == WEEKDAYS[match["weekday"].casefold()]:
                return found
    return None


def read_time(text: str) -> time | None:
    """The first clock time in the text: "09.05", "18:30"; midnight may be written 24.00."""
    match = TIME.search(text)
    if not match:
        return None
    hour, minute = int(match["hour"]), int(match["minute"])
    return time(hour % 24, minute) if hour < 24 or not minute else None


def _clock(text: str) -> time | None:
    digits = text.casefold().removeprefix("klockan").removeprefix("kl").lstrip(". ")
    return read_time(digits if "." in digits or ":" in digits else f"{digits}.00")


def time_span(text: str) -> tuple[time | None, time | None]:
    """Start and end of "Tid 09:00–10:50" or "kl. 13 - 15.30"; the end is None where only a start stands."""
    if match := SPAN.search(text):
        return _clock(match["first"]), _clock(match["last"])
    return read_time(text), None
