"""A plan begun from its text alone, pasted or from a file, its sections confirmed by a person."""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import count

from forebygg.casefile import read_texts
from forebygg.casefile.amending import Correction
from forebygg.casefile.facts import Plan
from forebygg.casefile.paper import Text
from forebygg.casefile.papers.plans.outlined import OutlineLine
from forebygg.casefile.sources.lines import lines_of

__all__ = ["OutlineLine", "as_plan", "draft", "outline", "pasted"]


def pasted(text: str, file: str) -> Text:
    """What a person pasted, as the text of a file of that name. Raises SourceError where there is none."""
    return Text(file=file, form="text", lines=lines_of(text))


def outline(text: Text, corrections: Sequence[Correction] = ()) -> list[OutlineLine]:
    """Every line of the text that is or could be a heading when all of it is one plan."""
    from forebygg.casefile.amending.amendments import Amendments  # noqa: PLC0415 - load most of the reader
    from forebygg.casefile.pages import mark  # noqa: PLC0415
    from forebygg.casefile.papers.plans import candidates  # noqa: PLC0415

    amendments = Amendments([_one_plan(text.file), *corrections])
    marked = mark(amendments.text(text))
    papers = amendments.papers(text.file, marked.lines, (f"d{number}" for number in count(1)))
    return [line for paper in papers if paper.kind == "plan" for line in candidates.outline(paper)]


def draft(text: Text, corrections: Sequence[Correction] = ()) -> Plan:
    """The text read as one plan: its title, date and sections as far as they can be told."""
    return read_texts([text], [_one_plan(text.file), *corrections]).plans[0]


def as_plan(
    file: str,
    *,
    title: str | None,
    date: dt.date | None,
    headings: Iterable[tuple[int, str, str]] | None = None,
    read: Sequence[OutlineLine] = (),
) -> tuple[Correction, ...]:
    """The corrections by which the file is one plan with that title and date.

    `headings` are those that a person has confirmed, line, number and title; every other line is text.
    Without them the reader's own stand. `read`, the outline that was shown, tells how their lines read, so
    that they are found again when the file is extracted anew. Raises CorrectionError.
    """
    day = date.isoformat() if date else None
    given = [
        _one_plan(file),
        Correction(file=file, line=1, kind="document", field="title", value=title),
        Correction(file=file, line=1, kind="document", field="date", value=day),
    ]
    if headings is None:
        return tuple(given)
    given.append(Correction(file=file, line=1, kind="file", field="headings_complete", value=True))
    printed = {line.lines[0]: line.text for line in read if line.lines[0] == line.lines[1]}
    confirmed = {line: (number, heading) for line, number, heading in headings}
    given.extend(
        Correction(
            file=file,
            line=line,
            kind="heading",
            act="add",
            value={"number": number, "title": heading},
            printed=printed.get(line, ""),
        )
        for line, (number, heading) in confirmed.items()
    )
    return tuple(given)


def _one_plan(file: str) -> Correction:
    return Correction(file=file, line=1, kind="file", field="kind", value="plan")
