"""What a body decides, and what it proposes to the next: points, paragraphs and att-clauses."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, Literal, NamedTuple

from forebygg.casefile.paper import Line
from forebygg.casefile.prose import ends_early, flowed, measure

Act = Literal["decision", "proposal"]

_NUMBERED: Final = re.compile(r"\(?(?P<number>\d{1,2})(?:[.)]|(?=\s+[A-ZÅÄÖ]))(?:\s+(?P<text>\S.*))?")
_LETTERED: Final = re.compile(r"\(?(?P<letter>[a-zåäö]{1,3})[.)](?:\s+(?P<text>\S.*))?")
_BULLETED: Final = re.compile(r"[-–—•●▪◦*·]\s*(?P<text>\S.*)|o\s+(?P<after>[A-ZÅÄÖ].*)")
_BODY: Final = (
    r"(?:\w*(?:fullmäktige|styrelsen|nämnden|utskottet|beredningen|rådet|direktionen|presidiet)|KF|KS)"
)
# "föreslår kommunfullmäktige", "föreslår att nämnden", "beslutar föreslå kommunstyrelsen".
PROPOSES: Final = re.compile(
    rf"\b(?:föreslår?|föreslog|hemställer|rekommenderar|tillstyrker)\b(?:\s+[\wåäö]+){{0,4}}?\s+{_BODY}"
    rf"|{_BODY}(?:s\s+\w+)?\s+(?:föreslås|rekommenderas)\s+(?:att\s+)?beslut",
    re.IGNORECASE,
)
_DECIDES: Final = re.compile(r"\bbeslut(?:ar|ade|at|a)\b|\bbeslöt\b")
_LEADS: Final = re.compile(
    r"(?:Enligt|I enlighet med|Med bifall till|Med ändring av|Med avslag på|På förslag av|På förslag från|"
    r"Efter förslag|Efter votering|Efter omröstning|Med hänvisning till|Med anledning av)\b.*:"
    r"|(?:[A-ZÅÄÖ][\wåäö,& -]{0,90}?\s)?[\wåäöÅÄÖ-]*\b(?:beslut(?:ar|ade|a)|beslöt|föreslå[rs]?|föreslog|hemställer|"
    r"rekommenderar|tillstyrker)\b[^.]*?(?::|\batt:?|\bbesluta[r]?:?|\bföljande:?|\bdels:?)"
    r"|[A-ZÅÄÖ][\wåäö, -]{2,80}\b(?:beslutar|beslutade|beslöt|(?:föreslår|hemställer|föreslå)(?:\s+[\wåäö]+){1,3})"
    r"(?:\s+(?:för\s+(?:egen|sin)\s+del|dessutom|också|även|härutöver|vidare|samtidigt|enhälligt|att))*:?",
)
_LEAD_STARTS: Final = re.compile(
    r"(?:Enligt|På förslag|I enlighet med|Med bifall)\b|(?:[A-ZÅÄÖ][\wåäö-]*\s+){1,5}?(?:och\s+)?"
    r"(?:beslutar|föreslår|tillstyrker|beslutade|föreslog|hemställer|rekommenderar)\b"
)
# What stands among the decision's lines but is told elsewhere.
_ASIDE: Final = re.compile(
    r"\breservera(?:r|de) sig\b|\b(?:deltar|deltog) (?:inte|ej) i (?:beslutet|detta beslut)|^_{3,}|^-{3,}$|"
    r"^(?:Omröstning|Votering) begärs\.?$"
)
# What strings att-clauses together is no part of them.
_GLUE: Final = re.compile(r"[,;]?(?:\s+(?:samt|och))?$")


class Entry(NamedTuple):
    """One point, paragraph or att-clause, and whether it is decided or proposed."""

    act: Act
    text: str
    line: int


class _Block:
    """Lines that belong together while the points are being told apart."""

    def __init__(self, line: Line, text: str, mark: str = "", number: int | None = None) -> None:
        self.lines = [Line(line.number, text)] if text else []
        self.mark = mark
        self.number = number
        self.start = line.number

    def last(self) -> str:
        return self.lines[-1].text if self.lines else ""


def read_entries(lines: Sequence[Line], act: Act) -> list[Entry]:
    """The entries of one decision or proposal section, without numbers and bullets.

    A lead-in ("Kommunstyrelsen föreslår att kommunfullmäktige beslutar:") settles what the entries after
    it are; it is no entry. In a section headed as a proposal everything stays one.
    """
    entries: list[Entry] = []
    current = act
    for block in _merged(_blocks(lines)):
        text = flowed(block.lines)
        if not text or _ASIDE.search(text):
            continue
        proposes = bool(PROPOSES.search(text[:400]))
        if not block.mark and len(text) < 600 and _LEADS.fullmatch(text):
            if act == "decision":
                current = "proposal" if proposes else _after_lead(text, current)
            continue
        if block.mark == "att":
            text = _GLUE.sub("", text)
        entries.append(Entry("proposal" if proposes or act == "proposal" else current, text, block.start))
    return entries


def _after_lead(text: str, current: Act) -> Act:
    if current == "proposal" and "fullmäktige" in text.casefold() and _DECIDES.search(text):
        return "proposal"  # "Kommunfullmäktige beslutar:" under what the board proposes to it
    return "decision"


def _blocks(lines: Sequence[Line]) -> list[_Block]:
    width = measure(lines)
    blocks: list[_Block] = []
    number = 0
    blank = True
    for line in lines:
        text = line.text
        if not text:
            blank = True
            continue
        last = blocks[-1] if blocks else None
        block = _point(line, last, number, blank=blank)
        if block is None:
            joined = last is not None and not _opens(last, text, width, blank=blank)
            block = None if joined else _Block(line, text, "att" if text[:4].casefold() == "att " else "")
        if block is not None:
            blocks.append(block)
            number = block.number or number
        elif last is not None:
            last.lines.append(line)
        blank = False
    return blocks


def _point(line: Line, last: _Block | None, point: int, *, blank: bool) -> _Block | None:
    text = line.text
    first = text[0]
    if first.isdigit() or first == "(":
        match = _NUMBERED.fullmatch(text)
        if not match:
            return None
        number = int(match["number"])
        follows = point > 0 and number == point + 1
        if not (number == 1 or follows or blank):
            return None
        if "." not in text[:4] and ")" not in text[:4] and not (follows or (number == 1 and blank)):
            return None
        return _Block(line, match["text"] or "", "1", number)
    if first in "-–—•●▪◦*·o" and (match := _BULLETED.fullmatch(text)):
        if last is not None and last.mark == "1":
            return None
        return _Block(line, match["text"] or match["after"], "-")
    if first.islower() and ("." in text[:4] or ")" in text[:4]) and (match := _LETTERED.fullmatch(text)):
        if last is not None and last.mark in {"1", "-"}:
            return None
        return _Block(line, match["text"] or "", "a")
    return None


def _opens(last: _Block, text: str, width: int, *, blank: bool) -> bool:
    """Whether an unnumbered line begins an entry of its own."""
    before = last.last()
    if not before:
        return False
    if text[:4].casefold() == "att ":
        return _opens_clause(last, before, text, width, blank=blank)
    if text[0].islower():
        return False
    if before.endswith((".", ":", "”", '"')) and _LEAD_STARTS.match(text):
        return True
    if before[-1] == ":" and not last.mark and _LEADS.fullmatch(flowed(last.lines)):
        return True
    if blank:
        return True
    return not last.mark and before.endswith((".", ":")) and ends_early(before, text, width)


def _opens_clause(last: _Block, before: str, text: str, width: int, *, blank: bool) -> bool:
    """Whether a line that begins with "att" is a clause of its own, and not the rest of a sentence."""
    if last.mark == "att":
        return blank or before.endswith((",", ".", ";", " samt", " och")) or ends_early(before, text, width)
    if last.mark:
        return False
    if before.endswith((",", ";", ":", " samt", " och")) and _LEAD_STARTS.match(last.lines[0].text):
        return True
    return len(last.lines) < 5 and _LEADS.fullmatch(flowed(last.lines)) is not None


def _merged(blocks: list[_Block]) -> Iterable[_Block]:
    """The blocks, a point's second paragraph joined to it when the numbers run on afterwards."""
    kept: list[_Block] = []
    point: int | None = None  # index of the last numbered block
    for block in blocks:
        if block.number is not None:
            if point is not None and block.number == (kept[point].number or 0) + 1:
                between = kept[point + 1 :]
                if between and not any(_LEADS.fullmatch(flowed(part.lines)) for part in between):
                    for part in between:
                        kept[point].lines.extend(part.lines)
                    del kept[point + 1 :]
            point = len(kept)
        kept.append(block)
    return kept
