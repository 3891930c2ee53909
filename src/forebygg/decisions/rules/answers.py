"""Which changes of a plan's text answer what somebody asked for in words: a remark, a statement, an answer.

Words are compared, not meanings: a sentence that wishes for something is held against what came and went.
"""

import re
from collections.abc import Sequence
from typing import Final

from forebygg.casefile.comparison.likeness import content_of
from forebygg.casefile.comparison.substance import actors, substance
from forebygg.casefile.facts import Change
from forebygg.casefile.prose import sentences
from forebygg.language.stems import akin

_WISHES: Final = re.compile(
    r"\b(?:bör|borde|ska|skall|skulle|behöv\w+|sakna[rst]*|önska\w*|vill|föreslå\w*|efterlys\w*|efterfråga\w*|"
    r"kompletter\w*|förtydlig\w*|tydligare|lägg(?:a|as|s)\s+till|stryk\w*|ta(?:s)?\s+bort|framför\w*|synpunkt\w*)\b",
    re.IGNORECASE,
)
# What is praised or merely told asks for nothing.
_PRAISES: Final = re.compile(
    r"\b(?:är\s+positiv\w*|välkomnar|är\s+glad|tycker\s+att\s+det\s+är\s+bra)\b", re.IGNORECASE
)
# One word in common is chance.
_FEWEST: Final = 2
_SECTION: Final = re.compile(r"\bavsnitt(?:et)?\s+(?P<number>\d+(?:\.\d+)*)", re.IGNORECASE)


def wishes(text: str) -> list[str]:
    """The sentences that ask for something."""
    return [
        one
        for paragraph in text.split("\n")
        for one in sentences(paragraph)
        if _WISHES.search(one) and not _PRAISES.search(one)
    ]


def answering(text: str, changes: Sequence[Change]) -> list[int]:
    """Which of the changes, by index, do what the text asks for."""
    asked = wishes(text)
    return [index for index, change in enumerate(changes) if any(_answers(change, one) for one in asked)]


def _answers(change: Change, wish: str) -> bool:
    """The change brings in somebody whom the wish names, or most of what it asks for, and where it asks."""
    named = [match["number"] for match in _SECTION.finditer(wish)]
    if named and change.section not in named:
        return False
    gave = substance(change)
    if gave.added_actors & actors(wish):
        return True
    wanted = [one for one in content_of(wish) if not _WISHES.match(one)]
    words = gave.removed_words if change.kind == "removed" else gave.added_words
    hits = sum(any(akin(one, word) for word in words) for one in wanted)
    return hits >= _FEWEST and 2 * hits >= len(wanted)
