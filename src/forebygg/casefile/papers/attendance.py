"""Lists of attendance: who took part in the meeting, in which role, and when."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from forebygg.casefile.facts import Attendance, LineRange
from forebygg.casefile.paper import Line
from forebygg.casefile.papers.elected import party_heading, read_elected
from forebygg.casefile.papers.fields import ATTENDANCE, Field
from forebygg.casefile.papers.lists import Listed, entries
from forebygg.casefile.papers.officials import read_officials
from forebygg.casefile.papers.presence import Presence
from forebygg.casefile.papers.roll import is_roll, read_table
from forebygg.casefile.papers.rows import Row, Sheet, read_rows
from forebygg.casefile.people import PARTY

_OFFICES: Final = frozenset({Field.CHAIR, Field.VICE_CHAIR})
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
    for row in sheet.rows:
        if row.field in ATTENDANCE:
            listing = row.field in {Field.PRESENT, Field.MEMBERS}
        elif not (listing and row.field in _OFFICES and _PARTY.search(row.text)):
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
    unread: list[Line] = []
    elected = {
        position: list(_elected(listed, meeting, unread))
        for position, listed in enumerate(_serving_named(lists))
        if listed.field is not Field.OFFICIALS
    }
    parties = {person.party for people in elected.values() for person in people if person.party}
    found: list[Attendance] = []
    for position, listed in enumerate(lists):
        if position in elected:
            found += elected[position]
            continue
        for entry in entries(listed):
            read = list(read_officials(entry, meeting, parties))
            found += [person for person in read if person is not None]
            if None in read:
                unread += entry.lines
    return tuple(_once(_halved(found, meeting))), unread


def _elected(listed: Listed, meeting: LineRange | None, unread: list[Line]) -> Iterator[Attendance]:
    if is_roll(listed.lines):
        people, left = read_table(listed.lines)
        unread += left
        yield from people
        return
    party: str | None = None
    for entry in entries(listed):
        if heading := party_heading(entry.text):
            party = heading
            continue
        read = list(read_elected(entry, listed.field, meeting))
        if None in read or not read:
            unread += entry.lines
        for person in read:
            if person is not None:
                yield _settled(person, listed.heading, party)


def _settled(person: Attendance, heading: str, party: str | None) -> Attendance:
    """A person with the party and the office that stand as headings over the name."""
    office = heading if heading.endswith(("ordförande", "ordf")) and person.role == "member" else None
    title = ", ".join(part for part in (person.title, office) if part) or None
    return replace(person, party=person.party or party, title=title)


def _serving_named(lists: Sequence[Listed]) -> Iterator[Listed]:
    """Read "Ersättare" beside a later "Ej tjänstgörande ersättare" as those who serve."""
    for position, listed in enumerate(lists):
        idle_later = any("tjänstgörande" in later.heading for later in lists[position + 1 :] if _idle(later))
        if listed.field is Field.SUBSTITUTES and listed.heading == "ersättare" and idle_later:
            yield replace(listed, field=Field.SERVING_SUBSTITUTES)
        else:
            yield listed


def _idle(listed: Listed) -> bool:
    return listed.field is Field.SUBSTITUTES


def _halved(found: Sequence[Attendance], meeting: LineRange | None) -> Iterator[Attendance]:
    """A member "ersätts av" a substitute: present only when the substitute is not."""
    for position, person in enumerate(found):
        after = found[position + 1] if position + 1 < len(found) else None
        if after and after.replaces == person.name and after.line == person.line and person.role == "member":
            yield _without(person, after, meeting) if _unbounded(person) else person
        else:
            yield person


def _without(member: Attendance, substitute: Attendance, meeting: LineRange | None) -> Attendance:
    if _unbounded(substitute):
        return replace(member, role="absent", serving=False)
    first, last = substitute.from_paragraph, substitute.to_paragraph
    if first is None or last is None:
        return replace(
            member,
            from_paragraph=last + 1 if last else None,
            to_paragraph=first - 1 if first else None,
            from_time=substitute.to_time,
            to_time=substitute.from_time,
        )
    left = Presence(excluded=substitute.paragraphs or ((first, last),)).within(meeting)
    if left is None:
        return member
    return replace(
        member,
        from_paragraph=left.from_paragraph,
        to_paragraph=left.to_paragraph,
        paragraphs=left.paragraphs,
    )


def _once(found: Iterable[Attendance]) -> Iterator[Attendance]:
    """Whoever serves the whole meeting and stands in the list of substitutes too is one person, once."""
    people = list(found)
    whole = {
        (person.name, person.party)
        for person in people
        if person.role == "substitute" and person.serving and _unbounded(person)
    }
    seen: set[Attendance] = set()
    for person in people:
        idle = person.role == "substitute" and not person.serving and _unbounded(person)
        key = replace(person, line=0)
        if key not in seen and not (idle and (person.name, person.party) in whole):
            seen.add(key)
            yield person


def _unbounded(person: Attendance) -> bool:
    bounds = (person.from_paragraph, person.to_paragraph, person.from_time, person.to_time, person.paragraphs)
    return all(bound is None for bound in bounds)
