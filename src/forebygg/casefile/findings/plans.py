"""Findings within one edition of the plan: its contents list, its actors, its terms."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from forebygg.casefile.comparison.substance import actors, as_printed
from forebygg.casefile.evidence import Evidence
from forebygg.casefile.facts import ContentsEntry, Finding, Plan, Section, Sentence
from forebygg.language.stems import stem

_DEFINITION: Final = re.compile(
    r"\b(?:(?:[Mm]ed|[Bb]egreppet|[Tt]ermen)\s+)?[”\"'’]?(?P<term>[^\W\d][\w -]{2,60}?)[”\"'’]?\s+"
    r"(?:avses|menas|definieras som|betyder|innebär att|är (?:ett|en) (?:samlingsbegrepp|samlingsnamn|"
    r"beteckning|benämning|begrepp))\b"
)
_GLOSS: Final = re.compile(r"(?P<term>(?:\w+ ){0,3}\w+),? (?:det vill säga|d\.? ?v\.? ?s\.?) ", re.IGNORECASE)
_POINT: Final = re.compile(r"(?:\(?\d{1,2}[.)]|[-–—•●▪·*])\s+(?P<text>.+)")


def contents(evidence: Evidence) -> Iterator[Finding]:
    """A table of contents that does not agree with the sections."""
    for plan in evidence.plans:
        if not plan.contents or not plan.sections:
            continue
        for difference, line in _differences(plan):
            yield Finding(
                code="contents_differ",
                values={"difference": difference},
                document=plan.document,
                places=(evidence.place(plan.document, (line, line)),),
            )


def _differences(plan: Plan) -> Iterator[tuple[str, int]]:
    sections = list(plan.sections)
    for entry in plan.contents:
        found = next((section for section in sections if _is_entry(entry, section)), None)
        if found:
            sections.remove(found)
            continue
        same_number = next(
            (s for s in sections if entry.number and s.number.rstrip(".") == entry.number.rstrip(".")), None
        )
        if same_number:
            sections.remove(same_number)
            yield f"{_heading(entry)} ≠ {_heading(same_number)}", entry.line
            continue
        same_title = next((s for s in sections if _same(s.title, entry.title)), None)
        if same_title:
            sections.remove(same_title)
            yield f"{_heading(entry)} ≠ {_heading(same_title)}", entry.line
        else:
            yield f"{_heading(entry)} ≠ –", entry.line
    depth = max((entry.number.count(".") for entry in plan.contents), default=0)
    for section in sections:
        if section.number.rstrip(".").count(".") <= depth:
            yield f"– ≠ {_heading(section)}", section.lines[0]


def _is_entry(entry: ContentsEntry, section: Section) -> bool:
    return entry.number.rstrip(".") == section.number.rstrip(".") and _same(entry.title, section.title)


def _heading(part: ContentsEntry | Section) -> str:
    return f"“{f'{part.number} {part.title}'.strip()}”"


def _same(one: str, other: str) -> bool:
    first, second = (re.sub(r"\W+", " ", text.casefold()).strip() for text in (one, other))
    return first == second or SequenceMatcher(None, first, second, autojunk=False).ratio() > 0.93


def missing_actors(evidence: Evidence) -> Iterator[Finding]:
    """Someone whom most of the sections that list actors name, and one of them leaves out.

    The latest edition that leaves the actor out is the one that is raised.
    """
    raised: set[tuple[str, str]] = set()
    for plan in sorted(evidence.plans, key=lambda plan: plan.date or dt.date.min, reverse=True):
        lists = [(section, listed) for section in plan.sections if (listed := _listed(section))]
        named = Counter(actor for _, listed in lists for actor in listed)
        for section, listed in lists:
            for actor, count in named.items():
                key = (actor, section.title)
                if actor in listed or count < 2 or 2 * count < len(lists) or key in raised:
                    continue
                raised.add(key)
                elsewhere = [other for other, there in lists if actor in there]
                yield Finding(
                    code="actor_missing",
                    values={
                        "actor": as_printed([actor], " ".join(elsewhere[0].paragraphs))[0],
                        "sections": ", ".join(_name(other) for other in elsewhere),
                        "missing_in": _name(section),
                    },
                    document=plan.document,
                    places=tuple(evidence.place(plan.document, part.lines) for part in (section, *elsewhere)),
                )


def _listed(section: Section) -> frozenset[str]:
    """Those whom a section lists, three or more in one sentence; by their stems."""
    return frozenset(
        actor for sentence in section.sentences if len(here := actors(sentence.text)) >= 3 for actor in here
    )


def _name(section: Section) -> str:
    return section.number or section.title


def differing_terms(evidence: Evidence) -> Iterator[Finding]:
    """Parts that a section lists by name and whose own sections bear other names."""
    plan = evidence.latest
    if not plan:
        return
    for section in plan.sections:
        if not section.number:
            continue
        own = [
            part
            for part in plan.sections
            if re.fullmatch(re.escape(section.number.rstrip(".")) + r"\.\d+\.?", part.number)
        ]
        points = [match["text"].strip() for text in section.paragraphs if (match := _POINT.match(text))]
        if len(own) < 2 or len(own) != len(points):
            continue
        for point, part in zip(points, own, strict=True):
            if not _same(point, part.title) and len(point) < 120:
                yield Finding(
                    code="term_differs",
                    values={
                        "term": point,
                        "other": part.title,
                        "section": part.number,
                        "listed_in": section.number,
                    },
                    document=plan.document,
                    places=tuple(evidence.place(plan.document, place.lines) for place in (section, part)),
                )


def twice_defined_terms(evidence: Evidence) -> Iterator[Finding]:
    """One term that two sections of the plan define in different words, or gloss with different figures."""
    plan = evidence.latest
    defined: dict[frozenset[str], tuple[Section, Sentence]] = {}
    for section in plan.sections if plan else ():
        for sentence in section.sentences:
            for term, is_gloss in _defined(sentence.text):
                first = next((one for one in defined if one <= term), None)
                if first is None:
                    if not is_gloss:
                        defined[term] = (section, sentence)
                    continue
                at, earlier = defined[first]
                if _agree(earlier.text, sentence.text, is_gloss=is_gloss):
                    continue
                yield Finding(
                    code="term_differs",
                    values={
                        "term": earlier.text,
                        "listed_in": _name(at),
                        "other": sentence.text,
                        "section": _name(section),
                    },
                    document=plan.document if plan else None,
                    places=tuple(
                        evidence.place(plan.document, lines)
                        for lines in (earlier.lines, sentence.lines)
                        if plan
                    ),
                )


def _defined(text: str) -> Iterator[tuple[frozenset[str], bool]]:
    """The stems of a term that the sentence defines, and whether only in passing."""
    if match := _DEFINITION.search(text):
        yield frozenset(map(stem, match["term"].casefold().split())), False
    elif match := _GLOSS.search(text):
        yield frozenset(map(stem, match["term"].casefold().split())), True


def _agree(one: str, other: str, *, is_gloss: bool) -> bool:
    figures = [set(re.findall(r"\d+", text)) for text in (one, other)]
    return figures[0] == figures[1] or not all(figures) if is_gloss else _same(one, other)
