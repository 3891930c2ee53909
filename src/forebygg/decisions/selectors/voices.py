"""What was said of the matter beside the decisions, and what became of it in the plan's text."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from forebygg.decisions.models import Item, Statement
from forebygg.decisions.rules.answers import answering
from forebygg.decisions.selectors import stored
from forebygg.decisions.selectors.editions import ChangeRow, change_row
from forebygg.decisions.selectors.folder import Folder
from forebygg.decisions.selectors.lines import Lines
from forebygg.papers.models import Paper
from forebygg.plans.models import Change


@dataclass(frozen=True)
class Voice:
    """A remark, a statement or an answer: who says what, where, and the changes that do what it asks.

    `enclosed` is the paper that holds the whole text, where the minutes only name it.
    """

    kind: str
    name: str
    party: str
    text: str
    paper: Paper
    first_line: int
    last_line: int
    followed: "Followed"
    enclosed: Paper | None = None
    date: dt.date | None = None


@dataclass(frozen=True)
class Followed:
    """What the plan's later editions make of a voice; without a later edition that cannot be told."""

    changes: tuple[ChangeRow, ...]
    can_be_told: bool


def statements_of(
    item: Item, said: Sequence[Statement], folder: Folder, lines: Lines, changes: Sequence[Change]
) -> list[Voice]:
    """The statements that the item holds or names."""
    voices = []
    for one in said:
        enclosed = _enclosed(one, item, folder)
        whole = " ".join(lines.of(enclosed)) if enclosed else one.text
        voices.append(
            Voice(
                kind=one.kind,
                name=one.name,
                party=one.party,
                text=one.text,
                paper=item.paper,
                first_line=one.line,
                last_line=one.line,
                followed=answered(whole, item.date, changes, folder),
                enclosed=enclosed,
            )
        )
    return voices


def answers_before(
    item: Item,
    previous: dt.date | None,
    attached: Iterable[Paper],
    folder: Folder,
    lines: Lines,
    changes: Sequence[Change],
) -> list[Voice]:
    """The answers to a referral before the item: those attached, and those come in since the last one."""
    listed = {paper.pk for paper in attached}
    return [
        Voice(
            kind="",
            name=paper.author,
            party="",
            text="",
            paper=paper,
            first_line=paper.first_line,
            last_line=paper.last_line,
            followed=answered("\n".join(lines.of(paper)), paper.date, changes, folder),
            date=paper.date,
        )
        for paper in answer_papers(folder)
        if paper.pk in listed or _came_between(paper.date, previous, item.date)
    ]


def answer_papers(folder: Folder) -> list[Paper]:
    """Statements that somebody asked for: they are addressed."""
    return [
        paper
        for paper in folder.papers.values()
        if paper.kind == "statement" and paper.addressed_to and not paper.copy_of_id
    ]


def answered(text: str, said_on: dt.date | None, changes: Sequence[Change], folder: Folder) -> Followed:
    """The changes of later editions that do what the text asks for."""
    after = [
        change
        for change in changes
        if said_on is None or change.later.date is None or change.later.date > said_on
    ]
    found = answering(text, [stored.change(change, folder.papers) for change in after])
    return Followed(tuple(change_row(after[index]) for index in found), can_be_told=bool(after))


def _enclosed(statement: Statement, item: Item, folder: Folder) -> Paper | None:
    """The statement's own paper: by the same person, of the day of the meeting or undated."""
    return next(
        (
            paper
            for paper in folder.papers.values()
            if paper.kind == "statement"
            and statement.name
            and statement.name in (paper.author, *paper.signed_by)
            and paper.date in (None, item.date)
            and not paper.addressed_to
        ),
        None,
    )


def _came_between(day: dt.date | None, previous: dt.date | None, until: dt.date | None) -> bool:
    return day is not None and until is not None and day <= until and (previous is None or previous < day)
