"""What promises nothing: words about the plan itself, wishes, advice, the law's words, how things are."""

import re
from itertools import pairwise
from typing import Final

from forebygg.commitments.rules.proposing.clauses import Clause, is_received
from forebygg.commitments.rules.proposing.facts import Kind
from forebygg.commitments.rules.proposing.kinds import kind_of

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
PEOPLE: Final = frozenset(
    "alla ingen inga inget invånare invånarna barn unga ungdomar elever eleverna medborgare "
    "medborgarna människor kommuninvånare kommuninvånarna boende flickor pojkar kvinnor män granvik "
    "personer individer".split()
)
_WISHED: Final = frozenset(
    "känna leva behöva uppleva veta tro vara våga slippa lockas dras växa bli trivas må".split()
)
_LAW: Final = re.compile(r"\w*(?:lagen|lagens|balken|förordningen|grundlag\w*|konventionen)|lag|lagar|§|kap")
_POINTING: Final = frozenset("den denna det detta här kommunens stadens hela vår".split())
_ALREADY: Final = frozenset("redan idag sedan ofta ibland vanligen vanligtvis sällan".split())


def is_about_the_plan(clause: Clause) -> bool:
    """ "Planen ska läsas tillsammans med …"; that it is followed up and revised is a promise all the same."""
    before = clause.before
    own_words = before[:3] if before[:1] and before[0] in _POINTING else before[:1]
    if not set(own_words) & PLAN or clause.subject:
        return False
    return not (clause.passive and clause.lemma in _WITH_A_PLAN)


def is_advice(clause: Clause) -> bool:
    """ "Den som är orolig ska kontakta …" speaks to anybody; "den som i sitt arbete …" to those who work."""
    return clause.before[:2] == ("den", "som") and not clause.subject and not is_received(clause)


def is_wish(clause: Clause) -> bool:
    """ "Alla ska känna sig trygga", "ingen ska behöva": what is to come of it, which nobody can do."""
    near = {*clause.before[:3], *clause.after[:2]}
    wished = clause.lemma in _WISHED or (
        "kunna" in clause.after[:4] and clause.lemma in _WISHED | {"leva", "få", "kunna"}
    )
    nobody = bool(near & {"ingen", "inga", "inget"}) and not clause.passive
    acting = any(not actor.outside for actor in clause.subject) and not near & {"ingen", "inga"}
    return (wished or nobody) and bool(near & PEOPLE) and not acting


def quotes_law(clause: Clause) -> bool:
    """ "Enligt socialtjänstlagen ska nämnden …", "Lagen kräver att …": the law's words, not the plan's."""
    before, after = clause.before, clause.after
    if after[:1] == ("enligt",) and any(map(_LAW.fullmatch, after[1:3])):
        return True
    if not before:
        return False
    if _LAW.fullmatch(before[0]):
        return True
    if before[0] == "enligt" and any(kind_of(word) is Kind.OUTSIDE for word in before[1:4]):
        return True
    return before[0] in {"enligt", "av", "i", "utifrån"} and any(_LAW.fullmatch(word) for word in before[:14])


def is_already(after: tuple[str, ...]) -> bool:
    """ "Möts redan i dag": how things are now."""
    now = {("i", "dag"), ("för", "närvarande"), ("i", "dagsläget")}
    return bool(_ALREADY.intersection(after)) or not now.isdisjoint(pairwise(after))
