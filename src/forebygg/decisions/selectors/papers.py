"""The page of a paper: its lines as received, a page at a time, with what was read from them beside."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from forebygg.decisions.selectors.folder import Folder
from forebygg.decisions.selectors.lines import lines_of
from forebygg.decisions.selectors.readings import Reading, readings
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import LINES_A_PAGE, Original, Paper, may_see
from forebygg.web.numbers import whole_number


@dataclass(frozen=True)
class LineRow:
    """One line: its number in the original, its text, what was read from it."""

    number: int
    text: str
    readings: Sequence[Reading] = ()
    is_unread: bool = False


@dataclass(frozen=True)
class Part:
    """One of the pages that a long paper is divided into."""

    number: int
    first_line: int
    last_line: int
    is_shown: bool

    @property
    def query(self) -> str:
        return f"?page={self.number}" if self.number > 1 else "?"


@dataclass(frozen=True)
class PaperPage:
    """Everything on a paper's page."""

    paper: Paper
    original: Original
    may_download: bool
    lines: tuple[LineRow, ...]
    parts: tuple[Part, ...]
    copies: tuple[Paper, ...]
    unread: int

    @property
    def copied(self) -> Paper | None:
        """The paper that this is a copy of, when it may be seen."""
        return next((one for one in self.copies if one.pk == self.paper.copy_of_id), None)


def parts_of(paper: Paper, shown: int) -> list[Part]:
    """How the paper is divided; one part when it is short."""
    starts = range(paper.first_line, paper.last_line + 1, LINES_A_PAGE)
    return [
        Part(number, start, min(start + LINES_A_PAGE - 1, paper.last_line), number == shown)
        for number, start in enumerate(starts, start=1)
    ]


def paper_page(folder: Folder, number: int, query: QueryDict) -> PaperPage | None:
    """The page that `?page=` asks for; None when there is no such paper to see."""
    paper = next((one for one in folder.papers.values() if one.number == number), None)
    if paper is None:
        return None
    count = len(parts_of(paper, 1))
    parts = parts_of(paper, min(max(1, whole_number(query.get("page")) or 1), count))
    part = next(one for one in parts if one.is_shown)
    original = Original.objects.defer("text").get(pk=paper.original_id)
    text = lines_of([paper]).of(paper)
    read = readings(folder, paper, text, (part.first_line, part.last_line))
    unread = {
        entry["line"]
        for entry in (original.unread if folder.is_whole else ())
        if paper.first_line <= entry["line"] <= paper.last_line
    }
    start = part.first_line - paper.first_line
    return PaperPage(
        paper=paper,
        original=original,
        may_download=may_download(original, folder.viewer),
        lines=tuple(
            LineRow(at, line.rstrip(), read.get(at, ()), at in unread)
            for at, line in enumerate(
                text[start : part.last_line - paper.first_line + 1], start=part.first_line
            )
        ),
        parts=tuple(parts),
        copies=tuple(
            one
            for one in folder.papers.values()
            if one.pk != paper.pk
            and (one.copy_of_id == paper.pk or paper.copy_of_id in (one.pk, one.copy_of_id or 0))
        ),
        unread=len(unread),
    )


def may_download(original: Original, viewer: Viewer) -> bool:
    """Whether every paper of the file may be seen, since it holds them all."""
    papers = list(Paper.objects.filter(original=original).only("case", "released_at", "kept_by"))
    return all(may_see(paper, viewer) for paper in papers) and (viewer.reads or bool(papers))
