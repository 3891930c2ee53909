"""Which lines of a plan could be headings, so that a person can say whether they are."""

from collections.abc import Iterator, Sequence

from forebygg.casefile.paper import Line, Paper, joined
from forebygg.casefile.papers.plans.headings import Heading
from forebygg.casefile.papers.plans.outline import (
    CAPTION,
    LONGEST,
    LONGEST_UNNUMBERED,
    candidate_at,
    is_title,
)
from forebygg.casefile.papers.plans.outlined import OutlineLine
from forebygg.casefile.papers.plans.plan import divide
from forebygg.casefile.papers.plans.title_page import is_date, is_logotype, is_row
from forebygg.casefile.prose import BULLET


def outline(paper: Paper) -> Iterator[OutlineLine]:
    """The plan's headings, and the lines between them that could be headings, in order."""
    parts = divide(paper)
    lines = parts.lines
    taken = {heading.first: heading for heading in parts.headings}
    within = 0  # the end of the last heading, whose own lines are no others
    for at in (*range(len(parts.front)), *range(parts.start, len(lines))):
        if at < within or (at and lines[at - 1].number == lines[at].number):
            continue
        heading = taken.get(at)
        if not heading and at < len(parts.front) and _is_dated_row(lines[at].text):
            continue
        shown = heading or _possible(lines, at, told=lines[at].number in paper.headings.lines)
        if shown:
            within = shown.end if heading else within
            yield _line(lines, shown, taken=heading is not None)


def _possible(lines: Sequence[Line], at: int, *, told: bool) -> Heading | None:
    """The heading that the line could be; one that a person has spoken of is always shown."""
    text = lines[at].text
    if not text or not (told or _could_head(lines, at)):
        return None
    found = candidate_at(lines, at)
    return Heading(found.number, found.title.rstrip(":"), at, found.end)


def _is_dated_row(text: str) -> bool:
    """A row of the first page's table with its figures; "Uppföljning" alone heads sections too."""
    return is_row(text) and any(map(str.isdigit, text))


def _could_head(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].text
    if len(text) > LONGEST or "\t" in text or CAPTION.match(text):
        return False
    if is_date(text) or is_logotype(text):
        return False
    found = candidate_at(lines, at)
    if not found.number and (len(text) > LONGEST_UNNUMBERED or BULLET.match(text)):
        return False
    return is_title(found.title.rstrip(":"))


def _line(lines: Sequence[Line], heading: Heading, *, taken: bool) -> OutlineLine:
    own = [line for line in lines[heading.first : heading.end] if line.text]
    marks = len(own[0].text) - len(own[0].text.lstrip("#"))  # as Markdown has them
    return OutlineLine(
        lines=(own[0].number, own[-1].number),
        text=joined(own),
        number=heading.number,
        title=heading.title,
        level=marks or 1 + heading.number.count("."),
        taken=taken,
    )
