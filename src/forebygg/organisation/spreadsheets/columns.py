"""Which column is which, by the words at its head; columns that tell who works here are refused."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from forebygg.organisation.spreadsheets.errors import ColumnOfPeople, DoubleColumn, NoHeader
from forebygg.organisation.spreadsheets.sheet import Row

UNIT, KIND, UNDER, GROUP, HEADS = "unit", "kind", "under", "group", "heads"

_WORDS: Final = {
    UNIT: "enhet, enhetsnamn, enhetens namn, namn på enhet, organisationsenhet, verksamhet, verksamhetsnamn, "
    "verksamhetens namn, arbetsplats, unit, unit name, name of unit, organisational unit, workplace",
    KIND: "typ, enhetstyp, typ av enhet, slag, slag av enhet, kategori, kind, kind of unit, type, unit type",
    UNDER: "under, ligger under, överordnad, överordnad enhet, tillhör, tillhör enhet, hör till, nämnd, "
    "förvaltning, huvudman, above, parent, parent unit, belongs to, board, department",
    GROUP: "personalgrupp, yrkesgrupp, yrkeskategori, personalkategori, befattning, befattningsgrupp, grupp, "
    "yrke, roll, staff group, staff, occupation, occupational group, group, profession",
    HEADS: "antal, antal anställda, antal personer, antal medarbetare, personer, anställda, huvuden, heads, "
    "head count, headcount, number, number of people, number of employees, count",
}
_PEOPLE: Final = frozenset(
    word.strip()
    for word in (
        "förnamn, efternamn, för- och efternamn, fullständigt namn, personnummer, personnr, pnr, "
        "samordningsnummer, födelsedatum, född, födelseår, e-post, epost, e-postadress, epostadress, mejl, "
        "mejladress, mail, mailadress, telefon, telefonnummer, mobil, mobilnummer, mobiltelefon, "
        "medarbetare, medarbetarens namn, anställd, anställds namn, anställningsnummer, användarnamn, chef, "
        "enhetschef, rektor, kontaktperson, ansvarig, first name, last name, surname, given name, full name, "
        "personal number, social security number, date of birth, born, email, e-mail, email address, "
        "e-mail address, phone, phone number, mobile, employee, employee name, name of employee, "
        "employee id, employee number, username, manager, head teacher, principal, contact, contact person"
    ).split(",")
)
# A unit's name where no other column names the unit; beside one, it names people.
_NAME: Final = frozenset({"namn", "name", "benämning"})
_COLUMNS: Final = {word.strip(): column for column, words in _WORDS.items() for word in words.split(",")}

_HEAD_WITHIN: Final = 20
_SAMPLE: Final = 40
_ADDRESS: Final = re.compile(r"[^\s@]+@[^\s@]+\.\w")
_PERSONAL_NUMBER: Final = re.compile(r"\b(?:19|20)?\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01])[-+]?\d{4}\b")


@dataclass(frozen=True)
class Columns:
    """Where each column is, from 0; the row that says so; and the columns that are not used."""

    at: Mapping[str, int]
    row: int
    unused: Sequence[str] = ()


def find_columns(rows: Sequence[Row]) -> Columns:
    """Raises NoHeader, DoubleColumn, ColumnOfPeople."""
    named = ((row, _named(row)) for row in rows[:_HEAD_WITHIN])
    head, at = next(((row, at) for row, at in named if UNIT in at), (None, {}))
    if head is None:
        raise NoHeader
    used = {*at.values()}
    unused = {column: words for column, words in enumerate(head.cells) if words and column not in used}
    body = rows[rows.index(head) + 1 :]
    _refuse_people(head, unused, body)
    return Columns(at, head.number, [*unused.values()])


def _named(row: Row) -> dict[str, int]:
    """What the cells of a row name, as far as they name anything."""
    at: dict[str, int] = {}
    names = [_word(cell) for cell in row.cells]
    for column, name in enumerate(names):
        if (which := _COLUMNS.get(name)) is None:
            continue
        if which in at and UNIT in map(_COLUMNS.get, names):
            raise DoubleColumn(first=row.cells[at[which]], second=row.cells[column])
        at.setdefault(which, column)
    named = [column for column, name in enumerate(names) if name in _NAME]
    if UNIT not in at and named and (at or len(names) == 1):
        at[UNIT] = named[0]
    return at


def _word(cell: str) -> str:
    """A head without capitals, signs and what stands in parentheses."""
    return " ".join(re.sub(r"\([^)]*\)|[:*?.]", " ", cell.casefold()).split())


def _refuse_people(head: Row, unused: Mapping[int, str], body: Sequence[Row]) -> None:
    for words in unused.values():
        if _word(words) in _PEOPLE | _NAME:
            raise ColumnOfPeople(column=words)
    for row in body:
        for column, value in enumerate(row.cells):
            # What neither an address nor a number can be is seen at a glance.
            if ("@" in value and _ADDRESS.search(value)) or (
                len(value) >= 10 and value[-1].isdecimal() and _PERSONAL_NUMBER.search(value)
            ):
                raise ColumnOfPeople(column=_called(head, column))
    for column, words in unused.items():
        if _are_names(list(islice(_values(body, column), _SAMPLE))):
            raise ColumnOfPeople(column=words)


def _called(head: Row, column: int) -> str:
    """What stands above a column, or its letter."""
    words = head.cells[column] if column < len(head.cells) else ""
    return words or chr(ord("A") + column % 26)


def _values(body: Iterable[Row], column: int) -> Iterator[str]:
    """The values of a column, each once."""
    values = (row.cells[column] for row in body if column < len(row.cells))
    return iter(dict.fromkeys(value for value in values if value))


def _are_names(values: Sequence[str]) -> bool:
    """Whether most are names of people."""
    # The guard's lists take a tenth of a second to read: most files have no column that needs them.
    from forebygg.privacy.guard import Kind, look  # noqa: PLC0415

    named = sum(1 for value in values if any(mark.kind is Kind.NAME for mark in look(value)))
    return len(values) > 0 and named * 2 > len(values)
