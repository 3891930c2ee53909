"""Blank lines: where the space between two rows is larger than between the lines of a paragraph."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from forebygg.casefile.sources.pdf.rows import Row

USUAL: Final = 1.2
"""Line spacing in em when a page tells nothing: single spacing in most word processors."""

LARGER: Final = 1.25
FULL: Final = 0.85
"""A row that reaches this far across its block was broken by the margin, so the next one continues it."""

BLANK: Final = 1.8
"""How much more space a blank line leaves, at least."""

ENOUGH: Final = 4


def line_spacing(blocks: Iterable[Sequence[Row]], usual: float = USUAL) -> float:
    """The spacing within paragraphs, in em: measured where a full row is followed by another.

    Where each paragraph is one row only, a full row too has a blank line after it; then the more numerous
    rows that stand much closer tell the spacing.
    """
    full: list[float] = []
    every: list[float] = []
    for block in blocks:
        if len(block) < 2:
            continue
        left, right = min(row.x0 for row in block), max(row.x1 for row in block)
        for above, below in pairwise(block):
            spacing = (above.y - below.y) / below.em
            if 0.8 < spacing < 3 and abs(above.em - below.em) < 0.1 * below.em:
                every.append(spacing)
                if above.x1 - left >= FULL * (right - left):
                    full.append(spacing)
    if len(full) < ENOUGH:
        return usual
    measured = median(full)
    closer = [spacing for spacing in every if spacing * BLANK <= measured]
    return median(closer) if len(closer) > len(full) else measured


def is_parted(above: Row, below: Row, spacing: float) -> bool:
    """Whether a blank line belongs between two rows that follow each other in a block."""
    expected = spacing * (0.3 * above.em + 0.7 * below.em)
    return above.y - below.y > LARGER * expected or above.y < below.y
