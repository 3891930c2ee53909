"""Proposes commitments from a plan's sentences, for a person to confirm, split, join or reject.

Pure rules on Swedish as plans are written: who is the subject of which verb, what heads and headings say,
what is a goal, a definition or a law. `python -m bench proposals` measures them against plans read by hand.
"""

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
from forebygg.commitments.rules.proposing.matching import match
from forebygg.commitments.rules.proposing.proposing import propose

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
