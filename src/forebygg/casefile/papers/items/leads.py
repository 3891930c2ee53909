"""The words that lead in a decision, and tell whether what follows is decided or proposed."""

import re
from typing import Final

_BODY: Final = (
    r"(?:\w{0,40}(?:fullmäktige|styrelsen|nämnden|utskottet|beredningen|rådet|direktionen|presidiet)|kf|ks)"
)
# "föreslår kommunfullmäktige", "föreslår att nämnden", "beslutar föreslå kommunstyrelsen".
_PROPOSES: Final = re.compile(
    rf"\b(?:föreslår?|föreslog|hemställer|rekommenderar|tillstyrker)\b(?:\s+[\wåäö]+){{0,4}}?\s+{_BODY}"
    r"|\b(?:föreslås|rekommenderas)\s+(?:att\s+)?beslut",
)
_DECIDES: Final = re.compile(r"\bbeslut(?:ar|ade|at|a)\b|\bbeslöt\b")
_LEAD: Final = re.compile(
    r"""
    # On whose proposal: "Enligt stadsledningskontorets förslag:", "På förslag av Anna Berg (S):"
    (?:Enligt|I\ enlighet\ med|Med\ (?:bifall|ändring|avslag|hänvisning|anledning)|På\ förslag|
       Efter\ (?:förslag|votering|omröstning))\b.*:
    # Who decides or proposes, up to "att", "besluta" or a colon
    | (?:[A-ZÅÄÖ][\wåäö,&\ -]{0,90}?\s)?[\wåäöÅÄÖ-]*\b
      (?:beslut(?:ar|ade|a)|beslöt|föreslå[rs]?|föreslog|hemställer|rekommenderar|tillstyrker)\b
      [^.]*?(?::|\batt:?|\bbesluta[r]?:?|\bföljande[:.]?|\bdels:?)
    # The same without them, on a line of its own: "Arbetsutskottet beslutar för egen del"
    | [A-ZÅÄÖ][\wåäö,\ -]{2,80}\b
      (?:beslutar|beslutade|beslöt|(?:föreslår|hemställer|föreslå)(?:\s+[\wåäö]+){1,3})
      (?:\s+(?:för\s+(?:egen|sin)\s+del|dessutom|också|även|härutöver|vidare|samtidigt|enhälligt|att))*:?
    """,
    re.VERBOSE,
)
# "att föreslå kommunfullmäktige", before what is proposed
_HANDS_ON: Final = re.compile(
    rf"att\s+(?:föreslå|hemställa\s+hos|rekommendera)\s+(?:[\wåäö]+\s+){{0,2}}?{_BODY}:?"
)
_LEAD_START: Final = re.compile(
    r"(?:Enligt|På förslag|I enlighet med|Med bifall)\b|(?:[A-ZÅÄÖ][\wåäö-]*\s+){1,5}?(?:och\s+)?"
    r"(?:beslutar|föreslår|tillstyrker|beslutade|föreslog|hemställer|rekommenderar)\b"
)
_DISPOSES: Final = re.compile(r"\båterremittera|\bbordlägg")
_LONGEST: Final = 600  # characters; a longer text is a decision in itself


def is_lead(text: str) -> bool:
    """Whether the text only leads in: "Kommunstyrelsen föreslår att kommunfullmäktige beslutar:"."""
    # A sentence that has ended leads in nothing; most texts are such, and asking them closer is dear.
    if len(text) >= _LONGEST or (text.endswith(".") and not text.endswith("följande.")):
        return False
    told = "besl" in text or "föresl" in text or text.endswith(":")
    told = told or "hemställ" in text or "rekommend" in text or "tillstyrk" in text
    return told and not disposes(text) and _LEAD.fullmatch(text) is not None


def hands_on(text: str) -> bool:
    """Whether an att-clause only says to whom the clauses after it are proposed."""
    return _HANDS_ON.fullmatch(text.casefold()) is not None


def disposes(text: str) -> bool:
    """Whether the text says what becomes of the whole matter, so that points after it are its details."""
    return ("återremittera" in text or "bordlägg" in text) and _DISPOSES.search(text) is not None


def may_lead(line: str) -> bool:
    """Whether a line can be the first of a lead-in."""
    return _LEAD_START.match(line) is not None


def proposes(text: str) -> bool:
    """Whether the text proposes to another body instead of deciding."""
    start = text[:400].casefold()
    told = "föresl" in start or "hemställ" in start or "rekommend" in start or "tillstyrk" in start
    return told and _PROPOSES.search(start) is not None


def lets_council_decide(text: str) -> bool:
    """Whether the lead-in speaks of the council's decision: "Kommunfullmäktige beslutar:"."""
    return "fullmäktige" in text.casefold() and _DECIDES.search(text) is not None
