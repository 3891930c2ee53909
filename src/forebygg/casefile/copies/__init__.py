"""Copies: papers that a case file holds more than once, and what reading them differently settles."""

from forebygg.casefile.copies.differences import Difference
from forebygg.casefile.copies.finding import find_copies
from forebygg.casefile.copies.reading import Reading
from forebygg.casefile.copies.settling import Settled, settle

__all__ = ["Difference", "Reading", "Settled", "find_copies", "settle"]
