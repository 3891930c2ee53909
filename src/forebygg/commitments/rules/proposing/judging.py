"""Whether a sentence of its own accord says that something will be done, and by whom."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from forebygg.commitments.rules.proposing.binding import FALLS_TO, bound, refuses, strength
from forebygg.commitments.rules.proposing.clauses import CHARGED, Clause, is_past, is_received
from forebygg.commitments.rules.proposing.facts import Actor, Kind, Reason, Strength
from forebygg.commitments.rules.proposing.sentences import Parsed, named_in
from forebygg.commitments.rules.proposing.unbinding import is_about_the_plan, quotes_law

_THEIR_DUTY: Final = re.compile(
    r"Det är ((?:\S+ ){0,5}\S+)s (?:ansvar|uppgift|uppdrag|skyldighet)\b", re.IGNORECASE
)


class Judgement(NamedTuple):
    """That the sentence binds: how, whom, and why these."""

    strength: Strength
    actors: tuple[Actor, ...]
    reason: Reason
    refusal: bool = False
    told_of: tuple[Actor, ...] = ()  # those whom the reason names, though they are not bound


def own(one: Parsed, *, is_head: bool = False) -> Judgement | None:
    """What the sentence's own main clauses promise; several clauses are one promise of several."""
    found = [judged for clause in one.clauses if (judged := _clause(clause, is_head=is_head))]
    if not found and (match := _THEIR_DUTY.match(one.body)):
        named = bound(named_in(match[1]))
        found = [Judgement(Strength.ANSWERS, named, _named(named))] if named else []
    if not found:
        return None
    actors: dict[Actor, None] = {}
    for judged in found:
        actors.update(dict.fromkeys(judged.actors))
    first = next((judged for judged in found if judged.actors), found[0])
    return first._replace(actors=tuple(actors))


def only_outside(one: Parsed) -> bool:
    """Whether only those act whom the plan cannot bind."""
    acting = [clause.agents or clause.subject for clause in one.clauses if clause.agents or clause.subject]
    return bool(acting) and all(actor.outside for actors in acting for actor in actors)


def _clause(clause: Clause, *, is_head: bool) -> Judgement | None:
    if is_past(clause) or quotes_law(clause):
        return None
    subject = clause.subject
    if subject and all(actor.outside for actor in subject) and not clause.agents and not is_received(clause):
        return None
    if clause.agents and all(actor.outside for actor in clause.agents):
        return None
    if is_about_the_plan(clause) and not is_head:
        return None
    how = strength(clause)
    if how is None:
        return None
    actors, reason = _who(clause)
    told_of = () if actors else subject
    return Judgement(how, actors, reason, refuses(clause), told_of)


def _who(clause: Clause) -> tuple[tuple[Actor, ...], Reason]:
    if clause.agents:
        return bound(clause.agents), _named(clause.agents)
    if clause.lemma in FALLS_TO or (clause.lemma in {"vara", "ha"} and not clause.subject):
        return bound(clause.beyond), _named(clause.beyond)
    if clause.lemma in CHARGED and clause.beyond and not clause.subject:
        return bound(clause.beyond), _named(clause.beyond)
    if clause.subject and is_received(clause):
        return (), Reason.RECEIVES
    if clause.subject:
        return bound(clause.subject), _named(clause.subject)
    return (), Reason.PASSIVE if clause.passive else Reason.NOBODY


def _named(actors: Iterable[Actor]) -> Reason:
    named = bound(actors)
    whole = bool(named) and all(one.kind is Kind.MUNICIPALITY for one in named)
    return Reason.WHOLE if whole else Reason.NAMED
