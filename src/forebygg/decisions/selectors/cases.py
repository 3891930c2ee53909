"""The list of cases, and the page of one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from forebygg.accounts.models import Municipality
from forebygg.decisions.models import Event, Finding, Item, Meeting
from forebygg.decisions.selectors import editions as plan_editions
from forebygg.decisions.selectors.editions import EditionRow
from forebygg.decisions.selectors.folder import Folder
from forebygg.decisions.selectors.progress import Progress, is_matter, of_the_matter, progress, said
from forebygg.decisions.selectors.timeline import Day, timeline
from forebygg.papers.models import Case, CaseQuerySet, Original, Paper, Viewer

# Whole minutes hold a hundred items; the case shows the first of each meeting, the list of items all.
SHOWN_ITEMS = 20
# What a list of items needs; descriptions and decisions are long.
ITEM_FIELDS = (
    "municipality", "case", "paper", "meeting", "body", "date", "paragraph", "title", "registry_number",
    "outcome", "decision", "first_line", "last_line",
)  # fmt: skip


@dataclass(frozen=True)
class CaseRow:
    """A case in the list."""

    case: Case
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
    """Those that the viewer may see, newest first, with how many papers they hold."""
    return (
        Case.objects.of(municipality)
        .visible_to(viewer)
        .annotate(
            paper_count=Count("papers"),
            released_count=Count("papers", filter=Q(papers__released_at__isnull=False)),
        )
        .order_by("-number")
    )


def case_rows(found: Sequence[Case], viewer: Viewer) -> list[CaseRow]:
    """The cases with how far each has come. One query for all."""
    matters = [case for case in found if case.registry_number]
    by_case: dict[int, list[Item]] = {}
    for item in Item.objects.filter(case__in=matters).visible_to(viewer).only(*ITEM_FIELDS):
        by_case.setdefault(item.case_id, []).append(item)
    told = {
        case.pk: said(bool(viewer.is_authenticated), of_the_matter(by_case.get(case.pk, []), case))
        for case in matters
    }
    return [
        CaseRow(case, case.paper_count, case.released_count, told.get(case.pk))  # type: ignore[attr-defined]
        for case in found
    ]


def case_page(folder: Folder) -> CasePage:
    """The whole page, in nine queries."""
    case = folder.case
    events = folder.rows(Event.objects.filter(case=case).order_by("position"))
    meetings = folder.rows(Meeting.objects.filter(case=case).order_by("date", "pk"))
    items = folder.rows(Item.objects.filter(case=case).only(*ITEM_FIELDS).order_by("date", "pk"))
    held = plan_editions.editions(folder)
    between = plan_editions.changes(folder, held)
    findings = list(Finding.objects.filter(case=case).only("code", "values")) if folder.is_staff else []
    told = progress(folder, of_the_matter(items, case), events, findings) if is_matter(folder) else None
    return CasePage(
        progress=told,
        days=tuple(timeline(events, meetings, items, held)),
        editions=tuple(plan_editions.edition_rows(held, between)),
        meetings=tuple(_meetings(meetings, items)),
        item_count=len(items),
        papers=tuple(folder.papers.values()),
        findings=len(findings),
        unread=_unread(case) if folder.is_staff else 0,
    )


def _meetings(meetings: Sequence[Meeting], items: Sequence[Item]) -> Iterator[MeetingRow]:
    by_meeting: dict[int | None, list[Item]] = {meeting.pk: [] for meeting in meetings}
    for item in items:
        by_meeting.setdefault(item.meeting_id if item.meeting_id in by_meeting else None, []).append(item)
    for meeting in (*meetings, None):
        own = by_meeting.get(meeting.pk if meeting else None, [])
        if meeting or own:
            yield MeetingRow(meeting, tuple(own[:SHOWN_ITEMS]), len(own))


def _unread(case: Case) -> int:
    return sum(len(lines) for lines in Original.objects.filter(case=case).values_list("unread", flat=True))
