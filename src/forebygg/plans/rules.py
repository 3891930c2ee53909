"""Which sentences are one and the same through a plan's editions, and which number each bears.

Which are the same is told anew at every reading, by the consecutive editions held against each other; so it
does not depend on the order in which the editions came in. Which number each bears is remembered.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

COUNCIL: Final = "Kommunfullmäktige"
"""Who adopts what sets goals and direction (kommunallagen (2017:725) 5:1), as minutes name it."""

_FIGURES: Final = re.compile(r"\d{1,4}[a-z]?", re.IGNORECASE)

# The edition, counted in order of date, and the sentence's place in it, both from 0.
Place = tuple[int, int]
Pair = tuple[int | None, int | None]


def threads(counts: Sequence[int], pairs: Sequence[Iterable[Pair]]) -> list[list[Place]]:
    """Every sentence followed from its first edition to its last.

    `counts` has the number of sentences of each edition, `pairs` the alignment of each with the next.
    """
    found: list[list[Place]] = []
    before: dict[int, list[Place]] = {}
    for edition, count in enumerate(counts):
        came_from = (
            {j: i for i, j in pairs[edition - 1] if i is not None and j is not None} if edition else {}
        )
        here: dict[int, list[Place]] = {}
        for place in range(count):
            thread = before.get(came_from.get(place, -1))
            if thread is None:
                thread = []
                found.append(thread)
            thread.append((edition, place))
            here[place] = thread
        before = here
    return found


def remembered(followed: Sequence[Sequence[Place]], known: Mapping[Place, int]) -> list[int | None]:
    """The number that each thread bears already; None for one that is new.

    A number goes on with the thread that holds its earliest place: of two sentences that turn out to be one
    the earlier's number stays, of one that turns out to be two the earlier keeps it.
    """
    at = {place: number for number, thread in enumerate(followed) for place in thread}
    borne: list[int | None] = [None] * len(followed)
    taken: set[int] = set()
    for place in sorted(known):
        thread, number = at.get(place), known[place]
        if thread is not None and borne[thread] is None and number not in taken:
            borne[thread] = number
            taken.add(number)
    return borne


def chains(linked: Iterable[tuple[str, str]], alone: Iterable[str]) -> list[list[str]]:
    """Editions of one document after each other, told by pairs of consecutive ones and those without any."""
    following = dict(linked)
    later = set(following.values())
    found: list[list[str]] = []
    for first in dict.fromkeys([*following, *alone]):
        if first not in later:
            chain = [first]
            while chain[-1] in following:
                chain.append(following[chain[-1]])
            found.append(chain)
    return found


def printed_paragraph(typed: str) -> str | None:
    """A paragraph as minutes print it; of the number alone "§ 41" is made. None when there is no number."""
    told = " ".join(typed.split())
    if _FIGURES.fullmatch(told):
        return f"§ {told}"
    return told if any(character.isdecimal() for character in told) else None
