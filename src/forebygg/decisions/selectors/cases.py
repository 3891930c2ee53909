"""The list of cases, and the page of one."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Count, Q

from forebygg.accounts.models import Municipality
from forebygg.decisions.models import Event, Finding, Item, Meeting
from forebygg.decisions.selectors import editions as plan_editions
from forebygg.decisions.selectors.editions import EditionRow
from forebygg.decisions.selectors.folder import Folder, name_of, sight_of
from forebygg.decisions.selectors.progress import (
    Progress,
    is_matter,
    matter_of,
    of_the_matter,
    progress,
    said,
)
from forebygg.decisions.selectors.timeline import Day, timeline
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import Case, CaseQuerySet, Original, Paper, seen_by

# Whole minutes hold a hundred items: the case shows the first, the list of items all.
SHOWN_ITEMS = 50
SHOWN_EVENTS = 300
# What a list of items needs; descriptions and decisions are long.
ITEM_FIELDS = (
    "municipality", "case", "paper", "meeting", "body", "date", "paragraph", "title", "registry_number",
    "outcome", "decision", "first_line", "last_line",
)  # fmt: skip
MEETING_FIELDS = (
    "municipality", "case", "paper", "body", "date", "first_paragraph", "last_paragraph",
    "first_line", "last_line",
)  # fmt: skip


@dataclass(frozen=True)
class CaseRow:
    """A case in the list, with how many of its papers the viewer sees, and how many the public."""

    case: Case
    name: str
    papers: int
    released: int
    progress: Progress | None


@dataclass(frozen=True)
class MeetingRow:
    """A meeting with what the case holds of its items; without a meeting those that belong to none."""

    meeting: Meeting | None
    items: tuple[Item, ...]
    item_count: int


@dataclass(frozen=True)
class CasePage:
    """Everything on a case's page."""

    progress: Progress | None
    days: tuple[Day, ...]
    more_events: bool
    editions: tuple[EditionRow, ...]
    meetings: tuple[MeetingRow, ...]
    item_count: int
    papers: tuple[Paper, ...]
    findings: int
    unread: int

    @property
    def released(self) -> int:
        return sum(paper.released_at is not None for paper in self.papers)


def cases(municipality: Municipality, viewer: Viewer) -> CaseQuerySet:
    """Those that the viewer may see, newest first, with how many of their papers they see."""
    return (
        Case.objects.of(municipality)
        .visible_to(viewer)
        .annotate(
            paper_count=Count("papers", filter=seen_by(viewer, "papers__")),
            held_count=Count("papers"),
            released_count=Count("papers", filter=Q(papers__released_at__isnull=False)),
        )
        .order_by("-number")
    )


def case_rows(found: Sequence[Case], viewer: Viewer) -> list[CaseRow]:
    """The cases with what they are called and how far they have come. Three queries for all."""
    matters = [case for case in found if case.registry_number]
    by_case: dict[int, list[Item]] = {}
    own = reduce(or_, (Q(case=case) & matter_of(case) for case in matters), Q(pk=None))
    for item in Item.objects.filter(own).visible_to(viewer).only(*ITEM_FIELDS).order_by("date", "pk"):
        by_case.setdefault(item.case_id, []).append(item)
    proposals = plan_editions.proposals(matters)
    told = {
        case.pk: said(
            of_the_matter(by_case.get(case.pk, []), case),
            sight_of(case, viewer, hides=case.paper_count < case.held_count),  # type: ignore[attr-defined]
            is_proposal=case.pk in proposals,
        )
        for case in matters
    }
    untitled = [case for case in found if not case.title]
    first: dict[int, Paper] = {}
    for paper in Paper.objects.filter(case__in=untitled).visible_to(viewer).order_by("number"):
        first.setdefault(paper.case_id, paper)
    return [
        CaseRow(
            case,
            name_of(case, first.get(case.pk)),
            case.paper_count,  # type: ignore[attr-defined]
            case.released_count,  # type: ignore[attr-defined]
            told.get(case.pk),
        )
        for case in found
    ]


def case_page(folder: Folder) -> CasePage:
    """The whole page, in thirteen queries at most. Of whole minutes the first items and events are told."""
    case = folder.case
    events = folder.rows(Event.objects.filter(case=case).order_by("position")[:SHOWN_EVENTS])
    meetings = folder.rows(Meeting.objects.filter(case=case).only(*MEETING_FIELDS).order_by("date", "pk"))
    first, matter, counts = _items(folder)
    held = plan_editions.editions(folder)
    is_proposal = case.pk in plan_editions.proposals([case])
    findings = _findings(case) if folder.is_whole else []
    return CasePage(
        progress=progress(folder, matter, events, findings, is_proposal=is_proposal)
        if is_matter(folder)
        else None,
        days=tuple(timeline(events, meetings, {*matter, *first}, held)),
        more_events=len(events) == SHOWN_EVENTS,
        editions=tuple(plan_editions.edition_rows(held, seen_by=folder.viewer)),
        meetings=tuple(_meetings(meetings, first, counts)),
        item_count=sum(counts.values()),
        papers=tuple(folder.papers.values()),
        findings=len(findings),
        unread=_unread(case) if folder.is_whole else 0,
    )


def _items(folder: Folder) -> tuple[list[Item], list[Item], Mapping[int | None, int]]:
    """The items that are shown, those of the case's own matter, and how many there are by meeting.

    One query where all are shown; else three, so that a hundred items are not fetched to be counted.
    """
    case = folder.case
    visible = Item.objects.filter(case=case).visible_to(folder.viewer)
    rows = visible.only(*ITEM_FIELDS).order_by("date", "pk")
    first = folder.rows(rows[: SHOWN_ITEMS + 1])
    if len(first) <= SHOWN_ITEMS and case.registry_number:
        counts: Mapping[int | None, int] = Counter(item.meeting_id for item in first)
        return first, of_the_matter(first, case), counts
    counts = dict(visible.order_by().values_list("meeting").annotate(count=Count("pk")))
    own = of_the_matter(folder.rows(rows.filter(matter_of(case))), case) if is_matter(folder) else []
    return first[:SHOWN_ITEMS], own, counts


def _meetings(
    meetings: Sequence[Meeting], items: Sequence[Item], counts: Mapping[int | None, int]
) -> Iterator[MeetingRow]:
    """Every meeting with those of its items that are shown, then what belongs to no meeting that is seen."""
    known = {meeting.pk for meeting in meetings}
    by_meeting: dict[int | None, list[Item]] = {}
    for item in items:
        by_meeting.setdefault(item.meeting_id if item.meeting_id in known else None, []).append(item)
    for meeting in meetings:
        yield MeetingRow(meeting, tuple(by_meeting.get(meeting.pk, ())), counts.get(meeting.pk, 0))
    if alone := sum(count for key, count in counts.items() if key not in known):
        yield MeetingRow(None, tuple(by_meeting.get(None, ())), alone)


def _findings(case: Case) -> list[Finding]:
    return list(Finding.objects.filter(case=case).only("code", "values").order_by("position"))


def _unread(case: Case) -> int:
    return sum(len(lines) for lines in Original.objects.filter(case=case).values_list("unread", flat=True))
