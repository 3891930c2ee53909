"""Lists of attendance: who took part in the meeting, in which role, and when."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from forebygg.casefile.facts import Attendance, LineRange
from forebygg.casefile.paper import Line
from forebygg.casefile.papers.elected import party_heading, read_elected
from forebygg.casefile.papers.labels import Field
from forebygg.casefile.papers.lists import Listed, entries
from forebygg.casefile.papers.officials import read_officials
from forebygg.casefile.papers.presence import Presence
from forebygg.casefile.papers.roll import is_roll, read_roll

__all__ = ["Listed", "is_roll", "read_attendance", "read_roll"]


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
        people, left = read_roll(listed.lines)
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
                yield person if person.party or not party else replace(person, party=party)


def _serving_named(lists: Sequence[Listed]) -> Iterator[Listed]:
    """ "Ersättare" beside a later "Ej tjänstgörande ersättare" are those who serve."""
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
