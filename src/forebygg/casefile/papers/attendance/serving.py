"""Who served in the end, where several entries of a list of attendance speak of the same seat or person."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from forebygg.casefile.facts import Attendance, LineRange
from forebygg.casefile.papers.attendance.lists import Listed
from forebygg.casefile.papers.attendance.presence import Presence
from forebygg.casefile.papers.covers.fields import Field


def with_serving_named(lists: Sequence[Listed]) -> Iterator[Listed]:
    """The lists, in order; "Ersättare" beside a later "Ej tjänstgörande ersättare" are those who serve."""
    idle = [
        position
        for position, listed in enumerate(lists)
        if listed.field is Field.SUBSTITUTES and "tjänstgörande" in listed.heading
    ]
    for position, listed in enumerate(lists):
        plain = listed.field is Field.SUBSTITUTES and listed.heading == "ersättare"
        serving = plain and ((bool(idle) and position < idle[-1]) or _among_deciding(lists, position))
        yield replace(listed, field=Field.SERVING_SUBSTITUTES) if serving else listed


def _among_deciding(lists: Sequence[Listed], position: int) -> bool:
    """Whether "Ersättare" stands under "Beslutande", when others stand under "Övriga" later."""
    before = lists[position - 1].field if position else None
    later = lists[position + 1 :]
    others = [
        place
        for place, listed in enumerate(later)
        if listed.field is Field.OFFICIALS and not any(line.text for line in listed.lines)
    ]
    return before is Field.MEMBERS and any(
        later[place + 1].field is Field.SUBSTITUTES for place in others if place + 1 < len(later)
    )


def halved(found: Sequence[Attendance], meeting: LineRange | None) -> Iterator[Attendance]:
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


def once(found: Iterable[Attendance]) -> Iterator[Attendance]:
    """Whoever serves the whole meeting and stands in the list of substitutes too is one person, once."""
    people = list(found)
    whole = {
        (person.name, person.party)
        for person in people
        if person.role == "substitute" and person.serving and _unbounded(person)
    }
    seen: set[tuple[object, ...]] = set()
    seated: set[tuple[object, ...]] = set()
    for person in people:
        idle = person.role == "substitute" and not person.serving and _unbounded(person)
        seat = (person.name, person.party, person.role, person.replaces, *_bounds(person))
        # Who is named with an office on the cover stands without it in the roll.
        again = (seat, person.title) in seen or (person.title is None and seat in seated)
        if not again and not (idle and (person.name, person.party) in whole):
            seen.add((seat, person.title))
            seated.add(seat)
            yield person


def _unbounded(person: Attendance) -> bool:
    return all(bound is None for bound in _bounds(person))


def _bounds(person: Attendance) -> tuple[object, ...]:
    return (
        person.from_paragraph,
        person.to_paragraph,
        person.from_time,
        person.to_time,
        person.paragraphs,
    )
