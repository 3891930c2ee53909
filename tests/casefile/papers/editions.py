"""Invented editions of a plan, as lines of a paper."""

from forebygg.casefile.paper import Line, Paper
from forebygg.casefile.papers.plans.plan import read_plan


def paper(text, name="d1", kind="plan", furniture=()):
    lines = [line.strip() for line in text.strip("\n").split("\n")]
    return Paper(
        id=name,
        file="granvik.txt",
        kind=kind,
        lines=tuple(Line(number, line, line in furniture) for number, line in enumerate(lines, start=1)),
    )


def plan(text, name="d1", furniture=()):
    return read_plan(paper(text, name, furniture=furniture))[0]


def outline(edition):
    return [(section.number, section.title) for section in edition.sections]
