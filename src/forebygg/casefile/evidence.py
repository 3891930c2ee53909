"""What the findings look at: the facts so far, and the running text they were read from."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from forebygg.casefile.comparison.alignment import Alignment
from forebygg.casefile.comparison.telling import Declaration
from forebygg.casefile.copies import Difference
from forebygg.casefile.facts import (
    BodyChange,
    CaseHeading,
    Change,
    Document,
    Item,
    LineRange,
    Meeting,
    Place,
    Plan,
)
from forebygg.casefile.paper import Line, Paper
from forebygg.casefile.papers.letters.memo import MemoHead
from forebygg.casefile.papers.letters.statement import StatementHead
from forebygg.casefile.prose import BULLET, passages
from forebygg.core.dates import DATE, dated_near, read_date

# A row that an entry begins with may be its first line only; shorter ones begin too many.
_SHORTEST_ROW: Final = 8
# A letter that sends a matter out for comments says so at its top; the answers to it are other papers.
_REFERRAL: Final = re.compile(r"remiss(?!\w*(?:var|yttrande))", re.IGNORECASE)
_HEAD_ROWS: Final = 14


@dataclass(frozen=True, kw_only=True)
class Quote:
    """One sentence of a paper, and where it stands."""

    document: str
    text: str
    lines: LineRange


class Bodies(Mapping[str, tuple[Line, ...]]):
    """Each paper's lines without furniture, told apart when they are asked for: few ask for whole minutes."""

    def __init__(self, papers: Mapping[str, Paper]) -> None:
        self._papers = papers

    def __getitem__(self, document: str) -> tuple[Line, ...]:
        return self._papers[document].body

    def __iter__(self) -> Iterator[str]:
        return iter(self._papers)

    def __len__(self) -> int:
        return len(self._papers)

    def within(self, document: str, span: LineRange) -> Sequence[Line]:
        """Those of the paper's lines that stand in the range: its lines are numbered without a gap."""
        if document not in self._papers:
            return ()
        lines = self._papers[document].lines
        before = lines[0].number
        first, end = max(span[0] - before, 0), max(span[1] + 1 - before, 0)
        return [line for line in lines[first:end] if not line.furniture]


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """The case as read, before its findings; copies are left out of everything but `documents`."""

    case: CaseHeading
    documents: tuple[Document, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    items: tuple[Item, ...] = ()
    plans: tuple[Plan, ...] = ()
    changes: tuple[Change, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    body_changes: tuple[BodyChange, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    differences: tuple[Difference, ...] = ()
    memos: Mapping[str, MemoHead] = field(default_factory=dict)
    statements: Mapping[str, StatementHead] = field(default_factory=dict)
    text: Bodies = field(default_factory=lambda: Bodies({}))
    appendices: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def _by_id(self) -> Mapping[str, Document]:
        return {document.id: document for document in self.documents}

    @cached_property
    def _quoted(self) -> dict[str, tuple[Quote, ...]]:
        return {}

    def document(self, name: str) -> Document:
        """The document with that id."""
        return self._by_id[name]

    def plan(self, document: str) -> Plan:
        """The edition that the document holds."""
        return next(plan for plan in self.plans if plan.document == document)

    def place(self, document: str, lines: LineRange) -> Place:
        """Those lines of the document's file."""
        return Place(file=self.document(document).file, lines=lines)

    def lines(self, document: str, within: LineRange | None = None) -> Sequence[Line]:
        """The document's lines without furniture, or those of them in that range; none of a copy."""
        return self.text.get(document, ()) if within is None else self.text.within(document, within)

    def row(self, document: str, text: str, within: LineRange | None = None) -> Place:
        """The first row that holds the text, else that begins it; failing both, all it was read from."""
        begins: int | None = None
        for line in self.lines(document, within):
            if text in line.text:
                return self.place(document, (line.number, line.number))
            written = BULLET.sub("", line.text, count=1)
            if begins is None and len(written) >= _SHORTEST_ROW and text.startswith(written):
                begins = line.number
        spread = within or self.document(document).lines
        return self.place(document, (begins, begins) if begins else spread)

    def day(self, document: str, day: dt.date, within: LineRange | None = None) -> Iterator[Place]:
        """The first row that prints the day; where the year is left out, weekday and month must agree."""
        for line in self.lines(document, within):
            if _prints(line.text, day):
                yield self.place(document, (line.number, line.number))
                return

    def quotes(self, document: str) -> Sequence[Quote]:
        """The sentences of one document, in order."""
        if document not in self._quoted:
            self._quoted[document] = tuple(_quotes(document, self.text.get(document, ())))
        return self._quoted[document]

    def quoted(self, document: str, text: str) -> Iterator[Place]:
        """Where the document says that sentence."""
        for quote in self.quotes(document):
            if text in quote.text:
                yield self.place(document, quote.lines)
                return

    @property
    def is_case(self) -> bool:
        """Whether the papers are one matter's file, and not just somebody's minutes."""
        return bool(self.plans or self.memos or self.case.registry_number)

    @property
    def latest(self) -> Plan | None:
        """The last edition by date, undated ones first."""
        return max(self.plans, key=lambda plan: (plan.date is not None, plan.date), default=None)

    def is_referral(self, document: Document) -> bool:
        """Whether the paper is the letter that sends the matter out for comments."""
        if document.kind != "other" or document.copy_of or not document.addressed_to:
            return False
        head = [line.text for line in self.text.get(document.id, ()) if line.text][:_HEAD_ROWS]
        return any(_REFERRAL.match(text) for text in (document.title or "", *head))

    def is_of_the_case(self, item: Item) -> bool:
        """Whether the item bears the case's number or title; minutes hold other matters too."""
        case = self.case
        return (case.registry_number is not None and item.registry_number == case.registry_number) or (
            case.title is not None and item.title == case.title
        )


def _prints(text: str, day: dt.date) -> bool:
    if str(day.day) not in text:
        return False
    return any(read_date(match) == day for match in DATE.finditer(text)) or dated_near(text, day) == day


def _quotes(document: str, lines: Sequence[Line]) -> Iterator[Quote]:
    for text in passages(lines):
        for start, end in text.spans:
            yield Quote(
                document=document,
                text=text.text[start:end].strip(),
                lines=(text.line_at(start), text.line_at(end - 1)),
            )
