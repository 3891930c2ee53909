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
_WEEKDAY_NUMBERS: Final = {name[:3]: number for name, number in WEEKDAYS.items()}
_MONTH: Final = "|".join(
    [*MONTHS, *(rf"{name}\.?(?!\w)" for name in sorted(ABBREVIATED, key=len, reverse=True))]
)
_WEEKDAY: Final = "|".join([*WEEKDAYS, *(rf"{name[:3]}s?(?!\w)" for name in WEEKDAYS)])
# "2016-10-24", also next to another date ("2024-01-19--2024-02-12"), but not inside a registry number.
_ISO: Final = (
    r"(?<!\d)(?:(?<!-)|(?<=--)|(?<=-\d\d-))(?P<iso_year>(?:19|20)\d\d)[-.–/](?P<iso_month>\d\d?)[-.–/]"
    r"(?P<iso_day>\d\d?)(?!\d|-\d{1,3}(?!\d))"
)
_WRITTEN: Final = (
    rf"(?:(?P<weekday>{_WEEKDAY})(?:en)?\.?,?\s+)?(?:den\s+)?(?<!\d)(?P<day>[0-3]?\d)\s*(?::?e|:a)?\s+"
    rf"(?P<month>{_MONTH})(?:,?\s+(?P<year>(?:19|20)\d\d)(?!\d))?"
)
_NUMERIC: Final = (
    r"(?<![\d/.])(?P<slash_day>[0-3]?\d)(?:/(?P<slash_month>[01]?\d)[\s/-]+|\.(?P<dot_month>[01]?\d)\.)"
    r"(?P<slash_year>(?:19|20)\d\d)(?!\d)"
)
# The look ahead at the first letter (a digit, a weekday or "den") keeps the search cheap in long texts.
DATE: Final = re.compile(
    rf"(?=[\dmtoflsd])(?:{_ISO}|(?<![^\W\d_])(?=\d|mån|tis|ons|tor|fre|lör|sön|den){_WRITTEN}|{_NUMERIC})",
    re.IGNORECASE,
)
_NO_YEAR: Final = re.compile(
    rf"(?<!\w)(?P<weekday>{_WEEKDAY})(?:en)?\.?,?\s+(?:den\s+)?(?P<day>[0-3]?\d)"
    rf"(?:/(?P<number>[01]?\d)(?![\d/]|\s*(?:19|20)\d\d)|\s*(?::?e|:a)?\s+(?P<month>{_MONTH})(?!,?\s+(?:19|20)\d\d))",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"\d")
TIME: Final = re.compile(r"(?<![\d.:-])(?P<hour>[01]?\d|2[0-4])\s?[:.](?P<minute>[0-5]\d)(?![\d.:]*\d)")
_HOUR: Final = r"(?:[01]?\d|2[0-4])"
_KL: Final = r"(?:kl\b\.?|klockan)\s*"
SPAN: Final = re.compile(
    rf"(?<![\d.:-])(?P<first>{_HOUR}[:.][0-5]\d|{_KL}\d\d?)"
    rf"\s*(?:[-–—]+|till|to?m)\s*(?:{_KL})?(?:(?:ca|cirka)\.?\s*)?"
    rf"(?P<last>{_HOUR}[:.][0-5]\d|{_HOUR})(?!\d)",
    re.IGNORECASE,
)
_NEXT_SPAN: Final = re.compile(r"\s*(?:,|och|samt)?\s*(?:kl\.?\s*|klockan\s*)?", re.IGNORECASE)


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
        return _date(match["slash_year"], int(match["slash_month"] or match["dot_month"]), match["slash_day"])
    return _date(match["year"], month_number(match["month"]), match["day"]) if match["year"] else None


def month_number(name: str) -> int:
    """1 to 12 for a Swedish month, written out or abbreviated."""
    folded = name.casefold().rstrip(".")
    return MONTHS.get(folded) or ABBREVIATED[folded]


def first_date(text: str) -> date | None:
    """The first complete date in the text."""
    if not _DIGIT.search(text):
        return None
    for match in DATE.finditer(text):
        if found := read_date(match):
            return found
    return None


def dated_near(text: str, anchor: date) -> date | None:
    """A date printed with weekday but without year, placed by the meeting it speaks of.

    It takes the anchor's year, or the next one when that day had passed already, and only if the weekday
    agrees. None when the text has no such date.
    """
    for match in _NO_YEAR.finditer(text):
        month = int(match["number"]) if match["number"] else month_number(match["month"])
        found = _date(str(anchor.year), month, match["day"])
        if found and found < anchor and not _agrees(found, match["weekday"]):
            found = _date(str(anchor.year + 1), month, match["day"])
        if found and _agrees(found, match["weekday"]):
            return found
    return None


def _agrees(day: date, weekday: str) -> bool:
    return day.weekday() == _WEEKDAY_NUMBERS[weekday.casefold()[:3]]


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
    """Start and end of "Tid 09:00–10:50" or "kl. 13 - 15.30"; the end is None where only a start stands.

    Of a meeting held in parts ("08.30–10.00 och 10.20–11.45") it is the first start and the last end.
    """
    span = SPAN.search(text)
    if span is None:
        return read_time(text), None
    starts = _clock(span["first"])
    while (gap := _NEXT_SPAN.match(text, span.end())) and (following := SPAN.match(text, gap.end())):
        span = following
    return starts, _clock(span["last"])
