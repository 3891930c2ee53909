"""Lists of attendance: who took part in the meeting, in which role, and when."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from forebygg.casefile.facts import Attendance, LineRange
from forebygg.casefile.paper import Line
from forebygg.casefile.papers.attendance.elected import party_heading, read_elected
from forebygg.casefile.papers.attendance.lists import Entry, Listed, by_cell, entries
from forebygg.casefile.papers.attendance.officials import parted, read_officials
from forebygg.casefile.papers.attendance.roll import is_roll, read_table
from forebygg.casefile.papers.attendance.seats import read_seats
from forebygg.casefile.papers.attendance.serving import halved, once, with_serving_named
from forebygg.casefile.papers.covers.fields import ATTENDANCE, Field
from forebygg.casefile.papers.covers.rows import Row, Sheet, read_rows
from forebygg.casefile.people import NAME, PARTY, persons

_OFFICES: Final = frozenset({Field.CHAIR, Field.VICE_CHAIR})
# The note under a list that marks those who serve: "* = tjänstgörande ersättare".
_STAR_NOTE: Final = re.compile(r"\*+\s*[=):–-]?\s*(?:tjg|tj\.|tjänst)", re.IGNORECASE)
_SUBSTITUTES: Final = re.compile(r"[Ee]rsättar(?:na|e):?\s+(?=[A-ZÅÄÖÉ][^,]*\()")
# "KD   Elise Arnell": the party stands in a column before the name.
_LETTERS: Final = r"(?:[A-ZÅÄÖ]{1,4}|[A-Z][a-z])(?:\t|\s{2,})"
_PARTY_FIRST: Final = re.compile(
    rf"(?P<party>[A-ZÅÄÖ]{{1,4}}|[A-Z][a-z])(?:\t|\s{{2,}})(?P<name>{NAME})(?P<given>\s*\()?"
)
_BEFORE_PARTY: Final = re.compile(rf"(?:\t|\s{{2,}})(?={_LETTERS}{NAME})")
_PARTY: Final = re.compile(rf"\(\s*(?:{PARTY})\s*\)")


def read_roll(lines: Sequence[Line]) -> tuple[tuple[Attendance, ...], list[Line]]:
    """An appendix that says who was present, as a table of arrivals or as lists under headings.

    Nobody, and all lines as not understood, when the appendix is something else.
    """
    people: tuple[Attendance, ...] = ()
    if is_roll(lines):
        people, unread = read_table(lines)
    elif lists := [
        listed for listed in lists_of(read_rows(lines)) if any(line.text for line in listed.lines)
    ]:
        people, unread = read_attendance(lists, None)
    else:
        unread = [line for line in lines if line.text]
    left = {line.number for line in unread}
    return people, [line for line in lines if line.number in left and not line.furniture]


def lists_of(sheet: Sheet) -> Iterator[Listed]:
    """The lists of attendance among a sheet's rows.

    "Ordförande" as a heading inside such a list ("Närvarande", "Ordförande: Anna Berg (S)") heads a list
    of one; in the block of signatures it does not.
    """
    listing = False
    for place, row in enumerate(sheet.rows):
        # "Ordförande", "Vice ordförande" over the other members
        following = next((other for other in sheet.rows[place + 1 :] if other.field not in _OFFICES), None)
        leads = following is not None and following.field is Field.MEMBERS
        if row.field in ATTENDANCE:
            listing = row.field in {Field.PRESENT, Field.MEMBERS}
        elif not ((listing or leads) and row.field in _OFFICES and _PARTY.search(row.text)):
            listing = False
            continue
        yield _listed(row)


def _listed(row: Row) -> Listed:
    field = Field.MEMBERS if row.field in _OFFICES else row.field
    return Listed(field=field, lines=tuple(row.cells), heading=row.heading)


def read_attendance(
    lists: Sequence[Listed], meeting: LineRange | None
) -> tuple[tuple[Attendance, ...], list[Line]]:
    """Everyone listed, in order, and the lines that no rule understood.

    *meeting* is the meeting's range of paragraphs; without it "ej § 35" cannot be said as presence, and
    its line is returned as not understood beside the person.
    """
    reading = _Reading(lists, meeting)
    # The elected first: their parties tell which letters after an official's name are a party's.
    of_list = {
        position: list(reading.elected(listed))
        for position, listed in enumerate(with_serving_named(lists))
        if listed.field is not Field.OFFICIALS
    }
    found: list[Attendance] = []
    for position, listed in enumerate(lists):
        found += of_list[position] if position in of_list else reading.officials(entries(listed))
    found += reading.officials(reading.among_elected)
    return tuple(once(halved(found, meeting))), reading.unread


class _Reading:
    """What the lists of one paper say of one another: its parties, its mark for those who serve."""

    def __init__(self, lists: Sequence[Listed], meeting: LineRange | None) -> None:
        self.unread: list[Line] = []
        self.among_elected: list[Entry] = []
        self._meeting = meeting
        self._parties: set[str] = set()
        self._star = any(_STAR_NOTE.match(line.text) for listed in lists for line in listed.lines)

    def elected(self, listed: Listed) -> Iterator[Attendance]:
        if is_roll(listed.lines):
            people, left = read_table(listed.lines)
            self.unread += left
            yield from people
            return
        if seats := read_seats(listed):
            self.unread += seats[1]
            yield from seats[0]
            return
        listed = _with_party_after(listed)
        party: str | None = None
        mixed = listed.field is Field.SUBSTITUTES_AND_OTHERS
        for whole in by_cell(entries(listed)) if mixed else entries(listed):
            if mixed and not persons(whole.text):
                self.among_elected.append(whole)
                continue
            if heading := party_heading(whole.text):
                party = heading
                continue
            entry, officials = parted(whole)
            if officials:
                self.among_elected.append(officials)
            read = list(read_elected(entry, listed.field, self._meeting, star=self._star))
            for person in self._kept(entry, read):
                settled = _settled(person, listed.heading, party)
                self._parties |= {settled.party} if settled.party else set()
                yield settled

    def officials(self, listed: Iterable[Entry]) -> Iterator[Attendance]:
        for entry in listed:
            if substitutes := _SUBSTITUTES.match(entry.text):
                # "Ersättarna Bo Ek (M) och Cia Dal (L) samt sekreterare Eva Fors", under "Övriga"
                elected, rest = parted(entry.after(substitutes.end()))
                yield from self._kept(entry, list(read_elected(elected, Field.SUBSTITUTES, self._meeting)))
                yield from self.officials([rest] if rest else [])
                continue
            yield from self._kept(entry, list(read_officials(entry, self._meeting, self._parties)))

    def _kept(self, entry: Entry, read: Sequence[Attendance | None]) -> Iterator[Attendance]:
        if None in read or not read:
            self.unread += entry.lines
        return (person for person in read if person is not None)


def _with_party_after(listed: Listed) -> Listed:
    """The list with each party after its name, where it stands in a column before the names."""
    rows = [
        line._replace(text=row)
        for line in listed.lines
        for row in (_BEFORE_PARTY.split(line.text) if line.text else ("",))
    ]
    matches = [_PARTY_FIRST.match(row.text) for row in rows]
    if sum(map(bool, matches)) * 2 <= sum(bool(row.text) for row in rows):
        return listed
    lines = (
        row if match is None else row._replace(text=_party_after(match))
        for row, match in zip(rows, matches, strict=True)
    )
    return replace(listed, lines=tuple(lines))


def _party_after(match: re.Match[str]) -> str:
    party = "" if match["given"] else f" ({match['party']})"
    return f"{match['name']}{party}{match.string[match.end('name') :]}"


def _settled(person: Attendance, heading: str, party: str | None) -> Attendance:
    """A person with the party and the office that stand as headings over the name."""
    office = heading if heading.endswith(("ordförande", "ordf")) and person.role == "member" else None
    if office is None and party is None:
        return person
    title = ", ".join(part for part in (person.title, office) if part) or None
    return replace(person, party=person.party or party, title=title)
