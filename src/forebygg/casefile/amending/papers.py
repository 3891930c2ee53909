"""Corrections of how a text divides: what kind of paper it is, and where the sections of a plan begin."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from forebygg.casefile.amending.correction import Correction
from forebygg.casefile.facts import DocumentKind
from forebygg.casefile.paper import Line, Paper, ToldHeading, ToldHeadings
from forebygg.language.wording import letters

# What may stand between a heading and the text that goes on in its line: "Syfte: Planen ska …".
_BETWEEN: Final = " \t:–—-"


def whole(name: str, file: str, kind: DocumentKind, lines: Sequence[Line]) -> Paper:
    """All lines of a file as one paper."""
    written = [number for number, line in enumerate(lines) if line.text]
    return Paper(id=name, file=file, kind=kind, lines=tuple(lines[written[0] : written[-1] + 1]))


def meant(papers: Sequence[Paper], line: int) -> Paper | None:
    """The paper that holds the line, or the only one."""
    for paper in papers:
        if paper.span[0] <= line <= paper.span[1]:
            return paper
    return papers[0] if len(papers) == 1 else None


def with_headings(paper: Paper, corrections: Sequence[Correction], *, complete: bool) -> Paper:
    """The plan with what a person says of its headings; *complete* when they are all that it has."""
    told: dict[int, ToldHeading | None] = {}
    for one in corrections:
        given = one.values()
        told[one.line] = ToldHeading(given.get("number") or "", given["title"]) if given else None
    return replace(
        paper, lines=tuple(_parted(paper.lines, told)), rows=None, headings=ToldHeadings(told, complete)
    )


def _parted(lines: Sequence[Line], told: Mapping[int, ToldHeading | None]) -> Iterator[Line]:
    """The lines, text that goes on after its heading parted from it.

    A heading that repeats itself at the top of the pages was taken for a running head; it is one no more.
    """
    for line in lines:
        heading = told.get(line.number)
        if not heading:
            yield line
            continue
        end = _end(line.text, heading)
        yield line._replace(text=line.text[:end].rstrip(), furniture=False)
        if rest := line.text[end:].strip(_BETWEEN):
            yield Line(line.number, rest)


def _end(text: str, heading: ToldHeading) -> int:
    """How far the heading reaches in the text of its line: all of it, unless the title is a part of it."""
    titles = {letters(heading.number + heading.title), letters(heading.title)}
    longest = max(map(len, titles))
    read, end = "", 0
    for word in text.split():
        end = text.index(word, end) + len(word)
        read += letters(word)
        if read in titles:
            return end
        if len(read) > longest:
            break
    return len(text)
