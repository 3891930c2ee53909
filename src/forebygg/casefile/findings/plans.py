"""Findings within one edition of the plan: its contents list and its terms."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from forebygg.casefile.evidence import Evidence
from forebygg.casefile.facts import Change, ContentsEntry, Finding, LineRange, Plan, Section, Sentence
from forebygg.language.stems import stem
from forebygg.language.wording import words

_TERM: Final = r"[”\"'’]?(?P<term>[^\W\d][\w -]{2,60}?)[”\"'’]?\s+"
# "Med unga menas …", "Begreppet radikalisering avser …", "Extremism är ett samlingsnamn …".
_DEFINITIONS: Final = (
    re.compile(rf"\bmed\s+(?:(?:begreppet|termen|ordet)\s+)?{_TERM}(?:avses|menas|förstås)\b", re.IGNORECASE),
    re.compile(rf"\b(?:begreppet|termen|ordet)\s+{_TERM}(?:avser|betyder|innebär|omfattar)\b", re.IGNORECASE),
    re.compile(
        rf"(?!de[tn]ta?\b|denna\b|vilket\b){_TERM}(?:definieras\s+som|är\s+(?:ett|en)\s+"
        r"(?:samlingsbegrepp|samlingsnamn|samlingsterm|beteckning|benämning|begrepp))\b",
        re.IGNORECASE,
    ),
)
# Looked for first, in small letters: it is cheaper.
_DEFINES: Final = (
    "avses",
    "menas",
    "förstås",
    "definier",
    "begreppet",
    "termen",
    "ordet",
    "är ett ",
    "är en ",
)
_GLOSSES: Final = re.compile(r" d(?:et vill säga|\.? ?v\.? ?s\.?) ")
_GLOSS: Final = re.compile(r"(?P<term>(?:\w+ ){0,3}\w+),? (?:det vill säga|d\.? ?v\.? ?s\.?) ", re.IGNORECASE)
_POINT: Final = re.compile(r"(?:\(?\d{1,2}[.)]|[-–—•●▪·*])\s+(?P<text>.+)")
_FEW: Final = 3
_LONGEST_POINT: Final = 120
_SHORTEST_TERM: Final = 5


def contents(evidence: Evidence) -> Iterator[Finding]:
    """A table of contents that does not agree with the sections."""
    for plan in evidence.plans:
        if not plan.contents or not plan.sections:
            continue
        differences = list(_differences(plan))
        # Where most entries have no section it is the reading that failed, and not the contents.
        if 2 * len(differences) > len(plan.contents) > _FEW:
            continue
        for difference, rows in differences:
            yield Finding(
                code="contents_differ",
                values={"difference": difference},
                document=plan.document,
                places=tuple(evidence.place(plan.document, (row, row)) for row in rows),
            )


def _differences(plan: Plan) -> Iterator[tuple[str, tuple[int, ...]]]:
    sections = list(plan.sections)
    for entry in plan.contents:
        if exact := next((section for section in sections if _is_entry(entry, section)), None):
            sections.remove(exact)
        elif near := _nearest(entry, sections):
            sections.remove(near)
            yield f"{_heading(entry)} ≠ {_heading(near)}", (entry.line, near.lines[0])
        else:
            yield f"{_heading(entry)} ≠ –", (entry.line,)
    depth = max(entry.number.rstrip(".").count(".") for entry in plan.contents)
    for section in sections:
        if section.title and section.number.rstrip(".").count(".") <= depth:
            yield f"– ≠ {_heading(section)}", (section.lines[0],)


def _nearest(entry: ContentsEntry, sections: Sequence[Section]) -> Section | None:
    """The section with the entry's number, else the one with its title."""
    number = entry.number.rstrip(".")
    same_number = next((one for one in sections if number and one.number.rstrip(".") == number), None)
    return same_number or next((one for one in sections if _same(one.title, entry.title)), None)


def _is_entry(entry: ContentsEntry, section: Section) -> bool:
    return entry.number.rstrip(".") == section.number.rstrip(".") and _same(entry.title, section.title)


def _heading(part: ContentsEntry | Section) -> str:
    return f"{part.number} {part.title}".strip()


def _same(one: str, other: str) -> bool:
    first, second = (re.sub(r"\W+", " ", text.casefold()).strip() for text in (one, other))
    return first == second or SequenceMatcher(None, first, second, autojunk=False).ratio() > 0.93


def differing_terms(evidence: Evidence) -> Iterator[Finding]:
    """Parts that a section lists by name and whose own sections bear other names."""
    plan = evidence.latest
    for section in plan.sections if plan else ():
        own = [part for part in plan.sections if _is_part(part, section)] if plan and section.number else []
        points = [match["text"].strip() for text in section.paragraphs if (match := _POINT.match(text))]
        if len(own) < 2 or len(own) != len(points):
            continue
        for point, part in zip(points, own, strict=True):
            if plan and not _same(point, part.title) and len(point) < _LONGEST_POINT:
                yield _differs(
                    evidence,
                    plan,
                    (_name(section), point, _lines_of(point, section)),
                    (_name(part), part.title, (part.lines[0], part.lines[0])),
                )


def _is_part(part: Section, whole: Section) -> bool:
    number = whole.number.rstrip(".")
    return (
        part.number.startswith(f"{number}.") and part.number.rstrip(".").count(".") == number.count(".") + 1
    )


def _lines_of(text: str, section: Section) -> LineRange:
    return next((one.lines for one in section.sentences if text in one.text), section.lines)


def twice_defined_terms(evidence: Evidence) -> Iterator[Finding]:
    """One term that two sections of the plan define in different words, or gloss with different figures."""
    plan = evidence.latest
    defined: dict[frozenset[str], tuple[Section, Sentence]] = {}
    for section in plan.sections if plan else ():
        for sentence in section.sentences:
            for term, is_gloss in _defined(sentence.text):
                first = next((one for one in defined if (one <= term if is_gloss else one == term)), None)
                if first is None:
                    if not is_gloss:
                        defined[term] = (section, sentence)
                    continue
                at, earlier = defined[first]
                if plan and not _agree(earlier.text, sentence.text, is_gloss=is_gloss):
                    yield _differs(
                        evidence,
                        plan,
                        (_name(at), earlier.text, earlier.lines),
                        (_name(section), sentence.text, sentence.lines),
                    )


def _defined(text: str) -> Iterator[tuple[frozenset[str], bool]]:
    """The stems of a term that the sentence defines, and whether only in passing."""
    folded = text.casefold()
    told = any(word in folded for word in _DEFINES)
    match = next((found for form in _DEFINITIONS if (found := form.search(text))), None) if told else None
    if match:
        yield frozenset(map(stem, match["term"].casefold().split())), False
    elif _GLOSSES.search(folded) and (match := _GLOSS.search(text)):
        yield frozenset(map(stem, match["term"].casefold().split())), True


def _agree(one: str, other: str, *, is_gloss: bool) -> bool:
    figures = [set(re.findall(r"\d+", text)) for text in (one, other)]
    return figures[0] == figures[1] or not all(figures) if is_gloss else _same(one, other)


def half_renamed(evidence: Evidence) -> Iterator[Finding]:
    """A section whose new title brought a new term, while its text keeps the old one alone."""
    plan = evidence.latest
    for change in evidence.changes if plan else ():
        if plan and change.kind == "renamed" and change.to_document == plan.document:
            section = next((one for one in plan.sections if _name(one) == change.section), None)
            if section and (kept := _kept(change, section)):
                yield _differs(
                    evidence,
                    plan,
                    (_name(section), section.title, (section.lines[0], section.lines[0])),
                    (_name(section), kept.text, kept.lines),
                )


def _kept(change: Change, section: Section) -> Sentence | None:
    """The first sentence with the old term; none where the new one is used at all."""
    old, new = (_terms(text) for text in (change.before or "", change.after or ""))
    used = [(sentence, _terms(sentence.text)) for sentence in section.sentences]
    if not new - old or any((new - old) & terms for _, terms in used):
        return None
    return next((sentence for sentence, terms in used if (old - new) & terms), None)


def _terms(text: str) -> set[str]:
    return {stem(word) for word in words(text) if len(word) >= _SHORTEST_TERM}


def _differs(
    evidence: Evidence, plan: Plan, one: tuple[str, str, LineRange], other: tuple[str, str, LineRange]
) -> Finding:
    """Two wordings, each with its section and its lines."""
    values = {"listed_in": one[0], "term": one[1], "section": other[0], "other": other[1]}
    places = tuple(evidence.place(plan.document, lines) for lines in (one[2], other[2]))
    return Finding(code="term_differs", values=values, document=plan.document, places=places)


def _name(section: Section) -> str:
    return section.number or section.title
