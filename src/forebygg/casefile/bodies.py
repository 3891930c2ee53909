"""The bodies that meet: council, boards, committees, preparatory groups, councils of advice.

A body is known by its head word ("…nämnden", "…utskottet", "…beredningen"), the form kommunallagen
(2017:725) ch. 3 gives them and local statutes build on; names are given in the base form, with a
capital, so that "kommunledningsutskottets" and "Kommunledningsutskottet" are the same body.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple


class BodyMention(NamedTuple):
    """A body in a text: its base form, where it stands, and whether it stands in the genitive."""

    name: str
    start: int
    end: int
    genitive: bool


_DEFINITE: Final = (
    "fullmäktige|styrelsen|nämnden|utskottet|beredningen|rådet|presidiet|kommittén|delegationen|direktionen|"
    "revisorerna|revisionen"
)
_INDEFINITE: Final = "styrelse|nämnd|utskott|beredning|råd|presidium|kommitté|delegation|direktion"
_HEAD: Final = re.compile(
    rf"(?:(?P<definite>{_DEFINITE})|(?P<indefinite>{_INDEFINITE}))(?P<genitive>s?)(?![\w-])"
)
# "området" and "kommunalrådet" end like a body, and state authorities are not the municipality's.
_NOT_A_BODY: Final = re.compile(
    r".*(?:om|för|t|kommunal|oppositions|region|borgar|stads|stats|lag|justitie|kansli|departements|hov)råde?t?"
    r"|(?:social|läns|transport|skogs|polis|rikspolis|kriminalvårds|försäkrings|migrations|själv|folkbildnings)"
    r"styrelsen?"
    r"|(?:ovan|först|sist|nyss|tidigare|be|o|för|så|under|efter)nämnd"
    r"|.*(?:reklamations|överklagande|ansvars)nämnden"
    r"|(?:europa|vetenskaps|forsknings|folkhälso)rådet"
    r"|.*(?:ärende|mark|livsmedels|för)beredninge?n?"
)
# "Barn- och", "Miljö-, bygg- och": the first halves of a compound that the head word ends.
_HALVES: Final = re.compile(r"(?:[^\W\d_][\w/]*-,\s+){0,4}[^\W\d_][\w/]*-\s+(?:och|samt)\s+$")
# "Kultur och fritidsnämnden", as some print it; only a heading is read so.
_LOOSE_HALVES: Final = re.compile(r"[A-ZÅÄÖ][\w/]*-?(?:,\s+[\w/]+-?){0,3}\s+(?:och|samt)\s+")
_ADJECTIVE: Final = (
    r"lokala|kommunala|gemensamma|gemensam|strategiska|sociala|tekniska|allmänna|brottsförebyggande|regionala|"
    r"särskilda|tillfälliga|centrala|pedagogiska|ekonomiska|mellankommunala|rådgivande|politiska|personalpolitiska"
)
_ADJECTIVES: Final = re.compile(rf"(?:(?:{_ADJECTIVE})\s+){{1,3}}$", re.IGNORECASE)
# After an owner: "Kommunstyrelsens arbetsutskott", "Nämndens sociala utskott".
_PART: Final = re.compile(
    rf"\s+(?:(?:{_ADJECTIVE})\s+)?(?:[\w-]+-\s+och\s+)?[^\W\d_]*(?:{_DEFINITE}|{_INDEFINITE})(?P<genitive>s?)(?![\w-])"
)
_STOP: Final = (
    r"(?:förslag|beslut|kännedom|att|vidare|yttrande|beredning|åtgärd|behandling|ställningstagande|den|det|de|"
    r"denna|detta|sin|sitt|sina|fortsatt|godkännande|information|samråd|remiss|handläggning|ny|en|ett|"
    r"tiden|perioden|mandatperioden|år|resten)\b"
)
_BODY_WORD: Final = r"(?:\w+-\s+och\s+)?\w*(?:nämnd|styrelse|fullmäktige|utskott|beredning)"
_QUALIFIER: Final = (
    r"(?:(?:social|hållbara?|fri|öppen|äldre|unga|teknisk|kommunal|lokalt?|personer\s+med|god|digital|"
    r"strategisk|inre|yttre|trygg|våldsbejakande|medicinsk)\s+)?"
)
_TERM: Final = rf"{_QUALIFIER}(?!och\b|samt\b|{_BODY_WORD})[^\W\d_][\w/-]*"
# What comes after a bare head word: "Nämnden för arbete och välfärd", "Rådet mot våld".
_FIELD: Final = re.compile(
    rf"\s+(?:för|mot)\s+(?!{_STOP}){_TERM}(?:,\s+{_TERM}(?=,|\s+(?:och|samt)\b)){{0,5}}"
    rf"(?:,?\s+(?:och|samt)\s+(?!{_STOP}){_TERM})?",
    re.IGNORECASE,
)
# "Socialnämnd Nordost", "Stadsdelsnämnden Västra Ås": parts of a town that have a board of their own.
_DISTRICT: Final = re.compile(r"(?:\s+[A-ZÅÄÖ][\w-]+){1,3}")
_COMPASS: Final = re.compile(
    r"\s+(?:(?:Norra|Södra|Västra|Östra|Inre|Yttre)(?:\s+[A-ZÅÄÖ][\w-]+)?|Centrum|Nord\w*|Syd\w*|Väst|Öst)\b"
)
# Nouns that a body owns: after them a final s in "… och mångfalds beslut" is a genitive.
_OWNED: Final = re.compile(
    r"\s+(?:beslut|förslag|yttrande|protokoll|sammanträde|möte|ordförande|presidi|ledam|ersättar|behandling|"
    r"arbetsutskott|uppdrag|reglemente|tjänsteutlåtande|skrivelse|remiss|ansvar|verksamhet|budget|delegation|svar|"
    r"ställningstagande|bedömning|hemställan|arbete|vice|sekreterare|förvaltning)"
)
_SHORT: Final = {
    "kf": "Kommunfullmäktige",
    "ks": "Kommunstyrelsen",
    "ksau": "Kommunstyrelsens arbetsutskott",
}
_SHORT_FORM: Final = re.compile(r"(?P<short>KSAU|Ksau|KS\s?-?AU|KS|Ks|KF|Kf)(?::?s)?(?![\w/:-]|\s*\d)")
_LEAD: Final = re.compile(r"(?:de[tn]\s+)?", re.IGNORECASE)
_WORD_LIMIT: Final = 60  # characters back from a head word to the start of its compound


def body_at(text: str) -> str | None:
    """The body that the text is or begins with, in base form; "Nämnden" alone counts here."""
    text = text[:300].strip()
    if text.isupper() and len(text) > 5:
        text = text.capitalize()  # a heading in capitals: "MILJÖ- OCH BYGGNADSNÄMNDEN"
    if match := _SHORT_FORM.match(text):
        return _SHORT[match["short"].casefold().replace("-", "").replace(" ", "")]
    for mention in _mentions(text, at_start=True):
        return mention.name if _LEAD.fullmatch(text[: mention.start]) else None
    return None


def bodies_in(text: str) -> list[BodyMention]:
    """Every body that running text names, in order; "nämnden" alone, without a name, is not among them."""
    return list(_mentions(text, at_start=False))


def is_council(name: str) -> bool:
    """Whether the body is the elected assembly, where the case ends."""
    return name.casefold().endswith("fullmäktige")


def is_executive_board(name: str) -> bool:
    """Whether the body is the executive board itself, and not one of its committees."""
    return name.casefold() in {"kommunstyrelsen", "regionstyrelsen", "stadsstyrelsen"}


def _mentions(text: str, *, at_start: bool) -> Iterator[BodyMention]:
    lower = text.lower()
    if len(lower) != len(text):  # a letter such as İ, whose small form is longer
        lower = text
    since = 0
    for head in _HEAD.finditer(lower):
        if head.start() < since:
            continue
        start = _word_start(lower, head.start(), since)
        if start is None or _NOT_A_BODY.fullmatch(lower, start, head.start("genitive")):
            continue
        if mention := _mention(text, lower, head, start, since=since, at_start=at_start):
            since = mention.end
            yield mention
        if at_start:
            return


def _word_start(lower: str, head: int, since: int) -> int | None:
    start = head
    while start > since and (lower[start - 1].isalpha() or lower[start - 1] in "-/"):
        start -= 1
        if head - start > _WORD_LIMIT:
            return None
    return start if lower[start].isalpha() else None


def _mention(
    text: str, lower: str, head: re.Match[str], word: int, *, since: int, at_start: bool
) -> BodyMention | None:
    start = _first_half(text, word, since, at_start=at_start)
    before = text[max(since, start - 80) : start]
    if before.endswith(("a ", "e ", "m ")) and (adjectives := _ADJECTIVES.search(before)):
        start -= len(before) - adjectives.start()
    end = head.end()
    genitive = bool(head["genitive"])
    named = word != head.start() or lower.startswith("fullmäktige", word) or start != word
    takes_field = word == head.start() and not lower.startswith(("styrelse", "presidi", "revis"), word)
    if genitive and head["definite"] and (part := _PART.match(lower, end)):
        end, genitive, named = part.end(), bool(part["genitive"]), True
        if not genitive and (field := _FIELD.match(text, end)):
            end = field.end()
    elif takes_field and not genitive and head["definite"] and (field := _FIELD.match(text, end)):
        end, named = field.end(), True
        genitive = text[end - 1] == "s" and bool(_OWNED.match(lower, end))
    elif place := _place(text, lower, head, word):
        end = place.end()
    elif head["indefinite"]:
        return None
    if not named and (not at_start or lower.startswith(" av ", end)):
        return None
    name = " ".join(text[start : end - genitive].split())
    return BodyMention(name[0].upper() + name[1:], start, end, genitive)


def _first_half(text: str, word: int, since: int, *, at_start: bool) -> int:
    """Where a name such as "Barn- och utbildningsnämnden" begins."""
    before = text[max(since, word - 80) : word]
    if not before.endswith(("och ", "samt ")):
        return word
    if halves := _HALVES.search(before):
        return word - len(before) + halves.start()
    if at_start and (loose := _LOOSE_HALVES.fullmatch(before)):
        first = loose.group().split(maxsplit=1)[0].rstrip("-,").casefold()
        # "Kommunstyrelsen och socialnämnden" are two bodies, "Ordföranden och nämnden" none.
        if not first.endswith(("en", "et", "na", "are", "fullmäktige", "ande")):
            return 0
    return word


def _place(text: str, lower: str, head: re.Match[str], word: int) -> re.Match[str] | None:
    """The part of town whose board this is; only an indefinite or district board carries any name."""
    if head["genitive"] or word == head.start():
        return None
    if head["indefinite"] == "nämnd" or lower.startswith(("stadsdels", "kommundels", "distrikts"), word):
        return _DISTRICT.match(text, head.end())
    return None if head["indefinite"] else _COMPASS.match(text, head.end())
