"""How like two sentences are, and which of many is likest, without comparing all with all."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from forebygg.casefile.facts import LineRange
from forebygg.language.alignment import gaps
from forebygg.language.stems import stem
from forebygg.language.wording import letters, wording, words

_MARK: Final = re.compile(r"(?:[-–—•●▪◦*·o]|\(?(?:\d{1,2}|[a-zåäö])[.)])\s+")
# Words that carry no matter of their own. A duty ("ska", "bör") is matter, and is not among them.
_SMALL: Final = frozenset(
    "och att det som en ett i på av för med till den de är om har inte kan vid eller från så även samt sig "
    "sin sitt sina än man vi ni jag du han hon detta denna dessa där när hur vad vilka vilken vilket andra "
    "andre alla allt också då nu under över efter mellan genom inom utan mot ut upp bli blir vara varit var "
    "hade".split()
)
_MODAL: Final = frozenset("ska skall bör måste får".split())
_SMALL_WEIGHT: Final = 0.25
# A stem that so many sentences share points to none of them.
_COMMON: Final = 30
_NEAREST: Final = 8
# Changing one of these is a change of duty, however few letters it takes.
_DUTIES: Final = frozenset("ska skall bör kan måste får inte ej aldrig alltid".split())


@dataclass(frozen=True)
class Unit:
    """One sentence where it stands: which section, and which in the order of the whole edition."""

    text: str
    lines: LineRange
    section: int
    place: int

    @cached_property
    def bare(self) -> str:
        """The sentence without a list's mark or number."""
        return _MARK.sub("", self.text, count=1) if _MARK.match(self.text) else self.text

    @cached_property
    def key(self) -> str:
        """What must be equal for the sentence to be the same."""
        return wording(self.bare)

    @cached_property
    def stems(self) -> Counter[str]:
        """How often each stem occurs."""
        return stems_of(self.bare)


def stems_of(text: str) -> Counter[str]:
    """The stems of a text's words, with how often each occurs."""
    return Counter(stem(word) for word in words(text))


def content_of(text: str, *, duties: bool = False) -> list[str]:
    """The stems that carry the matter, in order; words of duty ("ska", "bör") only when asked for."""
    left_out = _SMALL if duties else _SMALL | _MODAL
    return [stem(word) for word in words(text) if word.casefold() not in left_out]


def weight(stems: Counter[str]) -> float:
    """The stems' number, those of small words counting for a quarter."""
    return sum(count * (_SMALL_WEIGHT if one in _SMALL else 1.0) for one, count in stems.items())


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """From 0, nothing in common, to 1: the shared share of both, or most of the shorter one's."""
    shared = weight(one & other)
    first, second = weight(one), weight(other)
    if not first or not second:
        return 0.0
    short, long = sorted((first, second))
    contained = 0.75 * shared / short if short >= 4 and 4 * short >= long else 0.0
    return max(2 * shared / (first + second), contained)


def likest(earlier: Sequence[Unit], later: Sequence[Unit], least: float) -> list[tuple[Unit, Unit]]:
    """Pairs that are at least that like, the likest first, each sentence in one pair at most.

    Candidates are found by the rarest stems, so that the time grows with the sentences' number.
    """
    by_stem: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in later:
        for one in unit.stems:
            if one not in _SMALL:
                by_stem[one].append(unit)
    scored: list[tuple[float, int, Unit, Unit]] = []
    for unit in earlier:
        for other in _nearest(unit, by_stem):
            score = likeness(unit.stems, other.stems)
            if score >= least:
                scored.append((-score, abs(unit.place - other.place), unit, other))
    scored.sort(key=lambda entry: (entry[0], entry[1], entry[2].place, entry[3].place))
    return one_to_one((unit, other) for _, _, unit, other in scored)


def one_to_one(pairs: Iterable[tuple[Unit, Unit]]) -> list[tuple[Unit, Unit]]:
    """The pairs in order, without those of which one side is taken."""
    first: set[int] = set()
    second: set[int] = set()
    found: list[tuple[Unit, Unit]] = []
    for one, other in pairs:
        if one.place not in first and other.place not in second:
            found.append((one, other))
            first.add(one.place)
            second.add(other.place)
    return found


def _nearest(unit: Unit, by_stem: dict[str, list[Unit]]) -> list[Unit]:
    shared: Counter[int] = Counter()
    found: dict[int, Unit] = {}
    known = sorted((len(by_stem[one]), one) for one in unit.stems if one in by_stem)
    for number, (size, one) in enumerate(known):
        if size > _COMMON and number >= 2:
            break
        for other in by_stem[one][:_COMMON]:
            shared[other.place] += 1
            found[other.place] = other
    return [found[place] for place, _ in shared.most_common(_NEAREST)]


def may_be_noise(before: str, after: str) -> bool:
    """The readings differ by a letter or two within one word, or in their marks alone."""
    one, other = words(before), words(after)
    found = gaps(one, other)
    if len(found) != 1:
        return not found
    first, second = one[slice(*found[0].first)], other[slice(*found[0].second)]
    if letters("".join(first)) == letters("".join(second)):
        return True
    if len(first) != 1 or len(second) != 1 or {first[0].casefold(), second[0].casefold()} & _DUTIES:
        return False
    return _misread(first[0], second[0])


def _misread(one: str, other: str) -> bool:
    """Two letters in a word of five or more, one in a shorter; a figure is never a slip."""
    if any(map(str.isdigit, one + other)):
        return False
    return _within(one, other, 2 if min(len(one), len(other)) >= 5 else 1)


def _within(one: str, other: str, most: int) -> bool:
    """Whether so few letters added, dropped or exchanged turn the one into the other."""
    if abs(len(one) - len(other)) > most or max(len(one), len(other)) > 60:
        return False
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, start=1):
        before, row[0] = row[0], i
        for j, right in enumerate(other, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (left != right))
    return row[-1] <= most
