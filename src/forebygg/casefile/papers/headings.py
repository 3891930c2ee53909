"""The headings that divide one item of the minutes, in the words municipalities use for them."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple

from forebygg.casefile.facts import StatementKind
from forebygg.casefile.paper import Line


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


class Section(NamedTuple):
    """A heading's lines, blank ones included; `line` is the heading's own."""

    heading: Heading
    line: Line
    lines: list[Line]


_WORDS: Final[dict[Part, str]] = {
    Part.DECISION: (
        "beslut|beslutet|beslutspunkter|beslutsmening|beslutssats|beslutssatser|att-satser|beslut på sammanträdet|"
        "beslut vid sammanträdet|dagens beslut"
    ),
    Part.PROPOSAL: (
        "förslag till beslut|beslutsförslag|förslag|förslag till kommunfullmäktige|förslag till kommunstyrelsen|"
        "förslag till beslut i kommunfullmäktige|förslag till beslut i kommunstyrelsen|förslag till fullmäktige|"
        "förslag till kommunfullmäktiges beslut|förslag till kommunstyrelsens beslut|förslag till nämnden|"
        "förslag till beslut i nämnden|förslag till regionfullmäktige|hemställan"
    ),
    Part.DESCRIPTION: (
        "ärendet|ärende|ärendebeskrivning|beskrivning|beskrivning av ärendet|ärendets beskrivning|sammanfattning|"
        "sammanfattning av ärendet|ärendesammanfattning|ärendets sammanfattning|ärendet i korthet|bakgrund|"
        "bakgrund och syfte|bakgrund till ärendet|ärendets bakgrund|bakgrundsbeskrivning|redogörelse|"
        "redogörelse för ärendet|ärenderedogörelse|redovisning av ärendet|ärendets innehåll|inledning|bedömning|"
        "överväganden|övervägande|analys|motivering|motivering till beslut|motivering till beslutet|skäl för beslut|"
        "skäl till beslut|skäl för beslutet|skälen för beslutet|beslutsmotivering|barnperspektiv|barnperspektivet|"
        "barnrättsperspektiv|barnkonsekvensanalys|konsekvenser för barn|konsekvensanalys för barn|barnets bästa|"
        "prövning av barnets bästa|barnkonventionen|barn och unga|jämställdhetsperspektiv|jämställdhet|"
        "jämlikhet och jämställdhet|genusperspektiv|ekonomi|ekonomiska konsekvenser|ekonomisk bedömning|"
        "ekonomisk konsekvens|ekonomiska överväganden|ekonomiska effekter|ekonomi och finansiering|finansiering|"
        "konsekvenser|konsekvensbeskrivning|konsekvensanalys|konsekvensbedömning|juridisk bedömning|"
        "juridiska konsekvenser|lagrum|lagstöd|rättslig bedömning|miljökonsekvenser|miljöperspektiv|"
        "hållbarhet|hållbarhetsperspektiv|social hållbarhet|utredning|slutsats|slutsatser|syfte|mål|måluppfyllelse|"
        "riskanalys|risk- och konsekvensanalys|uppföljning|tidplan|tidsplan|genomförande|samråd|remissvar|"
        "remissinstanser|samverkan|facklig samverkan|facklig information|organisatoriska konsekvenser|"
        "personella konsekvenser|kommunikation|koppling till mål|aktuellt|nuläge|nulägesbeskrivning|ärendets prövning"
    ),
    Part.ORDER: (
        "beslutsgång|beslutsgången|beslutsgångar|propositionsordning|propositionsordningar|propositionsordningen|"
        "beslutsordning|proposition|propositioner|proposition och beslut|beslutsgång och votering|"
        "beslutsgång och omröstning|voteringsordning|omröstningsordning|voteringsproposition|"
        "omröstningsproposition|propositionsordning och beslut|propositionsordning och votering|"
        "propositionsordning vid votering|ordförandens propositionsordning|beslutsprocess"
    ),
    Part.BALLOT: (
        "votering|voteringar|voteringen|votering begärs|omröstning|omröstningar|omröstningsresultat|"
        "voteringsresultat|röstning|röstningsresultat|resultat av omröstning|resultat av votering|"
        "resultat av voteringen|omröstningens resultat|voteringens utfall|utfall av votering|huvudvotering|"
        "huvudomröstning|kontravotering|motförslagsvotering|förberedande votering|förberedande omröstning|"
        "omröstningslista|voteringslista|röstfördelning|röstlista|röstsiffror|sluten omröstning|öppen omröstning|"
        "votering och beslut|omröstning och beslut"
    ),
    Part.MOTIONS: (
        "yrkanden|yrkande|yrkanden på sammanträdet|yrkanden under sammanträdet|yrkanden vid sammanträdet|"
        "yrkanden på mötet|dagens yrkanden|förslag på sammanträdet|förslag under sammanträdet|"
        "förslag vid sammanträdet|förslag på mötet|förslag på dagens sammanträde|yrkanden på dagens sammanträde|"
        "förslag till beslut på sammanträdet|förslag till beslut under sammanträdet|"
        "förslag till beslut på mötet|förslag till beslut vid sammanträdet|förslag och yrkanden|yrkanden och förslag|"
        "ändringsyrkande|ändringsyrkanden|tilläggsyrkande|tilläggsyrkanden|avslagsyrkande|avslagsyrkanden|"
        "återremissyrkande|återremissyrkanden|bordläggningsyrkande|motyrkande|bifallsyrkande|bifallsyrkanden|"
        "överläggning och yrkanden|inlägg och yrkanden|debatt och yrkanden|yrkanden och inlägg|"
        "framställda yrkanden|framlagda yrkanden|protokollförda yrkanden|ledamöternas yrkanden|"
        "yrkanden och beslutsgång|yrkanden i nämnden|yrkanden i kommunstyrelsen|förslag från ledamot"
    ),
    Part.RESERVATION: (
        "reservation|reservationer|reservation(er)|reservationer mot beslutet|reservation mot beslut|"
        "reservation mot beslutet|skriftlig reservation|skriftliga reservationer|blank reservation|"
        "reservationer och särskilda yttranden|reservationer/särskilda yttranden|reservation/särskilt yttrande|"
        "reservation och särskilt yttrande|reservationer och protokollsanteckningar|avvikande mening|"
        "avvikande meningar"
    ),
    Part.ABSTENTION: (
        "deltar inte i beslutet|deltar ej i beslutet|deltar inte i beslut|deltar ej i beslut|deltog inte i beslutet|"
        "deltog ej i beslutet|deltar inte|deltar ej|ej deltagande i beslut|ej deltagande|"
        "avstår från att delta i beslutet|avstår från deltagande i beslutet|deltar inte i beslutet/avstår"
    ),
    Part.CONFLICT: (
        "jäv|anmälan om jäv|anmälan av jäv|jävsanmälan|jävsanmälningar|jävsförhållanden|jävsförhållande|"
        "delikatessjäv|jävig|jäviga|jävsfråga"
    ),
    Part.IMMEDIATE: (
        "justering|omedelbar justering|omedelbart justerad|omedelbart justerat|direktjustering|"
        "omedelbar justering av paragrafen|omedelbar justering av protokollet"
    ),
    Part.EARLIER: (
        "tidigare behandling|tidigare behandlingar|tidigare behandlat|tidigare beslut|ärendets beredning|"
        "beredning av ärendet|beredning|beredande organ|ärendets behandling|ärendets tidigare behandling|"
        "tidigare behandling av ärendet|tidigare handläggning|ärendets handläggning|handläggning|ärendets gång|"
        "historik|ärendehistorik|beslutshistorik|tidigare ställningstaganden|tidigare beslut i ärendet|"
        "remissbehandling|remittering|behandling i utskott"
    ),
    Part.INFORMATION: (
        "information|information till nämnden|muntlig information|föredragning|föredragningar|föredragande|"
        "föredragning av ärendet|överläggning|överläggningar|överläggning i ärendet|inlägg|inlägg i debatten|"
        "inlägg i ärendet|inlägg på sammanträdet|anföranden|anförande|talare|talarlista|diskussion|debatt|"
        "debatten|i debatten deltar|i överläggningen deltar|yttrar sig i ärendet|yttranden i ärendet|frågor|"
        "frågor och svar|fråga|svar|svar på fråga|interpellation|interpellationssvar|replikskifte|ajournering|"
        "ajourneringar|mötesajournering|närvarande vid ärendet|närvarande vid behandlingen|närvarorätt|"
        "ordningsfråga|ordningsfrågor|redovisning"
    ),
    Part.PAPERS: (
        "handling|handlingar|handlingar i ärendet|ärendets handlingar|ärendehandlingar|beslutshandlingar|"
        "beslutsunderlag|beslutsunderlag och handlingar|underlag|underlag för beslut|underlag för beslutet|"
        "underlag till beslut|underlag till beslutet|utsända handlingar|utskickade handlingar|"
        "tillhörande handlingar|aktuella handlingar|dokument|ärendets underlag|beslutsunderlaget"
    ),
    Part.ATTACHMENTS: (
        "bilaga|bilagor|bilagor till protokollet|bilaga till protokollet|bilagda handlingar|bifogade handlingar|"
        "bilagor till paragrafen|bilagor till ärendet|bifogas|bilagor till beslut|bilagor till beslutet"
    ),
    Part.SENT_TO: (
        "protokollsutdrag|protokollsutdrag till|protokollsutdrag skickas till|protokollsutdrag sänds till|"
        "protokollsutdrag ska skickas till|protokollsutdrag delges|protokollsutdrag för kännedom till|"
        "protokollsutdrag och handlingar till|beslut till|beslutet till|beslut skickas till|beslutet skickas till|"
        "beslutet ska skickas till|beslutet skickas för kännedom till|beslutet skickas för verkställighet till|"
        "beslutet skickat till|beslut skickat till|beslutet sänds till|beslut sänds till|beslutet skickas|"
        "beslutet delges|beslut delges|beslutet meddelas|beslutet expedieras till|beslut expedieras till|"
        "expedieras till|expedieras|expediering|expediering till|expedierat|expedierat till|expedition|exp|exp till|"
        "exp. till|expedieras/delges|expediering/delgivning|delgivning|delgivning till|delges|delges till|sändlista|"
        "sändlista för beslut|sänds till|skickas till|skickat till|utdrag till|utdrag|utdrag skickas till|"
        "utdrag ur protokollet till|kopia till|kopior till|kopia|kopia för kännedom|kopia för kännedom till|"
        "för kännedom|för kännedom till|för åtgärd|för verkställighet|för verkställighet till|meddelas|"
        "underrättelse|underrättelse till|distribution|distributionslista|beslutsexpediering|delgivas|tillställs|"
        "protokollsutdrag tillställs|mottagare av beslutet"
    ),
    Part.APPEAL: (
        "besvärshänvisning|besvärsanvisning|hur man överklagar|så överklagar du|så här överklagar du|överklagande|"
        "överklagandehänvisning|information om överklagande|hur beslutet överklagas|överklagan|"
        "hur man överklagar beslutet|anvisning för överklagande|fullföljdshänvisning"
    ),
}
_STATEMENTS: Final[dict[StatementKind, str]] = {
    "särskilt yttrande": "särskilt yttrande|särskilda yttranden|särskilt yttrande/protokollsanteckning",
    "protokollsanteckning": (
        "protokollsanteckning|protokollsanteckningar|protokollsanteckning(ar)|protokollsnotering|"
        "protokollsnoteringar|anteckning|anteckningar|anteckning till protokollet|anteckningar till protokollet|"
        "noteringar till protokollet|notering till protokollet|till protokollet|tillägg till protokollet|"
        "protokollstillägg|röstförklaring|röstförklaringar|antecknas till protokollet|"
        "protokollsanteckningar och särskilda yttranden|protokollsuttalande"
    ),
    "ordförandeutlåtande": "ordförandeutlåtande|ordförandens utlåtande|ordförandens kommentar|ordförandekommentar",
    "yttrande": "yttrande|yttranden|skriftligt yttrande|skriftliga yttranden",
}
VOCABULARY: Final[dict[str, Heading]] = {
    **{word: Heading(part) for part, words in _WORDS.items() for word in words.split("|")},
    **{
        word: Heading(Part.STATEMENT, kind=kind)
        for kind, words in _STATEMENTS.items()
        for word in words.split("|")
    },
}
_LONGEST: Final = max(map(len, VOCABULARY)) + 2

# "Kommunstyrelsens beslut", "KSAU:s förslag till kommunstyrelsen", "Beredningen för integrations beslut".
_ACT: Final = re.compile(
    r"(?P<body>(?!(?:Enligt|På|I|Med|Efter|Mot|Under|Genom|Om|Av|Till|För|Utifrån|Bifall|Avslag|Ja|Nej)\s)[A-ZÅÄÖ][^.:;!?()]{2,90}?s|[A-ZÅÄÖ]{2,6}(?::s)?|Ksau|Ks|Kf|Au)\s+"
    r"(?P<act>beslut|beslutsförslag|förslag|förslag till .{3,120}|förslag och yrkanden|yrkande|bedömning|"
    r"överväganden|ställningstagande|motivering|synpunkter|yttrande|beredning|sammanfattning|utlåtande|behandling)"
    r"(?:[,\s]+(?:den\s+)?\d[\d\s,–-]*.{0,30})?"
)
_DECISION_IN: Final = re.compile(
    r"(?:Förslag till )?[Bb]eslut (?:i|från) (?P<body>[\wåäöÅÄÖ][\wåäö ,-]{2,60})"
)
_ACTS: Final = {
    "beslut": Part.DECISION, "ställningstagande": Part.DECISION, "yrkande": Part.MOTIONS,
    "förslag och yrkanden": Part.MOTIONS, "beredning": Part.EARLIER, "behandling": Part.EARLIER,
    "beslutsförslag": Part.PROPOSAL, "förslag": Part.PROPOSAL,
}  # fmt: skip
_INLINE: Final = re.compile(r"(?P<words>[A-ZÅÄÖ][\wåäöÅÄÖ()/. -]{2,50}?)(?::\s*|\s{3,}|\t\s*)(?P<rest>\S.*)")
_RECIPIENTS: Final = re.compile(
    r"(?P<words>(?:Protokollsutdrag|Beslutet|Beslut|Utdrag|Kopia|Expedieras|Exp\.?)"
    r"(?: (?:ska|för kännedom|för åtgärd|skickas|sänds|delges|expedieras|skickat|meddelas))* till)\s+(?P<rest>\S.*)"
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
    r"(?P<words>Reservation|Särskilt yttrande|Protokollsanteckning|Yrkande|Tilläggsyrkande|Ändringsyrkande|Jäv|"
    r"Ordförandeutlåtande|Röstförklaring|Anteckning)(?:\s+(?P<of>(?:från|av)\s.{1,80})|\s*[,(–-]\s*(?P<note>.{1,40}))"
)
_SPACED: Final = re.compile(r"(?:\w ){3,}\w:?")
_LISTS: Final = frozenset({Part.PAPERS, Part.ATTACHMENTS, Part.SENT_TO})
# In a list of papers or of recipients these are a paper or a department.
_NAMES_IN_LISTS: Final = frozenset(
    "ekonomi|kommunikation|samverkan|finansiering|dokument|uppföljning|barn och unga|utredning|redovisning|"
    "riskanalys|konsekvensanalys|konsekvensbeskrivning|konsekvensbedömning|barnkonsekvensanalys|"
    "risk- och konsekvensanalys|jämställdhet|hållbarhet|tidplan|tidsplan|protokollsutdrag|motivering|"
    "nulägesbeskrivning|genomförande|yttrande|yttranden|reservation|interpellation|interpellationssvar|"
    "remissvar|svar|underlag|bilaga|handlingar|ärendebeskrivning|förslag|beslutsförslag|mål|analys".split(
        "|"
    )
)


def read_heading(text: str, within: Part = Part.OPENING, *, parted: bool = True) -> Heading | None:
    """The heading this line is, or None for running text; `within` is the part it would end.

    In a list of papers "Reservation från SD" is a paper, elsewhere it opens a section. Headings longer
    than the words everyone uses need to be `parted` from the text above, or a wrapped line would be one.
    """
    if len(text) > 170 or not text[:1].isupper():
        return None
    if len(text) <= _LONGEST and (heading := _listed(text, within)):
        return heading
    if not parted:
        return _with_text(text, within, parted=False)
    if text[-1] != "." and within not in _LISTS and (heading := _of_a_body(text) or _of_a_person(text)):
        return heading
    return _with_text(text, within, parted=True)


def _listed(text: str, within: Part) -> Heading | None:
    if text[1:2] == " " and _SPACED.fullmatch(text):
        text = text.replace(" ", "")
    key = " ".join(text.casefold().split()).rstrip(":. ") if text[-1] != "." else text[:-1].casefold()
    if text[-1] == "." and key not in {"exp", "expedieras", "expediering"}:
        return None
    if heading := VOCABULARY.get(key):
        return None if within in _LISTS and key in _NAMES_IN_LISTS and text[-1] != ":" else heading
    if "otering" in key or "mröstning" in key:
        return Heading(Part.BALLOT) if _BALLOT.fullmatch(text) else None
    if _NUMBERED.fullmatch(text):
        return Heading(Part.INFORMATION, rest=text)
    return None


def _of_a_body(text: str) -> Heading | None:
    if "beslut" not in text and "förslag" not in text and not text.endswith(tuple(_ACTS_OTHER)):
        return None
    if match := _DECISION_IN.fullmatch(text.rstrip(":")):
        part = Part.PROPOSAL if text.startswith("Förslag") else Part.DECISION
        return Heading(part, body=match["body"])
    match = _ACT.fullmatch(text.rstrip(": "))
    if not match or " att " in match["body"] or " enligt " in match["body"]:
        return None
    act = match["act"]
    part = _ACTS.get(act) or (Part.PROPOSAL if act.startswith("förslag till") else Part.DESCRIPTION)
    body = match["body"].removesuffix(":s")
    return Heading(part, body=body[:-1] if body.endswith("s") and len(body) > 4 else body)


_ACTS_OTHER: Final = (
    "yrkande", "yrkanden", "bedömning", "överväganden", "ställningstagande", "motivering", "synpunkter", "yttrande",
    "beredning", "sammanfattning", "utlåtande", "behandling",
)  # fmt: skip


def _of_a_person(text: str) -> Heading | None:
    match = _OF.fullmatch(text)
    if not match:
        return None
    heading = VOCABULARY[match["words"].casefold()]
    return heading._replace(rest=match["of"] or "") if len(text) < 100 else None


def _with_text(text: str, within: Part, *, parted: bool) -> Heading | None:
    if ":" in text[:52] or "   " in text[:52] or "\t" in text[:52]:
        match = _INLINE.fullmatch(text)
        if match and (heading := VOCABULARY.get(" ".join(match["words"].casefold().split()))):
            return heading._replace(rest=match["rest"])
    if " till " in text[:60] and (match := _RECIPIENTS.fullmatch(text)):
        return Heading(Part.SENT_TO, rest=match["rest"])
    if parted and within not in _LISTS and text.startswith("Bilag") and _ATTACHED.fullmatch(text):
        return Heading(Part.ATTACHMENTS, rest=text)
    return None


def sections(lines: Iterable[Line]) -> list[Section]:
    """The lines divided at their headings; what stands before the first is the opening."""
    divided: list[Section] = []
    current = Section(Heading(Part.OPENING), Line(0, ""), [])
    before = ""  # the line above; empty where a blank line or nothing stands
    for line in lines:
        text = line.text
        heading = None
        if text:
            if before and not current.lines and (whole := _continued(current, text)):
                # The second line of a long heading: "… till kommunstyrelsen för förslag" / "till …".
                current = current._replace(heading=whole)
                continue
            parted = not current.lines or not before or before[-1] in ".:!?”\""
            heading = read_heading(text, current.heading.part, parted=parted)
        before = text
        if heading is None:
            current.lines.append(line)
            continue
        divided.append(current)
        rest = [Line(line.number, heading.rest)] if heading.rest else []
        current = Section(heading, line, rest)
    divided.append(current)
    return [section for section in divided if section.lines or section.heading.part is not Part.OPENING]


def _continued(section: Section, text: str) -> Heading | None:
    heading = section.heading
    if heading.body is None or not text[0].islower() or len(text) > 60 or text.startswith("att "):
        return None
    return _of_a_body(f"{section.line.text} {text}")
