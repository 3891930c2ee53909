"""What changed: from one edition of the plan to the next, and from one body's item to the next's."""

from forebygg.casefile.comparison.alignment import Alignment, Pair, align_reading
from forebygg.casefile.comparison.between_bodies import compare_bodies
from forebygg.casefile.comparison.declarations import Declaration, declarations
from forebygg.casefile.comparison.declaring import concerns, declared
from forebygg.casefile.comparison.editions import (
    Comparison,
    align_editions,
    compare,
    compare_editions,
    consecutive,
)
from forebygg.casefile.comparison.movers import moved

__all__ = [
    "Alignment",
    "Comparison",
    "Declaration",
    "Pair",
    "align_editions",
    "align_reading",
    "compare",
    "compare_bodies",
    "compare_editions",
    "concerns",
    "consecutive",
    "declarations",
    "declared",
    "moved",
]
