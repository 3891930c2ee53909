"""The numbers that Word sets before headings and list items: not in the text, but on the paper."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

BULLET: Final = "-"
LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")
_ROMAN: Final = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"))
_ROMAN_LOW: Final = ((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered: "%1.%2", counted from `start` in the manner of `form`."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    style: str | None = None
    legal: bool = False


@dataclass
class _List:
    """A list that one or more runs of paragraphs share, and how far each level has counted."""

    levels: dict[int, Level]
    counted: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


@dataclass
class _Run:
    list: _List
    levels: dict[int, Level]
    restarts: dict[int, int]


class Numbering:
    """Counts through a document from its beginning; every numbered paragraph asks once."""

    def __init__(self, numbering: Element | None = None) -> None:
        self.runs: dict[str, _Run] = {}
        if numbering is None:
            return
        lists = {each.get("abstractNumId", ""): each for each in numbering.findall("abstractNum")}
        by_style = {
            style.get("val"): each for each in lists.values() if (style := each.find("styleLink")) is not None
        }
        shared: dict[str, _List] = {}
        for run in numbering.findall("num"):
            identity = _value(run, "abstractNumId") or ""
            if (source := lists.get(identity)) is None:
                continue
            linked = by_style.get(_value(source, "numStyleLink"), source)
            if identity not in shared:
                shared[identity] = _List(dict(_levels(linked)))
            self.runs[run.get("numId", "")] = _run(run, shared[identity])

    def level_of_style(self, run: str, style: str) -> int:
        """The level that the list gives to paragraphs of a style; headings are tied to theirs this way."""
        levels = self.runs[run].list.levels if run in self.runs else {}
        return next((number for number, level in levels.items() if level.style == style), 0)

    def label(self, run: str, level: int) -> str | None:
        """The number or bullet of the next paragraph in *run*; None if the document has no such list."""
        if run not in self.runs or not 0 <= level < LEVELS:
            return None
        here = self.runs[run]
        counted = here.list.counted
        if level in here.restarts:
            counted[level] = here.restarts.pop(level) - 1
        for number in range(level):
            if counted[number] is None:
                counted[number] = _level(here, number).start
        before = counted[level]
        counted[level] = _level(here, level).start if before is None else before + 1
        counted[level + 1 :] = [None] * (LEVELS - level - 1)
        return _printed(here, level)


def _printed(run: _Run, level: int) -> str:
    shape = _level(run, level)
    if shape.form == "bullet":
        return BULLET
    if shape.form == "none":
        return _PLACE.sub("", shape.text).strip()

    def number(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        form = "decimal" if shape.legal else _level(run, place).form
        return _written(run.list.counted[place] or 0, form)

    return _PLACE.sub(number, shape.text).strip()


def _written(number: int, form: str) -> str:
    match form:
        case "lowerLetter" | "upperLetter" if number > 0:
            letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 % 8 + 1)
            return letters.upper() if form == "upperLetter" else letters
        case "lowerRoman" | "upperRoman" if 0 < number < 4000:
            numeral = "".join(_roman(number))
            return numeral.upper() if form == "upperRoman" else numeral
        case "decimalZero":
            return f"{number:02}"
        case "none" | "bullet":
            return ""
        case _:
            return str(number)


def _roman(number: int) -> Iterator[str]:
    for value, sign in (*_ROMAN, *_ROMAN_LOW):
        while number >= value:
            number -= value
            yield sign


def _level(run: _Run, number: int) -> Level:
    return run.levels.get(number) or run.list.levels.get(number) or Level(text=f"%{number + 1}.")


def _run(element: Element, shared: _List) -> _Run:
    run = _Run(shared, {}, {})
    for override in element.findall("lvlOverride"):
        number = _integer(override.get("ilvl"), 0)
        run.levels |= dict(_levels(override))
        if (start := _value(override, "startOverride")) is not None:
            run.restarts[number] = _integer(start, 1)
    return run


def _levels(element: Element) -> Iterator[tuple[int, Level]]:
    for level in element.findall("lvl"):
        number = _integer(level.get("ilvl"), 0)
        yield (
            number,
            Level(
                start=_integer(_value(level, "start"), 1),
                form=_value(level, "numFmt") or "decimal",
                text=_value(level, "lvlText") or "",
                style=_value(level, "pStyle"),
                legal=level.find("isLgl") is not None,
            ),
        )


def _value(element: Element, name: str) -> str | None:
    found = element.find(name)
    attributes: Mapping[str, str] = found.attrib if found is not None else {}
    return attributes.get("val")


def _integer(text: str | None, otherwise: int) -> int:
    try:
        return max(0, min(int(text or ""), 1_000_000))
    except ValueError:
        return otherwise
