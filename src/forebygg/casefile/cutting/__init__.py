"""Cutting a long text into its papers: minutes and extracts, cover pages, memos, plans, statements.

Papers tile the file: every non-blank line belongs to exactly one. What is looked for are the forms in
which papers begin, since a concatenated case file carries no other mark where one ends.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from forebygg.casefile.cutting.runs import assemble
from forebygg.casefile.cutting.sheet import Sheet
from forebygg.casefile.cutting.starts import starts
from forebygg.casefile.paper import Line, Paper, Rows

__all__ = ["cut"]


def cut(file: str, lines: Sequence[Line], ids: Iterator[str], rows: Rows | None = None) -> list[Paper]:
    """The papers of a file in order, each named by the next of *ids*; *rows* if they are known already."""
    sheet = Sheet(lines, rows)
    if not sheet.at:
        written = [index for index, line in enumerate(lines) if line.text]
        if not written:
            return []
        span = tuple(lines[written[0] : written[-1] + 1])
        return [Paper(id=next(ids), file=file, kind="other", lines=span)]
    papers: list[Paper] = []
    for kind, start, stop in assemble(sheet, starts(sheet)):
        first, end = _trimmed(lines, start, stop)
        if first < end:
            held = slice(bisect_left(sheet.at, first), bisect_left(sheet.at, end))
            at = sheet.at[held]
            own = Rows([index - first for index in at] if first else at, sheet.texts[held])
            span = tuple(lines[first:end])
            papers.append(Paper(id=next(ids), file=file, kind=kind, lines=span, rows=own))
    return papers


def _trimmed(lines: Sequence[Line], first: int, end: int) -> tuple[int, int]:
    while first < end and not lines[first].text:
        first += 1
    while end > first and not lines[end - 1].text:
        end -= 1
    return first, end
