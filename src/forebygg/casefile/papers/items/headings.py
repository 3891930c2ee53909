"""The headings that divide one item of the minutes, in the words municipalities use for them."""

import re
import tomllib
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from typing import Final, NamedTuple

from forebygg.casefile.facts import StatementKind
from forebygg.language.wording import in_any_case


class Part(StrEnum):
    """What a heading announces."""

    OPENING = "opening"  # what stands between the title and the first heading
    DECISION = "decision"
    PROPOSAL = "proposal"
    DESCRIPTION = "description"
    ORDER = "order"
    BALLOT = "ballot"
    MOTIONS = "motions"
    RESERVATION = "reservation"
    STATEMENT = "statement"
    ABSTENTION = "abstention"  # deltar inte i beslutet
    CONFLICT = "conflict"
    IMMEDIATE = "immediate"
    EARLIER = "earlier"
    INFORMATION = "information"
    PAPERS = "papers"
    ATTACHMENTS = "attachments"
    SENT_TO = "sent to"
    APPEAL = "appeal"


class Heading(NamedTuple):
    """A heading: what it announces, whose act it is, and any text on the same line."""

    part: Part
    kind: StatementKind | None = None
    body: str | None = None
    rest: str = ""


def _vocabulary() -> tuple[dict[str, Heading], frozenset[str]]:
    """Every heading that is known word for word (headings.toml), and those that lists hold as entries."""
    text = (
        resources.files("forebygg.casefile.papers.items")
        .joinpath("headings.toml")
        .read_text(encoding="utf-8")
    )
    tables = tomllib.loads(text)
    statements: dict[StatementKind, str] = tables.pop("statement")
    in_lists = frozenset(_words(tables.pop("names_in_lists")))
    known = {word: Heading(Part(part)) for part, words in tables.items() for word in _words(words)}
    said = {
        word: Heading(Part.STATEMENT, kind=kind)
        for kind, words in statements.items()
        for word in _words(words)
    }
    return known | said, in_lists


def _words(table: str) -> list[str]:
    return [" ".join(word.split()) for word in table.split("|")]


VOCABULARY, _NAMES_INLISTS = _vocabulary()
LONGEST: Final = max(map(len, VOCABULARY)) + 2
# How the headings begin that everyone uses: a line that begins otherwise is looked at no closer.
_BEGINNINGS: Final = in_any_case(
    {word[:4] for word in VOCABULARY}
    | {"fråg", "inte", "svar", "inlä", "omrö", "vote", "huvu", "kont", "motf"}  # "Fråga 3", "Huvudvotering"
)
_ADDRESSING: Final = frozenset("BEKPU")  # "Bilaga 1 …", "Exp. till …", "Kopia till …"

# "Kommunstyrelsens beslut", "KSAU:s förslag till kommunstyrelsen", "Beredningen för integrations beslut".
_ACT: Final = re.compile(
    r"(?P<body>(?!(?:Enligt|På|I|Med|Efter|Mot|Under|Genom|Om|Av|Till|För|Utifrån|Bifall|Avslag|Ja|Nej)\s)[A-ZÅÄÖ][^.:;!?()]{2,90}?s|[A-ZÅÄÖ]{2,6}(?::s)?|Ksau|Ks|Kf|Au)\s+"
    r"(?P<act>beslut|beslutsförslag|förslag|förslag till .{3,120}|förslag och yrkanden|yrkande|bedömning|"
    r"överväganden|ställningstagande|motivering|synpunkter|yttrande|beredning|sammanfattning|utlåtande|behandling)"
    r"(?:[,\s]+(?:den\s+)?\d[\d\s,–-]*.{0,30})?"
)
# "Beslut i omsorgsnämnden", "Särskilt yttrande i kommunstyrelsen", "Överläggning i kommunfullmäktige".
_BODY_ENDS: Final = (
    "fullmäktige", "styrelsen", "nämnden", "utskott", "utskottet", "beredningen", "rådet", "direktionen",
)  # fmt: skip
_IN_A_BODY: Final = re.compile(
    r"(?P<words>[A-ZÅÄÖ][\wåäö ]{3,40}?) (?:i|från) (?P<body>[\wåäöÅÄÖ][\wåäö ,-]{0,50}"
    r"(?:fullmäktige|styrelsen|nämnden|utskottet?|beredningen|rådet|direktionen))"
)
# "Beslut – för fastställande i kommunfullmäktige": what is decided here is proposed there.
_FOR_ANOTHER: Final = re.compile(r"Beslut\s*[–-]\s*för\s+(?:fastställande|vidare|beslut|antagande)\b.{0,60}")
_OTHER_ACTS: Final = (
    "yrkande", "yrkanden", "bedömning", "överväganden", "ställningstagande", "motivering", "synpunkter",
    "yttrande", "beredning", "sammanfattning", "utlåtande", "behandling",
)  # fmt: skip
_ACTS: Final = {
    "beslut": Part.DECISION, "ställningstagande": Part.DECISION, "yrkande": Part.MOTIONS,
    "förslag och yrkanden": Part.MOTIONS, "beredning": Part.EARLIER, "behandling": Part.EARLIER,
    "beslutsförslag": Part.PROPOSAL, "förslag": Part.PROPOSAL,
}  # fmt: skip
# Its separator is looked for first, as far as its words may reach: few lines have one.
_REACH: Final = 54
_INLINE: Final = re.compile(r"(?P<words>[A-ZÅÄÖ][\wåäöÅÄÖ()/. -]{2,50}?)(?::\s*|\s{3,}|\t\s*)(?P<rest>\S.*)")
_RECIPIENTS: Final = re.compile(
    r"(?:(?:Protokollsutdrag|Protokollet|Beslutet|Beslut|Utdrag|Kopia|Expedieras|Exp\.?)"
    r"(?: (?:ska|för kännedom|för åtgärd|skickas|sänds|sändas|delges|expedieras|skickat|meddelas))* till"
    r"|Exp(?:\.|ed\.?|edieras|ediering)(?=\s+[A-ZÅÄÖ]))\s+(?P<rest>\S.*)"
)
_NUMBERED: Final = re.compile(r"(?:Fråga|Interpellation|Svar|Inlägg)\s+\d{1,2}(?:\s*[–:-].{0,60})?")
_BALLOT: Final = re.compile(
    r"(?:(?:Huvud|Kontra|Motförslags)?(?:omröstning|votering)|Omröstning|Votering|VOTERING|OMRÖSTNING)(?:en)?"
    r"(?:\s*(?:[–,:-]|nr)?\s*(?:\d{1,2}|[IVX]{1,4}|huvudvotering|huvudomröstning|kontravotering|motförslag|"
    r"resultat|förberedande|om|[a-zåäö]{3,20})){1,4}"
)
_ATTACHED: Final = re.compile(r"Bilag(?:a|or)\s+(?:\d{1,3}|[A-ZÅÄÖ](?!\w)|§).{0,90}")
# "Reservation från SD", "Särskilt yttrande av Anna Berg (M)", "Protokollsanteckning, bilaga B".
_OF: Final = re.compile(
    r"(?P<words>Reservation|Särskilt yttrande|Protokollsanteckning|Yrkande|Tilläggsyrkande|Ändringsyrkande|"
    r"Jäv|Ordförandeutlåtande|Röstförklaring|Anteckning)"
    r"(?:\s+(?P<of>(?:från|av)\s.{1,80})|\s*[,(–-]\s*(?P<note>.{1,40}))"
)
_SOMEONE: Final = re.compile(r"\([A-ZÅÄÖa-zåäö]{1,4}\)$")
_OF_BEGINNINGS: Final = ("Re", "Sä", "Pr", "Yr", "Ti", "Än", "Jäv", "Or", "Rö", "An")
# In what someone says, "Motivering: …" is part of the saying.
_SPEECH: Final = frozenset({Part.RESERVATION, Part.STATEMENT, Part.MOTIONS, Part.DECISION, Part.PROPOSAL})
_TOLD: Final = frozenset({Part.DESCRIPTION, Part.INFORMATION})
_SPACED: Final = re.compile(r"(?:\w ){3,}\w:?")
LISTS: Final = frozenset({Part.PAPERS, Part.ATTACHMENTS, Part.SENT_TO})


def read_heading(text: str, within: Part = Part.OPENING, *, parted: bool = True) -> Heading | None:
    """The heading this line is, or None for running text; `within` is the part it would end.

    In a list of papers "Reservation från SD" is a paper, elsewhere it opens a section. Headings longer
    than the words everyone uses need to be `parted` from the text above, or a wrapped line would be one.
    """
    if len(text) > 170 or not text[:1].isupper():
        return None
    start = text[:4]
    usual = start in _BEGINNINGS or not start.isalpha()
    if usual and len(text) <= LONGEST and (heading := _listed(text, within)):
        return heading
    if not parted:
        # "Kommunstyrelsens beslut" under a list: with its capital it is no wrapped line.
        if text.endswith("s beslut") and " " not in text[:-7] and (heading := of_a_body(text)):
            return heading
    elif text[-1] != "." and within not in LISTS:
        words = text.capitalize() if text.isupper() else text
        heading = of_a_body(words)
        if heading is None and words.startswith(_OF_BEGINNINGS):
            heading = _of_a_person(words)
        if heading:
            return heading
    head = text[:_REACH]
    parting = ":" in head or "  " in head or "\t" in head or "\xa0" in head
    if usual and parting and (match := _INLINE.fullmatch(text)):
        heading = VOCABULARY.get(" ".join(match["words"].casefold().split()))
        spoken = within in _SPEECH and ":" in text[: match.end("words") + 1]
        if heading and not (spoken and heading.part in _TOLD):
            return heading._replace(rest=match["rest"])
    return _addressed(text, within, parted=parted) if text[0] in _ADDRESSING else None


@lru_cache(maxsize=1024)
def _listed(text: str, within: Part) -> Heading | None:
    """A heading that is known word for word: the same few stand in item after item."""
    if text[1:2] == " " and _SPACED.fullmatch(text):
        text = text.replace(" ", "")
    key = " ".join(text.casefold().split()).rstrip(":. ") if text[-1] != "." else text[:-1].casefold()
    if text[-1] == "." and key not in {"exp", "expedieras", "expediering"}:
        return None
    if heading := VOCABULARY.get(key):
        return None if within in LISTS and key in _NAMES_INLISTS and text[-1] != ":" else heading
    if "otering" in key or "mröstning" in key:
        return Heading(Part.BALLOT) if _BALLOT.fullmatch(text) else None
    if _NUMBERED.fullmatch(text):
        return Heading(Part.INFORMATION, rest=text)
    return None


def of_a_body(text: str) -> Heading | None:
    """A heading that names whose act it is: "Kommunstyrelsens beslut", "Beslut i kommunstyrelsen"."""
    named = text.rstrip(": ")
    if named.endswith(_BODY_ENDS) and (" i " in text or " från " in text):
        match = _IN_A_BODY.fullmatch(text.rstrip(":"))
        if match and (known := VOCABULARY.get(match["words"].casefold())):
            return known._replace(body=match["body"])
    if "eslut" not in text and "örslag" not in text and not text.endswith(_OTHER_ACTS):
        return None
    if _FOR_ANOTHER.fullmatch(text):
        return Heading(Part.PROPOSAL)
    match = _ACT.fullmatch(named)
    if not match or " att " in match["body"] or " enligt " in match["body"]:
        return None
    act = match["act"]
    part = _ACTS.get(act) or (Part.PROPOSAL if act.startswith("förslag till") else Part.DESCRIPTION)
    body = match["body"].removesuffix(":s")
    return Heading(part, body=body[:-1] if body.endswith("s") and len(body) > 4 else body)


def _of_a_person(text: str) -> Heading | None:
    match = _OF.fullmatch(text) if len(text) < 100 else None
    if not match:
        return None
    # "Reservation, Anna Berg (S)" says who, "Reservation (bilaga 2)" only where.
    said = match["of"] or (match["note"] if _SOMEONE.search(match["note"] or "") else "")
    return VOCABULARY[match["words"].casefold()]._replace(rest=said)


def _addressed(text: str, within: Part, *, parted: bool) -> Heading | None:
    if match := _RECIPIENTS.fullmatch(text):
        return Heading(Part.SENT_TO, rest=match["rest"])
    if parted and within not in LISTS and _ATTACHED.fullmatch(text):
        return Heading(Part.ATTACHMENTS, rest=text)
    return None
