"""Rolls of the council: tables of seat, member, substitute, party, arrival and departure.

Extraction gives such a table one cell a line, and at a page's end some columns before others; the cells
are therefore handed to the rows in order, each to the first row that still lacks one of its kind.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from forebygg.casefile.facts import Attendance
from forebygg.casefile.paper import Line, paragraphs
from forebygg.casefile.people import NAME
from forebygg.core.dates import read_time

_ARRIVAL: Final = frozenset({"ankom", "in", "från", "kom", "anlände", "ankomst"})
_DEPARTURE: Final = frozenset({"utgick", "ut", "till", "gick", "avvek", "avgång", "lämnade"})
_HEADINGS: Final = _ARRIVAL | _DEPARTURE | {
    "plats", "nr", "ledamot", "ledamöter", "ersättare", "tjänstgörande ersättare", "parti", "namn", "bilaga",
    "närvarolista", "uppropslista", "närvaro", "kl", "tid",
}  # fmt: skip
_GAP: Final = re.compile(r"\t+|\s{2,}")
_SEAT: Final = re.compile(r"\d{1,3}")
_CLOCK: Final = re.compile(r"\d{1,2}[.:]\d\d")
_PARTY: Final = re.compile(r"[A-ZÅÄÖ][A-Za-zÅÄÖ]{0,4}|-")
_WORD: Final = r"[^\W\d_][\w'’.-]*"
_SURNAME_FIRST: Final = re.compile(
    rf"(?P<family>{_WORD}(?:\s+{_WORD}){{0,3}})\s*,\s*(?P<given>{_WORD}(?:\s+{_WORD}){{0,2}})"
)
# Two cells that the extraction ran together: "Ek, Bo Dal, Eva".
_TWO: Final = re.compile(rf"(?P<one>{_WORD}(?:\s+{_WORD})?\s*,\s*{_WORD})\s+(?P<two>{_WORD}\s*,\s*{_WORD})")
_NAME: Final = re.compile(NAME)
_OPEN_ROWS: Final = 100  # more rows than a page holds do not wait for their cells
_APPENDIX: Final = re.compile(r"bilaga\s+\d+", re.IGNORECASE)


# All but a few come and go at the same times.
_clock = lru_cache(maxsize=512)(read_time)


@dataclass
class _Seat:
    """One row while its cells come in."""

    line: int
    numbered: bool
    names: list[Line] = field(default_factory=list)
    party: str | None = None
    times: list[dt.time] = field(default_factory=list)
    cells: list[Line] = field(default_factory=list)


def is_roll(lines: Iterable[Line]) -> bool:
    """Whether the table is one of arrivals and departures, and not of a ballot."""
    words: set[str] = set()
    for line in lines:
        if line.text and not line.furniture:
            words |= {cell.casefold() for cell in _GAP.split(line.text)}
            if len(words) > 40:
                break
    return bool(
        words & _ARRIVAL
        and words & _DEPARTURE
        and words & {"parti", "ledamot", "ledamöter", "ersättare", "namn"}
    )


def read_table(lines: Sequence[Line]) -> tuple[tuple[Attendance, ...], list[Line]]:
    """Everyone on the roll, one entry for each spell of presence, and the lines that fit no row."""
    table = _Table()
    for cell in _cells(lines):
        table.take(cell)
    table.close()
    return tuple(table.found), sorted(table.unread)


def _cells(lines: Sequence[Line]) -> Iterator[Line]:
    """The cells in order; a name that is wrapped over lines is one cell."""
    for group in paragraphs([line for line in lines if not line.furniture]):
        parts = group
        printed = "\n".join([line.text for line in group])
        if "\t" in printed or "  " in printed:
            parts = [Line(line.number, part) for line in group for part in _GAP.split(line.text) if part]
        if len(parts) > 1:
            whole = " ".join([part.text for part in parts])
            if _SURNAME_FIRST.fullmatch(whole) and not all("," in part.text for part in parts):
                parts = [Line(parts[0].number, whole)]
        yield from parts


@lru_cache(maxsize=4096)  # parties and times are few, and fill most of the table
def _kind(text: str) -> str:
    if text[0].isdecimal():
        if _CLOCK.fullmatch(text):
            return "time"
        if _SEAT.fullmatch(text):
            return "seat"
    if text.casefold() in _HEADINGS or _APPENDIX.fullmatch(text):
        return "heading"
    if _PARTY.fullmatch(text):
        return "party"
    return "name"


class _Table:
    def __init__(self) -> None:
        self.found: list[Attendance] = []
        self.unread: list[Line] = []
        self._rows: list[_Seat] = []
        self._seats = 0

    def take(self, cell: Line) -> None:
        match _kind(cell.text):
            case "seat":
                self._rows.append(_Seat(cell.number, numbered=True, cells=[cell]))
                self._seats += 1
                if len(self._rows) > _OPEN_ROWS:
                    self._leave(self._rows.pop(0))
            case "name":
                self._name(cell)
            case "party":
                self._give(cell, next((row for row in self._rows if row.party is None and row.names), None))
            case "time":
                self._give(cell, next((row for row in self._rows if len(row.times) < 2 and row.party), None))

    def _name(self, cell: Line) -> None:
        if cell.text.count(",") > 1 and (two := _TWO.fullmatch(cell.text)):
            self._name(Line(cell.number, two["one"]))
            self._name(Line(cell.number, two["two"]))
            return
        if not (_SURNAME_FIRST.fullmatch(cell.text) or _NAME.fullmatch(cell.text)):
            self.unread.append(cell)
            return
        row = next((row for row in self._rows if not row.names), None)
        if row is None and self._rows and len(self._rows[-1].names) == 1 and self._rows[-1].party is None:
            row = self._rows[-1]
        if row is None and not self._seats:
            row = _Seat(cell.number, numbered=False)
            self._rows.append(row)
        if row is None:
            self.unread.append(cell)
            return
        row.names.append(cell)
        row.cells.append(cell)

    def _give(self, cell: Line, row: _Seat | None) -> None:
        if row is None:
            self.unread.append(cell)
            return
        row.cells.append(cell)
        if row.party is None:
            row.party = cell.text
        elif clock := _clock(cell.text):
            row.times.append(clock)
        if len(row.times) == 2:  # they come last, after the party and the names
            self._rows.remove(row)
            self.found.append(_spell(row))

    def close(self) -> None:
        """Rows that never got all their cells are not guessed at."""
        for row in self._rows:
            self._leave(row)

    def _leave(self, row: _Seat) -> None:
        self.unread += [cell for cell in row.cells if row.names or _kind(cell.text) != "seat"]


def _spell(row: _Seat) -> Attendance:
    names = [_given_first(name.text) for name in row.names]
    serves_for = len(names) == 2
    return Attendance(
        name=names[-1],
        party=None if row.party == "-" else row.party,
        role="substitute" if serves_for else "member",
        serving=True,
        replaces=names[0] if serves_for else None,
        from_time=row.times[0],
        to_time=row.times[1],
        line=row.names[-1].number,
    )


def _given_first(name: str) -> str:
    match = _SURNAME_FIRST.fullmatch(name)
    return f"{match['given']} {match['family']}" if match else name
