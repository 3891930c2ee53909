"""What reading a case file yields: frozen facts, in the words of the contract.

Lines are counted from 1 in the file's extracted text. None means that the paper does not say.
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

LineRange = tuple[int, int]

DocumentKind = Literal["minutes_cover", "minutes_item", "minutes", "plan", "memo", "statement", "other"]
Role = Literal["member", "substitute", "official", "absent"]
Outcome = Literal["decided", "sent_back", "tabled", "withdrawn", "noted"]
StatementKind = Literal["särskilt yttrande", "protokollsanteckning", "ordförandeutlåtande", "yttrande"]
ChangeKind = Literal["added", "removed", "reworded", "renamed", "moved"]


@dataclass(frozen=True, kw_only=True)
class CaseHeading:
    """The number and title that most of the case's papers carry."""

    registry_number: str | None
    title: str | None


@dataclass(frozen=True, kw_only=True)
class Document:
    """One paper of the case: what it is, who wrote it to whom, and where it stands."""

    id: str
    file: str
    kind: DocumentKind
    title: str | None = None
    date: dt.date | None = None
    author: str | None = None
    addressed_to: str | None = None
    signed_by: tuple[str, ...] = ()
    registry_number: str | None = None
    lines: LineRange
    copy_of: str | None = None


@dataclass(frozen=True, kw_only=True)
class Attendance:
    """One person's presence; `serving` is taking part in the decisions.

    Without `from_…` it runs from the start, without `to_…` to the end; `paragraphs` lists a broken one.
    """

    name: str
    party: str | None = None
    title: str | None = None
    role: Role
    serving: bool
    replaces: str | None = None
    from_paragraph: int | None = None
    to_paragraph: int | None = None
    from_time: dt.time | None = None
    to_time: dt.time | None = None
    paragraphs: tuple[LineRange, ...] | None = None
    line: int


@dataclass(frozen=True, kw_only=True)
class Notice:
    """The announcement (anslag, bevis) that the minutes are approved, and where they are kept."""

    posted: dt.date | None = None
    removed: dt.date | None = None
    kept_at: str | None = None


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """One meeting of one body, as its cover pages, list of attendance or running heads give it.

    `derived` names the fields that follow from the paper without standing in it, such as a year.
    """

    document: str
    body: str | None = None
    date: dt.date | None = None
    starts: dt.time | None = None
    ends: dt.time | None = None
    place: str | None = None
    paragraphs: LineRange | None = None
    approved_on: dt.date | None = None
    notice: Notice | None = None
    chair: str | None = None
    secretary: str | None = None
    approvers: tuple[str, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    derived: tuple[str, ...] = ()
    lines: LineRange


@dataclass(frozen=True, kw_only=True)
class Motion:
    """What one person moves (yrkar), to the end of that motion's sentence."""

    name: str
    party: str | None
    text: str
    line: int


@dataclass(frozen=True, kw_only=True)
class Vote:
    """One ballot (votering, omröstning); None where the paper gives no figure."""

    yes: int
    no: int
    abstain: int | None = None
    absent: int | None = None
    line: int


@dataclass(frozen=True, kw_only=True)
class Statement:
    """A separate statement, a note to the minutes, or the chair's remarks."""

    kind: StatementKind
    name: str | None = None
    party: str | None = None
    text: str | None = None
    line: int


@dataclass(frozen=True, kw_only=True)
class Item:
    """One matter at one meeting (ett ärende, en paragraf)."""

    document: str
    file: str
    body: str | None
    date: dt.date | None
    paragraph: int
    title: str | None = None
    registry_number: str | None = None
    description: str | None = None
    decision: tuple[str, ...] = ()
    proposal: tuple[str, ...] = ()
    motions: tuple[Motion, ...] = ()
    order: str | None = None
    votes: tuple[Vote, ...] = ()
    outcome: Outcome | None = None
    immediate: bool = False
    conflicts: tuple[str, ...] = ()
    reservations: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    attachments: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    earlier: str | None = None
    information: str | None = None
    sent_to: tuple[str, ...] = ()
    lines: LineRange


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence or list point of a plan; the smallest thing that changes between editions."""

    text: str
    lines: LineRange


@dataclass(frozen=True, kw_only=True)
class Section:
    """One part of a plan; `number` is as printed, or "" where it has none."""

    number: str
    title: str
    paragraphs: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    lines: LineRange


@dataclass(frozen=True, kw_only=True)
class ContentsEntry:
    """One line of a table of contents."""

    number: str
    title: str
    line: int


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One edition of a plan."""

    document: str
    date: dt.date | None
    title: str | None = None
    contents: tuple[ContentsEntry, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Mover:
    """Who moved a change, and under which paragraph of which body."""

    name: str
    party: str | None
    body: str | None
    paragraph: int


@dataclass(frozen=True, kw_only=True)
class Change:
    """One sentence or title that differs between consecutive editions.

    `declared`: a paper of the case says so; `described_as` quotes it. `moved_by`: whose motion asked.
    `…_section` are indexes into the editions' sections, `…_at` places among all sentences of an edition,
    from 0; a title has none.
    """

    from_document: str
    to_document: str
    section: str
    kind: ChangeKind
    before: str | None
    after: str | None
    declared: bool = False
    declared_in: str | None = None
    described_as: str | None = None
    may_be_noise: bool = False
    moved_by: tuple[Mover, ...] = ()
    before_lines: LineRange | None = None
    after_lines: LineRange | None = None
    before_section: int | None = None
    after_section: int | None = None
    before_at: tuple[int, ...] = ()
    after_at: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BodyChange:
    """A sentence on the same matter that reads differently from one body's item to the next's."""

    from_body: str | None
    from_paragraph: int
    to_body: str | None
    to_paragraph: int
    kind: ChangeKind
    before: str | None
    after: str | None
    before_lines: LineRange | None = None
    after_lines: LineRange | None = None


@dataclass(frozen=True, kw_only=True)
class Place:
    """Lines of one file that show a finding."""

    file: str
    lines: LineRange


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a careful registrar or auditor would raise.

    `values` fill the sentence that `sentences` holds for `code`, `caveat` is the code of a reservation.
    """

    code: str
    values: dict[str, str] = field(default_factory=dict)
    caveat: str | None = None
    document: str | None = None
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Event:
    """One dated thing that happened to the case."""

    date: dt.date
    code: str
    values: dict[str, str] = field(default_factory=dict)
    document: str


@dataclass(frozen=True, kw_only=True)
class Unread:
    """A line that no rule understood; kept, so that nothing is lost."""

    file: str
    line: int
    text: str
