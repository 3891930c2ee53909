"""Where in a paper's lines something stands that is stored without its line: a date, a name, a number."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

from forebygg.core.dates import DATE, dated_near, read_date

# What a row begins with may be its first line only; shorter rows begin too many things.
_SHORTEST: Final = 8


def line_of(value: str | dt.date | dt.time | None, lines: Sequence[str], first: int) -> int | None:
    """The number of the first of *lines* that prints the value, else of the first that begins it.

    *first* is the number of the first line.
    """
    if not value:
        return None
    printed = [" ".join(line.split()) for line in lines]
    if isinstance(value, dt.date):
        return _first((_prints_day(line, value) for line in printed), first)
    if isinstance(value, dt.time):
        clocks = (f"{value:%H:%M}", f"{value:%H.%M}", f"{value.hour}.{value:%M}")
        return _first((any(clock in line for clock in clocks) for line in printed), first)
    words = " ".join(str(value).split())
    return _first((words in line for line in printed), first) or _first(
        (len(line) >= _SHORTEST and words.startswith(line) for line in printed), first
    )


def _first(found: Iterable[bool], first: int) -> int | None:
    return next((number for number, is_there in enumerate(found, start=first) if is_there), None)


def _prints_day(text: str, day: dt.date) -> bool:
    if str(day.day) not in text:
        return False
    return any(read_date(match) == day for match in DATE.finditer(text)) or dated_near(text, day) == day
