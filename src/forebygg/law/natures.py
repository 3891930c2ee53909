"""Whether what a body did about a matter may be appealed, or only prepares what another body decides.

Source: kommunallagen (2017:725) 13:2. Every decision of the council may be appealed; one of a board may,
unless it is purely preparatory or purely executive. Bodies that only prepare (3:2, 3:5, 6:41) are not named
there. What counts as purely executive cannot be seen from the minutes, and a court has the last word.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from forebygg.casefile.bodies import is_council
from forebygg.core.messages import N_
from forebygg.law.cards import Card, card


class BodyKind(StrEnum):
    """What the local government act makes of a body; advisory ones it does not know."""

    COUNCIL = "council"
    BOARD = "board"
    COMMITTEE = "committee"
    PREPARATORY = "preparatory"
    ADVISORY = "advisory"
    UNKNOWN = "unknown"


class Nature(StrEnum):
    """What an item of the minutes is, to whoever would appeal."""

    APPEALABLE = "appealable"
    PREPARATORY = "preparatory"
    BOTH = "both"
    NOTHING_DECIDED = "nothing_decided"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        return _LABELS[self]


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """The nature of an item, why (a message to translate), and the cards it rests on, most telling first."""

    nature: Nature
    reason: str
    cards: tuple[Card, ...]

    @property
    def card(self) -> Card | None:
        return self.cards[0] if self.cards else None

    @property
    def is_verified(self) -> bool:
        """Whether every rule it rests on has been read in the statute."""
        return bool(self.cards) and all(card.is_verified for card in self.cards)


class _Item(NamedTuple):
    kind: BodyKind
    outcome: str | None
    decides: bool
    proposes: bool
    answers_referral: bool


class _Rule(NamedTuple):
    applies: Callable[[_Item], bool]
    nature: Nature
    reason: str
    cards: tuple[str, ...] = ()


def kind_of(body: str | None) -> BodyKind:
    """What kind of body a name such as "Kommunstyrelsens arbetsutskott" or "Nämnden för kultur" is of."""
    name = (body or "").casefold()
    if is_council(name):
        return BodyKind.COUNCIL
    return next((kind for kind, words in _KINDS if words.search(name)), BodyKind.UNKNOWN)


@lru_cache(maxsize=1_000)
def nature(
    body: str | None,
    outcome: str | None,
    *,
    decides: bool,
    proposes: bool,
    answers_referral: bool = False,
    on: dt.date | None = None,
) -> Assessment:
    """What an item is, from its body, its outcome and whether it holds a decision and a proposal.

    `on` is the day of the meeting, which settles the act; without it the newest act's cards are shown.
    """
    item = _Item(kind_of(body), outcome, decides, proposes, answers_referral)
    rule = next(rule for rule in _RULES if rule.applies(item))
    keys = ("appealable", *rule.cards)
    cards = tuple(held for key in keys if (held := card(key, on=on or dt.date.max)))
    return Assessment(nature=rule.nature, reason=rule.reason, cards=cards)


def answers_referral(decision: Sequence[str]) -> bool:
    """Whether all that is decided is an answer to a referral (remiss), or a view given to someone else."""
    return bool(decision) and all(map(_is_answer, decision))


def _is_answer(point: str) -> bool:
    """An expression is tried only where the word is that it is about: a meeting has hundreds of points."""
    told = point.casefold()
    return any(word in told and expression.search(told) for word, expression in _ANSWERS)


# In this order: "Fullmäktiges presidium" prepares, "Kommunstyrelsens arbetsutskott" is a committee. In a
# municipal federation without a council the "direktion" is the assembly that decides (13:2).
_KINDS: Final = tuple(
    (kind, re.compile(words))
    for kind, words in (
        (BodyKind.COMMITTEE, r"utskott(?:et)?\b"),
        (BodyKind.PREPARATORY, r"(?:beredning(?:en)?|presidi(?:um|et))\b"),
        (BodyKind.ADVISORY, r"råd(?:et)?\b"),
        (BodyKind.COUNCIL, r"direktion(?:en)?\b"),
        (BodyKind.BOARD, r"(?:nämnd(?:en)?|styrelsen?)\b"),
    )
)
_ANSWERS: Final = tuple(
    (word, re.compile(expression))
    for word, expression in (
        ("remiss", r"\bsvar(?:a[rs]?)?\s+på\s+remiss|\bremissvar"),
        (
            "som",
            r"\bsom\s+(?:sitt|eget|nämndens|styrelsens|kommunens)\s+(?:eget\s+)?(?:yttrande|svar)\b",
        ),
        ("yttrande", r"\b(?:avge|lämna|överlämna|översänd|anta|godkänn)\w*\s+(?:\w+\s+){0,4}yttrande"),
        ("yttrande", r"^[\W\d]*yttrande\w*\s+(?:över|gällande|angående|avseende)\b"),
    )
)
_LABELS: Final = {
    Nature.APPEALABLE: N_("May be appealed"),
    Nature.PREPARATORY: N_("Preparatory: cannot be appealed"),
    Nature.BOTH: N_("Partly preparatory, partly a decision that may be appealed"),
    Nature.NOTHING_DECIDED: N_("Nothing to appeal"),
    Nature.UNKNOWN: N_("Cannot be told"),
}
_UNSETTLED: Final = frozenset({"sent_back", "tabled"})
# The first rule that applies is the item's.
_RULES: Final = (
    _Rule(
        lambda item: item.outcome == "withdrawn",
        Nature.NOTHING_DECIDED,
        N_("The matter was taken off the agenda."),
    ),
    _Rule(
        lambda item: not (item.decides or item.proposes or item.outcome in _UNSETTLED),
        Nature.NOTHING_DECIDED,
        N_("The minutes hold no decision and no proposal under this paragraph."),
    ),
    _Rule(
        lambda item: item.kind is BodyKind.COUNCIL and item.outcome in _UNSETTLED,
        Nature.APPEALABLE,
        N_("Every decision of the council may be appealed, even one that only puts the matter off."),
    ),
    _Rule(
        lambda item: item.kind is BodyKind.COUNCIL,
        Nature.APPEALABLE,
        N_("Every decision of the council may be appealed; the law makes no exception."),
    ),
    _Rule(
        lambda item: item.kind is BodyKind.PREPARATORY,
        Nature.PREPARATORY,
        N_(
            "The body prepares matters that others settle. It would be otherwise, had it been given the "
            "right to decide."
        ),
        ("preparation",),
    ),
    _Rule(
        lambda item: item.kind is BodyKind.ADVISORY,
        Nature.PREPARATORY,
        N_("The body gives advice. It is not among those whose decisions may be appealed."),
    ),
    _Rule(
        lambda item: item.outcome == "sent_back",
        Nature.PREPARATORY,
        N_("The matter was sent back to be prepared further, and nothing is settled yet."),
    ),
    _Rule(
        lambda item: item.outcome == "tabled",
        Nature.PREPARATORY,
        N_("The matter was put off to a later meeting, and nothing is settled yet."),
    ),
    _Rule(
        lambda item: item.kind is BodyKind.COMMITTEE and item.proposes,
        Nature.PREPARATORY,
        N_(
            "The committee hands the matter on with a proposal; what it decided on the way is part of "
            "preparing it."
        ),
        ("committee",),
    ),
    _Rule(
        lambda item: item.proposes and not item.decides,
        Nature.PREPARATORY,
        N_("The body only proposes what another body is to decide."),
    ),
    _Rule(
        lambda item: item.outcome == "noted",
        Nature.NOTHING_DECIDED,
        N_("The body took note and settled nothing. As a rule there is then nothing to appeal."),
    ),
    _Rule(
        lambda item: item.answers_referral,
        Nature.PREPARATORY,
        N_("The body gives its view in a matter that someone else is to settle."),
    ),
    _Rule(
        lambda item: item.kind is BodyKind.UNKNOWN,
        Nature.UNKNOWN,
        N_("It cannot be told what kind of body this is, and that settles whether it may be appealed."),
    ),
    _Rule(
        lambda item: item.proposes,
        Nature.BOTH,
        N_(
            "The board decided something itself and proposes something else to another body. Only what it "
            "decided itself may be appealed."
        ),
    ),
    _Rule(
        lambda item: item.kind is BodyKind.COMMITTEE,
        Nature.APPEALABLE,
        N_("The committee decided and did not hand the matter on, as it may when the board has let it."),
        ("committee",),
    ),
    _Rule(
        lambda item: item.kind is BodyKind.BOARD,
        Nature.APPEALABLE,
        N_("The board settled the matter itself, without handing it on."),
    ),
)
