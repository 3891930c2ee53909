"""The clauses of a sentence that say that something was done to a text: verb, subject and what follows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from forebygg.casefile.comparison.verbs import (
    ATTRIBUTE,
    AUXILIARY,
    DENIED,
    EDITS,
    EMPTY,
    SUPPOSED,
    UNMADE,
    VERB,
    Act,
)

_CUT: Final = re.compile(r",\s+(?:och\s+|samt\s+)?|;\s+|\s+(?:och|samt|medan|varvid|men)\s+", re.IGNORECASE)
_NEW_SUBJECT: Final = re.compile(
    r"(?:avsnitt|rubrik|kapit|punkt|text|stycke|plan|handlingsplan|del|mening|formulering|ordet|begreppet)\w*\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Clause:
    """One clause that tells of the past.

    `lead` is what stands before its verb, or before the verb it shares a subject with; `after` what
    stands between the verb and the next clause.
    """

    act: Act
    verb: str
    lead: str
    after: str

    @property
    def text(self) -> str:
        """The clause without its verb."""
        return f"{self.lead} | {self.after}"


def clauses(sentence: str, titles: Sequence[str]) -> Iterator[Clause]:
    """What the sentence says was made; *titles* of sections, folded, are not cut at their "och"."""
    verbs = [match for match in VERB.finditer(sentence.lower()) if _says_something(sentence, match)]
    start, shared = 0, ""
    for verb, following in zip_longest(verbs, verbs[1:]):
        end = _cut(sentence, verb.end(), following.start(), titles) if following else len(sentence)
        before = sentence[start : verb.start()]
        opening = _CUT.match(before)
        lead = before[opening.end() :] if opening else before
        shared = lead if lead.strip() else shared
        start = end
        if _is_made(shared):
            yield Clause(
                act=verb.lastgroup,  # type: ignore[arg-type] # the groups are named after the acts
                verb=verb.group(),
                lead=shared,
                after=sentence[verb.end() : end],
            )


def _says_something(sentence: str, verb: re.Match[str]) -> bool:
    """Whether the verb tells of a change: "gjorts" needs its noun, "den reviderade planen" only describes."""
    if EMPTY.fullmatch(verb.group()):
        return bool(EDITS.search(sentence, max(0, verb.start() - 80), verb.end() + 40))
    if not verb.group().casefold().endswith(("ade", "da", "ta", "na")):
        return True
    return not ATTRIBUTE.search(sentence, max(0, verb.start() - 20), verb.start())


def _is_made(lead: str) -> bool:
    """Nothing in the clause wishes, denies or supposes."""
    last = max((match.end() for match in AUXILIARY.finditer(lead)), default=0)
    if DENIED.search(lead, last):
        return False
    if last:
        return not SUPPOSED.search(lead)
    return not UNMADE.search(lead) and not SUPPOSED.search(lead)


def _cut(sentence: str, start: int, end: int, titles: Sequence[str]) -> int:
    """Where between two verbs the second one's clause begins.

    Before a word for a part of the plan, else at a comma, else at the last "och"; always so that the
    second verb keeps its "har", if there is one.
    """
    stretch = sentence[start:end]
    titled = _insides(stretch.casefold(), titles)
    cuts = [
        cut
        for cut in _CUT.finditer(stretch)
        if not any(low < cut.start() and cut.end() <= high for low, high in titled)
    ]
    if not cuts:
        return start
    kept = [match for match in cuts if AUXILIARY.search(stretch, match.end())] or cuts
    fresh = [match for match in kept if _NEW_SUBJECT.match(stretch, match.end())]
    commas = [match for match in kept if match.group().startswith((",", ";"))]
    return start + (fresh or commas or kept)[-1].start()


def _insides(folded: str, titles: Sequence[str]) -> list[tuple[int, int]]:
    found = [(folded.find(title), len(title)) for title in titles if len(title) < len(folded)]
    return [(at, at + length) for at, length in found if at >= 0]
