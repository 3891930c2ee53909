"""Who met, who decided, and what became of the matter at each meeting."""

import datetime as dt

from forebygg.casefile.facts import Attendance, Item, LineRange, Meeting, Vote
from forebygg.cli.story.page import Page, listed
from forebygg.core.messages import N_

OUTCOMES = {
    "decided": N_("decided"),
    "sent_back": N_("sent back"),
    "tabled": N_("tabled"),
    "withdrawn": N_("withdrawn"),
    "noted": N_("noted"),
}
_SHOWN_ITEMS = 30


def tell_meetings(page: Page) -> None:
    """Each meeting with its attendance and the items taken up there."""
    if not page.case.meetings and not page.case.items:
        return
    page.heading(N_("Meetings"))
    told: set[int] = set()
    for number, meeting in enumerate(page.case.meetings):
        if number:
            page.gap()
        _meeting(page, meeting)
        of_meeting = [item for item in page.case.items if _held(item, meeting)]
        for item in of_meeting[:_SHOWN_ITEMS]:
            _item(page, item)
        if len(of_meeting) > _SHOWN_ITEMS:
            page.line(page.say(N_("and {count} more"), count=len(of_meeting) - _SHOWN_ITEMS), depth=2)
        told.update(id(item) for item in of_meeting)
    for item in page.case.items:
        if id(item) not in told:
            _item(page, item)


def _held(item: Item, meeting: Meeting) -> bool:
    return (item.body, item.date) == (meeting.body, meeting.date)


def _meeting(page: Page, meeting: Meeting) -> None:
    day = page.day(meeting.date) if meeting.date else "–"
    span = f", §§ {meeting.paragraphs[0]}–{meeting.paragraphs[1]}" if meeting.paragraphs else ""
    page.line(f"{meeting.body or '–'}, {day}{span}", depth=1, style="bold")
    serving = [person for person in meeting.attendance if person.serving]
    if serving:
        page.line(page.say(N_("{count} took part in the decisions"), count=len(serving)), depth=2)
    for person in serving:
        if person.replaces:
            page.line(
                page.say(N_("{name} served for {member}"), name=_called(person), member=person.replaces),
                depth=2,
            )
    for person in meeting.attendance:
        if when := _presence(page, person):
            page.line(f"{_called(person)}: {when}", depth=2)


def _called(person: Attendance) -> str:
    return f"{person.name} ({person.party})" if person.party else person.name


def _presence(page: Page, person: Attendance) -> str:
    """When somebody was there, if not all the time."""
    if person.paragraphs:
        return f"§§ {', '.join(map(_span, person.paragraphs))}"
    if person.from_paragraph and person.to_paragraph and not (person.from_time or person.to_time):
        return f"§§ {_span((person.from_paragraph, person.to_paragraph))}"
    since = _when(person.from_paragraph, person.from_time)
    until = _when(person.to_paragraph, person.to_time)
    if since and since == until:
        return since
    parts = []
    if since:
        parts.append(page.say(N_("present from {when}"), when=since))
    if until:
        parts.append(page.say(N_("present to {when}"), when=until))
    return ", ".join(parts)


def _span(span: LineRange) -> str:
    return f"{span[0]}" if span[0] == span[1] else f"{span[0]}–{span[1]}"


def _when(paragraph: int | None, clock: dt.time | None) -> str:
    parts = [f"§ {paragraph}"] if paragraph else []
    return ", ".join([*parts, f"{clock:%H:%M}"] if clock else parts)


def _item(page: Page, item: Item) -> None:
    outcome = f" · {page.say(OUTCOMES[item.outcome])}" if item.outcome else ""
    page.line(f"§ {item.paragraph} {item.title or '–'}{outcome}", depth=2)
    for text in item.decision:
        page.line(page.say(N_("Decision: {text}"), text=text), depth=3)
    for text in item.proposal:
        page.line(page.say(N_("Proposal to the next body: {text}"), text=text), depth=3)
    for motion in item.motions:
        party = f" ({motion.party})" if motion.party else ""
        page.line(
            page.say(N_("{name} moved: {text}"), name=f"{motion.name}{party}", text=motion.text), depth=3
        )
    for vote in item.votes:
        page.line(_ballot(page, vote), depth=3)
    for text in item.reservations:
        page.line(page.say(N_("Reservation: {text}"), text=text), depth=3)
    for statement in item.statements:
        by = statement.name or ""
        text = statement.text or ""
        page.line(f"{statement.kind[:1].upper()}{statement.kind[1:]}{by and ', '}{by}: {text}", depth=3)
    if item.conflicts:
        names = listed(item.conflicts, page.say(N_("and")))
        page.line(page.say(N_("Conflict of interest: {names}"), names=names), depth=3)


def _ballot(page: Page, vote: Vote) -> str:
    text = page.say(N_("Ballot: {yes} yes, {no} no"), yes=vote.yes, no=vote.no)
    if vote.abstain is not None:
        text += page.say(N_(", {count} abstained"), count=vote.abstain)
    if vote.absent is not None:
        text += page.say(N_(", {count} absent"), count=vote.absent)
    return text
