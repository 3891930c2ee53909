"""Which sentences of a plan are commitments, and what each says: whose, how strongly, by when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from forebygg.commitments.rules.proposing.evidence import could_be_shown
from forebygg.commitments.rules.proposing.facts import (
    Actor,
    Kind,
    Missing,
    Proposal,
    Reason,
    Standing,
    Strength,
    When,
    Why,
)
from forebygg.commitments.rules.proposing.judging import Judgement, only_outside, own
from forebygg.commitments.rules.proposing.places import Head, Place, places
from forebygg.commitments.rules.proposing.sections import Matter, said_level
from forebygg.commitments.rules.proposing.sentences import Parsed, named_in
from forebygg.commitments.rules.proposing.times import when

# "(HR-avdelningen)", "(ansvarig: socialnämnden)", "Ansvarig: KS" at the end of a sentence.
_ANSWERS_LAST: Final = re.compile(
    r"(?:[(\[](?:(?:huvud)?ansvar\w*\s*:?\s*)?(?P<inside>[^()\[\]]{2,120})[)\]]|"
    r"(?:[.–—-]\s*|\s)(?:huvud)?ansvar(?:ig|iga)?\s*:\s*(?P<after>[^:]{2,120}))\s*\.?\s*$",
    re.IGNORECASE,
)
_MEANT: Final = re.compile(r"(?<!\w)(?:avses|menas|menar vi|definieras|betyder|innebär)(?!\w)", re.IGNORECASE)
_EXAMPLE: Final = re.compile(r"(?:exempel|exempelvis|till exempel|t\.ex\.|andel|antal)(?!\w)", re.IGNORECASE)
_DEFINED: Final = re.compile(r"[\w\s-]{2,40}:\s")
_ADDRESSED: Final = frozenset(
    "ring kontakta vänd prata läs anmäl tveka hör besök tänk kom notera observera".split()
)
_BARE: Final = frozenset("nämnden styrelsen förvaltningen kontoret enheten avdelningen bolaget rådet".split())
_SPECIFIC: Final = frozenset({Kind.BOARD, Kind.DEPARTMENT, Kind.UNIT, Kind.COUNCIL, Kind.ROLE, Kind.COMPANY})


def proposed(sentences: Sequence[Standing]) -> list[Proposal]:
    """As `forebygg.commitments.rules.proposing.propose` says."""
    parsed = [Parsed(one) for one in sentences]
    return [
        proposal
        for one, place in zip(parsed, places(parsed), strict=True)
        if (proposal := _proposal(one, place)) is not None
    ]


def _proposal(one: Parsed, place: Place) -> Proposal | None:
    if place.is_silent or not one.words:
        return None
    if one.cells:
        return _of_row(one, place)
    judged = _judged(one, place)
    if judged is None:
        return None
    head = place.head if place.head and place.head.binds else None
    judged = _answered(one, place, judged)
    told = " ".join((head.text if head else "", one.body))
    times = when(" ".join((one.body, *place.times))) if place.times else one.when
    return _made(one, place, judged, what=_what(one), times=times, told=told)


def _judged(one: Parsed, place: Place) -> Judgement | None:
    """What binds in the sentence: its own clauses, the head above it, or its being a task."""
    text = one.body
    if text.endswith("?") or _MEANT.search(text) or _EXAMPLE.match(text):
        return None
    if place.matter is Matter.WORDS and (_DEFINED.match(text) or one.standing.text[:1].islower()):
        return None
    if place.head is not None:
        return _of_point(one, place.head) if place.head.binds else None
    judged = own(one)
    if judged is not None:
        return judged if _belongs(one, place, judged) else None
    if only_outside(one) or any(
        clause.modal or clause.lemma for clause in one.clauses if not one.begins_with_task
    ):
        return None
    return _task(one, place)


def _of_point(one: Parsed, head: Head) -> Judgement | None:
    judged = own(one)
    if judged is not None and judged.actors and judged.reason is Reason.NAMED and not one.begins_small:
        return judged
    if only_outside(one) and not one.begins_small:
        return None
    reason = Reason.IN_HEAD if head.actors else Reason.NOBODY
    if head.actors and all(actor.kind is Kind.MUNICIPALITY for actor in head.actors):
        reason = Reason.WHOLE
    low = [word.low for word in one.words[:3]]
    refusal = head.refusal or bool({"inte", "ej", "aldrig"} & {*low})
    return Judgement(head.strength, head.actors, reason, refusal)


def _belongs(one: Parsed, place: Place, judged: Judgement) -> bool:
    """Whether the section lets such words be a promise: goals and backgrounds hold few."""
    specific = any(actor.kind in _SPECIFIC for actor in judged.actors)
    if judged.refusal and judged.actors:
        return True
    if place.matter is Matter.GOALS:
        return (specific and judged.strength is not Strength.DOES) or bool(one.when.words)
    if place.matter is Matter.WORDS:
        return specific and judged.strength is not Strength.DOES
    if place.matter is Matter.BACKGROUND and judged.strength in {Strength.DOES, Strength.MAY}:
        return specific or bool(one.when.words)
    if place.heading and all(actor.outside for actor in place.heading):
        return bool(judged.actors)
    return True


def _task(one: Parsed, place: Place) -> Judgement | None:
    """ "Ta fram en rutin", "Grundkurs två gånger om året (HR)": no subject, and yet somebody's task."""
    if place.matter is not Matter.ACTS:
        return None
    first = one.words[0].low
    listed = one.marked or one.begins_small or bool(place.answerable or place.heading)
    if one.begins_with_task:
        second = one.words[1].low if len(one.words) > 1 else ""
        addressed = first in _ADDRESSED or (first == "se" and second not in {"till", "över", "efter"})
        if addressed and not one.marked:
            return None
        return Judgement(Strength.TASK, (), Reason.NOBODY) if listed or not one.clauses else None
    is_kept = bool(one.when.words) and (listed or _last(one))
    if is_kept or (one.key is not None and one.key[0].split()[0] in {"åtgärd", "aktivitet", "insats"}):
        return Judgement(Strength.TASK, (), Reason.NOBODY)
    return None


def _last(one: Parsed) -> tuple[Actor, ...]:
    """Those in brackets or after "Ansvarig:" at the end of the sentence, when nothing else stands there."""
    match = _ANSWERS_LAST.search(one.body[-160:])
    if not match:
        return ()
    inside = match["inside"] or match["after"]
    named = named_in(inside)
    letters = sum(len(actor.words) for actor in named)
    return named if named and letters * 2 > len(inside) else ()


def _answered(one: Parsed, place: Place, judged: Judgement) -> Judgement:
    """The judgement with those whom something outside the sentence makes answerable, when it names nobody."""
    if judged.actors:
        return judged._replace(actors=tuple(_in_full(actor, place) for actor in judged.actors))
    for actors, reason in (
        (_last(one), Reason.ANSWERABLE),
        (place.answerable, Reason.ANSWERABLE),
        (place.heading, Reason.IN_HEADING),
    ):
        bound = tuple(actor for actor in actors if not actor.outside)
        if bound:
            whole = all(actor.kind is Kind.MUNICIPALITY for actor in bound)
            return judged._replace(actors=bound, reason=Reason.WHOLE if whole else reason)
    return judged


def _in_full(actor: Actor, place: Place) -> Actor:
    """ "Nämnden" in a section or under a line that names which one it is."""
    if actor.words.casefold() not in _BARE:
        return actor
    around = [one for one in (*place.answerable, *place.heading) if one.kind is actor.kind]
    return around[0] if len(around) == 1 else actor


def _of_row(one: Parsed, place: Place) -> Proposal | None:
    """A table's row: what, who and when by its columns, or, without a header, by what each cell holds."""
    by_role: dict[str, list[str]] = {}
    for cell, role in zip(one.cells, _roles(one, place), strict=True):
        by_role.setdefault(role, []).append(cell)
    what = next((cell for cell in by_role.get("what", []) if len(cell) > 3), "")
    actors = tuple(dict.fromkeys(actor for cell in by_role.get("who", []) for actor in named_in(cell)))
    if not what or (actors and all(actor.outside for actor in actors)):
        return None
    known = bool(place.columns) and "what" in place.columns
    if not actors and not known and not Parsed(replace(one.standing, text=what)).begins_with_task:
        return None
    bound = tuple(actor for actor in actors if not actor.outside)
    reason = Reason.ANSWERABLE if bound else Reason.NOBODY
    if bound and all(actor.kind is Kind.MUNICIPALITY for actor in bound):
        reason = Reason.WHOLE
    judged = _answered(one, place, Judgement(Strength.TASK, bound, reason))
    times = when("; ".join(by_role.get("when", []))) if by_role.get("when") else when("; ".join(one.cells))
    return _made(one, place, judged, what=what, times=times, told=" ".join(one.cells))


def _roles(one: Parsed, place: Place) -> Iterator[str]:
    if place.columns and len(place.columns) == len(one.cells):
        yield from place.columns
        return
    has_what = False
    for cell in one.cells:
        named = named_in(cell)
        letters = sum(len(actor.words) for actor in named)
        if named and letters * 2 > len(cell):
            yield "who"
        elif when(cell).words and len(cell) < 60 and has_what:
            yield "when"
        elif not has_what and any(map(str.isalpha, cell)):
            has_what = True
            yield "what"
        else:
            yield "other"


def _made(one: Parsed, place: Place, judged: Judgement, *, what: str, times: When, told: str) -> Proposal:
    counterparts = tuple(dict.fromkeys(mention.actor for mention in one.mentions if mention.actor.outside))
    missing = {
        Missing.ACTOR: not judged.actors,
        Missing.DATE: not times.words,
        Missing.EVIDENCE: not could_be_shown(told),
    }
    named = judged.actors or judged.told_of
    values = {"who": ", ".join(actor.words for actor in named)} if named else {}
    return Proposal(
        key=one.standing.key,
        what=what,
        strength=judged.strength,
        why=Why(reason=judged.reason, values=values),
        actors=judged.actors,
        counterparts=counterparts,
        level=place.level or said_level(one.body),
        when=times,
        refusal=judged.refusal,
        head=place.head.text if place.head and place.head.binds else "",
        missing=frozenset(lack for lack, is_so in missing.items() if is_so),
    )


def _what(one: Parsed) -> str:
    return " ".join(one.body.rstrip(" .;,").split())
