"""Which sentences of a plan may be its purposes and goals: those that stand under a heading that says so.

A plain rule, told by the headings that municipal plans use; a person confirms each.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

AimKind = Literal["purpose", "goal"]

_WORD: Final = re.compile(r"[^\W\d_]+")
_PURPOSE: Final = re.compile(r"(?:\w*syfte[nt]?|ändamål(?:et)?)\Z")
_GOAL: Final = re.compile(r"(?:\w*mål(?:en|et)?|\w*målsättning(?:ar|en|arna)?|vision(?:en)?)\Z")
# They end as goals do and are none.
_OTHERS: Final = frozenset(
    {"brottmål", "föremål", "föremålet", "modersmål", "tvistemål", "ändamål", "ändamålet"}
)
# What opens a list ends so.
_OPENING: Final = re.compile(r"(?::|\b(?:att|för|genom|ska|skall|till|är))\s*\Z")
_LONGEST_TITLE: Final = 7
_FEWEST_WORDS: Final = 3


@dataclass(frozen=True)
class Stood:
    """A section as it is read: its number as printed, its title, and its sentences with their keys."""

    label: str
    title: str
    sentences: Sequence[tuple[int, str]]


@dataclass(frozen=True)
class Aim:
    """A sentence that may be a purpose or a goal."""

    key: int
    text: str
    kind: AimKind
    section: str


def aims(sections: Sequence[Stood]) -> Iterator[Aim]:
    """The sentences under such headings and under the headings within them, in their order."""
    within: tuple[str, frozenset[AimKind]] | None = None
    for section in sections:
        kinds = _kinds(section.title)
        if not kinds and within and section.label.startswith(f"{within[0]}."):
            kinds = within[1]
        elif kinds and section.label:
            within = (section.label.rstrip("."), kinds)
        if kinds:
            heading = f"{section.label} {section.title}".strip()
            for key, text in _sentences(section.sentences):
                yield Aim(key, text, _kind(text, kinds), heading)


def _kinds(title: str) -> frozenset[AimKind]:
    words = [word.casefold() for word in _WORD.findall(title)]
    if len(words) > _LONGEST_TITLE:
        return frozenset()
    found: set[AimKind] = set()
    for word in words:
        if _PURPOSE.match(word):
            found.add("purpose")
        elif _GOAL.match(word) and word not in _OTHERS:
            found.add("goal")
    return frozenset(found)


def _kind(text: str, kinds: frozenset[AimKind]) -> AimKind:
    """What the sentence calls itself, else what its heading does; of both a goal, since goals are many."""
    first = next((match[0].casefold() for match in _WORD.finditer(text)), "")
    if _PURPOSE.match(first):
        return "purpose"
    return "goal" if _GOAL.match(first) or "goal" in kinds else "purpose"


def _sentences(sentences: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Each that says something; a list's point with the words that open it, "Planen ska" + "stärka …"."""
    opening = ""
    for key, text in sentences:
        if _OPENING.search(text):
            opening = text.rstrip(" :")
        elif opening and text[:1].islower():
            yield key, f"{opening} {text}"
        elif len(_WORD.findall(text)) >= _FEWEST_WORDS:
            opening = ""
            yield key, text
