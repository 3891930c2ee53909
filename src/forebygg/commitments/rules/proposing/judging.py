"""Whether a sentence of its own accord says that something will be done, and by whom."""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Final, NamedTuple

from forebygg.commitments.rules.proposing.clauses import Clause, is_past
from forebygg.commitments.rules.proposing.facts import Actor, Kind, Reason, Strength
from forebygg.commitments.rules.proposing.sentences import Parsed, named_in
from forebygg.commitments.rules.proposing.verbs import is_infinitive, is_state, may_be_infinitive, tells

# The plan itself, as the subject of a sentence.
PLAN: Final = frozenset(
    "planen handlingsplanen programmet dokumentet policyn strategin åtgärdsplanen riktlinjen styrdokumentet "
    "handlingsplan plan program överenskommelsen".split()
)
# What may be done with a plan, and is a promise.
_WITH_A_PLAN: Final = frozenset(
    "revidera följa uppdatera utvärdera se aktualisera redovisa förankra sprida kommunicera "
    "komplettera publicera implementera bryta behandla delge prova pröva aktualitetspröva omarbeta "
    "översända tillgängliggöra".split()
)
_DECIDES: Final = frozenset("besluta anta fastställa godkänna".split())
_PEOPLE: Final = frozenset(
    "alla ingen inga inget invånare invånarna barn unga ungdomar elever eleverna medborgare "
    "medborgarna människor kommuninvånare kommuninvånarna boende flickor pojkar kvinnor män granvik "
    "personer individer".split()
)
_WISHED: Final = frozenset(
    "känna leva behöva uppleva veta tro vara våga slippa lockas dras växa bli trivas må".split()
)
_RECEIVES: Final = frozenset("få erhålla ges erbjudas".split())
_OFFERED: Final = frozenset(
    "erbjuda ge få bistå stödja stötta hjälpa rådgöra tillhandahålla förmedla ordna anordna "
    "konsultera".split()
)
_DUTY: Final = re.compile(
    r"(?:\w*ansvar(?:et)?|uppdrag(?:et)?|uppgift(?:en|er)?|skyldighet(?:en)?|samordningsansvar)"
)
_ANSWERABLE: Final = re.compile(r"\w*ansvariga?|skyldiga?|sammankallande|ålagda?|huvudman")
_FALLS_TO: Final = frozenset("åvila vila ligga ankomma åligga".split())
_CHARGED: Final = frozenset("ålägga förutsätta förvänta uppdra".split())
_DESCRIBED: Final = frozenset(
    "beskriva avse definiera indela benämna kalla prägla reglera grunda basera känneteckna förstå "
    "ange nämna beröra omfatta kräva skilja hota drabba påverka nå rikta locka utmana rättfärdiga innefatta "
    "belysa orsaka dela utgöra uppfatta anse".split()
)
_NEGATED: Final = frozenset("inte ej aldrig ingen inga inget varken".split())
_ONLY: Final = frozenset(("bara", "endast"))
_LAW: Final = re.compile(r"\w*(?:lagen|lagens|balken|förordningen|grundlag\w*|konventionen)|lag|lagar|§|kap")
_POINTING: Final = frozenset("den denna det detta här kommunens stadens hela vår".split())
_ALREADY: Final = frozenset("redan idag sedan ofta ibland vanligen vanligtvis sällan".split())
_VAGUE_IT: Final = frozenset("det detta här där exempelvis stödet insatserna exempel du man".split())


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
        named = _bound(named_in(match[1]))
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
    if is_past(clause) or _quotes_law(clause):
        return None
    subject = clause.subject
    if subject and all(actor.outside for actor in subject) and not clause.agents and not _is_received(clause):
        return None
    if clause.agents and all(actor.outside for actor in clause.agents):
        return None
    if _is_about_the_plan(clause) and not is_head:
        return None
    rule = _MODALS.get(clause.modal, _nothing) if clause.modal else _PRESENTS.get(clause.lemma, _does)
    strength = rule(clause)
    if strength is None:
        return None
    actors, reason = _who(clause)
    told_of = () if actors else subject
    return Judgement(strength, actors, reason, _refuses(clause), told_of)


def _nothing(_clause: Clause) -> None:
    return None


def _shall(clause: Clause) -> Strength | None:
    return None if _is_wish(clause) or _is_advice(clause) else Strength.SHALL


def _should(clause: Clause) -> Strength | None:
    return None if _is_wish(clause) or _is_advice(clause) else Strength.SHOULD


def _needs(clause: Clause) -> Strength | None:
    people = _PEOPLE.intersection(clause.before[:3])
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
    if _refuses(clause):
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
    told = tells(lemma) or is_state(lemma) or lemma in _DESCRIBED or _is_already(after[:5])
    level = lemma in {"arbeta", "verka"} and set(after[-3:]) & {"nivå", "nivån", "nivåer", "nivåerna"}
    if told or level or (lemma in _DECIDES and set(after[:4]) & PLAN):
        return None
    acts = _binds(clause) or clause.passive or (lemma == "ta" and "kontakt" in after[:2])
    return Strength.DOES if acts else None


def _is_already(after: tuple[str, ...]) -> bool:
    """ "Möts redan i dag": how things are now."""
    now = {("i", "dag"), ("för", "närvarande"), ("i", "dagsläget")}
    return bool(_ALREADY.intersection(after)) or not now.isdisjoint(pairwise(after))


def _answers(clause: Clause) -> Strength | None:
    if clause.lemma == "svara" and "för" not in clause.after[:3]:
        return _does(clause)
    return Strength.ANSWERS if _binds(clause) else None


def _falls(clause: Clause) -> Strength | None:
    """ "Ansvaret vilar på kommunstyrelsen", "det åligger varje chef att"."""
    return Strength.ANSWERS if _bound(clause.beyond) else None


def _is(clause: Clause) -> Strength | None:
    """ "Kommunstyrelsen är ansvarig för", "ansvarig är kommunstyrelsen"."""
    held = any(_ANSWERABLE.fullmatch(word) for word in (*clause.after[:4], *clause.before[:2]))
    return Strength.ANSWERS if held and (_binds(clause) or _bound(clause.beyond)) else None


def _charged(clause: Clause) -> Strength | None:
    """ "Förvaltningarna åläggs att", "bolaget förutsätts medverka"."""
    return Strength.SHALL if clause.passive and _bound((*clause.subject, *clause.beyond)) else None


def _offers(clause: Clause) -> Strength | None:
    return Strength.OFFERS if _binds(clause) or clause.passive else None


def _has(clause: Clause) -> Strength | None:
    """ "Har att rapportera", "har till uppgift att" bind; "har ett nära samarbete" tells how things are."""
    after = clause.after
    if not _bound((*clause.subject, *clause.beyond)):
        return None
    if any(_DUTY.fullmatch(word) for word in (*after[:5], *clause.before[:1])):
        return Strength.ANSWERS
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
    **dict.fromkeys(_FALLS_TO, _falls),
    **dict.fromkeys(_CHARGED, _charged),
}


def _is_received(clause: Clause) -> bool:
    """Whether the grammatical subject is given something rather than does it."""
    if clause.lemma in _CHARGED or "uppdrag" in clause.after[:4]:
        return False
    if clause.modal == "får" and not clause.lemma:
        return True
    return clause.passive or clause.lemma in _RECEIVES


def _who(clause: Clause) -> tuple[tuple[Actor, ...], Reason]:
    if clause.agents:
        return _bound(clause.agents), _named(clause.agents)
    if clause.lemma in _FALLS_TO or (clause.lemma in {"vara", "ha"} and not clause.subject):
        return _bound(clause.beyond), _named(clause.beyond)
    if clause.lemma in _CHARGED and clause.beyond and not clause.subject:
        return _bound(clause.beyond), _named(clause.beyond)
    if clause.subject and _is_received(clause):
        return (), Reason.RECEIVES
    if clause.subject:
        return _bound(clause.subject), _named(clause.subject)
    return (), Reason.PASSIVE if clause.passive else Reason.NOBODY


def _binds(clause: Clause) -> bool:
    """Whether somebody acts whom the plan can bind."""
    return bool(_bound((*clause.subject, *clause.agents)))


def _bound(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple(actor for actor in actors if not actor.outside)


def _named(actors: Iterable[Actor]) -> Reason:
    bound = _bound(actors)
    return Reason.WHOLE if bound and all(one.kind is Kind.MUNICIPALITY for one in bound) else Reason.NAMED


def _is_about_the_plan(clause: Clause) -> bool:
    """ "Planen ska läsas tillsammans med …"; that it is followed up and revised is a promise all the same."""
    before = clause.before
    own_words = before[:3] if before[:1] and before[0] in _POINTING else before[:1]
    if not set(own_words) & PLAN or clause.subject:
        return False
    return not (clause.passive and clause.lemma in _WITH_A_PLAN)


def _is_advice(clause: Clause) -> bool:
    """ "Den som är orolig ska kontakta …" speaks to anybody; "den som i sitt arbete …" to those who work."""
    return clause.before[:2] == ("den", "som") and not clause.subject and not _is_received(clause)


def _is_wish(clause: Clause) -> bool:
    """ "Alla ska känna sig trygga", "ingen ska behöva": what is to come of it, which nobody can do."""
    near = {*clause.before[:3], *clause.after[:2]}
    wished = clause.lemma in _WISHED or (
        "kunna" in clause.after[:4] and clause.lemma in _WISHED | {"leva", "få", "kunna"}
    )
    nobody = bool(near & {"ingen", "inga", "inget"}) and not clause.passive
    acting = any(not actor.outside for actor in clause.subject) and not near & {"ingen", "inga"}
    return (wished or nobody) and bool(near & _PEOPLE) and not acting


def _quotes_law(clause: Clause) -> bool:
    """ "Enligt socialtjänstlagen ska nämnden …", "Lagen kräver att …": the law's words, not the plan's."""
    before, after = clause.before, clause.after
    if after[:1] == ("enligt",) and any(map(_LAW.fullmatch, after[1:3])):
        return True
    if not before:
        return False
    if _LAW.fullmatch(before[0]):
        return True
    return before[0] in {"enligt", "av", "i", "utifrån"} and any(_LAW.fullmatch(word) for word in before[:14])


def _refuses(clause: Clause) -> bool:
    if {*clause.before[:2], *clause.after[:4]} & _NEGATED:
        return True
    return clause.modal == "får" and not _ONLY.isdisjoint(clause.after[:5])
