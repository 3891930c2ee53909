"""Who a sentence names: boards, departments, units, roles and those outside, alone and in rows."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from forebygg.commitments.rules.proposing.facts import Actor, Kind
from forebygg.commitments.rules.proposing.tokens import Token

# The last part of a compound tells what somebody is: "Kulturskolan" is a school, "Miljönämnden" a board. The
# order matters: "socialstyrelsen" is a state authority, though it ends as a board does.
_HEADS: Final = (
    (
        Kind.OUTSIDE,
        (
            r"[\w-]*polis(?:en|er|erna)?|[\w-]*polismyndighet(?:en)?|[\w-]*polisområdet?|säpo|"
            r"[\w-]*förening(?:en|ar|arna|slivet)?|"
            r"[\w-]*samfund(?:en|et)?|[\w-]*församling(?:en|ar|arna)?|[\w-]*kyrkan|[\w-]*kyrkor(?:na)?|"
            r"moské(?:n|er|erna)?|"
            r"[\w-]*civilsamhället?|[\w-]*organisation(?:er|erna)|region(?:en|er|erna)|landsting(?:et)?|"
            r"länsstyrelse(?:n|r|rna)?|[\w-]*sjukvård(?:en)?|[\w-]*psykiatrin?|bup|vårdcentral(?:en|er|erna)?|"
            r"kriminalvård(?:en)?|frivård(?:en)?|näringsliv(?:et)?|näringsidkare|företag(?:en|arna)?|"
            r"(?:privata\s)?fastighetsägar(?:e|na)|hyresvärdar(?:na)?|regering(?:en)?|riksdag(?:en)?|staten|"
            r"[\w-]*(?<!tillsyns)myndighet(?:en|er|erna)|[\w-]{3,}verket|(?:social|folkhälso|rikspolis|"
            r"transport)styrelsen|"
            r"[\w-]*domstol(?:en|ar|arna)|åklagare(?:n)?|universitet(?:et|en)?|högskol(?:an|or|orna)|forskare|"
            r"[\w-]*inspektionen|msb|skr|cve|arbetsförmedling(?:en)?|försäkringskassan?|föräldrar(?:na)?|"
            r"vårdnadshavare|[\w-]*(?:studie|idrotts|riks|hyresgäst)förbund(?:et|en)?|experter|medier(?:na)?"
        ),
    ),
    (Kind.COUNCIL, r"brå|rådet|[\w-]*(?:brotts|trygghets|säkerhets|folkhälso|förebyggande)[\w-]*råd(?:et)?"),
    (
        Kind.BOARD,
        (
            r"[\w-]*nämnd(?:en|er|erna)?|[\w-]*(?:kommun|region|stads)styrelsen?|[\w-]*fullmäktige|"
            r"[\w-]*utskott(?:et)?|ks|kf|ksau|"
            r"direktionen|demokratiberedningen|styrelserna"
        ),
    ),
    (
        Kind.DEPARTMENT,
        (
            r"[\w-]*förvaltning(?:en|ar|arna)?|[\w-]*(?:lednings|förvaltnings|utbildnings|social|service|"
            r"miljö|fritids|"
            r"kultur|kommun|stads|skol|bygg)kontor(?:et|en)?|[\w-]*kansli(?:et)?|[\w-]*sektor(?:n|er|erna)?"
        ),
    ),
    (Kind.COMPANY, r"[\w-]*bolag(?:et|en)?"),
    (
        Kind.ROLE,
        (
            r"[\w-]*chef(?:en|er|erna)?|[\w-]*direktör(?:en|er|erna)?|[\w-]*samordnar(?:e|en|na)|"
            r"[\w-]*koordinator(?:n|er|erna)?|"
            r"[\w-]*rektor(?:n|er|erna)?|[\w-]*strateg(?:en|er|erna)?|[\w-]*medarbetar(?:e|en|na)|"
            r"[\w-]*personal(?:en)?|"
            r"[\w-]*lärar(?:e|na)|[\w-]*pedagog(?:er|erna)?|[\w-]*sekreterar(?:e|en|na)|"
            r"[\w-]*handläggar(?:e|en|na)|"
            r"[\w-]*kurator(?:n|er|erna)?|[\w-]*kontaktperson(?:en|er|erna)?|[\w-]*ombud(?:et|en)?|"
            r"förtroendevalda|"
            r"nyckelpersoner(?:na)?|politiker(?:na)?|[\w-]*förebyggar(?:e|en|na)|[\w-]{2,}ledar(?:e|en|"
            r"na)|anställda|"
            r"[\w-]*ordförande(?:n|na)?|presidiet|[\w-]*konsulent(?:en|er|erna)?|[\w-]{3,}arbetar(?:e|en|na)|"
            r"[\w-]*assistent(?:er|erna)?|[\w-]*vägledar(?:e|en|na)|mentorer(?:na)?|[\w-]*fältar(?:e|na)|"
            r"[\w-]*sköterskor(?:na)?|"
            r"yrkesverksamma|yrkesgrupper(?:na)?|[\w-]*kommunikatör(?:en|er|erna)?|[\w-]*jurist(?:en|er|erna)?|"
            r"(?:lednings|tjänste)m[aä]n(?:nen)?|processägar(?:e|en|na)"
        ),
    ),
    (
        Kind.UNIT,
        (
            r"[\w-]*(?<!hög)skol(?:a|an|or|orna)|[\w-]*gymnasie(?:t|r|rna)|[\w-]*gymnasium|"
            r"[\w-]*enhet(?:en|er|erna)?|"
            r"[\w-]*avdelning(?:en|ar|arna)?|[\w-]*socialtjänst(?:en)?|elevhälsan?|[\w-]*fritidsgård(?:en|"
            r"ar|arna)?|"
            r"[\w-]*bibliotek(?:et|en)?|[\w-]*(?:hem|räddnings)tjänst(?:en)?|hälsovård(?:en)?|"
            r"verksamheter(?:na)?|"
            r"[\w-]*(?:fritids|biblioteks|social|barn|ungdoms|skol|kultur|vård|omsorgs|"
            r"kärn)verksamhet(?:en|er|erna)?|"
            r"[\w-]*mottagning(?:en|ar|arna)|[\w-]*team(?:et|en)?|fritids|hr|förskol(?:a|an|or|orna)|"
            r"[\w-]*(?:fält|arbets|styr|samordnings|lednings|samverkans|projekt|referens|expert|resurs|"
            r"kris)grupp(?:en|er|erna)?|"
            r"[\w-]*familjecentral(?:en|er|erna)?|[\w-]*vuxenutbildning(?:en)|komvux|sfi|"
            r"[\w-]*medborgarkontor(?:et|en)?|"
            r"[\w-]*kontaktcenter|[\w-]*servicecenter|posom|[\w-]*krisledning(?:en)?|[\w-]*nätverket|"
            r"sspf?|fritidsklubb(?:en|ar|arna)|"
            r"[\w-]*omsorgen|(?:[\w-]*(?:skol|kommun|förvaltnings|verksamhets|kris|koncern))?ledningen|"
            r"arbetslag(?:et|en)?|"
            r"[\w-]*(?:säkerhets|samordnings|trygghets|kommunikations)funktion(?:en)?|[\w-]*(?:jour|råd|"
            r"byrå)(?:en|et|n)|"
            r"[\w-]*(?:resurs|familje|kunskaps|stöd|kompetens)centrum"
        ),
    ),
    (Kind.MUNICIPALITY, r"kommunen|kommunkoncernen|staden|vi"),
)
_PATTERNS: Final = tuple((kind, re.compile(pattern)) for kind, pattern in _HEADS)
# They end as somebody who acts does, and are something else.
_NOBODY: Final = frozenset(
    "omnämnd ovannämnd ovannämnda förnämnd benämnd benämnda stående medborgare "
    "arbetsfördelning området skoljour råd anrådet området anråden anordnare förråden föregångare".split()
)
_EACH: Final = frozenset(
    "alla samtliga varje respektive berörd berörda ansvarig ansvariga vardera övriga aktuell aktuella "
    "var".split()
)
_BEFORE: Final = _EACH | frozenset(
    "den det de denna detta dessa en ett vårt vår våra lokala lokalt brottsförebyggande kommunala "
    "kommunal gemensamma särskild särskilda sociala tekniska centrala externa extern privata ideella "
    "idéburna religiösa fristående olika vissa flera många egna egen närmaste närmsta operativa "
    "strategiska kommunalt nationella regionala statliga lokal nya andra kommunövergripande "
    "tvärsektoriella svenska egna ordinarie nationell regional statlig vuxna offentliga kommunägda "
    "helägda".split()
)
_ELSEWHERE: Final = frozenset("nationella nationell regionala statliga statlig svenska regional".split())
_JOINED: Final = frozenset({",", "och", "samt", "eller", "/", "och/eller", "respektive", "&"})
_MANY: Final = re.compile(
    r"\w*(?:nämnderna|nämnder|förvaltningarna|förvaltningar|sektorerna|kontoren|verksamheterna)"
)
_WITHIN: Final = frozenset("inom i vid på från hos".split())
_LONGEST: Final = 60


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


@lru_cache(maxsize=16_384)
def kind_of(word: str) -> Kind | None:
    """What the word, in small letters, names; None when it names nobody who acts, as a genitive does."""
    if len(word) > _LONGEST or word in _NOBODY:
        return None
    return next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(word)), None)


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
    if words[at].low == "kommun":
        return max(since, at - 1)
    while first > since:
        before = words[first - 1]
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
