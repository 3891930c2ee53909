"""What the cells of a list say: days as people write them, how often, which level, how much."""

import calendar
import datetime as dt
import re
from contextlib import suppress
from typing import Final

_EPOCH: Final = dt.date(1899, 12, 30)
"""From which spreadsheet programs count their days."""
_SERIAL: Final = re.compile(r"[2-7]\d{4}", re.ASCII)

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january", "feb februari february", "mar mars march", "apr april", "maj may",
            "jun juni june", "jul juli july", "aug augusti august", "sep sept september",
            "okt oktober oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_YEAR: Final = r"(?P<year>20\d\d)"
_BEFORE: Final = re.compile(
    r"^(?:senast|klart?|klar senast|före|innan|under|till|t o m|tom|i|den|by|before|during|no later than|in)"
    r"(?: den| i| år)?\s+"
)
_FORMS: Final = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"{_YEAR}-(?P<month>\d\d?)-(?P<day>\d\d?)(?:[ t]00:00(?::00)?)?",
        rf"(?P<day>\d\d?)[./](?P<month>\d\d?)[./ -]\s?{_YEAR}",
        rf"(?P<day>\d\d?)(?::?e)? (?P<name>[a-z]+)\.? {_YEAR}",
        rf"(?P<name>[a-z]+)\.? {_YEAR}",
        rf"{_YEAR}-(?P<month>\d\d)",
        rf"(?:q|kv|kvartal )\s?(?P<quarter>[1-4])[ -]{_YEAR}",
        rf"{_YEAR}[ -]?(?:q|kv|kvartal )(?P<quarter>[1-4])",
        rf"(?P<term>vt|ht|varen|hosten|varterminen|hostterminen|spring|autumn)[ -]?{_YEAR}",
        rf"(?:v|vecka|week)\.? ?(?P<week>\d\d?),? {_YEAR}",
        rf"(?:ar(?:et)? )?{_YEAR}",
    )
)
_SPRING: Final = frozenset({"vt", "varen", "varterminen", "spring"})
_LETTERS: Final = str.maketrans("åäöé–", "aaoe-")

_RHYTHMS: Final = (
    ("month", r"\bmanad|monthly|every month"),
    ("quarter", r"kvartal|quarter|fyra ganger (?:per|om) ar"),
    ("term", r"termin|lasar.*tva|\bterm\b"),
    ("half_year", r"halvar|tva ganger (?:per|om|varje) ar|2 (?:ganger|ggr)[ /]*(?:per|om)? ?ar|half-?year"),
    (
        "two_years",
        r"vartannat|tvaars|every other year|every second year|vart annat",
    ),
    ("year", r"\barlig|varje ar|en gang (?:per|om) ar|1 (?:gang|gg)r?[ /]*(?:per|om)? ?ar|lasar"),
    ("year", "yearly|annual|every year"),
)  # fmt: skip
_LEVELS: Final = (
    ("general", r"^(?:generell|generella|universell|universella|framjande|alla|primar|general|universal)"),
    ("group", r"^(?:grupp|riktad|riktade|selektiv|selektiva|specifik|specifika|sekundar|group|selective)"),
    ("individual", r"^(?:individ|indikerad|indikerade|tertiar|indicated)"),
)
_NEVER: Final = re.compile(r"^(?:lopande|tills vidare|kontinuerligt|ongoing|-+)$")
_NUMBER: Final = re.compile(r"(\d{1,12})(?:[.,]0+)?\s*(tkr|mkr|mnkr|kr|kronor|timmar|tim|h|hours)?", re.ASCII)
_THOUSANDS: Final = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f.](?=\d{3}(?!\d))")
_TIMES: Final = {"tkr": 1_000, "mkr": 1_000_000, "mnkr": 1_000_000}


def day(told: str) -> dt.date | None:
    """The last day of what is written: a day, a month, a quarter, a term, a week or a year; None is none."""
    if _SERIAL.fullmatch(told):
        return _EPOCH + dt.timedelta(days=int(told))
    words = _folded(told)
    words = _BEFORE.sub("", words)
    for form in _FORMS:
        if found := form.fullmatch(words):
            with suppress(ValueError, KeyError):
                return _last({name: value for name, value in found.groupdict().items() if value})
    return None


def is_no_day(told: str) -> bool:
    """Whether it says that there is no day: "löpande"."""
    return bool(_NEVER.match(_folded(told)))


def rhythm(told: str) -> str:
    """How often, as commitments say it; "" when it is not understood."""
    return _first(_RHYTHMS, told)


def level(told: str) -> str:
    """Whom it is meant for, as commitments say it; "" when it is not understood."""
    return _first(_LEVELS, told)


def amount(told: str) -> int | None:
    """A whole number of hours or kronor, with its thousands apart or in tkr; None when it is none."""
    found = _NUMBER.fullmatch(_THOUSANDS.sub("", told.strip().casefold()))
    return int(found[1]) * _TIMES.get(found[2] or "", 1) if found else None


def _last(told: dict[str, str]) -> dt.date:
    year = int(told["year"])
    if "week" in told:
        return dt.date.fromisocalendar(year, int(told["week"]), 7)
    if "term" in told:
        return dt.date(year, 6, 30) if told["term"] in _SPRING else dt.date(year, 12, 31)
    if "quarter" in told:
        month = 3 * int(told["quarter"])
    else:
        month = _MONTHS[told["name"]] if "name" in told else int(told.get("month", 12))
    if "day" in told:
        return dt.date(year, month, int(told["day"]))
    if not 1 <= month <= 12:
        raise ValueError
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _first(known: tuple[tuple[str, str], ...], told: str) -> str:
    words = _folded(told)
    return next((value for value, pattern in known if re.search(pattern, words)), "")


def _folded(told: str) -> str:
    return " ".join(told.casefold().translate(_LETTERS).split()).rstrip(".")
