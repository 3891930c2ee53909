"""What the findings look at: the facts so far, and the running text they were read from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from forebygg.casefile.comparison.declarations import Declaration
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
from forebygg.casefile.paper import Line
from forebygg.casefile.papers.memo import MemoHead
from forebygg.casefile.papers.statement import StatementHead
from forebygg.casefile.prose import flowed, flowing, sentences


@dataclass(frozen=True, kw_only=True)
class Quote:
    """One sentence of a paper, and where it stands."""

    document: str
    text: str
    lines: LineRange


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """The case as read, before its findings; copies are left out of everything but `documents`."""

    case: CaseHeading
    documents: tuple[Document, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    items: tuple[Item, ...] = ()
    plans: tuple[Plan, ...] = ()
    changes: tuple[Change, ...] = ()
    body_changes: tuple[BodyChange, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    differences: tuple[Difference, ...] = ()
    memos: Mapping[str, MemoHead] = field(default_factory=dict)
    statements: Mapping[str, StatementHead] = field(default_factory=dict)
    text: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)
    appendices: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def document(self, name: str) -> Document:
        """The document with that id."""
        return next(document for document in self.documents if document.id == name)

    def plan(self, document: str) -> Plan:
        """The edition that the document holds."""
        return next(plan for plan in self.plans if plan.document == document)

    def place(self, document: str, lines: LineRange) -> Place:
        """Those lines of the document's file."""
        return Place(file=self.document(document).file, lines=lines)

    def quotes(self, document: str) -> Iterator[Quote]:
        """The sentences of one document, in order."""
        for group in flowing(self.text.get(document, ())):
            span = (group[0].number, group[-1].number)
            for text in sentences(flowed(group)):
                yield Quote(document=document, text=text, lines=span)

    @property
    def is_case(self) -> bool:
        """Whether the papers are one matter's file, and not just somebody's minutes."""
        return bool(self.plans or self.memos or self.case.registry_number)

    @property
    def latest(self) -> Plan | None:
        """The last edition by date, undated ones first."""
        return max(self.plans, key=lambda plan: (plan.date is not None, plan.date), default=None)
