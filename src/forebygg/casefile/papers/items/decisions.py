"""What a body decides, and what it proposes to the next."""

import re
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from forebygg.casefile.paper import Line
from forebygg.casefile.papers.items.leads import lets_council_decide, proposes
from forebygg.casefile.papers.items.points import points
from forebygg.casefile.prose import flowed

Act = Literal["decision", "proposal"]

# What stands among the decision's lines but is told elsewhere.
_ASIDE: Final = re.compile(
    r"\breservera(?:r|de) sig\b|\banmäl(?:er|de) jäv\b|"
    r"\b(?:deltar|deltog) (?:inte|ej|varken) i (?:beslut|detta beslut|handläggning)"
)
_ASIDE_ALONE: Final = re.compile(
    r"[_-]{3,}|(?:Omröstning|Votering) begärs\.?|"
    r"(?:Paragrafen|Denna paragraf|Punkten|Beslutet|Protokollet)[^.]{0,60}\bomedelbart\s+justera[dt]\.?|"
    r"Omedelbar justering\.?"
)
# What strings att-clauses together is no part of them.
_GLUE: Final = re.compile(r"[,;]?(?:\s+(?:samt|och))?$")


class Entry(NamedTuple):
    """One point, paragraph or att-clause, and whether it is decided or proposed."""

    act: Act
    text: str
    line: int
    number: int = 0

    @property
    def printed(self) -> str:
        """The entry with the number by which other papers refer to it."""
        return f"{self.number}. {self.text}" if self.number else self.text


def read_entries(lines: Sequence[Line], act: Act) -> list[Entry]:
    """The entries of one decision or proposal section, without bullets.

    A lead-in ("Kommunstyrelsen föreslår att kommunfullmäktige beslutar:") settles what the entries after
    it are; it is no entry. In a section headed as a proposal everything stays one.
    """
    entries: list[Entry] = []
    current = act
    for point in points(lines):
        text = flowed(point.lines)
        if not text or _is_aside(text):
            continue
        proposed = act == "proposal" or proposes(text)
        if point.leads_as(text):
            current = "proposal" if proposed else _after(text, current)
            continue
        if text[:4].casefold() == "att ":
            text = _GLUE.sub("", text)
        entries.append(Entry("proposal" if proposed else current, text, point.start, point.number))
    return entries


def _after(lead: str, current: Act) -> Act:
    # "Kommunfullmäktige beslutar:" under what the board proposes to it is still the board's proposal.
    return "proposal" if current == "proposal" and lets_council_decide(lead) else "decision"


def _is_aside(text: str) -> bool:
    told = "reserver" in text or "delt" in text or "jäv" in text
    return (told and _ASIDE.search(text) is not None) or _ASIDE_ALONE.fullmatch(text) is not None
