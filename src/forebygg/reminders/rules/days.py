"""Which day an occasion falls on, and what days a typed list holds."""

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from forebygg.core.dates import DATE, month_number, read_date

YEARS: Final = range(2000, 2100)
_MONTH: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})")
_NAMED_MONTH: Final = re.compile(r"(?P<month>[a-zåäö]+)\s+(?P<year>\d{4})", re.IGNORECASE)


@dataclass(frozen=True)
class When:
    """A day of a year, or only a month of it."""

    year: int
    month: int
    day: int | None = None

    def __str__(self) -> str:
        month = f"{self.year:04}-{self.month:02}"
        return f"{month}-{self.day:02}" if self.day else month


@dataclass(frozen=True)
class Misread:
    """A line of a list that holds no day, or more than one."""

    line: int
    text: str


def read_when(text: str) -> When | None:
    """A day ("2027-03-15", "15 mars 2027", "tisdag 15/3 2027") or a month ("2027-03", "mars 2027").

    None when the text is neither, or holds more days than one.
    """
    words = " ".join(text.split())
    if match := _MONTH.fullmatch(words):
        return _month(int(match["year"]), int(match["month"]))
    if match := _NAMED_MONTH.fullmatch(words):
        try:
            return _month(int(match["year"]), month_number(match["month"]))
        except KeyError:
            return None
    days = {day for found in DATE.finditer(words) if (day := read_date(found))}
    if len(days) != 1:
        return None
    [day] = days
    return When(day.year, day.month, day.day) if day.year in YEARS else None


def read_days(text: str) -> tuple[Sequence[When], Sequence[Misread]]:
    """The day of each line that is not blank, and the lines that hold none."""
    days, wrong = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        when = read_when(line)
        if when is None or when.day is None:
            wrong.append(Misread(number, line.strip()))
        else:
            days.append(when)
    return days, wrong


def _month(year: int, month: int) -> When | None:
    return When(year, month) if year in YEARS and 1 <= month <= 12 else None


def in_year(year: int, month: int, day: int) -> dt.date:
    """The day in that year; the last of its month where that is shorter."""
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))
