"""Where in a paper's lines something stands that is stored without its line: a date, a name, a number."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from forebygg.core.dates import DATE, dated_near, read_date

# What a row begins with may be its first line only; shorter rows begin too many things.
_SHORTEST: Final = 8


def line_of(value: str | dt.date | dt.time | None, lines: Sequence[str], first: int) -> int | None:
    """The number of the first of *lines* that prints the value; *first* is the number of the first line."""
    if value is None or value == "":
        return None
    prints = _printer(value)
    return next((number for number, line in enumerate(lines, start=first) if prints(line)), None)


def _printer(value: str | dt.date | dt.time) -> "_Prints":
    if isinstance(value, dt.date):
        return _Prints(day=value)
    if isinstance(value, dt.time):
        return _Prints(words=(f"{value:%H:%M}", f"{value:%H.%M}", f"{value.hour}.{value:%M}"))
    return _Prints(words=(" ".join(value.split()),))


class _Prints:
    """Whether a line prints one of the wordings, or the day."""

    def __init__(self, *, words: tuple[str, ...] = (), day: dt.date | None = None) -> None:
        self.words = words
        self.day = day

    def __call__(self, line: str) -> bool:
        text = " ".join(line.split())
        if self.day:
            return _prints_day(text, self.day)
        begins = len(text) >= _SHORTEST
        return any(words in text or (begins and words.startswith(text)) for words in self.words)


def _prints_day(text: str, day: dt.date) -> bool:
    if str(day.day) not in text:
        return False
    return any(read_date(match) == day for match in DATE.finditer(text)) or dated_near(text, day) == day
