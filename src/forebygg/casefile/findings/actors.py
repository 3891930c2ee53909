"""Who is named among the actors in most sections of a plan, and left out of one."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from forebygg.casefile.comparison.substance import actors, as_printed
from forebygg.casefile.evidence import Evidence
from forebygg.casefile.facts import Finding, Plan, Section, Sentence

_MEMBERS: Final = re.compile(r",\s*|\s+(?:och|samt)\s+")
_SHORT: Final = 3
_POINT: Final = 5
_FEWEST: Final = 3


class _Listing(NamedTuple):
    """A section that lists actors: whom, and in which sentences."""

    section: Section
    sentences: tuple[Sentence, ...]
    actors: frozenset[str]

    @property
    def name(self) -> str:
        return self.section.number or self.section.title


def missing_actors(evidence: Evidence) -> Iterator[Finding]:
    """Someone whom most of the sections that list actors name, and one of them leaves out.

    The latest edition that leaves the actor out is the one that is raised.
    """
    raised: set[tuple[str, str]] = set()
    for plan in sorted(evidence.plans, key=lambda plan: plan.date or dt.date.min, reverse=True):
        listings = _listings(plan)
        named = Counter(chain.from_iterable(listing.actors for listing in listings))
        usual = [actor for actor, count in named.items() if count > 1 and 2 * count > len(listings)]
        for listing in listings:
            for actor in sorted(usual):
                if actor not in listing.actors and (actor, listing.section.title) not in raised:
                    raised.add((actor, listing.section.title))
                    elsewhere = [other for other in listings if actor in other.actors]
                    yield _missing(actor, listing, elsewhere, plan, evidence)


def _missing(
    actor: str, without: _Listing, elsewhere: Sequence[_Listing], plan: Plan, evidence: Evidence
) -> Finding:
    said = [sentence for other in elsewhere for sentence in other.sentences if actor in actors(sentence.text)]
    return Finding(
        code="actor_missing",
        values={
            "actor": next(iter(as_printed([actor], said[0].text)), said[0].text),
            "sections": ", ".join(other.name for other in elsewhere),
            "missing_in": without.name,
        },
        document=plan.document,
        places=tuple(
            evidence.place(plan.document, lines)
            for lines in dict.fromkeys(sentence.lines for sentence in (*without.sentences, *said))
        ),
    )


def _listings(plan: Plan) -> list[_Listing]:
    found = []
    for section in plan.sections:
        listing = tuple(sentence for sentence in section.sentences if _enumerates(sentence.text))
        points = tuple(sentence for sentence in section.sentences if _is_actor(sentence.text))
        if len(points) >= _FEWEST:
            listing = (*listing, *points)
        if listing:
            named = frozenset(chain.from_iterable(actors(sentence.text) for sentence in listing))
            found.append(_Listing(section, listing, named))
    return found


def _enumerates(text: str) -> bool:
    """Whether the sentence lists actors between commas: three or more, most of them in few words."""
    parts = _MEMBERS.split(text) if "," in text else []
    if len(parts) < _FEWEST:
        return False
    members = [member for member in parts if actors(member)]
    short = [member for member in members if len(member.split()) <= _SHORT]
    return len(members) >= _FEWEST and len(short) >= 2


def _is_actor(text: str) -> bool:
    """Whether a list point is an actor and nothing else."""
    return len(text.split()) <= _POINT and bool(actors(text))
