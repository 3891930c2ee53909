"""The story, part by part; a part that the case has nothing for is left out."""

from rich.console import Console

from forebygg.casefile import CaseFile
from forebygg.casefile.bodies import is_council
from forebygg.casefile.contract import finding_text
from forebygg.casefile.facts import Document, Item
from forebygg.casefile.sentences import EVENTS
from forebygg.cli.language import translation
from forebygg.cli.story.changes import tell_body_changes, tell_changes
from forebygg.cli.story.meetings import tell_meetings
from forebygg.cli.story.page import PAPERS, Page
from forebygg.core.messages import N_

_DATE_WIDTH = 17
_SHOWN_UNREAD = 20


def tell_story(case: CaseFile, *, language: str, console: Console) -> None:
    """Print the story of the case."""
    page = Page(console, case, language)
    tell_heading(page)
    _papers(page)
    tell_timeline(page)
    tell_meetings(page)
    tell_changes(page)
    tell_body_changes(page)
    tell_findings(page)
    _unread(page)


def tell_heading(page: Page) -> None:
    """Title, number, and how far the case has come."""
    case = page.case
    page.gap()
    page.line(case.case.title or _met(page) or page.say(N_("A case without a title")), style="bold")
    if case.case.registry_number:
        page.line(page.say(N_("Registry number {number}"), number=case.case.registry_number))
    if not case.plans and not case.case.registry_number:
        return
    council = next((item for item in reversed(case.items) if _is_adopted(item)), None)
    if council:
        day = page.day(council.date) if council.date else "–"
        message = N_("Decided: {body} § {paragraph}, {day}.")
        page.line(page.say(message, body=council.body, paragraph=council.paragraph, day=day))
    elif case.items:
        page.line(page.say(N_("Proposed: no council decision in the file.")))


def _met(page: Page) -> str:
    """The meetings, when they are all there is: minutes of many matters have no title in common."""
    return "; ".join(
        f"{meeting.body or '–'}, {page.day(meeting.date) if meeting.date else '–'}"
        for meeting in page.case.meetings[:3]
    )


def _is_adopted(item: Item) -> bool:
    return item.outcome == "decided" and item.body is not None and is_council(item.body)


def _papers(page: Page) -> None:
    page.heading(N_("Papers"))
    for document in page.case.documents:
        page.row(
            page.day(document.date) if document.date else "–", _described(page, document), width=_DATE_WIDTH
        )


def _described(page: Page, document: Document) -> str:
    kind = page.say(PAPERS[document.kind])
    parts = [kind[:1].upper() + kind[1:]]
    if document.title:
        parts.append(page.say(N_("“{title}”"), title=document.title))
    if document.author:
        parts.append(page.say(N_("by {name}"), name=document.author))
    if document.copy_of:
        first = next(other for other in page.case.documents if other.id == document.copy_of)
        parts.append(
            page.say(N_("a copy of the paper at {where}"), where=page.where(first.file, first.lines))
        )
    return f"{', '.join(parts)} ({page.where(document.file, document.lines)})"


def tell_timeline(page: Page) -> None:
    """What happened, by date."""
    if not page.case.timeline:
        return
    page.heading(N_("Timeline"))
    for event in page.case.timeline:
        page.row(page.day(event.date), page.say(EVENTS[event.code], **event.values), width=_DATE_WIDTH)


def tell_findings(page: Page) -> None:
    """What to look into, each with the lines that show it."""
    if not page.case.findings:
        return
    page.heading(N_("To look into"))
    tell = translation(page.language)
    for number, finding in enumerate(page.case.findings, start=1):
        places = page.wheres(finding.places)
        page.row(f"{number:>3}.", f"{finding_text(finding, tell)} ({places})", width=4)


def _unread(page: Page) -> None:
    unread = page.case.unread
    if not unread:
        return
    page.heading(N_("Lines that were not understood"))
    for line in unread[:_SHOWN_UNREAD]:
        page.line(f"{page.where(line.file, (line.line, line.line))}: {line.text}", depth=1)
    if len(unread) > _SHOWN_UNREAD:
        page.line(page.say(N_("and {count} more"), count=len(unread) - _SHOWN_UNREAD), depth=1)
