"""Meetings, who was there, and the items they dealt with, as rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from forebygg.casefile import CaseFile
from forebygg.casefile import facts as read
from forebygg.decisions.models import Attendance, Item, Meeting, Motion, PartOfItem, Statement, Vote
from forebygg.papers.models import Case, Paper
from forebygg.papers.services.reconciling import reconcile

Part = TypeVar("Part", bound=PartOfItem)
_LARGEST: Final = 2**31 - 1


@dataclass(frozen=True, kw_only=True)
class Told:
    """The items in the reader's order, and rows written."""

    items: Sequence[Item]
    written: int


def write_meetings(case: Case, told: CaseFile, papers: Mapping[str, Paper]) -> Told:
    """Store what the papers say of meetings; one that was there before keeps its address."""
    meetings = reconcile(
        Meeting.objects.filter(case=case),
        [_meeting(case, meeting, papers[meeting.document]) for meeting in told.meetings],
        key=lambda meeting: (meeting.paper_id, meeting.first_line),
    )
    stored = [meetings.rows[papers[one.document].pk, one.lines[0]] for one in told.meetings]
    attendance = reconcile(
        Attendance.objects.filter(meeting__case=case),
        [
            _attendance(meeting, position, person)
            for meeting, one in zip(stored, told.meetings, strict=True)
            for position, person in enumerate(one.attendance)
        ],
        key=lambda person: (person.meeting_id, person.position),
    )
    holding = _Holding(stored)
    wanted = [_item(case, item, papers[item.document], holding) for item in told.items]
    items = reconcile(
        Item.objects.filter(case=case), wanted, key=lambda item: (item.paper_id, item.first_line)
    )
    rows = [items.rows[item.paper_id, item.first_line] for item in wanted]
    pairs = [*zip(rows, told.items, strict=True)]
    motions = [row for item, one in pairs for row in _motions(item, one.motions)]
    votes = [row for item, one in pairs for row in _votes(item, one.votes)]
    statements = [row for item, one in pairs for row in _statements(item, one.statements)]
    written = meetings.written + attendance.written + items.written
    written += _parts(Motion, case, motions) + _parts(Vote, case, votes) + _parts(Statement, case, statements)
    return Told(items=rows, written=written)


def _parts(kind: type[Part], case: Case, wanted: Sequence[Part]) -> int:
    stored: Iterable[Part] = kind._default_manager.filter(item__case=case)  # type: ignore[assignment] # noqa: SLF001
    return reconcile(stored, wanted, key=lambda part: (part.item_id, part.position)).written


class _Holding:
    """The meeting to which an item belongs, found by body and day."""

    def __init__(self, meetings: Sequence[Meeting]) -> None:
        self._of_paper = {meeting.paper_id: meeting for meeting in meetings}
        self._by_day: defaultdict[tuple[str, object], list[Meeting]] = defaultdict(list)
        for meeting in meetings:
            self._by_day[meeting.body, meeting.date].append(meeting)

    def __call__(self, item: read.Item, paper: Paper) -> Meeting | None:
        if own := self._of_paper.get(paper.pk):
            return own
        if not item.body or not item.date:
            return None
        same = self._by_day[item.body, item.date]
        within = (one for one in same if _holds(one, item.paragraph))
        return next(within, same[0] if same else None)


def _holds(meeting: Meeting, paragraph: int) -> bool:
    first, last = meeting.first_paragraph, meeting.last_paragraph
    return first is not None and last is not None and first <= paragraph <= last


def _meeting(case: Case, meeting: read.Meeting, paper: Paper) -> Meeting:
    first, last = meeting.paragraphs or (None, None)
    notice = meeting.notice or read.Notice()
    return Meeting(
        municipality_id=case.municipality_id,
        case=case,
        paper=paper,
        body=meeting.body or "",
        date=meeting.date,
        starts=meeting.starts,
        ends=meeting.ends,
        place=meeting.place or "",
        first_paragraph=_number_or_none(first),
        last_paragraph=_number_or_none(last),
        approved_on=meeting.approved_on,
        posted_on=notice.posted,
        removed_on=notice.removed,
        kept_at=notice.kept_at or "",
        chair=meeting.chair or "",
        secretary=meeting.secretary or "",
        approvers=[*meeting.approvers],
        derived=[*meeting.derived],
        first_line=meeting.lines[0],
        last_line=meeting.lines[1],
    )


def _attendance(meeting: Meeting, position: int, person: read.Attendance) -> Attendance:
    return Attendance(
        municipality_id=meeting.municipality_id,
        meeting=meeting,
        position=position,
        name=person.name,
        party=person.party or "",
        title=person.title or "",
        role=person.role,
        serving=person.serving,
        replaces=person.replaces or "",
        from_paragraph=_number_or_none(person.from_paragraph),
        to_paragraph=_number_or_none(person.to_paragraph),
        from_time=person.from_time,
        to_time=person.to_time,
        paragraphs=None if person.paragraphs is None else [[*span] for span in person.paragraphs],
        line=person.line,
    )


def _item(case: Case, item: read.Item, paper: Paper, holding: _Holding) -> Item:
    return Item(
        municipality_id=case.municipality_id,
        case=case,
        paper=paper,
        meeting=holding(item, paper),
        body=item.body or "",
        date=item.date,
        paragraph=_number(item.paragraph),
        title=item.title or "",
        registry_number=item.registry_number or "",
        description=item.description or "",
        decision=[*item.decision],
        proposal=[*item.proposal],
        order=item.order or "",
        outcome=item.outcome or "",
        immediate=item.immediate,
        conflicts=[*item.conflicts],
        reservations=[*item.reservations],
        attachments=[*item.attachments],
        listed_papers=[*item.papers],
        earlier=item.earlier or "",
        information=item.information or "",
        sent_to=[*item.sent_to],
        first_line=item.lines[0],
        last_line=item.lines[1],
        folded=" ".join(filter(None, (item.title, item.body, item.registry_number))).casefold(),
    )


def _motions(item: Item, motions: Sequence[read.Motion]) -> Iterator[Motion]:
    for position, motion in enumerate(motions):
        yield Motion(
            **_place(item, position, motion.line),
            name=motion.name,
            party=motion.party or "",
            text=motion.text,
        )


def _votes(item: Item, votes: Sequence[read.Vote]) -> Iterator[Vote]:
    for position, vote in enumerate(votes):
        yield Vote(
            **_place(item, position, vote.line),
            yes=_number(vote.yes),
            no=_number(vote.no),
            abstain=_number_or_none(vote.abstain),
            absent=_number_or_none(vote.absent),
        )


def _statements(item: Item, statements: Sequence[read.Statement]) -> Iterator[Statement]:
    for position, statement in enumerate(statements):
        yield Statement(
            **_place(item, position, statement.line),
            kind=statement.kind,
            name=statement.name or "",
            party=statement.party or "",
            text=statement.text or "",
        )


def _place(item: Item, position: int, line: int) -> dict[str, Any]:
    return {"municipality_id": item.municipality_id, "item": item, "position": position, "line": line}


def _number(value: int) -> int:
    """No paper has a number that large in earnest, and no database column takes it."""
    return min(value, _LARGEST)


def _number_or_none(value: int | None) -> int | None:
    return None if value is None else _number(value)
