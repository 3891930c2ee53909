"""What changed: from edition to edition, and from body to body."""

from forebygg.casefile.facts import BodyChange, Change
from forebygg.cli.story.page import PAPERS, Page
from forebygg.core.messages import N_

CHANGES = {
    "added": N_("added"),
    "removed": N_("removed"),
    "reworded": N_("reworded"),
    "renamed": N_("renamed"),
    "moved": N_("moved"),
}


def tell_changes(page: Page) -> None:
    """Each change, numbered: what it was, who moved it, and whether a paper declares it."""
    changes = page.case.changes
    if len(page.case.plans) < 2:
        return
    page.heading(N_("What changed in the plan"))
    dates = {plan.document: page.day(plan.date) if plan.date else "–" for plan in page.case.plans}
    pair = ("", "")
    told: str | None = None
    for number, change in enumerate(changes, start=1):
        if (change.from_document, change.to_document) != pair:
            pair, told = (change.from_document, change.to_document), None
            page.gap()
            page.line(
                page.say(
                    N_("From the edition of {earlier} to that of {later}"),
                    earlier=dates[pair[0]],
                    later=dates[pair[1]],
                )
            )
        _change(page, number, change, told)
        told = change.described_as
    page.gap()
    declared = sum(change.declared for change in changes)
    page.line(
        page.say(
            N_("{count} changes, {declared} declared, {undeclared} declared by nobody."),
            count=len(changes),
            declared=declared,
            undeclared=len(changes) - declared,
        )
    )


def _change(page: Page, number: int, change: Change, told: str | None) -> None:
    """One change; the sentence that declares it is quoted once when it declares several in a row."""
    parts = [
        page.say(N_("Section {number}"), number=change.section),
        page.say(CHANGES[change.kind]),
        page.say(N_("declared")) if change.declared else page.say(N_("not declared")),
        *([page.say(N_("may be a misreading"))] if change.may_be_noise else []),
    ]
    page.gap()
    page.line(f"{number}. {' · '.join(parts)}", depth=1, style="bold" if change.declared else "bold yellow")
    if change.kind == "moved":
        page.row("    ·", change.after or "", width=6)
    else:
        _wordings(page, change)
    if change.described_as and change.described_as == told:
        page.line(page.say(N_("Declared in the same sentence.")), depth=4)
    elif change.described_as:
        message = N_("Declared in {where}: “{quote}”")
        page.line(page.say(message, where=_where(page, change), quote=change.described_as), depth=4)
    for mover in change.moved_by:
        page.line(
            page.say(
                N_("Moved by {name} ({party}), {body} § {paragraph}"),
                name=mover.name,
                party=mover.party or "–",
                body=mover.body or "–",
                paragraph=mover.paragraph,
            ),
            depth=4,
        )


def _wordings(page: Page, change: Change | BodyChange) -> None:
    if change.before:
        page.row("    −", change.before, width=6, style="red")
    if change.after:
        page.row("    +", change.after, width=6, style="green")


def _where(page: Page, change: Change) -> str:
    item = next((item for item in page.case.items if item.document == change.declared_in), None)
    if item:
        return f"{item.body or '–'} § {item.paragraph}"
    document = next(document for document in page.case.documents if document.id == change.declared_in)
    return page.say(PAPERS[document.kind])


def tell_body_changes(page: Page) -> None:
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
                _wordings(page, change)
        added = sum(change.before is None for change in changes)
        removed = sum(change.after is None for change in changes)
        page.line(
            page.say(N_("Sentences that came: {added}. That went: {removed}."), added=added, removed=removed),
            depth=2,
        )
