"""Findings about the changes from one edition to the next: undeclared, declared as less, references lost."""

from collections import defaultdict
from collections.abc import Iterator

from forebygg.casefile.comparison.declarations import Declaration
from forebygg.casefile.comparison.place import Places
from forebygg.casefile.comparison.substance import as_printed, references, substance
from forebygg.casefile.evidence import Evidence
from forebygg.casefile.facts import Change, Finding, Place, Plan


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
            document=later,
            places=tuple(place for change in changes for place in _places(change, evidence)),
        )


def declared_as_less(evidence: Evidence) -> Iterator[Finding]:
    """A section said to be clarified, or changed in one way, where a duty, actor or reference changed too."""
    raised: set[tuple[str, str]] = set()
    places = Places({plan.document: plan for plan in evidence.plans})
    for declaration in evidence.declarations:
        for change in evidence.changes:
            if (
                change.declared
                or not (declaration.section or declaration.numbers)
                or not places.within(declaration, change)
            ):
                continue
            more = _more(change)
            if not more or (declaration.text, change.section) in raised:
                continue
            raised.add((declaration.text, change.section))
            yield Finding(
                code="declared_as_less",
                values={"section": change.section, "declaration": declaration.text, "more": more},
                document=declaration.document,
                places=_places(change, evidence),
            )


def _more(change: Change) -> str:
    """What the change does beyond its wording, in the words of the two editions."""
    found = substance(change)
    before, after = change.before or "", change.after or ""
    gained = [*as_printed(found.added_actors | found.added_references, after), *found.added_duties]
    lost = [*as_printed(found.removed_actors | found.removed_references, before), *found.removed_duties]
    return ", ".join([*(f"+ {one}" for one in gained), *(f"− {one}" for one in lost)])


def lost_references(evidence: Evidence) -> Iterator[Finding]:
    """A reference to another document that the later edition has nowhere left."""
    for change in evidence.changes:
        if not change.before or change.kind not in {"reworded", "removed"}:
            continue
        lost = references(change.before) - references(change.after or "")
        if not lost:
            continue
        later = evidence.plan(change.to_document)
        kept = {
            one
            for section in later.sections
            for sentence in section.sentences
            for one in references(sentence.text)
        }
        for reference in as_printed(lost - kept, change.before):
            yield Finding(
                code="reference_lost",
                values={"reference": reference, "section": change.section},
                document=change.to_document,
                places=_places(change, evidence),
            )


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
    return plan.date.isoformat() if plan.date else "–"
