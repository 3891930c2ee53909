"""How strongly a clause binds, by its verb: "ska", "ansvarar för", "erbjuder", "åligger"; or not at all."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from forebygg.commitments.rules.proposing.clauses import CHARGED, Clause
from forebygg.commitments.rules.proposing.facts import Actor, Strength
from forebygg.commitments.rules.proposing.unbinding import PEOPLE, PLAN, is_advice, is_already, is_wish
from forebygg.commitments.rules.proposing.verbs import is_infinitive, is_state, may_be_infinitive, tells

_DECIDES: Final = frozenset("besluta anta fastställa godkänna".split())
_OFFERED: Final = frozenset(
    "erbjuda ge få bistå stödja stötta hjälpa rådgöra tillhandahålla förmedla ordna anordna "
    "konsultera".split()
)
_DUTY: Final = re.compile(
    r"(?:\w*ansvar(?:et)?|uppdrag(?:et)?|uppgift(?:en|er)?|skyldighet(?:en)?|samordningsansvar)"
)
_MEETS: Final = re.compile(r"\w*(?:möten|träffar|avstämningar)")
_ANSWERABLE: Final = re.compile(r"\w*ansvariga?|ägare|skyldiga?|sammankallande|ålagda?|huvudman")
FALLS_TO: Final = frozenset("åvila vila ligga ankomma åligga".split())
_DESCRIBED: Final = frozenset(
    "beskriva avse definiera prägla reglera grunda basera känneteckna förstå "
    "ange beröra omfatta kräva skilja hota drabba locka utmana rättfärdiga innefatta "
    "orsaka utgöra uppfatta anse".split()
)
# "Kallas", "riktas till": a name or a direction; "kallar till möte" is an act.
_TOLD_IN_PASSIVE: Final = frozenset("kalla dela indela rikta nå benämna nämna belysa påverka".split())
_TIMED: Final = frozenset("gång gånger varje årligen senast vartannat varannan inom".split())
_NEGATED: Final = frozenset("inte ej aldrig ingen inga inget varken".split())
_ONLY: Final = frozenset(("bara", "endast"))
_VAGUE_IT: Final = frozenset("det detta här där exempelvis stödet insatserna exempel du man".split())


def strength(clause: Clause) -> Strength | None:
    """How the clause binds; None when it promises nothing."""
    if clause.modal:
        rule = _MODALS.get(clause.modal)
        return rule(clause) if rule else None
    return _PRESENTS.get(clause.lemma, _does)(clause)


def refuses(clause: Clause) -> bool:
    """Whether what is promised is not to do something, or only under conditions."""
    if {*clause.before[:2], *clause.after[:4]} & _NEGATED:
        return True
    return clause.modal == "får" and not _ONLY.isdisjoint(clause.after[:5])


def bound(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Those whom the plan can bind."""
    return tuple(actor for actor in actors if not actor.outside)


def _binds(clause: Clause) -> bool:
    """Whether somebody acts whom the plan can bind."""
    return bool(bound((*clause.subject, *clause.agents)))


def _shall(clause: Clause) -> Strength | None:
    return None if is_wish(clause) or is_advice(clause) else Strength.SHALL


def _should(clause: Clause) -> Strength | None:
    return None if is_wish(clause) or is_advice(clause) else Strength.SHOULD


def _needs(clause: Clause) -> Strength | None:
    people = PEOPLE.intersection(clause.before[:3])
    acted = _binds(clause) or (clause.passive and not people)
    return Strength.SHOULD if clause.lemma and acted else None


def _can(clause: Clause) -> Strength | None:
    """What can be offered is promised; what else may happen is not."""
    vague = clause.before[:1] and clause.before[0] in _VAGUE_IT and not _binds(clause)
    offered = clause.lemma in _OFFERED and (clause.passive or _binds(clause))
    return Strength.MAY if offered and not vague and "inte" not in clause.after[:3] else None


def _will(clause: Clause) -> Strength | None:
    acted = clause.lemma and not is_state(clause.lemma) and (_binds(clause) or clause.passive)
    return Strength.WILL if acted and ("att" in clause.after[:8] or clause.passive) else None


def _may(clause: Clause) -> Strength | None:
    """ "Får inte" forbids, "får i uppdrag" charges, "får en kontaktperson" promises, "får delta" allows."""
    after = clause.after
    if "uppdrag" in after[:3]:
        return Strength.SHALL
    if refuses(clause):
        return Strength.SHALL
    if not clause.before or clause.before[0] in _VAGUE_IT or not after:
        return None
    if is_infinitive(after[0]) or clause.lemma:
        return None
    return Strength.DOES


_MODALS: Final[dict[str, Callable[[Clause], Strength | None]]] = {
    "ska": _shall,
    "skall": _shall,
    "måste": _shall,
    "bör": _should,
    "behöver": _needs,
    "kan": _can,
    "kommer": _will,
    "får": _may,
}


def _does(clause: Clause) -> Strength | None:
    """A present that tells of an act, not of how things are or of what a text says."""
    lemma, after = clause.lemma, clause.after
    described = lemma in _DESCRIBED or (clause.passive and lemma in _TOLD_IN_PASSIVE)
    told = tells(lemma) or is_state(lemma) or described or is_already(after[:5])
    seen = lemma == "se" and not {"till", "över", "efter"}.intersection(after[:4])
    level = lemma in {"arbeta", "verka"} and set(after[-3:]) & {"nivå", "nivån", "nivåer", "nivåerna"}
    if told or seen or level or (lemma in _DECIDES and set(after[:4]) & PLAN):
        return None
    kept = (lemma == "ta" and "kontakt" in after[:2]) or (lemma == "ske" and not _TIMED.isdisjoint(after))
    acts = _binds(clause) or clause.passive or kept
    return Strength.DOES if acts else None


def _answers(clause: Clause) -> Strength | None:
    if clause.lemma == "svara" and "för" not in clause.after[:3]:
        return _does(clause)
    return Strength.ANSWERS if _binds(clause) else None


def _falls(clause: Clause) -> Strength | None:
    """ "Ansvaret vilar på kommunstyrelsen", "det åligger varje chef att"."""
    return Strength.ANSWERS if bound(clause.beyond) else None


def _is(clause: Clause) -> Strength | None:
    """ "Kommunstyrelsen är ansvarig för", "ansvarig är kommunstyrelsen"."""
    held = any(_ANSWERABLE.fullmatch(word) for word in (*clause.after[:4], *clause.before[:2]))
    return Strength.ANSWERS if held and (_binds(clause) or bound(clause.beyond)) else None


def _charged(clause: Clause) -> Strength | None:
    """ "Förvaltningarna åläggs att", "bolaget förutsätts medverka"."""
    return Strength.SHALL if clause.passive and bound((*clause.subject, *clause.beyond)) else None


def _offers(clause: Clause) -> Strength | None:
    return Strength.OFFERS if _binds(clause) or clause.passive else None


def _has(clause: Clause) -> Strength | None:
    """ "Har att rapportera", "har till uppgift att" bind; "har ett nära samarbete" tells how things are."""
    after = clause.after
    if not bound((*clause.subject, *clause.beyond)):
        return None
    if any(_DUTY.fullmatch(word) for word in (*after[:5], *clause.before[:1])):
        return Strength.ANSWERS
    if any(_MEETS.fullmatch(word) for word in after[:5]):
        return Strength.DOES
    if "att" not in after[:3]:
        return None
    rest = after[after.index("att") + 1 :][:14]
    return Strength.SHALL if rest and (may_be_infinitive(rest[0]) or any(map(is_infinitive, rest))) else None


_PRESENTS: Final[dict[str, Callable[[Clause], Strength | None]]] = {
    "ha": _has,
    "vara": _is,
    "ansvara": _answers,
    "svara": _answers,
    "erbjuda": _offers,
    **dict.fromkeys(FALLS_TO, _falls),
    **dict.fromkeys(CHARGED, _charged),
}
