"""Findings about the changes from one edition to the next: undeclared, declared as less, references lost."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from forebygg.casefile.comparison.declaring import concerns
from forebygg.casefile.comparison.substance import as_printed, duty_words, references, substance
from forebygg.casefile.comparison.telling import Declaration
from forebygg.casefile.evidence import Evidence
from forebygg.casefile.facts import Change, Finding, Place, Plan

Editions = tuple[str, str]
NOTHING: Final = "–"


def undeclared_changes(evidence: Evidence) -> Iterator[Finding]:
    """How many changes between two editions no paper of the case speaks of."""
    undeclared: defaultdict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in evidence.changes:
        if not change.declared:
            undeclared[change.from_document, change.to_document].append(change)
    for (earlier, later), changes in undeclared.items():
        yield Finding(
            code="undeclared_changes",
            values={
                "count": str(len(changes)),
                "earlier": _day(evidence.plan(earlier)),
                "later": _day(evidence.plan(later)),
            },
            caveat="may_be_noise" if any(change.may_be_noise for change in changes) else None,
            document=later,
            places=tuple(chain.from_iterable(_places(change, evidence) for change in changes)),
        )


def declared_as_less(evidence: Evidence) -> Iterator[Finding]:
    """A section that a paper says was changed, where a duty, an actor or a reference came or went unsaid.

    Each section is raised once between two editions, with the first sentence that declares too little.
    """
    binding = [one for one in evidence.changes if not one.declared and not substance(one).is_empty]
    meant = _editions_meant(evidence)
    raised: set[tuple[Editions, str]] = set()
    for declaration in evidence.declarations:
        left_out: defaultdict[tuple[Editions, str], list[Change]] = defaultdict(list)
        for change in binding:
            if concerns(declaration, change, evidence.plans):
                left_out[_editions(change), change.section].append(change)
        told = meant.get((declaration.document, declaration.text))
        last = next(reversed(left_out), (None, ""))[0]
        for (editions, section), changes in left_out.items():
            if (editions, section) not in raised and (editions in told if told else editions == last):
                raised.add((editions, section))
                yield _as_less(declaration, section, changes, evidence)


def _editions(change: Change) -> Editions:
    return change.from_document, change.to_document


def _editions_meant(evidence: Evidence) -> dict[tuple[str, str], set[Editions]]:
    """Between which editions a sentence declares changes; one that declares none means the last it can."""
    meant: defaultdict[tuple[str, str], set[Editions]] = defaultdict(set)
    for change in evidence.changes:
        if change.declared_in and change.described_as:
            meant[change.declared_in, change.described_as].add(_editions(change))
    return meant


def _as_less(
    declaration: Declaration, section: str, changes: Sequence[Change], evidence: Evidence
) -> Finding:
    came = list(dict.fromkeys(chain.from_iterable(_came(change) for change in changes)))
    went = list(dict.fromkeys(chain.from_iterable(_went(change) for change in changes)))
    # What another of the changes had already, or still has, came or went only from sentence to sentence.
    new = _without(came, [change.before for change in changes])
    gone = _without(went, [change.after for change in changes])
    if new or gone:
        came, went = new, gone
    return Finding(
        code="declared_as_less",
        values={
            "section": section,
            "declaration": declaration.text,
            "came": ", ".join(came) or NOTHING,
            "went": ", ".join(went) or NOTHING,
        },
        document=declaration.document,
        places=(
            *evidence.quoted(declaration.document, declaration.text),
            *chain.from_iterable(_places(change, evidence) for change in changes),
        ),
    )


def _without(words: Sequence[str], texts: Sequence[str | None]) -> list[str]:
    held = " ".join(filter(None, texts))
    return [word for word in words if not re.search(rf"\b{re.escape(word)}\b", held, re.IGNORECASE)]


def _came(change: Change) -> list[str]:
    """What the change brought in, in the words of the later edition."""
    found, after = substance(change), change.after or ""
    return [
        *as_printed(found.added_actors | found.added_references, after),
        *duty_words(found.added_duties, after),
    ]


def _went(change: Change) -> list[str]:
    """What the change took out, in the words of the earlier edition."""
    found, before = substance(change), change.before or ""
    gone = found.removed_actors | found.removed_references
    return [*as_printed(gone, before), *duty_words(found.removed_duties, before)]


def lost_references(evidence: Evidence) -> Iterator[Finding]:
    """A reference to another document that the later edition has nowhere left."""
    kept: dict[str, frozenset[str]] = {}
    for change in evidence.changes:
        if not change.before or change.kind not in {"reworded", "removed"}:
            continue
        lost = references(change.before) - references(change.after or "")
        if not lost:
            continue
        later = change.to_document
        if later not in kept:
            kept[later] = _references(evidence.plan(later))
        for reference in as_printed(lost - kept[later], change.before):
            yield Finding(
                code="reference_lost",
                values={"reference": reference, "section": change.section},
                document=later,
                places=_places(change, evidence),
            )


def _references(plan: Plan) -> frozenset[str]:
    sentences = (sentence for section in plan.sections for sentence in section.sentences)
    return frozenset(one for sentence in sentences for one in references(sentence.text))


def _places(change: Change, evidence: Evidence) -> tuple[Place, ...]:
    return tuple(
        evidence.place(document, lines)
        for document, lines in (
            (change.from_document, change.before_lines),
            (change.to_document, change.after_lines),
        )
        if lines
    )


def _day(plan: Plan) -> str:
    return plan.date.isoformat() if plan.date else NOTHING
