"""The table of rules, and how their marks become one list."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Final

from forebygg.privacy.guard.beliefs import beliefs
from forebygg.privacy.guard.marks import Kind, Mark
from forebygg.privacy.guard.names import names
from forebygg.privacy.guard.numbers import numbers
from forebygg.privacy.guard.people import people
from forebygg.privacy.guard.reach import emails, handles, phones
from forebygg.privacy.guard.spots import addresses, plates
from forebygg.privacy.guard.words import Prose, prose

Rule = Callable[[Prose], Iterable[Mark]]

# In the order of precedence: where two overlap, the rule above has the words.
RULES: Final[tuple[Rule, ...]] = (emails, numbers, phones, handles, addresses, plates, people, names)


def look(text: str) -> list[Mark]:
    """What in *text* looks like personal data, in order, no two marks overlapping. Never raises."""
    read = prose(text)
    marks: list[Mark] = []
    for rule in RULES:
        _add(marks, rule(read))
    whom = [mark for mark in marks if mark.kind in {Kind.NAME, Kind.PERSON}]
    _add(marks, beliefs(read.words, whom))
    return marks


def _add(marks: list[Mark], found: Iterable[Mark]) -> None:
    """Those of *found* that overlap no mark yet, each in its place."""
    for mark in found:
        place = bisect_left(marks, mark.start, key=lambda other: other.start)
        free = place == len(marks) or mark.end <= marks[place].start
        if free and (not place or marks[place - 1].end <= mark.start) and mark.start < mark.end:
            marks.insert(place, mark)
