"""The papers of a case that somebody may see; every other row of the case hangs on one of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from forebygg.accounts.models import Municipality
from forebygg.papers.models import Case, Paper, Viewer


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
        return bool(self.viewer.is_authenticated)

    def rows(self, rows: Iterable[Row]) -> list[Row]:
        """The rows whose paper is in the folder, bound to its papers: their links cost no query."""
        return list(self._bound(rows))

    def _bound(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            if row.paper_id in self.papers:
                row.paper, row.case = self.papers[row.paper_id], self.case
                row.municipality = self.case.municipality
                yield row


def open_folder(case: Case, viewer: Viewer) -> Folder:
    """One query; `case.municipality` is to be there already."""
    papers = {}
    for paper in Paper.objects.filter(case=case).visible_to(viewer).order_by("number"):
        paper.case, paper.municipality = case, case.municipality
        papers[paper.pk] = paper
    return Folder(case, viewer, papers)
