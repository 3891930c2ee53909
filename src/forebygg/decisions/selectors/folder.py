"""The papers of a case that somebody may see; every other row of the case hangs on one of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from forebygg.accounts.models import Municipality
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import Case, Paper
from forebygg.web.dates import written_day


class FromPaper(Protocol):
    """A row that was read from a paper."""

    paper_id: int
    paper: Paper
    case: Case
    municipality: Municipality


Row = TypeVar("Row", bound=FromPaper)


@dataclass(frozen=True)
class Folder:
    """A case as somebody sees it: staff all its papers, the public those that are released."""

    case: Case
    viewer: Viewer
    papers: Mapping[int, Paper]

    @property
    def is_staff(self) -> bool:
        return self.viewer.reads

    @property
    def name(self) -> str:
        """What the case is called; minutes of many matters by whose they are."""
        return name_of(self.case, next(iter(self.papers.values()), None))

    def hidden(self) -> Sequence[Paper]:
        """The papers of the case that may not be seen. One query."""
        return list(Paper.objects.filter(case=self.case).exclude(pk__in=self.papers))

    def rows(self, rows: Iterable[Row]) -> list[Row]:
        """The rows whose paper is in the folder, bound to its papers: their links cost no query."""
        return list(self._bound(rows))

    def _bound(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            if row.paper_id in self.papers:
                row.paper, row.case = self.papers[row.paper_id], self.case
                row.municipality = self.case.municipality
                yield row


def name_of(case: Case, first: Paper | None) -> str:
    """The case's title, else what its first paper is: "Kommunfullmäktige 1 februari 2024"."""
    if case.title or not first or not first.title:
        return str(case)
    return f"{first.title} {written_day(first.date)}" if first.date else first.title


def open_folder(case: Case, viewer: Viewer) -> Folder:
    """One query; `case.municipality` is to be there already."""
    papers = {}
    found = Paper.objects.filter(case=case).visible_to(viewer).order_by()
    for paper in sorted(found, key=lambda paper: paper.number):
        paper.case, paper.municipality = case, case.municipality
        papers[paper.pk] = paper
    return Folder(case, viewer, papers)
