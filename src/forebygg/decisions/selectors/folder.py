"""The papers of a case that somebody may see; every other row of the case hangs on one of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol, TypeVar

from forebygg.accounts.models import Municipality
from forebygg.organisation.guests import Invited
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import Case, Paper, may_see
from forebygg.web.dates import written_day


class FromPaper(Protocol):
    """A row that was read from a paper."""

    paper_id: int
    paper: Paper
    case: Case
    municipality: Municipality


Row = TypeVar("Row", bound=FromPaper)


class Sight(Enum):
    """How much of a case somebody sees: where they are told to look for what is not there."""

    WHOLE = auto()
    """All that lies in the file."""
    PART = auto()
    """Colleagues without what another authority keeps, and guests, whom nobody tells what else there is."""
    RELEASED = auto()
    """What the public sees."""


def sight_of(case: Case, viewer: Viewer, *, hides: bool) -> Sight:
    """How much the viewer sees of a case that *hides* some papers from them."""
    if viewer.reads:
        return Sight.PART if hides else Sight.WHOLE
    return Sight.PART if any(one.case == case.pk for one in viewer.invited) else Sight.RELEASED


@dataclass(frozen=True)
class Folder:
    """A case as somebody sees it: its papers, but for those that are `hidden` from them."""

    case: Case
    viewer: Viewer
    papers: Mapping[int, Paper]
    hidden: Sequence[Paper] = ()

    @property
    def sight(self) -> Sight:
        """How much of the case this is."""
        return sight_of(self.case, self.viewer, hides=bool(self.hidden))

    @property
    def is_whole(self) -> bool:
        """Whether what follows from all the papers together may be shown, as findings do."""
        return self.sight is Sight.WHOLE

    @property
    def may_be_seen(self) -> bool:
        """Whether the viewer sees a paper of it, or that it holds none: as `Case.visible_to` chooses."""
        return bool(self.papers) or self.viewer.is_system or (self.viewer.reads and not self.hidden)

    @property
    def invitation(self) -> Invited | None:
        """By which somebody sees it who holds no post that reads."""
        if self.viewer.reads:
            return None
        return next((one for one in self.viewer.invited if one.case == self.case.pk), None)

    @property
    def name(self) -> str:
        """What the case is called; minutes of many matters by whose they are."""
        return name_of(self.case, next(iter(self.papers.values()), None))

    def rows(self, rows: Iterable[Row]) -> list[Row]:
        """The rows whose paper is in the folder, bound to its papers: their links cost no query."""
        return list(self.each(rows))

    def each(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The same, one at a time."""
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
    papers, hidden = {}, []
    every = Paper.objects.filter(case=case).order_by()
    # To the public nothing is told that follows from the whole, so that the rest is not even fetched.
    seen = every if viewer.reads else every.visible_to(viewer)
    for paper in sorted(seen, key=lambda paper: paper.number):
        paper.case, paper.municipality = case, case.municipality
        if may_see(paper, viewer):
            papers[paper.pk] = paper
        else:
            hidden.append(paper)
    return Folder(case, viewer, papers, hidden)
