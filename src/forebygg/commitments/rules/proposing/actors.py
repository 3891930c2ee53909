"""Who a sentence names: boards, departments, units, roles and those outside, alone and in rows."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from forebygg.commitments.rules.proposing.facts import Actor, Kind
from forebygg.commitments.rules.proposing.kinds import kind_of
from forebygg.commitments.rules.proposing.tokens import Token

_EACH: Final = frozenset(
    "all allt alla samtliga varje respektive berörd berörda ansvarig ansvariga vardera övriga aktuell "
    "aktuella var".split()
)
_BEFORE: Final = _EACH | frozenset(
    "den det de denna detta dessa en ett vårt vår våra lokala lokalt brottsförebyggande kommunala "
    "kommunal gemensamma särskild särskilda sociala tekniska centrala externa extern privata ideella "
    "idéburna religiösa fristående olika vissa flera många egna egen närmaste närmsta operativa "
    "strategiska kommunalt nationella regionala statliga lokal nya andra kommunövergripande "
    "tvärsektoriella svenska egna ordinarie nationell regional statlig vuxna offentliga kommunägda "
    "helägda".split()
)
_ELSEWHERE: Final = frozenset(
    "nationella nationell regionala statliga statlig svenska regional privata ideella idéburna "
    "religiösa".split()
)
_JOINED: Final = frozenset({",", "och", "samt", "eller", "/", "och/eller", "respektive", "&"})
_MANY: Final = re.compile(
    r"\w*(?:nämnderna|nämnder|förvaltningarna|förvaltningar|sektorerna|kontoren|verksamheterna)"
)
_WITHIN: Final = frozenset("inom i vid på från hos".split())


class Mention(NamedTuple):
    """Somebody who acts, from one token to another, the end not included."""

    actor: Actor
    first: int
    end: int


class Row(NamedTuple):
    """Those who stand together ("socialtjänsten, skolan och polisen")."""

    actors: tuple[Actor, ...]
    first: int
    end: int


def mentions(text: str, words: Sequence[Token]) -> list[Mention]:
    """Everybody the sentence names, in order."""
    found: list[Mention] = []
    since = 0
    for at, word in enumerate(words):
        if at < since or not word.is_word:
            continue
        kind = _kind(words, at)
        if kind is None:
            continue
        first = _first(words, at, since)
        end = _end(words, at, kind)
        mention = _mention(text, words, first, at, end, kind)
        found.append(mention)
        since = mention.end
    return found


def rows(words: Sequence[Token], named: Sequence[Mention]) -> list[Row]:
    """The mentions joined by commas and "och" into rows."""
    found: list[Row] = []
    for mention in named:
        if found:
            last = found[-1]
            between = [word.low for word in words[last.end : mention.first]]
            if between and len(between) < 3 and all(word in _JOINED for word in between):
                found[-1] = Row((*last.actors, mention.actor), last.first, mention.end)
                continue
        found.append(Row((mention.actor,), mention.first, mention.end))
    return found


def _kind(words: Sequence[Token], at: int) -> Kind | None:
    word = words[at]
    if word.low == "kommun":
        # "Granviks kommun" is the municipality, "en kommun" is any.
        before = words[at - 1] if at else word
        named = before.text[0].isupper() and before.low not in _BEFORE and before.low not in _ANY
        return Kind.MUNICIPALITY if named or before.low in _WHOSE else None
    if word.text == "AB" and at and words[at - 1].text[0].isupper():
        return Kind.COMPANY
    if word.low == "center" and _low(words, at + 1) == "mot":
        return Kind.OUTSIDE
    if word.low in {"rädda", "röda"} and _low(words, at + 1) in {"barnen", "korset"}:
        return Kind.OUTSIDE
    return kind_of(word.low)


_WHOSE: Final = frozenset("vår denna".split())
_ANY: Final = frozenset("en ingen någon annan i för inom kommun".split())


def _low(words: Sequence[Token], at: int) -> str:
    return words[at].low if 0 <= at < len(words) else ""


def _first(words: Sequence[Token], at: int, since: int) -> int:
    """Where the words that belong to a head begin: its first half, its owner, "varje" and the like."""
    first = at
    if at - 2 >= since and words[at - 1].low in {"och", "samt"} and words[at - 2].text.endswith("-"):
        first = at - 2
        while first - 2 >= since and words[first - 1].low == "," and words[first - 2].text.endswith("-"):
            first -= 2
    if words[at].low == "kommun" or words[at].text == "AB":
        return max(since, at - 1)
    while first > since:
        before = words[first - 1]
        if before.low == "respektive" and first - 1 == since > 0:
            break  # "barnnämnden respektive gymnasienämnden": it joins the two
        owner = before.low.endswith("s") and not before.low.endswith("ss") and kind_of(before.low[:-1])
        if before.low in _BEFORE or owner:
            first -= 1
            continue
        break
    return first


def _end(words: Sequence[Token], at: int, kind: Kind) -> int:
    """Past what tells which one it is: "Region Mellanås", "Center mot våldsbejakande extremism"."""
    end = at + 1
    if words[at].low in {"center", "rädda", "röda"}:
        return min(len(words), end + (3 if words[at].low == "center" else 1))
    if kind is Kind.OUTSIDE and words[at].low == "region":
        while end < len(words) and words[end].text[0].isupper():
            end += 1
    if words[at].low in _FIELDS and _low(words, end) in {"för", "mot"}:
        return _field(words, end + 1)
    return end


_FIELDS: Final = frozenset(
    "nämnden utskottet rådet förvaltningen enheten avdelningen sektorn kontoret sektor nämnd enhet "
    "avdelning".split()
)


def _field(words: Sequence[Token], at: int) -> int:
    """Past "arbete, välfärd och trygghet"."""
    end = at + 1
    while end + 1 < len(words) and words[end].low in {",", "och", "samt"} and words[end + 1].is_word:
        more = end + 2
        if words[end].low == "," and _low(words, more) not in {",", "och", "samt"}:
            break
        last = words[end].low != ","
        end = more
        if last:
            break
    return min(end, len(words))


def _mention(text: str, words: Sequence[Token], first: int, at: int, end: int, kind: Kind) -> Mention:
    before = {word.low for word in words[first:at]}
    owners = {kind_of(low[:-1]) for low in before if low.endswith("s")}
    if before & _ELSEWHERE or Kind.OUTSIDE in owners:
        kind = Kind.OUTSIDE
    elif "brottsförebyggande" in before and kind in {Kind.COUNCIL, Kind.UNIT}:
        kind = Kind.COUNCIL
    if kind is Kind.ROLE and _low(words, end) in _WITHIN:
        end, kind = _within(words, end, kind)
    every = bool(before & _EACH) or bool(_MANY.fullmatch(words[at].low))
    return Mention(
        Actor(words=text[words[first].start : words[end - 1].end], kind=kind, every=every), first, end
    )


def _within(words: Sequence[Token], at: int, kind: Kind) -> tuple[int, Kind]:
    """Past "inom skola, socialtjänst och fritid" after a role; a role within the outside is outside."""
    end, inside = at, None
    step = at + 1
    while step < len(words):
        low = words[step].low
        found = kind_of(low)
        if found is not None or low == "fritid":
            inside = inside or found or Kind.UNIT
            end = step + 1
        elif not (low in _JOINED or low in _BEFORE or low.endswith("-")):
            break
        step += 1
    if end == at:
        return at, kind
    return end, Kind.OUTSIDE if inside is Kind.OUTSIDE else kind
