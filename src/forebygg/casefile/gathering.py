"""Each paper handed to the reader of its kind, and what they found laid together."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Final, TypeVar

from forebygg.casefile.cutting.minutes import Part, extract, parts
from forebygg.casefile.facts import Attendance, Document, Item, Meeting, Plan, Unread
from forebygg.casefile.pages.vocabulary import kind_of
from forebygg.casefile.paper import Line, Paper, RunningHead
from forebygg.casefile.papers.attendance.reading import read_roll
from forebygg.casefile.papers.covers.approval import completed
from forebygg.casefile.papers.covers.cover import read_cover
from forebygg.casefile.papers.items.ballot_rolls import Roll, supplemented
from forebygg.casefile.papers.items.ballot_rolls import read_roll as read_ballot_roll
from forebygg.casefile.papers.items.item import read_item
from forebygg.casefile.papers.letters.memo import MemoHead, read_memo
from forebygg.casefile.papers.letters.statement import StatementHead, read_statement
from forebygg.casefile.papers.plans.plan import read_edition
from forebygg.core.dates import first_date

Value = TypeVar("Value")
_ROLL_CALLS: Final = ("Upprop", "Närvaro", "Namnupprop")


@dataclass
class Gathered:
    """The facts of all papers, in the order of the papers.

    `unnamed` are meetings of which neither body nor date was found: only a person can say which they were.
    `told` are the fields that a person has given a document, by its id, or an item, by its place.
    """

    documents: list[Document] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    unnamed: list[Meeting] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    memos: dict[str, MemoHead] = field(default_factory=dict)
    statements: dict[str, StatementHead] = field(default_factory=dict)
    appendices: dict[str, frozenset[str]] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    told: dict[str | int, Mapping[str, object]] = field(default_factory=dict)

    def add(self, paper: Paper, heads: Sequence[RunningHead]) -> None:
        """Read one paper. *heads* are the running heads of its file, in order."""
        match paper.kind:
            case "minutes":
                first, last = paper.span
                start = bisect_left(heads, first, key=attrgetter("line"))
                self._minutes(paper, heads[start : bisect_right(heads, last, key=attrgetter("line"))])
            case "minutes_cover":
                self._cover(paper, paper.lines)
            case "minutes_item":
                self._extract(paper, [head for head in heads if paper.span[0] <= head.line <= paper.span[1]])
            case "plan":
                self._plan(paper)
            case "memo":
                self._memo(paper)
            case "statement":
                self._statement(paper)
            case "other":
                self._letter(paper)

    def _leave(self, paper: Paper, lines: Iterable[Line]) -> None:
        self.unread.extend(Unread(file=paper.file, line=line.number, text=line.text) for line in lines)

    def _document(self, paper: Paper, **facts: object) -> None:
        self.documents.append(
            Document(id=paper.id, file=paper.file, kind=paper.kind, lines=paper.span, **facts)  # type: ignore[arg-type]
        )

    def _cover(self, paper: Paper, lines: Sequence[Line]) -> Meeting:
        meeting, unread = read_cover(paper.id, lines)
        self._leave(paper, unread)
        self.meetings.append(meeting)
        self._document(paper, title=meeting.body, date=meeting.date)
        return meeting

    def _extract(self, paper: Paper, heads: Sequence[RunningHead]) -> None:
        """One item, with the meeting that the heads over and in it name."""
        head, lines = extract(paper.lines)
        self._leave(
            paper, (line for line in head if line.text and not line.furniture and not kind_of(line.text))
        )
        body, day = usual(head.body for head in heads), usual(head.date for head in heads)
        item, unread = read_item(
            paper.id, paper.file, lines, body=body, date=first_date(day) if day else None
        )
        self._leave(paper, unread)
        self.items.append(item)
        self._document(paper, title=item.title, date=item.date, registry_number=item.registry_number)

    def _minutes(self, paper: Paper, heads: Sequence[RunningHead]) -> None:
        """Whole minutes: their cover pages, their items, their appendices."""
        found = parts(paper.lines, paper.rows)
        # The cover is read first, since the items take its day.
        meeting, not_understood = _told(paper, found, heads)
        items: list[Item] = []
        rolls: list[Roll] = []
        present: list[Attendance] = []
        called: list[Attendance] = []  # in the item that calls the roll
        named: set[str] = set()
        for part in found:
            if part.kind == "item":
                item, unread = read_item(
                    paper.id, paper.file, part.lines, meeting=meeting.body, date=meeting.date
                )
                items.append(item)
                self._leave(paper, unread)
                if item.title and item.title.startswith(_ROLL_CALLS):
                    called.extend(read_roll(part.lines)[0])
            elif part.kind == "appendix":
                named.add(_number(part.lines))
                if ballots := read_ballot_roll(part.lines):
                    rolls.extend(ballots)
                else:
                    listed, unread = read_roll(part.lines)
                    present.extend(listed)
                    self._leave(paper, unread)
        self._leave(paper, not_understood)
        meeting = completed(_attended(meeting, present or called), items)
        (self.meetings if meeting.body or meeting.date else self.unnamed).append(meeting)
        self.appendices[paper.id] = frozenset(named)
        self.items.extend(supplemented(item, rolls) for item in items)
        self._document(paper, title=meeting.body, date=meeting.date)

    def _plan(self, paper: Paper) -> None:
        plan, page = read_edition(paper)
        self._leave(paper, page.unread)
        self.plans.append(plan)
        self._document(paper, title=plan.title, date=plan.date, registry_number=page.registry_number)

    def _memo(self, paper: Paper) -> None:
        head, unread = read_memo(paper)
        self._leave(paper, unread)
        self.memos[paper.id] = head
        self._document(
            paper,
            title=head.title,
            date=head.date,
            author=head.author,
            addressed_to=head.addressed_to,
            signed_by=head.signed_by,
            registry_number=head.registry_number,
        )

    def _letter(self, paper: Paper) -> None:
        """A referral or another letter; who signs it alone wrote it, unless its head names somebody."""
        head, unread = read_memo(paper)
        self._leave(paper, unread)
        self._document(
            paper,
            title=head.title,
            date=head.date,
            author=head.author or (head.signed_by[0] if len(head.signed_by) == 1 else None),
            addressed_to=head.addressed_to,
            signed_by=head.signed_by,
            registry_number=head.registry_number,
        )

    def _statement(self, paper: Paper) -> None:
        head, unread = read_statement(paper)
        self._leave(paper, unread)
        self.statements[paper.id] = head
        self._document(
            paper,
            title=head.title,
            date=head.date or head.meeting_date,
            author=head.author,
            addressed_to=head.addressed_to,
            signed_by=tuple(signature.name for signature in head.signers),
            registry_number=head.registry_number,
        )


def _told(
    paper: Paper, found: Sequence[Part], heads: Sequence[RunningHead]
) -> tuple[Meeting, Sequence[Line]]:
    """The meeting as its cover pages tell it; what they do not, the running heads and the items may."""
    cover = [line for part in found if part.kind == "cover" for line in part.lines]
    numbers = [part.paragraph for part in found if part.paragraph is not None]
    span = (numbers[0], numbers[-1]) if numbers else None
    read = Meeting(document=paper.id, lines=paper.span)
    unread: Sequence[Line] = ()
    if any(line.text and not line.furniture for line in cover):
        read, unread = read_cover(paper.id, cover, items=span)
    body = read.body or usual(head.body for head in heads)
    day = read.date or first_date(usual(head.date for head in heads) or "")
    followed = {
        "body": body != read.body,
        "date": day != read.date,
        "paragraphs": span is not None and read.paragraphs is None,
    }
    meeting = replace(
        read,
        body=body,
        date=day,
        paragraphs=read.paragraphs or span,
        derived=(*read.derived, *(name for name, follows in followed.items() if follows)),
        lines=paper.span,
    )
    return meeting, unread


def _attended(meeting: Meeting, present: Sequence[Attendance]) -> Meeting:
    """The meeting with those present whom its cover does not name."""
    named = {person.name for person in meeting.attendance}
    others = [person for person in present if person.name not in named]
    return replace(meeting, attendance=(*meeting.attendance, *others)) if others else meeting


def usual(values: Iterable[Value | None]) -> Value | None:
    """The value that more than half of those who have one agree on."""
    counted = Counter(value for value in values if value is not None)
    if not counted:
        return None
    value, count = counted.most_common(1)[0]
    return value if 2 * count > counted.total() else None


def _number(lines: Sequence[Line]) -> str:
    words = next((line.text for line in lines if line.text and not line.furniture), "").split()
    return words[1] if len(words) > 1 else ""
