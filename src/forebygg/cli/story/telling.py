"""The story, part by part; a part that the case has nothing for is left out."""

from rich.console import Console

from forebygg.casefile.bodies import is_council
from forebygg.casefile.contract import finding_text
from forebygg.casefile.facts import BodyChange, CaseFile, Change, Document, Item
from forebygg.casefile.sentences import EVENTS
from forebygg.cli.language import translation
from forebygg.cli.story.meetings import tell_meetings
from forebygg.cli.story.page import Page
from forebygg.core.messages import N_

PAPERS = {
    "plan": N_("edition of the plan"),
    "memo": N_("memo"),
    "minutes": N_("minutes"),
    "minutes_cover": N_("cover pages"),
    "minutes_item": N_("item"),
    "statement": N_("statement"),
    "other": N_("other paper"),
}
CHANGES = {
    "added": N_("added"),
    "removed": N_("removed"),
    "reworded": N_("reworded"),
    "renamed": N_("renamed"),
    "moved": N_("moved"),
}
_DATE_WIDTH = 17
_SHOWN_UNREAD = 20


def tell_story(case: CaseFile, *, language: str, console: Console) -> None:
    """Print the story of the case."""
    page = Page(console, case, language)
    _heading(page)
    _papers(page)
    _timeline(page)
    tell_meetings(page)
    _changes(page)
    _body_changes(page)
    _findings(page)
    _unread(page)


def _heading(page: Page) -> None:
    case = page.case
    page.console.print()
    page.line(case.case.title or page.say(N_("A case without a title")), style="bold")
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
        parts.append(f"“{document.title}”")
    if document.author:
        parts.append(page.say(N_("by {name}"), name=document.author))
    if document.copy_of:
        first = next(other for other in page.case.documents if other.id == document.copy_of)
        parts.append(
            page.say(N_("a copy of the paper at {where}"), where=page.where(first.file, first.lines))
        )
    return f"{', '.join(parts)} ({page.where(document.file, document.lines)})"


def _timeline(page: Page) -> None:
    if not page.case.timeline:
        return
    page.heading(N_("Timeline"))
    for event in page.case.timeline:
        page.row(page.day(event.date), page.say(EVENTS[event.code], **event.values), width=_DATE_WIDTH)


def _changes(page: Page) -> None:
    changes = page.case.changes
    if len(page.case.plans) < 2:
        return
    page.heading(N_("What changed in the plan"))
    dates = {plan.document: page.day(plan.date) if plan.date else "–" for plan in page.case.plans}
    pair = ("", "")
    for number, change in enumerate(changes, start=1):
        if (change.from_document, change.to_document) != pair:
            pair = (change.from_document, change.to_document)
            page.line(
                page.say(
                    N_("From the edition of {earlier} to that of {later}"),
                    earlier=dates[pair[0]],
                    later=dates[pair[1]],
                )
            )
        _change(page, number, change)
    declared = sum(change.declared for change in changes)
    page.line(
        page.say(
            N_("{count} changes, {declared} declared, {undeclared} declared by nobody."),
            count=len(changes),
            declared=declared,
            undeclared=len(changes) - declared,
        )
    )


def _change(page: Page, number: int, change: Change) -> None:
    verdict = page.say(N_("declared")) if change.declared else page.say(N_("not declared"))
    noise = f" · {page.say(N_('may be a misreading'))}" if change.may_be_noise else ""
    section = page.say(N_("Section {number}"), number=change.section)
    page.line(f"{number}. {section} · {page.say(CHANGES[change.kind])} · {verdict}{noise}", depth=1)
    if change.before:
        page.row("    −", change.before, width=5)
    if change.after:
        page.row("    +", change.after, width=5)
    if change.described_as:
        page.line(
            page.say(
                N_("Declared in {where}: “{quote}”"), where=_where(page, change), quote=change.described_as
            ),
            depth=3,
        )
    for mover in change.moved_by:
        page.line(
            page.say(
                N_("Moved by {name} ({party}), {body} § {paragraph}"),
                name=mover.name,
                party=mover.party or "–",
                body=mover.body or "–",
                paragraph=mover.paragraph,
            ),
            depth=3,
        )


def _where(page: Page, change: Change) -> str:
    item = next((item for item in page.case.items if item.document == change.declared_in), None)
    if item:
        return f"{item.body or '–'} § {item.paragraph}"
    document = next(document for document in page.case.documents if document.id == change.declared_in)
    return page.say(PAPERS[document.kind])


def _body_changes(page: Page) -> None:
    """From body to body: what reads otherwise in full, what only came or went as a number."""
    if not page.case.body_changes:
        return
    page.heading(N_("What the bodies wrote of the matter, where they differ"))
    steps: dict[tuple[str, str], list[BodyChange]] = {}
    for change in page.case.body_changes:
        earlier = f"{change.from_body or '–'} § {change.from_paragraph}"
        later = f"{change.to_body or '–'} § {change.to_paragraph}"
        steps.setdefault((earlier, later), []).append(change)
    for (earlier, later), changes in steps.items():
        page.line(f"{earlier} → {later}", depth=1)
        for change in changes:
            if change.before and change.after:
                page.row("    −", change.before, width=5)
                page.row("    +", change.after, width=5)
        added = sum(change.before is None for change in changes)
        removed = sum(change.after is None for change in changes)
        page.line(
            page.say(N_("Sentences that came: {added}. That went: {removed}."), added=added, removed=removed),
            depth=2,
        )


def _findings(page: Page) -> None:
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
