"""The types of what can be corrected: as JSON, as the facts hold it, and as a person types it.

JSON has no dates, times or tuples. A correction keeps JSON ("2024-05-13", "13:30", [33, 45]), so that it
can be stored, sent and compared; the facts get dates, times and tuples.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Final, Literal, NamedTuple, TypeAlias, TypeGuard

from forebygg.casefile.amending.errors import (
    NotADate,
    NotAList,
    NotANumber,
    NotATime,
    NotOneLine,
    NotParagraphs,
    NotRanges,
    NotText,
    NotTruth,
    TooLong,
)
from forebygg.casefile.facts import LineRange
from forebygg.casefile.sources.lines import tidy
from forebygg.core.dates import first_date, read_time

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

ValueType = Literal[
    "text",
    "long_text",
    "date",
    "time",
    "number",
    "paragraphs",
    "ranges",
    "choice",
    "truth",
    "names",
    "texts",
]

LONGEST: Final = 100_000
HIGHEST: Final = 999_999
_ISO_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
_ISO_TIME: Final = re.compile(r"\d\d:\d\d")
_RUN: Final = re.compile(r"(?:§+\s*)?(\d{1,6})(?:\s*[-–—]\s*(\d{1,6}))?")
_AND: Final = re.compile(r"\s*(?:[,;]|och)\s*")
_BLANK: Final = re.compile(r"\n\s*\n")
_SHOWN: Final = 60


class Form(NamedTuple):
    """How one type is read and told. `parse` and `typed` raise CorrectionError.

    `parse` makes JSON what the facts hold, `value` the other way; `typed` makes JSON of what a person
    typed, `shown` what such a person is shown.
    """

    parse: Callable[[Json], object]
    value: Callable[[object], Json]
    typed: Callable[[str], Json]
    shown: Callable[[Json], str]


def told(value: object) -> str:
    """A value as errors quote it."""
    text = value if isinstance(value, str) else repr(value)
    return f"“{text[:_SHOWN]}…”" if len(text) > _SHOWN else f"“{text}”"


def _long_text(value: Json) -> str:
    if not isinstance(value, str):
        raise NotText(value=told(value))
    if len(value) > LONGEST:
        raise TooLong(length=len(value), limit=LONGEST)
    # In the one form that read text has; a lone half of a character cannot be stored.
    return tidy(value.encode("utf-8", "replace").decode()).replace("\f", "").strip()


def _text(value: Json) -> str:
    text = _long_text(value)
    if "\n" in text:
        raise NotOneLine
    return text


def _date(value: Json) -> dt.date:
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass  # as the 30th of February
    raise NotADate(value=told(value))


def _time(value: Json) -> dt.time:
    if isinstance(value, str) and _ISO_TIME.fullmatch(value):
        try:
            return dt.time.fromisoformat(value)
        except ValueError:
            pass
    raise NotATime(value=told(value))


def _is_number(value: Json) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= HIGHEST


def _number(value: Json) -> int:
    if _is_number(value):
        return value
    raise NotANumber(value=told(value), limit=HIGHEST)


def _truth(value: Json) -> bool:
    if isinstance(value, bool):
        return value
    raise NotTruth(value=told(value))


def _paragraphs(value: Json) -> LineRange:
    if isinstance(value, list) and len(value) == 2:
        first, last = value
        if _is_number(first) and _is_number(last) and first <= last:
            return first, last
    raise NotParagraphs(value=told(value))


def _ranges(value: Json) -> tuple[LineRange, ...]:
    if not isinstance(value, list) or not value:
        raise NotRanges(value=told(value))
    return tuple(map(_paragraphs, value))


def _texts(one: Callable[[Json], str]) -> Callable[[Json], tuple[str, ...]]:
    def parse(value: Json) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise NotAList(value=told(value))
        return tuple(text for text in map(one, value) if text)

    return parse


def _typed_text(text: str) -> Json:
    return text.strip() or None


def _typed_date(text: str) -> Json:
    """Also as papers print it: "13 maj 2024"."""
    if not text.strip():
        return None
    day = first_date(text)
    return (day or _date(text.strip())).isoformat()


def _typed_time(text: str) -> Json:
    """Also as papers print it: "13.30"."""
    if not text.strip():
        return None
    clock = read_time(text)
    return (clock or _time(text.strip())).isoformat(timespec="minutes")


def _typed_number(text: str) -> Json:
    text = text.strip()
    if text.isascii() and text.isdecimal():
        return _number(int(text)) if len(text) <= len(str(HIGHEST)) else _number(text)
    return _number(text) if text else None


def _typed_paragraphs(text: str) -> Json:
    """One paragraph alone is a run too."""
    text = text.strip()
    if not text:
        return None
    run = _RUN.fullmatch(text)
    if not run:
        raise NotParagraphs(value=told(text))
    return [*_paragraphs([int(run[1]), int(run[2] or run[1])])]


def _typed_ranges(text: str) -> Json:
    if not text.strip():
        return None
    runs = [_RUN.fullmatch(part.strip()) for part in _AND.split(text.strip())]
    found: list[Json] = [[int(run[1]), int(run[2] or run[1])] for run in runs if run]
    if len(found) < len(runs):
        raise NotRanges(value=told(text))
    return found


def _typed_truth(text: str) -> Json:
    if not text.strip():
        return None
    if text.strip() not in {"true", "false"}:
        raise NotTruth(value=told(text))
    return text.strip() == "true"


def _typed_names(text: str) -> Json:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _typed_texts(text: str) -> Json:
    parts = _BLANK.split(text.replace("\r\n", "\n"))
    return [part.strip() for part in parts if part.strip()]


def _same(value: object) -> Json:
    return value  # type: ignore[return-value] # the facts hold these as JSON does


def _listed(value: object) -> Json:
    """Tuples, and tuples of tuples, as lists."""
    return [_listed(one) for one in value] if isinstance(value, tuple) else _same(value)


def _shown(value: Json) -> str:
    return "" if value is None else str(value)


def _shown_run(value: Json) -> str:
    if not isinstance(value, list):
        return ""
    first, last = value
    return f"{first}–{last}" if first != last else str(first)


def _shown_runs(value: Json) -> str:
    return ", ".join(map(_shown_run, value)) if isinstance(value, list) else ""


def _shown_truth(value: Json) -> str:
    return "" if value is None else str(value).lower()


def _shown_with(between: str) -> Callable[[Json], str]:
    def shown(value: Json) -> str:
        return between.join(map(str, value)) if isinstance(value, list) else ""

    return shown


def _iso_date(value: object) -> Json:
    return value.isoformat() if isinstance(value, dt.date) else None


def _iso_time(value: object) -> Json:
    return value.isoformat(timespec="minutes") if isinstance(value, dt.time) else None


FORMS: Final[Mapping[ValueType, Form]] = {
    "text": Form(_text, _same, _typed_text, _shown),
    "long_text": Form(_long_text, _same, _typed_text, _shown),
    "date": Form(_date, _iso_date, _typed_date, _shown),
    "time": Form(_time, _iso_time, _typed_time, _shown),
    "number": Form(_number, _same, _typed_number, _shown),
    "paragraphs": Form(_paragraphs, _listed, _typed_paragraphs, _shown_run),
    "ranges": Form(_ranges, _listed, _typed_ranges, _shown_runs),
    "choice": Form(_text, _same, _typed_text, _shown),
    "truth": Form(_truth, _same, _typed_truth, _shown_truth),
    "names": Form(_texts(_text), _listed, _typed_names, _shown_with("\n")),
    "texts": Form(_texts(_long_text), _listed, _typed_texts, _shown_with("\n\n")),
}
