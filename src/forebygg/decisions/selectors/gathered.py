"""Papers, meetings and items of a case in the reader's own form, fetched from the store."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model

from forebygg.casefile import facts
from forebygg.decisions.models import Attendance, Item, Meeting, Motion, Statement, Vote
from forebygg.decisions.selectors import stored
from forebygg.decisions.selectors.folder import Folder
from forebygg.papers.models import Original, Paper

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Gathered:
    """What was read of some papers; `rows` are the items' own, in the order of `items`."""

    documents: tuple[facts.Document, ...]
    meetings: tuple[facts.Meeting, ...]
    items: tuple[facts.Item, ...]
    rows: Sequence[Item]
    files: Mapping[int, str]


def gathered(folder: Folder, papers: Collection[Paper]) -> Gathered:
    """Everything that these papers of the folder tell. Seven queries, however many they are."""
    files = dict(Original.objects.filter(case=folder.case).values_list("pk", "name"))
    meetings = folder.rows(Meeting.objects.filter(paper__in=papers).order_by("pk"))
    people = by(Attendance.objects.filter(meeting__in=meetings).order_by("position"), "meeting_id")
    items = folder.rows(Item.objects.filter(paper__in=papers).order_by("pk"))
    return Gathered(
        documents=tuple(_document(paper, folder, files) for paper in papers),
        meetings=tuple(stored.meeting(row, people[row.pk]) for row in meetings),
        items=tuple(_items(items, files)),
        rows=items,
        files=files,
    )


def by(rows: Iterable[Row], key: str) -> Mapping[int, list[Row]]:
    """The rows by one of their attributes, each group in the order in which they come."""
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[getattr(row, key)].append(row)
    return found


def _document(paper: Paper, folder: Folder, files: Mapping[int, str]) -> facts.Document:
    copied = folder.papers.get(paper.copy_of_id or 0)
    return stored.document(
        paper, files[paper.original_id], copy_of=stored.identity(copied) if copied else None
    )


def _items(items: Sequence[Item], files: Mapping[int, str]) -> Iterable[facts.Item]:
    motions = by(Motion.objects.filter(item__in=items).order_by("position"), "item_id")
    votes = by(Vote.objects.filter(item__in=items).order_by("position"), "item_id")
    statements = by(Statement.objects.filter(item__in=items).order_by("position"), "item_id")
    for row in items:
        yield stored.item(
            row,
            files[row.paper.original_id],
            motions=motions[row.pk],
            votes=votes[row.pk],
            statements=statements[row.pk],
        )
