"""Papers, meetings and items of a case in the reader's own form, fetched from the store."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any, Final, Generic, TypeVar

from django.db.models import Model, QuerySet

from forebygg.casefile import facts
from forebygg.decisions.models import Attendance, Item, Meeting, Motion, Statement, Vote
from forebygg.decisions.selectors import stored
from forebygg.decisions.selectors.folder import Folder
from forebygg.papers.models import Original, Paper

Row = TypeVar("Row", bound=Model)
# So many rows are fetched ahead of those that are told.
AHEAD: Final = 200


@dataclass(frozen=True)
class Gathered:
    """What was read of some papers."""

    documents: tuple[facts.Document, ...]
    meetings: tuple[facts.Meeting, ...]
    items: tuple[facts.Item, ...]


class Alongside(Generic[Row]):
    """Rows handed out with those that they belong to, in one query; none is kept."""

    def __init__(self, rows: QuerySet[Row, Any], owner: str) -> None:
        ordered = rows.order_by(owner, "position").iterator(chunk_size=AHEAD)
        self._groups = groupby(ordered, attrgetter(owner))
        self._waiting = next(self._groups, None)

    def of(self, owner: Model) -> Sequence[Row]:
        """Those of the owner; owners are to come in the order of their keys."""
        while self._waiting and self._waiting[0] < owner.pk:
            self._waiting = next(self._groups, None)
        if not self._waiting or self._waiting[0] != owner.pk:
            return ()
        found = list(self._waiting[1])
        self._waiting = next(self._groups, None)
        return found


def gathered(folder: Folder, papers: Collection[Paper]) -> Gathered:
    """Everything that these papers of the folder tell. Seven queries, however many they are."""
    files = files_of(folder)
    return Gathered(
        documents=documents(folder, papers, files),
        meetings=tuple(meetings(folder, papers)),
        items=tuple(told for _row, told in items(folder, papers, files)),
    )


def files_of(folder: Folder) -> Mapping[int, str]:
    """The names of the case's files by their keys. One query."""
    return dict(Original.objects.filter(case=folder.case).values_list("pk", "name"))


def documents(
    folder: Folder, papers: Iterable[Paper], files: Mapping[int, str]
) -> tuple[facts.Document, ...]:
    """The papers; no query."""
    return tuple(_document(paper, folder, files) for paper in papers)


def meetings(folder: Folder, papers: Collection[Paper]) -> Iterator[facts.Meeting]:
    """The meetings, one at a time. Two queries."""
    rows = Meeting.objects.filter(paper__in=papers).order_by("pk")
    people = Alongside(Attendance.objects.filter(meeting__paper__in=papers), "meeting_id")
    for row in folder.each(rows.iterator(chunk_size=AHEAD)):
        yield stored.meeting(row, people.of(row))


def items(
    folder: Folder, papers: Collection[Paper], files: Mapping[int, str]
) -> Iterator[tuple[Item, facts.Item]]:
    """The items, one at a time, each with its row. Four queries."""
    rows = Item.objects.filter(paper__in=papers).defer("folded").order_by("pk")
    motions = Alongside(Motion.objects.filter(item__paper__in=papers), "item_id")
    votes = Alongside(Vote.objects.filter(item__paper__in=papers), "item_id")
    statements = Alongside(Statement.objects.filter(item__paper__in=papers), "item_id")
    for row in folder.each(rows.iterator(chunk_size=AHEAD)):
        told = stored.item(
            row,
            files[row.paper.original_id],
            motions=motions.of(row),
            votes=votes.of(row),
            statements=statements.of(row),
        )
        yield row, told


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
