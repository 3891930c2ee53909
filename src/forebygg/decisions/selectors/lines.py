"""The lines of a case's originals, fetched once for a page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from forebygg.papers.models import Original, Paper


@dataclass(frozen=True)
class Lines:
    """The lines of some originals, by original; numbered from 1."""

    texts: Mapping[int, list[str]]

    def of(self, paper: Paper, first: int | None = None, last: int | None = None) -> list[str]:
        """The paper's lines, or those of them from *first* to *last*, both inclusive."""
        start = paper.first_line if first is None else first
        end = paper.last_line if last is None else last
        return self.texts.get(paper.original_id, [])[start - 1 : end]


def lines_of(papers: Iterable[Paper]) -> Lines:
    """One query, whatever the number of papers; a form feed that opens a page is left out."""
    wanted = {paper.original_id for paper in papers}
    found = Original.objects.filter(pk__in=wanted).values_list("pk", "text") if wanted else ()
    return Lines({key: text.replace("\f", "").split("\n") for key, text in found})
