"""Who is a clause's subject, who acts in its passive, and upon whom a duty lies."""

from collections.abc import Mapping, Sequence
from typing import Final

from forebygg.commitments.rules.proposing.actors import Row
from forebygg.commitments.rules.proposing.facts import Actor, Kind
from forebygg.commitments.rules.proposing.finite import Finite, opens
from forebygg.commitments.rules.proposing.tokens import Token, said
from forebygg.commitments.rules.proposing.verbs import is_infinitive

_LIGHT: Final = frozenset(
    "och men samt därtill vidare dessutom även också därutöver härutöver därför således då dock sig "
    "alltid aldrig inte ej ofta årligen regelbundet löpande kontinuerligt därefter sedan bland annat "
    "exempelvis särskilt minst gemensamt tillsammans därmed snarast genast alltså huvudsakligen "
    "främst ytterst primärt i första hand också vid behov vår samtidigt aktivt nu".split()
)
FRONTED: Final = frozenset(
    "vid i på under för genom med efter inom av enligt till från utifrån utöver mot mellan innan "
    "inför om när då där därför därutöver härutöver vidare dessutom årligen varje vartannat en senast "
    "för som utan över kring i samtidigt därtill därefter härigenom således också exempelvis ytterst "
    "ansvarig ansvariga ansvaret särskilt särskild det sammankallande huvudansvarig huvudansvaret "
    "tillsammans gemensamt löpande kontinuerligt regelbundet två tre fyra minst sedan dock här nu "
    "alla på snarast före vart var gällande angående beträffande trots bland hos utanför oavsett istället "
    "numera parallellt löpande övergripande formellt praktiskt operativt strategiskt".split()
)
_PRONOUNS: Final = frozenset("man hen denne denna de den".split())
_TOWARDS: Final = frozenset("på hos av åt även också ytterst i första hand främst därmed således".split())
_WORK: Final = frozenset(
    "arbete arbetet tjänst tjänsten yrke yrkesroll arbetar jobbar anställd anställda".split()
)


def subject(
    words: Sequence[Token], starts: Mapping[int, Row], one: Finite, start: int, end: int
) -> tuple[Actor, ...]:
    """Those who act or are told of: before the verb, or after it when something else comes first."""
    first = start
    while first < one.at and (words[first].low in _LIGHT or not words[first].is_word):
        first += 1
    if actors := _leading(words, starts, first, one.at):
        return actors
    fronted = start == one.at or words[start].low in FRONTED or opens(words, start)
    if not fronted and (one.verb is not None or words[one.at].low in {"får", "vill"}):
        return ()
    at = one.at + 1
    while at < end and (words[at].low in _LIGHT or words[at].low.endswith(("ligen", "igt", "vis"))):
        at += 1
    if actors := _near(words, starts, at, end):
        return actors
    if at < end and words[at].low in _PRONOUNS:
        # "Inom skolan ska man …", "Om en chef misstänker brott ska hen …"
        return next((starts[place].actors for place in (start + 1, start + 2) if place in starts), ())
    return ()


def _leading(words: Sequence[Token], starts: Mapping[int, Row], first: int, until: int) -> tuple[Actor, ...]:
    for at in range(first, min(first + 3, until)):
        if at in starts and starts[at].end <= until:
            return starts[at].actors
        if words[at].low in FRONTED or not _is_adjective(words[at].low):
            break
    worker = _worker(words, first, until)
    return (worker,) if worker else ()


def _near(words: Sequence[Token], starts: Mapping[int, Row], at: int, end: int) -> tuple[Actor, ...]:
    for place in range(at, min(at + 3, end)):
        if place in starts:
            return starts[place].actors
        if not _is_adjective(words[place].low):
            break
    return ()


def _worker(words: Sequence[Token], first: int, at: int) -> Actor | None:
    """ "Den som i sitt arbete får veta …": whoever it is, it is somebody who works there."""
    opening = [word.low for word in words[first : min(at, first + 4)]]
    if opening[1:2] != ["som"] and opening != ["var", "och", "en", "som"]:
        return None
    if opening[0] not in {"den", "alla", "var"}:
        return None
    working = next(
        (place for place in range(first + 2, min(at, first + 14)) if words[place].low in _WORK), None
    )
    if working is None:
        return None
    return Actor(words=said(words[first : working + 1]), kind=Kind.ROLE, every=words[first].low == "alla")


def beyond(words: Sequence[Token], starts: Mapping[int, Row], at: int, end: int) -> tuple[Actor, ...]:
    """Those upon whom the verb at this place lays something: "vilar på kommunstyrelsen"."""
    place = at + 1
    while place < end and words[place].low in _TOWARDS:
        place += 1
    return starts[place].actors if place in starts else ()


def agents(
    words: Sequence[Token], starts: Mapping[int, Row], at: int, end: int, *, by: tuple[str, ...]
) -> tuple[Actor, ...]:
    """Those by whom it is done or from whom it comes: "hålls av strategen", "få en rapport från nämnden"."""
    if not by:
        return ()
    for place in range(at + 1, end - 1):
        if opens(words, place):
            break
        if words[place].low in by:
            found = starts.get(place + 1) or starts.get(place + 2)
            if found:
                return found.actors
    return ()


def _is_adjective(word: str) -> bool:
    return word.endswith(("a", "e", "ande", "ende")) and not is_infinitive(word)
