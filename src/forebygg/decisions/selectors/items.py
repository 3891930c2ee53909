"""The page of an item: what was moved, voted and decided, and what came of it."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from django.db.models import Q

from forebygg.casefile.paper import Line
from forebygg.decisions.models import Attendance, BodyChange, Item, Meeting, Motion, Statement, Vote
from forebygg.decisions.rules.motions import Became, Fate, Moved, Treatment, fates
from forebygg.decisions.rules.questions import Ballot, found_in
from forebygg.decisions.selectors import editions as plan_editions
from forebygg.decisions.selectors.attachments import Attachment, attached, statement_papers
from forebygg.decisions.selectors.attendance import serving_at
from forebygg.decisions.selectors.cases import ITEM_FIELDS
from forebygg.decisions.selectors.dates import nature_of
from forebygg.decisions.selectors.editions import ChangeRow, change_row
from forebygg.decisions.selectors.folder import Folder
from forebygg.decisions.selectors.lines import Lines, lines_of
from forebygg.decisions.selectors.progress import matter_of, of_the_matter
from forebygg.decisions.selectors.voices import (
    Voice,
    answers_before,
    statements_of,
)
from forebygg.law.natures import Assessment
from forebygg.plans.marking import Piece, marked
from forebygg.plans.models import Change

_PARAGRAPH: Final = re.compile(r"§\s*(\d{1,4})")


@dataclass(frozen=True)
class MotionRow:
    """A motion with all who moved it, what became of it, and the changes of the plan that it led to."""

    movers: tuple[Motion, ...]
    fate: Fate
    vote: Vote | None
    changes: tuple[ChangeRow, ...]

    @property
    def text(self) -> str:
        return self.movers[0].text

    @property
    def line(self) -> int:
        return self.movers[0].line

    @property
    def number(self) -> int:
        """Which of the item's motions it is, from 1, as the page's anchors count."""
        return self.movers[0].position + 1


@dataclass(frozen=True)
class VoteRow:
    """A ballot; `is_tied` when the chair's vote settled it (kommunallagen (2017:725) 5:56 and 6:26)."""

    vote: Vote

    @property
    def is_tied(self) -> bool:
        return self.vote.yes == self.vote.no

    @property
    def number(self) -> int:
        return self.vote.position + 1


@dataclass(frozen=True)
class Reworded:
    """A sentence that reads otherwise, both wordings in one."""

    change: BodyChange
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Rewording:
    """How the matter's text differs from what an earlier body wrote."""

    earlier: Item
    reworded: tuple[Reworded, ...]
    came: tuple[BodyChange, ...]
    went: tuple[BodyChange, ...]


@dataclass(frozen=True)
class ItemPage:
    """Everything on an item's page."""

    item: Item
    meeting: Meeting | None
    assessment: Assessment
    motions: tuple[MotionRow, ...]
    votes: tuple[VoteRow, ...]
    statements: tuple[Voice, ...]
    answers: tuple[Voice, ...]
    attachments: tuple[Attachment, ...]
    serving: tuple[Attendance, ...]
    rewordings: tuple[Rewording, ...]
    before: Item | None
    after: Item | None


def item_page(folder: Folder, pk: int) -> ItemPage | None:
    """The page, in twelve queries at most; None when there is no such item to see."""
    case = folder.case
    found = folder.rows(Item.objects.filter(case=case, pk=pk).order_by())
    if not found:
        return None
    item = found[0]
    differences = list(BodyChange.objects.filter(case=case, later=item).order_by("position"))
    items = [item, *_others(folder, item, differences)]
    meetings = folder.rows(Meeting.objects.filter(items=item).order_by())
    people = list(Attendance.objects.filter(meeting__in=meetings).order_by("position"))
    motions = list(Motion.objects.filter(item=item).order_by("position"))
    votes = list(Vote.objects.filter(item=item).order_by("position"))
    statements = list(Statement.objects.filter(item=item).order_by("position"))
    matter = of_the_matter(items, case) if case.registry_number else [item]
    place = matter.index(item) if item in matter else None
    before = matter[place - 1] if place else None
    after = matter[place + 1] if place is not None and place + 1 < len(matter) else None
    changes = plan_editions.changes(folder, plan_editions.editions(folder))
    lines = lines_of([item.paper, *statement_papers(folder)])
    named = attached(item, items, folder, lines)
    return ItemPage(
        item=item,
        meeting=meetings[0] if meetings else None,
        assessment=nature_of(item),
        motions=tuple(_motions(item, motions, votes, lines, meetings, changes)),
        votes=tuple(map(VoteRow, votes)),
        statements=tuple(statements_of(item, statements, folder, lines, changes)),
        answers=tuple(
            answers_before(
                item,
                _day_before(matter, item),
                [one.paper for one in named if one.paper],
                folder,
                lines,
                changes,
            )
        ),
        attachments=tuple(named),
        serving=tuple(serving_at(item, people)),
        rewordings=tuple(_rewordings(differences, items)),
        before=before,
        after=after,
    )


def _day_before(matter: Sequence[Item], item: Item) -> dt.date | None:
    earlier = [one.date for one in matter if one.date and item.date and one.date < item.date]
    return max(earlier, default=None)


def _motions(
    item: Item,
    motions: Sequence[Motion],
    votes: Sequence[Vote],
    lines: Lines,
    meetings: Sequence[Meeting],
    changes: Sequence[Change],
) -> list[MotionRow]:
    together = [tuple(group) for _, group in groupby(motions, key=lambda one: (one.line, one.text))]
    printed = lines.of(item.paper, item.first_line, item.last_line)
    numbered = [Line(number, text.strip()) for number, text in enumerate(printed, start=item.first_line)]
    treatment = Treatment(
        outcome=item.outcome,
        order=found_in(numbered, item.order),
        decision=tuple(item.decision),
        ballots=tuple(Ballot(vote.yes, vote.no) for vote in votes),
        chair=meetings[0].chair if meetings else "",
    )
    moved = [Moved(tuple(one.name for one in group), group[0].text) for group in together]
    rows = []
    for group, fate in zip(together, fates(moved, treatment), strict=True):
        led_to = [change for change in changes if _moved_by(change, group, item)]
        if led_to and fate.became is Became.UNTOLD:
            fate = Fate(Became.CARRIED)  # noqa: PLW2901 - what the plan's text shows
        vote = votes[fate.ballot] if fate.ballot is not None else None
        rows.append(MotionRow(group, fate, vote, tuple(map(change_row, led_to))))
    return rows


def _moved_by(change: Change, group: Sequence[Motion], item: Item) -> bool:
    names = {motion.name for motion in group}
    return any(
        mover["name"] in names and mover["paragraph"] == item.paragraph and (mover["body"] or "") == item.body
        for mover in change.moved_by
    )


def _others(folder: Folder, item: Item, differences: Sequence[BodyChange]) -> list[Item]:
    """The items of the matter, those that an attachment may be the extract of, and those compared with it.

    Whole minutes hold a hundred others, which are left where they are.
    """
    numbers = {int(number) for name in item.attachments for number in _PARAGRAPH.findall(name)}
    wanted = Q(pk__in={one.earlier_id for one in differences}) | Q(paragraph__in=numbers)
    if folder.case.registry_number:
        wanted |= matter_of(folder.case)
    found = Item.objects.filter(wanted, case=folder.case).exclude(pk=item.pk)
    return folder.rows(found.only(*ITEM_FIELDS).defer("decision").order_by("date", "pk"))


def _rewordings(differences: Sequence[BodyChange], items: Sequence[Item]) -> list[Rewording]:
    by_pk = {one.pk: one for one in items}
    rows = []
    for earlier, group in groupby(differences, key=lambda one: one.earlier_id):
        those = list(group)
        if earlier in by_pk:
            rows.append(
                Rewording(
                    by_pk[earlier],
                    reworded=tuple(
                        Reworded(one, marked(one.before, one.after).pieces)
                        for one in those
                        if one.before and one.after
                    ),
                    came=tuple(one for one in those if not one.before),
                    went=tuple(one for one in those if not one.after),
                )
            )
    return rows
