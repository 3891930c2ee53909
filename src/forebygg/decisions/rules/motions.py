"""What became of each motion, as far as the minutes' own words tell.

A fate comes with the sentence that tells it. Where no sentence does, it is untold: nothing is guessed.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, NamedTuple

from forebygg.casefile.comparison.likeness import content_of
from forebygg.casefile.prose import sentences
from forebygg.decisions.rules.questions import Answer, Ballot, answers, granted, key, says_so
from forebygg.language.stems import akin


class Became(StrEnum):
    """What a motion came to."""

    CARRIED = "carried"
    IN_PART = "in-part"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    UNTOLD = "untold"


class Moved(NamedTuple):
    """A motion and all who moved it together."""

    names: tuple[str, ...]
    text: str


@dataclass(frozen=True, kw_only=True)
class Treatment:
    """What an item tells of how its motions were dealt with; `chair` may be unknown."""

    outcome: str
    order: str = ""
    decision: tuple[str, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    chair: str = ""


@dataclass(frozen=True)
class Fate:
    """What became of a motion, the sentence that says so, and which of the item's ballots settled it."""

    became: Became
    said: str = ""
    ballot: int | None = None


UNTOLD: Final = Fate(Became.UNTOLD)
_SEND_BACK: Final = re.compile(r"\båterremi|\bvisas?\s+åter\b", re.IGNORECASE)
_TABLE: Final = re.compile(r"\bbordlägg", re.IGNORECASE)
_TODAY: Final = re.compile(
    r"\bavgör(?:as?|s|ande)\s+(?:(?:ärendet\s+)?(?:i\s*dag|nu|vid dagens))", re.IGNORECASE
)
_BACKED_OUT: Final = re.compile(r"\b(?:åter(?:tar|tog|tagit|kallar)|drar\s+tillbaka)\b", re.IGNORECASE)
_CLAIM: Final = re.compile(
    r"(?:,?\s+(?:och|samt)\s+|,\s*)(?=(?:bifall|avslag|tilläggsyrkande|yrkande)\b)", re.IGNORECASE
)
_TARGET: Final = re.compile(
    r"(?P<verb>bifall|avslag)\s+(?:till|på)?\s*(?P<what>.+)", re.IGNORECASE | re.DOTALL
)
_GENERAL: Final = re.compile(
    r"\b(?:på|om)\s+(?:(?:de\s+)?(?:olika|återstående|övriga)\s+)?(?:yrkandena?|förslagen)\b", re.IGNORECASE
)
_OWN: Final = re.compile(r"\b(?:det\s+egna|sitt\s+eget|eget)\b", re.IGNORECASE)
_PRONOUN: Final = re.compile(r"\b(?:så\s+sker|det(?!\s+egna|\s+gemensamma)|detta)\b", re.IGNORECASE)
_EVERY: Final = re.compile(r"\b(?:övriga|andra|samtliga|alla)\s+yrkanden", re.IGNORECASE)
_ADDITION: Final = re.compile(r"\b(?:som\s+)?tillägg", re.IGNORECASE)


def fates(motions: Sequence[Moved], treatment: Treatment) -> list[Fate]:
    """What became of each of an item's motions, in their order."""
    told = [
        answer
        for answer in answers(treatment.order, treatment.decision, len(treatment.ballots))
        # A ballot that went the other way undid what the chair found: the decision tells what was decided.
        if answer.ballot is None or treatment.ballots[answer.ballot].yes > treatment.ballots[answer.ballot].no
    ]
    return [_Case(motion, motions, told, treatment).fate() for motion in motions]


@dataclass(frozen=True)
class _Case:
    """One motion among the others of its item, and the sentences that settle something there."""

    motion: Moved
    motions: Sequence[Moved]
    answers: Sequence[Answer]
    treatment: Treatment

    def fate(self) -> Fate:
        if fate := self._put_off() or self._backed_out():
            return fate
        told = [fate for claim in _CLAIM.split(self.motion.text) if (fate := self._claimed(claim))]
        if not told:
            return UNTOLD
        settled = next((fate for fate in told if fate.ballot is not None), told[0])
        if len({fate.became for fate in told}) == 1:
            return settled
        return Fate(Became.IN_PART, " ".join(dict.fromkeys(fate.said for fate in told)), settled.ballot)

    def _put_off(self) -> Fate | None:
        """To send back or to table: the item's outcome is the answer, the order of decision tells how."""
        text = self.motion.text
        word, outcome = (_SEND_BACK, "sent_back") if _SEND_BACK.search(text) else (_TABLE, "tabled")
        if not word.search(text) or text.casefold().startswith(("bifall", "avslag")):
            return None
        about = next((one for one in self.answers if word.search(one.said) or _TODAY.search(one.said)), None)
        if self.treatment.outcome == outcome:
            return Fate(Became.CARRIED, *((about.said, about.ballot) if about else ()))
        if self.treatment.outcome in {"decided", "noted"} and about:
            return Fate(Became.REJECTED, about.said, about.ballot)
        return None

    def _backed_out(self) -> Fate | None:
        for sentence in sentences(self.treatment.order):
            if _BACKED_OUT.search(sentence) and any(name in sentence for name in self.motion.names):
                return Fate(Became.WITHDRAWN, sentence)
        return None

    def _claimed(self, claim: str) -> Fate | None:
        """What became of one thing that the motion asks for; a sentence that names it goes first."""
        target = _TARGET.fullmatch(claim.strip())
        what = target["what"] if target else claim if "yrkande" in claim else ""
        about = key(what) if what and not _EVERY.search(what) else ""
        against = bool(target and target["verb"].casefold() == "avslag")
        ways: tuple[Callable[[Answer], bool | None], ...] = (
            self._by_name,
            lambda answer: _turned(_by_target(answer, about), against) if about else None,
            lambda answer: self._by_kind(answer) if not against else None,
            lambda answer: self._by_matter(answer) if not target else None,
            lambda answer: self._among_others(answer, about),
        )
        found = [
            Fate(Became.CARRIED if verdict else Became.REJECTED, answer.said, answer.ballot)
            for way in ways
            for answer in self.answers
            if (verdict := way(answer)) is not None
        ]
        if not found:
            return None
        same = (fate for fate in found if fate.became is found[0].became)
        ballot = next((fate.ballot for fate in same if fate.ballot is not None), None)
        return replace(found[0], ballot=ballot)

    def _by_name(self, answer: Answer) -> bool | None:
        """The sentence names the movers' own motion."""
        own = re.compile(
            "|".join(rf"{re.escape(name)}s?\b(?=.*yrkande|.*förslag)" for name in self.motion.names)
        )
        if own.search(answer.found) or self._is_chairs_own(answer):
            return granted(answer.found)
        if own.search(answer.asked) and re.search(r"yrkande|förslag", answer.asked):
            if any(name in answer.found for name in self._others()):
                return _turned(granted(answer.found), against=True)
            if _PRONOUN.search(answer.found) and not _GENERAL.search(answer.asked):
                return granted(answer.found)
        return None

    def _is_chairs_own(self, answer: Answer) -> bool:
        """ "… finner att det egna yrkandet bifallits", where the chair is one of the movers."""
        chairs = {self.treatment.chair, *(name for name in self.motion.names if name in answer.asked)}
        return bool(_OWN.search(answer.found)) and not chairs.isdisjoint(self.motion.names)

    def _among_others(self, answer: Answer, about: str) -> bool | None:
        """All motions were put together, and another was found to be granted."""
        if not _GENERAL.search(answer.asked) or self._speaks_of_unknown_chair(answer):
            return None
        if says_so(answer.found, self.motion.text):
            return True
        if not about and not any(name in answer.found for name in self._others()):
            return None
        return _turned(granted(answer.found), against=True)

    def _speaks_of_unknown_chair(self, answer: Answer) -> bool:
        known = [self.treatment.chair, *(name for one in self.motions for name in one.names)]
        return (
            bool(_OWN.search(answer.found))
            and not self.treatment.chair
            and not any(name and name in answer.asked for name in known)
        )

    def _by_kind(self, answer: Answer) -> bool | None:
        """ "… om tilläggsyrkandet ska bifallas", where the item has that motion alone of its kind."""
        asked = answer.asked.casefold()
        joint = len(self.motion.names) > 1 and "gemensamma yrkande" in asked
        addition = (
            _ADDITION.search(self.motion.text) and "tilläggsyrkandet" in asked and "t från" not in asked
        )
        only = len(self.motions) == 1 and re.search(r"\byrkandet\b", asked)
        return granted(answer.found) if joint or addition or only else None

    def _by_matter(self, answer: Answer) -> bool | None:
        """The question repeats what the motion asks for."""
        wanted, put = content_of(self.motion.text), content_of(answer.asked)
        shared = sum(any(akin(one, word) for word in put) for one in wanted)
        return granted(answer.found) if len(wanted) > 1 and 3 * shared >= 2 * len(wanted) else None

    def _others(self) -> Iterator[str]:
        return (name for one in self.motions for name in one.names if name not in self.motion.names)


def _by_target(answer: Answer, about: str) -> bool | None:
    """The sentence names what the motion supports or is against."""
    if about in key(answer.found, dated=True):
        return granted(answer.found)
    if about in key(answer.asked, dated=True) and _PRONOUN.search(answer.found):
        return granted(answer.found)
    return None


def _turned(verdict: bool | None, against: bool) -> bool | None:  # noqa: FBT001 - both are verdicts
    return verdict if verdict is None or not against else not verdict
