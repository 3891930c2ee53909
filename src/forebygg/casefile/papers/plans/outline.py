"""Where the sections of a plan begin: its headings, told from its numbered lists and its text."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from forebygg.casefile.facts import ContentsEntry
from forebygg.casefile.paper import Line, ToldHeadings
from forebygg.casefile.papers.plans.contents import numbered
from forebygg.casefile.papers.plans.headings import Heading, as_told
from forebygg.casefile.papers.plans.title_page import is_date, is_logotype
from forebygg.casefile.prose import BULLET
from forebygg.language.wording import letters

LONGEST: Final = 120
LONGEST_UNNUMBERED: Final = 70
# A caption, or a row that gives a measure's data: "Ansvarig: Socialnämnden".
CAPTION: Final = re.compile(
    r"(?:figur|tabell|bild|diagram|foto|källa|not|sida)\b|[a-zåäö]{2,16}:\s\S", re.IGNORECASE
)
_OPENS: Final = re.compile(r"[\"”'’(]?(?:[A-ZÅÄÖÉÜ]|\d+\S*\s+[a-zåäö])")
_SENTENCES: Final = re.compile(r"[a-zåäö)][.!?]\s+[A-ZÅÄÖ]")
# A lead-in to a list ends in the middle of its sentence: "Planen ska", "Arbetet sker genom".
_UNFINISHED: Final = frozenset(
    "ska skall bör kan måste är att och eller samt genom för av med till på i om som innebär omfattar".split()
)
_ENDS: Final = (".", ",", ";", ":", "!", "?", "-", "–")


class Candidate(NamedTuple):
    at: int
    number: str
    title: str
    end: int
    dotted: bool


def find_headings(
    lines: Sequence[Line],
    contents: Sequence[ContentsEntry],
    start: int,
    told: ToldHeadings,
) -> list[Heading]:
    """The headings among the lines from *start* on, in order; *told* is what a person has said of them.

    The table of contents settles what is a heading where it can. Beyond it a number is a heading's when
    it goes on from the one before ("3.1" after "3", "4" after "3.3"); a list that begins anew at 1, or
    whose points follow line upon line, is none.
    """
    outline = _Outline(lines, contents, start, told)
    found: list[Heading] = []
    at = start
    while at < len(lines):
        heading = outline.heading(at)
        if heading:
            found.append(heading)
        at = heading.end if heading else at + 1
    return found


class _Outline:
    """How far the numbering has come while the lines are read from the first to the last."""

    def __init__(
        self,
        lines: Sequence[Line],
        contents: Sequence[ContentsEntry],
        start: int,
        told: ToldHeadings,
    ) -> None:
        self._lines = lines
        self._told = told
        self._listed = _Listed(contents)
        self._listed.look_up(lines, start)
        self._sequence: tuple[int, ...] = ()
        self._dotted: bool | None = None
        self._point = 0  # the number of the list point that was the last text, 0 after other text

    def heading(self, at: int) -> Heading | None:
        text = self._lines[at].text
        if not text:
            return None
        heading = self._read(at) if len(text) <= LONGEST else None
        if self._told.lines or self._told.complete:
            heading = as_told(self._lines, at, self._told, heading)
        number = numbered(text)[0]
        self._point = int(number) if number.isdecimal() and not heading else 0
        if heading and all(map(str.isdecimal, heading.number.split("."))):
            self._sequence = tuple(map(int, heading.number.split(".")))
            if self._dotted is None:
                self._dotted = _is_dotted(text, heading.number)
        return heading

    def _read(self, at: int) -> Heading | None:
        candidate = candidate_at(self._lines, at)
        entry = self._listed.heading(candidate, self._lines)
        if entry:
            return entry
        if not candidate.number:
            unnumbered = _is_unnumbered(self._lines, at)
            return Heading("", self._lines[at].text.lstrip("# ").strip(), at, at + 1) if unnumbered else None
        if self._goes_on(candidate) and self._stands_alone(candidate):
            return Heading(candidate.number, candidate.title, at, candidate.end)
        return None

    def _goes_on(self, candidate: Candidate) -> bool:
        """The number follows from the last heading's, and what follows it is a title."""
        if not candidate.number[0].isdigit() or not is_title(candidate.title):
            return False
        if self._listed.stands_elsewhere(candidate):
            return False
        number = tuple(map(int, candidate.number.split(".")))
        level = len(number)
        if level == 1 and self._dotted is not None and candidate.dotted is not self._dotted:
            return False
        before = self._sequence
        if not before:
            return number[0] <= 1 and level <= 2
        if level > len(before):
            return level == len(before) + 1 and number[:-1] == before and number[-1] <= 1
        # One number may be missing: a heading that the reading lost must not lose those after it.
        return number[:-1] == before[: level - 1] and 0 < number[-1] - before[level - 1] <= 2

    def _stands_alone(self, candidate: Candidate) -> bool:
        """Not one of several numbered lines in a row, and with text of its own after it."""
        before = self._lines[candidate.at - 1].text if candidate.at else ""
        after = self._lines[candidate.end].text if candidate.end < len(self._lines) else ""
        if "." in candidate.number:
            return not before or before.endswith(_ENDS) or bool(numbered(before)[0])
        if any(text and numbered(text)[0].isdecimal() for text in (before, after)):
            return False
        if self._listed and before:
            return False
        following = _next(self._lines, candidate.end)
        if following is None:
            return False
        number, _ = numbered(self._lines[following].text)
        is_point = self._point == int(candidate.number) - 1 > 0
        comes_next = number.isdecimal() and int(number) == int(candidate.number) + 1
        return not (is_point and not _is_text(self._lines, following)) and (
            not comes_next or bool(self._listed)
        )


class _Listed:
    """The entries of the table of contents, by what their titles say."""

    def __init__(self, contents: Sequence[ContentsEntry]) -> None:
        self._by_title: dict[str, list[ContentsEntry]] = {}
        self._by_number = {entry.number: entry for entry in contents if entry.number}
        self._starts = {letters(entry.title)[:12] for entry in contents}
        self._present: set[str] = set()
        for entry in contents:
            self._by_title.setdefault(letters(entry.title), []).append(entry)

    def __bool__(self) -> bool:
        return bool(self._by_title)

    def look_up(self, lines: Sequence[Line], start: int) -> None:
        """Note which numbers stand somewhere with just the title that the contents give them."""
        for line in lines[start:] if self._by_number else ():
            number, title = (
                numbered(line.text) if line.text[:1].isdigit() and len(line.text) <= LONGEST else ("", "")
            )
            if number in self._by_number and letters(title) == letters(self._by_number[number].title):
                self._present.add(number)

    def stands_elsewhere(self, candidate: Candidate) -> bool:
        """A footnote or a list point has the number of a section that is printed elsewhere."""
        return candidate.number in self._present

    def heading(self, candidate: Candidate, lines: Sequence[Line]) -> Heading | None:
        """The heading that the table of contents says the candidate is."""
        if not self._by_title or (not candidate.number and BULLET.match(candidate.title)):
            return None
        title, end = candidate.title, candidate.end
        entries = self._by_title.get(letters(title))
        if not entries and letters(title)[:12] in self._starts and end < len(lines) and lines[end].text:
            joined = f"{title} {lines[end].text}"
            entries = self._by_title.get(letters(joined))
            title, end = (joined, end + 1) if entries else (title, end)
        if not entries:
            same = self._by_number.get(candidate.number)
            alike = same and _alike(same.title, title)
            return Heading(candidate.number, title, candidate.at, end) if alike else None
        if candidate.number:
            # A list's point may name a section ("1. Mål"); with another number it is no heading by that.
            own = any(entry.number in {"", candidate.number} for entry in entries)
            return Heading(candidate.number, title, candidate.at, end) if own else None
        # The paper prints the number in its contents alone; of equal titles the next one is meant.
        entry = entries.pop(0) if len(entries) > 1 else entries[0]
        return Heading(entry.number, title.strip("# "), candidate.at, end)


def candidate_at(lines: Sequence[Line], at: int) -> Candidate:
    text = lines[at].text
    number, title = numbered(text.lstrip("# "))
    end = at + 1
    if number and not title:
        # A number on a line of its own: the title is on the next that has text.
        following = _next(lines, end, within=3)
        if following is None or len(lines[following].text) > LONGEST:
            return Candidate(at, "", text, end, dotted=False)
        title, end = lines[following].text, following + 1
    elif number and end + 1 < len(lines) and _ends_title(lines[end].text) and not lines[end + 1].text:
        title, end = f"{title} {lines[end].text}", end + 1
    return Candidate(
        at, number, title.strip() if number else text.lstrip("# "), end, _is_dotted(text, number)
    )


def _alike(one: str, other: str) -> bool:
    first, second = letters(one), letters(other)
    if first == second:
        return True
    compared = SequenceMatcher(None, first, second, autojunk=False)
    return compared.real_quick_ratio() > 0.8 and compared.quick_ratio() > 0.8 and compared.ratio() > 0.8


def _is_dotted(text: str, number: str) -> bool:
    return text.lstrip("# ").removeprefix(number)[:1] in {".", ")"}


def is_title(text: str) -> bool:
    return (
        len(text) > 1
        and bool(_OPENS.match(text))
        and not text.endswith(_ENDS)
        and not _SENTENCES.search(text)
    )


def _ends_title(text: str) -> bool:
    """The end of a title that goes on over its line."""
    return text[:1].islower() and len(text) < LONGEST_UNNUMBERED and not text.endswith(_ENDS)


def _is_unnumbered(lines: Sequence[Line], at: int) -> bool:
    """A short line alone, without a closing mark, that text follows."""
    text = lines[at].text
    if text.startswith("#"):
        return True
    if len(text) > LONGEST_UNNUMBERED or "\t" in text or text[0].isdigit() or not is_title(text):
        return False
    if BULLET.match(text) or CAPTION.match(text) or is_logotype(text) or is_date(text):
        return False
    return not _is_unfinished(text) and _is_above_text(lines, at)


def _is_unfinished(text: str) -> bool:
    return text.rpartition(" ")[2] in _UNFINISHED


def _is_above_text(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].text
    before = lines[at - 1].text if at else ""
    after = lines[at + 1].text if at + 1 < len(lines) else ""
    if after[:1].islower():
        return False
    if before and not (text.isupper() and _is_heading_above(before)):
        # No blank line above: only after a finished sentence, and over a longer line.
        return before.endswith((".", "!", "?")) and len(after) > len(text) and bool(_OPENS.match(after))
    following = _next(lines, at + 1)
    if following is None:
        return False
    if _is_text(lines, following):
        return not after or len(after) > len(text) or after.endswith((".", ":"))
    # A heading over another heading.
    return text.isupper() and len(lines[following].text) < LONGEST_UNNUMBERED


def _is_heading_above(text: str) -> bool:
    """A heading in capitals, whole on its line: the next one, in capitals too, stands under it."""
    return text.isupper() and len(text) < LONGEST_UNNUMBERED // 2 and not _is_unfinished(text.casefold())


def _is_text(lines: Sequence[Line], at: int) -> bool:
    """Running text or a list begins here, also when its first line is short."""
    text = lines[at].text
    if text.endswith((".", ":", ";")) or len(text) > LONGEST_UNNUMBERED or BULLET.match(text):
        return True
    if _is_unfinished(text):
        return True
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    return bool(_SENTENCES.search(text)) or following[:1].islower()


def _next(lines: Sequence[Line], start: int, within: int = 6) -> int | None:
    """The first line with text from *start* on, if it is near."""
    return next((at for at in range(start, min(start + within, len(lines))) if lines[at].text), None)
