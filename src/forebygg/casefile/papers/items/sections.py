"""An item divided at its headings."""

import re
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from forebygg.casefile.paper import Line
from forebygg.casefile.papers.items.headings import LISTS, LONGEST, Heading, Part, of_a_body, read_heading
from forebygg.casefile.papers.items.leads import is_lead
from forebygg.casefile.prose import BULLETS, Passage, passages

# Where a lead-in can take a heading's place.
_TELLING: Final = frozenset(
    {Part.OPENING, Part.DESCRIPTION, Part.INFORMATION, Part.ORDER, Part.BALLOT, Part.MOTIONS, Part.CONFLICT}
)
_LEADING: Final = re.compile(
    r"(?P<body>[A-ZÅÄÖ][\wåäöÅÄÖ ,-]{2,80}?)\s+"
    r"(?:beslutar|beslutade|beslöt|föreslår|BESLUTAR|BESLUTADE|FÖRESLÅR)\b"
)
_DECIDES_ALONE: Final = re.compile(
    r"[A-ZÅÄÖ][\wåäö]+(?:\s[a-zåäö]+){0,3}\s(?:beslutar|beslutade)(?:\sföljande)?:"
)
_DECIDES_LAST: Final = re.compile(r"\b(?:beslutar|beslutade|besluta)(?:\s(?:följande|att))?:?$")
_LIST: Final = re.compile(rf"(?:[{BULLETS}]|\(?\d{{1,2}}[.)]\s|[Aa]tt\s)")
_TEXT: Final = attrgetter("text")


class Section:
    """A heading's lines, blank ones included; `line` is the heading's own.

    What they say as running text is asked for once they are all there, and then kept.
    """

    __slots__ = ("_folded", "_passages", "_text", "heading", "line", "lines")

    def __init__(self, heading: Heading, line: Line, lines: list[Line]) -> None:
        self.heading = heading
        self.line = line
        self.lines = lines
        self._passages: list[Passage] | None = None
        self._text: str | None = None
        self._folded: str | None = None

    @property
    def passages(self) -> list[Passage]:
        """The section's paragraphs as running text."""
        if self._passages is None:
            self._passages = passages(self.lines)
        return self._passages

    @property
    def text(self) -> str:
        """The whole text, paragraphs parted by a blank line."""
        if self._text is None:
            self._text = "\n\n".join(map(_TEXT, self.passages))
        return self._text

    @property
    def folded(self) -> str:
        """Heading and text without capitals: what to look for before looking closer."""
        if self._folded is None:
            self._folded = f"{self.line.text} {self.text}".casefold()
        return self._folded


def sections(lines: Sequence[Line]) -> list[Section]:
    """The lines divided at their headings; what stands before the first is the opening."""
    divided: list[Section] = []
    current = Section(Heading(Part.OPENING), Line(0, ""), [])
    kept = current.lines
    before = ""  # the line above; empty where a blank line or nothing stands
    for index, line in enumerate(lines):
        text = line.text
        heading = None
        if not text:
            pass
        elif text[0].isupper():
            parted = not before or before[-1] in '.:!?”"' or not kept
            within = current.heading.part
            heading = read_heading(text, within, parted=parted)
            if heading or not parted:
                pass
            elif within in _TELLING or text.isupper():
                heading = _leading(text, lines[index + 1 : index + 4], within)
            elif within in LISTS and not before:
                heading = _proposing(text, lines[index + 1 : index + 4]) or _deciding(text)
        elif before and not kept and text[0].islower() and (whole := _continued(current, text)):
            # The second line of a long heading: "… till kommunstyrelsen för förslag" / "till …".
            current.heading = whole
            continue
        before = text
        if heading is None:
            kept.append(line)
            continue
        divided.append(current)
        kept = [Line(line.number, heading.rest)] if heading.rest else []
        current = Section(heading, line, kept)
    divided.append(current)
    return [section for section in divided if section.lines or section.heading.part is not Part.OPENING]


def _leading(text: str, following: Sequence[Line], within: Part) -> Heading | None:
    """A lead-in that stands where a heading would: "OMSORGSNÄMNDEN BESLUTAR" above its att-clauses."""
    if len(text) > 140 or not ("besl" in text or "föresl" in text or "BESL" in text or "FÖRESL" in text):
        return None
    if not (match := _LEADING.match(text)):
        return None
    lead = text.capitalize() if text.isupper() else text
    first = next((line.text for line in following if line.text), "")
    alone = within is Part.OPENING and _DECIDES_ALONE.fullmatch(text)
    if not is_lead(lead) or not (text.isupper() or alone or _LIST.match(first)):
        return None
    return Heading(Part.DECISION, body=match["body"].capitalize(), rest=lead)


def _proposing(text: str, following: Sequence[Line]) -> Heading | None:
    """The heading "Förvaltningens förslag till beslut" under a list of papers, told by the points below."""
    if not text.endswith(("förslag till beslut", "beslutsförslag")) or len(text) > LONGEST:
        return None
    first = next((line.text for line in following if line.text), "")
    return of_a_body(text) if first.endswith(":") or _LIST.match(first) else None


def _deciding(text: str) -> Heading | None:
    """The lead-in "Kommunstyrelsen beslutar" under a list of papers: no paper is called so."""
    if text[-1] == "." or not _DECIDES_LAST.search(text) or not (match := _LEADING.match(text)):
        return None
    return Heading(Part.DECISION, body=match["body"], rest=text) if is_lead(text) else None


def _continued(section: Section, text: str) -> Heading | None:
    heading = section.heading
    if heading.body is None or len(text) > 60 or text.startswith("att "):
        return None
    return of_a_body(f"{section.line.text} {text}")
