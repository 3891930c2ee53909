"""Stored rows in the reader's own form, so that its rules and its contract serve them too.

A document's id is its paper's number, its file the original's name.
"""

from collections.abc import Iterable, Mapping, Sequence

from forebygg.casefile import facts
from forebygg.decisions.models import Attendance, Item, Meeting, Motion, Statement, Vote
from forebygg.papers.models import Paper
from forebygg.plans.models import Change


def document(paper: Paper, file: str = "", *, copy_of: str | None = None) -> facts.Document:
    """A paper."""
    return facts.Document(
        id=identity(paper),
        file=file,
        kind=paper.kind,  # type: ignore[arg-type]  # the choices are the reader's
        title=paper.title or None,
        date=paper.date,
        author=paper.author or None,
        addressed_to=paper.addressed_to or None,
        signed_by=tuple(paper.signed_by),
        registry_number=paper.registry_number or None,
        lines=(paper.first_line, paper.last_line),
        copy_of=copy_of,
    )


def identity(paper: Paper) -> str:
    """What the contract calls the paper."""
    return f"{paper.number}"


def meeting(row: Meeting, people: Iterable[Attendance]) -> facts.Meeting:
    """A meeting with those who were there."""
    notice = row.posted_on or row.removed_on or row.kept_at
    return facts.Meeting(
        document=identity(row.paper),
        body=row.body or None,
        date=row.date,
        starts=row.starts,
        ends=row.ends,
        place=row.place or None,
        paragraphs=None
        if row.first_paragraph is None or row.last_paragraph is None
        else (row.first_paragraph, row.last_paragraph),
        approved_on=row.approved_on,
        notice=facts.Notice(posted=row.posted_on, removed=row.removed_on, kept_at=row.kept_at or None)
        if notice
        else None,
        chair=row.chair or None,
        secretary=row.secretary or None,
        approvers=tuple(row.approvers),
        attendance=tuple(map(_attendance, people)),
        derived=tuple(row.derived),
        lines=(row.first_line, row.last_line),
    )


def _attendance(person: Attendance) -> facts.Attendance:
    return facts.Attendance(
        name=person.name,
        party=person.party or None,
        title=person.title or None,
        role=person.role,  # type: ignore[arg-type]  # the choices are the reader's
        serving=person.serving,
        replaces=person.replaces or None,
        from_paragraph=person.from_paragraph,
        to_paragraph=person.to_paragraph,
        from_time=person.from_time,
        to_time=person.to_time,
        paragraphs=None
        if person.paragraphs is None
        else tuple((first, last) for first, last in person.paragraphs),
        line=person.line,
    )


def item(
    row: Item,
    file: str = "",
    *,
    motions: Sequence[Motion] = (),
    votes: Sequence[Vote] = (),
    statements: Sequence[Statement] = (),
) -> facts.Item:
    """An item with what stands in it."""
    return facts.Item(
        document=identity(row.paper),
        file=file,
        body=row.body or None,
        date=row.date,
        paragraph=row.paragraph,
        title=row.title or None,
        registry_number=row.registry_number or None,
        description=row.description or None,
        decision=tuple(row.decision),
        proposal=tuple(row.proposal),
        motions=tuple(
            facts.Motion(name=one.name, party=one.party or None, text=one.text, line=one.line)
            for one in motions
        ),
        order=row.order or None,
        votes=tuple(
            facts.Vote(yes=one.yes, no=one.no, abstain=one.abstain, absent=one.absent, line=one.line)
            for one in votes
        ),
        outcome=row.outcome or None,  # type: ignore[arg-type]  # the choices are the reader's
        immediate=row.immediate,
        conflicts=tuple(row.conflicts),
        reservations=tuple(row.reservations),
        statements=tuple(
            facts.Statement(
                kind=one.kind,  # type: ignore[arg-type]  # written by the reader
                name=one.name or None,
                party=one.party or None,
                text=one.text or None,
                line=one.line,
            )
            for one in statements
        ),
        attachments=tuple(row.attachments),
        papers=tuple(row.listed_papers),
        earlier=row.earlier or None,
        information=row.information or None,
        sent_to=tuple(row.sent_to),
        lines=(row.first_line, row.last_line),
    )


def change(
    row: Change, papers: Mapping[int, Paper], *, movers: Iterable[Mapping[str, object]] = ()
) -> facts.Change:
    """A change; a paper that declares it and may not be seen is not quoted."""
    declarer = papers.get(row.declared_in_id or 0)
    return facts.Change(
        from_document=identity(papers[row.earlier.paper_id]),
        to_document=identity(papers[row.later.paper_id]),
        section=row.section,
        kind=row.kind,  # type: ignore[arg-type]  # the choices are the reader's
        before=row.before or None,
        after=row.after or None,
        declared=row.declared,
        declared_in=identity(declarer) if declarer else None,
        described_as=row.described_as or None if declarer else None,
        may_be_noise=row.may_be_noise,
        moved_by=tuple(facts.Mover(**mover) for mover in movers),  # type: ignore[arg-type]
        before_lines=span(row.before_lines),
        after_lines=span(row.after_lines),
    )


def span(lines: Sequence[int] | None) -> facts.LineRange | None:
    """A stored pair of lines."""
    return (lines[0], lines[1]) if lines else None
