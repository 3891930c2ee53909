"""Points, paragraphs and att-clauses: how the lines of a decision fall into entries."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from forebygg.casefile.paper import Line
from forebygg.casefile.papers.items.leads import disposes, hands_on, is_lead, may_lead
from forebygg.casefile.prose import BULLETS, ends_early, flowed, measure

_NUMBERED: Final = re.compile(r"\(?(?P<number>\d{1,2})(?P<sign>[.)]|(?=\s+[A-ZÅÄÖ]))(?:\s+(?P<text>\S.*))?")
_LETTERED: Final = re.compile(r"\(?[a-zåäö]{1,3}[.)](?:\s+(?P<text>\S.*))?")
_BULLETED: Final = re.compile(rf"[{BULLETS}]\s*(?P<text>\S.*)|o\s+(?P<after>[A-ZÅÄÖ].*)")
_UNMARKED: Final = frozenset({"", "att"})
_STRUNG: Final = (",", ";", ":", " samt", " och")


class Point:
    """Lines that belong together.

    `mark` is "1" where a number stood before them, "a" for a letter, "-" for a bullet, "att" for a clause.
    `lettered` says that letters stand below it whose texts follow in a column of their own.
    """

    def __init__(self, line: Line, text: str, mark: str = "", number: int = 0) -> None:
        self.lines = [Line(line.number, text)] if text else []
        self.mark = mark
        self.number = number
        self.start = line.number
        self.lettered = False
        self.details = False  # bullets have been taken in

    @property
    def last(self) -> str:
        """The last line's text."""
        return self.lines[-1].text if self.lines else ""

    def leads_as(self, text: str) -> bool:
        """Whether it, with this running text, only leads in what follows."""
        if self.mark not in _UNMARKED or len(self.lines) >= 8:
            return False
        return is_lead(text.removeprefix("att ")) or (self.mark == "att" and hands_on(text))

    @property
    def leads(self) -> bool:
        """Whether it only leads in what follows."""
        return self.leads_as(flowed(self.lines))

    @property
    def takes_points(self) -> bool:
        """Whether bullets under it are its own: "återremittera ärendet med uppdrag att" / "- belysa …"."""
        if self.mark not in _UNMARKED or not self.last.endswith((" att", ":")):
            return self.details
        return disposes(flowed(self.lines))


def points(lines: Sequence[Line]) -> list[Point]:
    """The lines' points and paragraphs in order, marks left out.

    Letters and dashes under a number stay inside it, and so does a second paragraph when the numbers run
    on after it.
    """
    width = measure(lines)
    found: list[Point] = []
    number = 0
    blank = True
    for line in lines:
        text = line.text
        if not text:
            blank = True
            continue
        last = found[-1] if found else None
        point = None
        first = text[0]
        if not first.isalpha() or (first.islower() and (first == "o" or "." in text[:4] or ")" in text[:4])):
            if last is not None and _BULLETED.fullmatch(text) and last.takes_points:
                last.lines.append(line)
                last.details, blank = True, False
                continue
            point = _marked(line, last, number, blank=blank)
        wrapped = last is not None and first.islower() and not text.startswith("att ")
        if point is None and not wrapped and (last is None or _opens(last, text, width, blank=blank)):
            point = Point(line, text, "att" if text[:4].casefold() == "att " else "")
        if point is not None:
            found.append(point)
            number = point.number or number
        elif last is not None:
            last.lines.append(line)
            last.lettered = last.lettered or (len(text) < 5 and _LETTERED.fullmatch(text) is not None)
        blank = False
    return _run_on(found)


def _marked(line: Line, last: Point | None, number: int, *, blank: bool) -> Point | None:
    text = line.text
    first = text[0]
    inside = last.mark if last else ""
    if first.isdigit() or first == "(":
        return _numbered(line, number, blank=blank)
    if (
        (first in BULLETS or first == "o")
        and inside not in {"1", "att"}
        and (match := _BULLETED.fullmatch(text))
    ):
        return Point(line, match["text"] or match["after"], "-")
    if first.islower() and inside not in {"1", "-"} and ("." in text[:4] or ")" in text[:4]):
        match = _LETTERED.fullmatch(text)
        return Point(line, match["text"] or "", "a") if match else None
    return None


def _numbered(line: Line, number: int, *, blank: bool) -> Point | None:
    """A numbered point, unless the number is only how a wrapped line happens to begin."""
    match = _NUMBERED.fullmatch(line.text)
    if not match:
        return None
    here = int(match["number"])
    follows = number > 0 and here == number + 1
    expected = follows or here == 1 or blank
    if not expected or not (match["sign"] or follows or (here == 1 and blank)):
        return None
    return Point(line, match["text"] or "", "1", here)


def _opens(last: Point, text: str, width: int, *, blank: bool) -> bool:
    """Whether an unmarked line begins an entry of its own."""
    if not last.lines:
        return False
    before = last.lines[-1].text
    if text[:4].casefold() == "att ":
        return _opens_clause(last, text, width, blank=blank)
    ended = before.endswith((".", ":", "”", '"'))
    if last.lettered:
        return ended and may_lead(text) and is_lead(text)
    if blank or (ended and may_lead(text)) or (before[-1] == ":" and last.leads):
        return True
    return not last.mark and ended and ends_early(before, text, width)


def _opens_clause(last: Point, text: str, width: int, *, blank: bool) -> bool:
    """Whether a line that begins with "att" is a clause of its own, and not the rest of a sentence."""
    before = last.last
    if last.mark == "att":
        return blank or before.endswith((*_STRUNG, ".")) or ends_early(before, text, width)
    if last.mark:
        return False
    return (before.endswith(_STRUNG) and may_lead(last.lines[0].text)) or last.leads


def _run_on(found: Iterable[Point]) -> list[Point]:
    kept: list[Point] = []
    numbered = -1  # index of the last numbered point
    for point in found:
        if point.number:
            between = kept[numbered + 1 :] if numbered >= 0 else []
            if (
                between
                and point.number == kept[numbered].number + 1
                and not any(one.leads for one in between)
            ):
                for one in between:
                    kept[numbered].lines.extend(one.lines)
                del kept[numbered + 1 :]
            numbered = len(kept)
        kept.append(point)
    return kept
