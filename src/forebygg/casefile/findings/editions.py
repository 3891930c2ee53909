"""Findings about the changes from one edition to the next: undeclared, declared as less, references lost."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from forebygg.casefile.comparison import Declaration, concerns
from forebygg.casefile.comparison.substance import as_printed, duty_words, references, substance
from forebygg.casefile.evidence import Evidence
from forebygg.casefile.facts import Change, Finding, Place, Plan

NOTHING = "–"


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

    Each sentence that declares is held against a section once, with everything it leaves out there.
    """
    left_out: defaultdict[tuple[str, str, str], list[Change]] = defaultdict(list)
    for declaration in evidence.declarations:
        for change in evidence.changes:
            key = (declaration.document, declaration.text, change.section)
            if (
                not change.declared
                and change not in left_out[key]
                and not substance(change).is_empty
                and concerns(declaration, change, evidence.plans)
            ):
                left_out[key].append(change)
    raised: set[str] = set()
    for declaration in evidence.declarations:
        for (document, text, section), changes in left_out.items():
            if (
                changes
                and (document, text) == (declaration.document, declaration.text)
                and section not in raised
            ):
                raised.add(section)
                yield _as_less(declaration, section, changes, evidence)


def _as_less(
    declaration: Declaration, section: str, changes: Sequence[Change], evidence: Evidence
) -> Finding:
    came = list(dict.fromkeys(chain.from_iterable(_came(change) for change in changes)))
    went = list(dict.fromkeys(chain.from_iterable(_went(change) for change in changes)))
    # What one sentence lost and another gained has neither come nor gone, unless that is all there is.
    only_came, only_went = [one for one in came if one not in went], [one for one in went if one not in came]
    if only_came or only_went:
        came, went = only_came, only_went
    return Finding(
        code="declared_as_less",
        values={
            "section": section,
            "declaration": declaration.text,
            "came": ", ".join(map(_marked, came)) or NOTHING,
            "went": ", ".join(map(_marked, went)) or NOTHING,
        },
        document=declaration.document,
        places=(
            *evidence.quoted(declaration.document, declaration.text),
            *chain.from_iterable(_places(change, evidence) for change in changes),
        ),
    )


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


def _marked(words: str) -> str:
    return f"“{words}”"


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
