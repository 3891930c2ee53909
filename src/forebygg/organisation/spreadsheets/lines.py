"""What each row says, and what is wrong with it: all of it, so that a file is put right once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from forebygg.core.messages import N_, Notice
from forebygg.organisation.rules import MOST_HEADS, plain
from forebygg.organisation.spreadsheets.columns import GROUP, HEADS, KIND, UNDER, UNIT, Columns, find_columns
from forebygg.organisation.spreadsheets.sheet import Row, Sheet

LONGEST_UNIT: Final = 200
LONGEST_GROUP: Final = 100

_KINDS: Final = {
    "board": "nämnd, styrelse, kommunstyrelse, kommunstyrelsen, utskott, board, committee",
    "department": "förvaltning, kontor, sektor, department, administration, office",
    "unit": "enhet, skola, förskola, grundskola, gymnasieskola, gymnasium, avdelning, verksamhet, område, "
    "kommunal skola, kommunal enhet, bibliotek, fritidsgård, unit, division, section, municipal school",
    "company": "kommunalt bolag, bolag, kommunalt aktiebolag, municipal company, company",
    "school": "fristående skola, friskola, fristående, fristående förskola, independent school, free school",
    "contractor": "entreprenör, utförare, privat utförare, leverantör, extern utförare, contractor, "
    "supplier, private provider",
}
KINDS: Final = {word.strip(): kind for kind, words in _KINDS.items() for word in words.split(",")}

_THOUSANDS: Final = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))")
_WHOLE: Final = re.compile(r"\d{1,9}", re.ASCII)
_DECIMAL: Final = re.compile(r"\d+[.,]\d+", re.ASCII)
_NEGATIVE: Final = re.compile(r"[-\u2212\u2013]\s*\d+(?:[.,]\d+)?", re.ASCII)

_NO_UNIT: Final = N_("No unit is named. Write its name on every row.")
_LONG: Final = N_("“{begins}…” is longer than {most} characters.")
_NO_KIND: Final = N_(
    "“{kind}” is no kind that is known. Write board, department, unit, municipal company, independent school "
    "or contractor."
)
_NO_HEADS: Final = N_("“{group}” has no number. Write how many they are.")
_NO_GROUP: Final = N_("The number {heads} belongs to no staff group. Write which.")
_SHARED: Final = N_("The number is merged with other rows. Write one number on each.")
_FEWER: Final = N_("“{heads}” is less than nobody. Write how many they are.")
_PARTS: Final = N_("“{heads}” is no whole number. Count people, not full-time posts.")
_NO_NUMBER: Final = N_("“{heads}” is no number. Write how many they are, in figures.")
_MANY: Final = N_("{heads} is more than {most}. Is a figure too many?")


@dataclass(frozen=True, slots=True)
class Line:
    """A row without faults; `kind` is empty where the row does not say, `under` and `group` likewise."""

    number: int
    unit: str
    kind: str = ""
    under: str = ""
    group: str = ""
    heads: int | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row."""

    number: int
    what: Notice


@dataclass(frozen=True)
class Lines:
    """Every row below the head is a line or has a fault."""

    lines: Sequence[Line]
    faults: Sequence[Fault]
    unused: Sequence[str] = ()
    sheet: str = ""


def read_lines(sheet: Sheet) -> Lines:
    """Raises a SpreadsheetError when there is no head, or when a column tells who works here."""
    columns = find_columns(sheet.rows)
    lines: list[Line] = []
    faults: list[Fault] = []
    for row in sheet.rows:
        if row.number > columns.row:
            line, wrong = _line(row, columns)
            if wrong:
                faults += (Fault(row.number, what) for what in wrong)
            else:
                lines.append(line)
    return Lines(lines, faults, columns.unused, sheet.called)


def _line(row: Row, columns: Columns) -> tuple[Line, list[Notice]]:
    cells = {
        name: row.cells[column] if column < len(row.cells) else "" for name, column in columns.at.items()
    }
    unit, group = plain(cells[UNIT]), plain(cells.get(GROUP, ""))
    under, typed = plain(cells.get(UNDER, "")), cells.get(HEADS, "")
    shared = columns.at.get(HEADS) in row.copied
    kind = KINDS.get(cells.get(KIND, "").casefold(), "")
    heads = _heads(typed)
    line = Line(row.number, unit, kind, under, group, heads)
    wrong = [*_wrong_names(line)]
    if cells.get(KIND) and not kind:
        wrong.append(Notice(_NO_KIND, kind=_short(cells[KIND])))
    if shared and group:
        wrong.append(Notice(_SHARED))
    elif typed or group:
        wrong += _wrong_count(typed, heads, group)
    return line, wrong


def _wrong_names(line: Line) -> Iterator[Notice]:
    if not line.unit:
        yield Notice(_NO_UNIT)
    for words, most in ((line.unit, LONGEST_UNIT), (line.under, LONGEST_UNIT), (line.group, LONGEST_GROUP)):
        if len(words) > most:
            yield Notice(_LONG, begins=words[:30], most=most)


def _heads(typed: str) -> int | None:
    """The number, with or without a space after the thousands."""
    whole = _THOUSANDS.sub("", typed)
    return int(whole) if _WHOLE.fullmatch(whole) else None


def _wrong_count(typed: str, heads: int | None, group: str) -> Iterator[Notice]:
    if not typed:
        yield Notice(_NO_HEADS, group=_short(group))
    elif heads is None:
        why = _FEWER if _NEGATIVE.fullmatch(typed) else _PARTS if _DECIMAL.fullmatch(typed) else _NO_NUMBER
        yield Notice(why, heads=_short(typed))
    elif heads > MOST_HEADS:
        yield Notice(_MANY, heads=heads, most=MOST_HEADS)
    if heads is not None and not group:
        yield Notice(_NO_GROUP, heads=heads)


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:60]}…"
