"""Proposes commitments from a plan's sentences, for a person to confirm, split, join or reject.

Pure rules on Swedish as plans are written: who is the subject of which verb, what heads and headings say,
what is a goal, a definition or a law. `python -m bench proposals` measures them against plans read by hand.

All its words take a tenth of a second to load, and are loaded when something is first proposed
(docs/adr/0013).
"""

from collections.abc import Sequence

from forebygg.commitments.rules.proposing.facts import (
    Actor,
    Kind,
    Level,
    Missing,
    Proposal,
    Reason,
    Rhythm,
    Standing,
    Strength,
    When,
    Why,
)

__all__ = [
    "Actor",
    "Kind",
    "Level",
    "Missing",
    "Proposal",
    "Reason",
    "Rhythm",
    "Standing",
    "Strength",
    "When",
    "Why",
    "match",
    "propose",
]


def propose(sentences: Sequence[Standing]) -> list[Proposal]:
    """The sentences that are commitments, in order. Linear; the same sentences give the same proposals.

    A sentence is proposed when it says that the municipality, or a part of it, does or will do something, or
    refuses to, in its own words, as a point under a head or as a row of a table. It is not when it tells why,
    what a word means, what is hoped for, what a law says, what was done or what somebody outside does.
    """
    from forebygg.commitments.rules.proposing.proposing import proposed  # noqa: PLC0415 - see above

    return proposed(sentences)


def match(words: str, names: Sequence[tuple[int, str, str]]) -> int | None:
    """The key of the one among `names` (key, name, kind) that the plan's words mean; None when several may.

    The names need not be inflected alike, nor have the same small words or hyphens; one that is the same goes
    before one that has more words or fewer ("bostadsbolaget", "Granviks Bostadsbolag AB").
    """
    from forebygg.commitments.rules.proposing.matching import matched  # noqa: PLC0415 - see above

    return matched(words, names)
