"""What a municipality's home shows: the matters, the plans, the days to come, and what came in last."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from operator import or_
from typing import Any, cast

from django.db.models import Count, Max, Q
from django.utils import timezone

from forebygg.accounts.models import Municipality, User
from forebygg.commitments.selectors.answering import answered_by
from forebygg.decisions.models import Meeting
from forebygg.decisions.selectors.cases import CaseRow, case_rows, cases
from forebygg.decisions.selectors.dates import board_of
from forebygg.law.board import DateRow, What
from forebygg.organisation.models import Unit
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import Case, Original
from forebygg.plans.selectors.editions import PlanRow, plan_rows
from forebygg.reminders.due import DueItem, due
from forebygg.reminders.selectors.hands import hands_of

SHOWN = 5
# What falls to somebody is shown so long before its day; as much of it as fits above the plans.
AHEAD = dt.timedelta(days=60)
NEEDING = 7
# Approval, notice and appeal follow a meeting within weeks; with all three late, hardly after half a year.
LOOKED_BACK = dt.timedelta(days=200)
# What there is to wait for. That a meeting is held and a notice taken down is nobody's last day.
AWAITED = {What.APPROVAL, What.NOTICE, What.APPEAL}


@dataclass(frozen=True)
class ComingDay:
    """A last day that the law gives and that has not passed."""

    day: dt.date
    what: What
    meeting: Meeting


@dataclass(frozen=True)
class Received:
    """The files of one case that came in on its last day."""

    case: Case
    day: dt.date
    files: int


@dataclass(frozen=True)
class Needs:
    """What somebody is to do: the first in order of date, and how many there are in all."""

    first: Sequence[DueItem]
    count: int


@dataclass(frozen=True)
class Home:
    """Everything on the page; `cases` are the newest of `case_count`, `answered` whom they answer for.

    `needs` is None for those to whom nothing can fall, since they hold no post.
    """

    today: dt.date
    needs: Needs | None
    cases: Sequence[CaseRow]
    case_count: int
    plans: Sequence[PlanRow]
    days: Sequence[ComingDay]
    received: Sequence[Received]
    answered: Sequence[Unit]

    @property
    def is_empty(self) -> bool:
        return not self.cases and not self.plans


def home(municipality: Municipality, *, seen_by: Viewer, today: dt.date) -> Home:
    """The whole page, in a number of queries that does not grow with what there is."""
    found = cases(municipality, seen_by)
    newest = cast("list[Case]", list(found[:SHOWN]))
    for case in newest:
        case.municipality = municipality
    return Home(
        today=today,
        needs=needs(municipality, seen_by=seen_by, today=today),
        cases=case_rows(newest, seen_by),
        case_count=found.count(),
        plans=plan_rows(municipality, seen_by=seen_by),
        days=coming_days(municipality, seen_by=seen_by, today=today),
        received=received(municipality, seen_by) if seen_by.reads else (),
        answered=answered_by(seen_by, municipality),
    )


def needs(municipality: Municipality, *, seen_by: Viewer, today: dt.date) -> Needs | None:
    """What falls to them and is late or soon to be done, in a number of queries that does not grow."""
    if not seen_by.held or not isinstance(seen_by.user, User):
        return None
    theirs = due(municipality, today + AHEAD, among=hands_of(seen_by.user, municipality))
    return Needs(first=theirs[:NEEDING], count=len(theirs))


def coming_days(municipality: Municipality, *, seen_by: Viewer, today: dt.date) -> list[ComingDay]:
    """The last days from *today* on, the nearest first. One query."""
    since = today - LOOKED_BACK
    recent = Q(date__gte=since) | Q(approved_on__gte=since) | Q(posted_on__gte=since)
    of = Meeting.objects.filter(recent).select_related("case__municipality")
    meetings = cast("Iterable[Meeting]", of.of(municipality).visible_to(seen_by))
    days = chain.from_iterable(_awaited(meeting, today) for meeting in meetings)
    return sorted(days, key=lambda one: (one.day, one.meeting.pk))


def _awaited(meeting: Meeting, today: dt.date) -> list[ComingDay]:
    rows: Sequence[DateRow] = board_of(meeting, today=today).rows
    return [
        ComingDay(row.deadline.day, row.what, meeting)
        for row in rows
        if row.what in AWAITED and row.printed is None and row.deadline and row.deadline.day >= today
    ]


def received(municipality: Municipality, seen_by: Viewer) -> list[Received]:
    """The cases that they may see to which something came last, and what came that day. Two queries."""
    theirs = Case.objects.of(municipality).visible_to(seen_by).annotate(last=Max("originals__received_at"))
    newest: list[Any] = list(theirs.filter(last__isnull=False).order_by("-last", "-pk")[:SHOWN])
    if not newest:
        return []
    days = {case.pk: timezone.localdate(case.last) for case in newest}
    that_day = (Q(case=key, received_at__gte=_beginning(day)) for key, day in days.items())
    files = Original.objects.of(municipality).filter(reduce(or_, that_day)).order_by()
    counted = dict(files.values_list("case").annotate(Count("pk")))
    for case in newest:
        case.municipality = municipality
    return [Received(case, days[case.pk], counted[case.pk]) for case in newest]


def _beginning(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))
