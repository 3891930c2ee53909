"""All corrections of one reading, each put in where it belongs on the way from text to facts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from forebygg.casefile.amending.correction import Correction
from forebygg.casefile.amending.facts import amend
from forebygg.casefile.amending.fields import KindName
from forebygg.casefile.amending.lines import Lines, rewritten
from forebygg.casefile.amending.papers import meant, whole, with_headings
from forebygg.casefile.cutting import cut
from forebygg.casefile.gathering import Gathered
from forebygg.casefile.paper import Line, Paper, Rows, Text


class Amendments:
    """The corrections, and which of them have found their place so far."""

    def __init__(self, corrections: Sequence[Correction]) -> None:
        self._told = tuple(corrections)
        # File → each correction as it was told, and as it stands in the text now.
        self._standing: defaultdict[str, list[tuple[Correction, Correction]]] = defaultdict(list)
        self._placed: set[int] = set()

    def text(self, text: Text) -> Text:
        """The text with its lines as they should read; asked of every text, before all else."""
        standing = Lines(text.lines)
        own = [(one, standing.find(one)) for one in self._told if one.file == text.file]
        if not own:
            return text
        self._standing[text.file] = [(told, here) for told, here in own if here]
        lines = self._here(text.file, "line")
        self._place(lines)
        return replace(text, lines=rewritten(text.lines, lines))

    def papers(
        self, file: str, lines: Sequence[Line], ids: Iterator[str], rows: Rows | None = None
    ) -> list[Paper]:
        """The papers of a file, cut and named unless a person said what they are; *rows* as in `cut`."""
        if file not in self._standing:
            return cut(file, lines, ids, rows)
        of_file = self._of_file(file)
        if "kind" in of_file and any(line.text for line in lines):
            self._place(one for one in self._here(file, "file") if one.field == "kind")
            papers = [whole(next(ids), file, of_file["kind"], lines)]
        else:
            papers = cut(file, lines, ids, rows)
        for one in self._here(file, "document"):
            paper = meant(papers, one.line)
            if one.field == "kind" and paper:
                self._place([one])
                papers[papers.index(paper)] = replace(paper, kind=one.values()["kind"])
        return [self._outlined(paper) for paper in papers]

    def _outlined(self, paper: Paper) -> Paper:
        """A plan with its headings as a person says that they are."""
        written = {line.number for line in paper.lines if line.text}
        own = [one for one in self._here(paper.file, "heading") if one.line in written]
        complete = [one for one in self._here(paper.file, "file") if one.field == "headings_complete"]
        if paper.kind != "plan" or not (own or complete):
            return paper
        self._place([*own, *complete])
        return with_headings(paper, own, complete=bool(self._of_file(paper.file).get("headings_complete")))

    def _of_file(self, file: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for one in self._here(file, "file"):
            found |= one.values()
        return found

    def facts(self, gathered: Gathered) -> None:
        """Correct what was read of the papers."""
        if not self._standing:
            return
        self._place(amend(gathered, [here for own in self._standing.values() for _, here in own]))

    @property
    def unplaced(self) -> tuple[Correction, ...]:
        """Those whose file or place is no longer there."""
        placed = {
            id(told) for own in self._standing.values() for told, here in own if id(here) in self._placed
        }
        return tuple(one for one in self._told if id(one) not in placed)

    def _here(self, file: str, kind: KindName) -> list[Correction]:
        return [here for _, here in self._standing.get(file, ()) if here.kind == kind]

    def _place(self, corrections: Iterable[Correction]) -> None:
        self._placed.update(map(id, corrections))
