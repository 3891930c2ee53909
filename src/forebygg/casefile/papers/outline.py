"""Where the sections of a plan begin: its headings, told from its numbered lists and its text."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from forebygg.casefile.facts import ContentsEntry
from forebygg.casefile.paper import Line
from forebygg.casefile.papers.contents import numbered
from forebygg.casefile.papers.title_page import is_row, is_sender
from forebygg.casefile.prose import BULLET
from forebygg.language.wording import letters

_LONGEST: Final = 120
_LONGEST_UNNUMBERED: Final = 70
_CAPTION: Final = re.compile(
    r"(?:figur|tabell|bild|diagram|foto|källa|not|bilaga|sida|kontakt)\b", re.IGNORECASE
)
_OPENS: Final = re.compile(r"[\"”'’(]?(?:[A-ZÅÄÖÉÜ]|\d+\S*\s+[a-zåäö])")
# A lead-in to a list ends in the middle of its sentence: "Planen ska", "Arbetet sker genom".
_UNFINISHED: Final = frozenset(
    "ska skall bör kan måste är att och eller samt genom för av med till på i om som innebär omfattar".split()
)
_ENDS: Final = (".", ",", ";", ":", "!", "?", "-", "–")


class Heading(NamedTuple):
    """A section's number as printed, its title, and the indexes of its lines (the end not included)."""

    number: str
    title: str
    first: int
    end: int


class _Candidate(NamedTuple):
    at: int
    number: str
    title: str
    end: int
    dotted: bool


def find_headings(lines: Sequence[Line], contents: Sequence[ContentsEntry], start: int) -> list[Heading]:
    """The headings among the lines from *start* on, in order.

    The table of contents settles what is a heading where it can. Beyond it a number is a heading's when
    it goes on from the one before ("3.1" after "3", "4" after "3.3"); a list that begins anew at 1, or
    whose points follow line upon line, is none.
    """
    listed = _Listed(contents)
    found: list[Heading] = []
    sequence: tuple[int, ...] = ()
    dotted: bool | None = None
    index = start
    while index < len(lines):
        text = lines[index].text
        heading = None
        if text and len(text) <= _LONGEST:
            candidate = _candidate(lines, index)
            entry = listed.entry(candidate, lines)
            if entry:
                end = entry.end
                heading = Heading(entry.number, entry.title, index, end)
            elif candidate.number:
                if _goes_on(candidate, sequence, dotted=dotted) and _stands_alone(
                    lines, candidate, listed=bool(contents)
                ):
                    heading = Heading(candidate.number, candidate.title, index, candidate.end)
            elif _is_unnumbered(lines, index):
                heading = Heading("", text.lstrip("# ").strip(), index, index + 1)
        if heading:
            found.append(heading)
            index = heading.end
            if heading.number and heading.number[0].isdigit():
                sequence = tuple(map(int, heading.number.split(".")))
                dotted = _is_dotted(text, heading.number) if dotted is None else dotted
        else:
            index += 1
    return found


def _candidate(lines: Sequence[Line], index: int) -> _Candidate:
    text = lines[index].text
    number, title = numbered(text.lstrip("# "))
    end = index + 1
    if number and not title:
        # A number on a line of its own: the title is on the next that has text.
        following = next((i for i in range(end, min(end + 3, len(lines))) if lines[i].text), None)
        if following is None or len(lines[following].text) > _LONGEST:
            return _Candidate(index, "", text, end, dotted=False)
        title, end = lines[following].text, following + 1
    elif number and end + 1 < len(lines) and _ends_title(lines[end].text) and not lines[end + 1].text:
        title, end = f"{title} {lines[end].text}", end + 1
    return _Candidate(index, number, title.strip(), end, _is_dotted(text, number))


def _ends_title(text: str) -> bool:
    """The end of a title that goes on over its line."""
    return text[:1].islower() and len(text) < _LONGEST_UNNUMBERED and not text.endswith(_ENDS)


def _is_dotted(text: str, number: str) -> bool:
    return text.lstrip("# ").removeprefix(number)[:1] in {".", ")"}


class _Listed:
    """The entries of the table of contents, by what their titles say."""

    def __init__(self, contents: Sequence[ContentsEntry]) -> None:
        self._by_title: dict[str, list[ContentsEntry]] = {}
        self._by_number = {entry.number: entry for entry in contents if entry.number}
        self._starts = {letters(entry.title)[:12] for entry in contents}
        for entry in contents:
            self._by_title.setdefault(letters(entry.title), []).append(entry)

    def entry(self, candidate: _Candidate, lines: Sequence[Line]) -> Heading | None:
        """The heading that the table of contents says the candidate is."""
        if not self._by_title:
            return None
        same = self._by_number.get(candidate.number)
        if same and _alike(same.title, candidate.title):
            return Heading(candidate.number, candidate.title, candidate.at, candidate.end)
        key = letters(candidate.title)
        entries = self._by_title.get(key)
        end = candidate.end
        title = candidate.title
        if not entries and key[:12] in self._starts and end < len(lines) and lines[end].text:
            title = f"{title} {lines[end].text}"
            entries = self._by_title.get(letters(title))
            end += 1
        if not entries:
            return None
        if candidate.number:
            # A list's point may name a section ("1. Mål"); with another number it is no heading by that.
            own = any(entry.number in {"", candidate.number} for entry in entries)
            return Heading(candidate.number, title, candidate.at, end) if own else None
        # The paper prints the number in its contents alone; of equal titles the next one is meant.
        entry = entries.pop(0) if len(entries) > 1 else entries[0]
        return Heading(entry.number, title.strip("# "), candidate.at, end)


def _alike(one: str, other: str) -> bool:
    first, second = letters(one), letters(other)
    return first == second or SequenceMatcher(None, first, second, autojunk=False).ratio() > 0.8


def _goes_on(candidate: _Candidate, sequence: tuple[int, ...], *, dotted: bool | None) -> bool:
    if not candidate.number[0].isdigit():
        return False
    if len(candidate.title) < 2 or not _OPENS.match(candidate.title) or candidate.title.endswith(_ENDS):
        return False
    number = tuple(map(int, candidate.number.split(".")))
    if len(number) == 1 and dotted is not None and candidate.dotted is not dotted:
        return False
    if not sequence:
        return number[0] <= 1 and len(number) <= 2
    level = len(number)
    if level > len(sequence):
        return level == len(sequence) + 1 and number[:-1] == sequence and number[-1] <= 1
    # One number may be missing: a heading that the reading lost must not lose those after it.
    return number[:-1] == sequence[: level - 1] and 0 < number[-1] - sequence[level - 1] <= 2


def _stands_alone(lines: Sequence[Line], candidate: _Candidate, *, listed: bool) -> bool:
    """Not one of several numbered lines in a row, and with text of its own after it."""
    before = lines[candidate.at - 1].text if candidate.at else ""
    after = lines[candidate.end].text if candidate.end < len(lines) else ""
    if "." in candidate.number:
        return not (before and not before.endswith(_ENDS) and not numbered(before)[0])
    if any(text and numbered(text)[0].isdecimal() for text in (before, after)):
        return False
    if listed and before:
        return False
    following = next(_texts(lines, candidate.end), "")
    number, _ = numbered(following)
    return bool(following) and not (
        number.isdecimal() and int(number) == int(candidate.number) + 1 and not listed
    )


def _is_unnumbered(lines: Sequence[Line], index: int) -> bool:
    """A short line alone, without a closing mark, that text follows."""
    text = lines[index].text
    before = lines[index - 1].text if index else ""
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    marked = text.startswith("#")
    if marked:
        return True
    if len(text) > _LONGEST_UNNUMBERED or "\t" in text or text.endswith(_ENDS) or not _OPENS.match(text):
        return False
    if text[0].isdigit() or BULLET.match(text) or _CAPTION.match(text) or is_sender(text) or is_row(text):
        return False
    if text.rpartition(" ")[2] in _UNFINISHED:
        return False
    following = next(_texts(lines, index + 1), "")
    if before:
        # No blank line above: only after a finished sentence, and over a longer line.
        return before.endswith((".", "!", "?")) and len(after) > len(text) and bool(_OPENS.match(after))
    if after and len(after) <= len(text) and not after.endswith((".", ":")):
        return False
    return _is_text(following) or (bool(_OPENS.match(following)) and text.isupper() and len(following) < 70)


def _is_text(text: str) -> bool:
    return text.endswith((".", ":", ";")) or len(text) > _LONGEST_UNNUMBERED or bool(BULLET.match(text))


def _texts(lines: Sequence[Line], start: int) -> Iterator[str]:
    return (lines[i].text for i in range(start, min(start + 6, len(lines))) if lines[i].text)
