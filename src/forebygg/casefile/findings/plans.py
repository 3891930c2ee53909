"""Findings within one edition of the plan: its contents list, its actors, its terms."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from forebygg.casefile.comparison.substance import actors
from forebygg.casefile.evidence import Evidence
from forebygg.casefile.facts import ContentsEntry, Finding, Plan, Section
from forebygg.language.stems import stem

_DEFINITION: Final = re.compile(
    r"\b(?:(?:[Mm]ed|[Bb]egreppet|[Tt]ermen)\s+)?[”\"'’]?(?P<term>[^\W\d][\w -]{3,60}?)[”\"'’]?\s+"
    r"(?:avses|menas|definieras som|betyder|innebär att|är (?:ett|en) (?:samlingsbegrepp|samlingsnamn|"
    r"beteckning|benämning|begrepp))\b"
)
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
    """Someone with a task in one section whom the section on cooperation, which lists actors, leaves out."""
    plan = evidence.latest
    if not plan:
        return
    named = {id(section): {stem(actor): actor for actor in _listed(section)} for section in plan.sections}
    lists = [
        section
        for section in plan.sections
        if _is_about_cooperation(section) and len(named[id(section)]) >= 3
    ]
    for listing in lists:
        present = named[id(listing)]
        for section in plan.sections:
            if section is listing or section in lists:
                continue
            missing = [
                actor
                for root, actor in named[id(section)].items()
                if not any(root.startswith(other[:6]) or other.startswith(root[:6]) for other in present)
            ]
            if missing:
                yield Finding(
                    code="actor_missing",
                    values={
                        "actors": ", ".join(missing),
                        "section": section.number or section.title,
                        "missing_in": listing.number or listing.title,
                    },
                    document=plan.document,
                    places=tuple(evidence.place(plan.document, part.lines) for part in (section, listing)),
                )


def _listed(section: Section) -> set[str]:
    """Those a section lists, two or more in one sentence."""
    found: set[str] = set()
    for sentence in section.sentences:
        here = actors(sentence.text)
        if len(here) >= 2:
            found |= set(here)
    return found


def _is_about_cooperation(section: Section) -> bool:
    return any(word in section.title.casefold() for word in ("samverka", "samordna", "aktör", "samarbet"))


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
    """One term that two sections, or two papers, define in different words."""
    plan = evidence.latest
    others = [document.id for document in evidence.documents if document.kind in {"memo", "statement"}]
    first: dict[str, tuple[str, str, tuple[int, int]]] = {}
    for name in [plan.document, *others] if plan else others:
        for quote in evidence.quotes(name):
            match = _DEFINITION.search(quote.text)
            if not match:
                continue
            term = " ".join(stem(word) for word in match["term"].casefold().split())
            seen = first.setdefault(term, (quote.text, name, quote.lines))
            if not _same(seen[0], quote.text):
                yield Finding(
                    code="term_defined_twice",
                    values={"term": match["term"], "first": seen[0], "second": quote.text},
                    document=name,
                    places=(evidence.place(seen[1], seen[2]), evidence.place(name, quote.lines)),
                )
