"""Small groups that protect each other: asked of all groups of a column at once.

Most small cells lie among so many others that swaps between these alone prove them safe. Such cells are
hidden whatever else is, so that these proofs hold for good and need not be remembered.
"""

from collections.abc import Mapping, Sequence

from forebygg.privacy.suppression.joining import Joined
from forebygg.privacy.suppression.masks import Masks
from forebygg.privacy.suppression.ways import Way

Place = tuple[int, int, int]
"""A column group, a row group, and how many people it lacks to reach the threshold."""


def not_mutual(joined: Joined, blocks: Sequence[Masks], small: Mapping[int, Place]) -> dict[int, Place]:
    """Those of the small groups that what is hidden from the start was not found to protect."""
    if not joined.rows.nests:
        return dict(small)
    lacking = [[[0] * (joined.threshold + 1) for _ in joined.columns.above] for _ in blocks]
    places = [
        (number, column, *divmod(group, len(blocks[0].groups)), need)
        for number, (column, group, need) in small.items()
    ]
    for _, column, which, bit, need in places:
        lacking[which][column][need] |= 1 << bit
    for block, by_column in zip(blocks, lacking, strict=True):
        for column, by_need in enumerate(by_column):
            if any(by_need):
                ways = joined.ways(column)
                _by_one_swap(block, ways, by_need)
                _by_several(block, ways, by_need)
    return {
        number: small[number]
        for number, column, which, bit, need in places
        if lacking[which][column][need] >> bit & 1
    }


def _by_one_swap(block: Masks, ways: Sequence[Way], lacking: list[int]) -> None:
    """Strike from *lacking*, by how many they lack, the groups that one swap with another protects."""
    last = len(block.hidden) - 1
    for way in ways:
        for need, groups in enumerate(lacking):
            takers = groups
            for level, masks in enumerate(block.hidden):
                for place, sign in way.sets:
                    takers &= masks[place][0 if sign > 0 else need]
                if not takers:
                    break
                if level < last:
                    protected = takers & block.facing(block.partners(way, level, need), level)
                else:
                    protected = takers  # the swap takes all totals along
                lacking[need] &= ~protected
                takers &= ~protected


def _by_several(block: Masks, ways: Sequence[Way], lacking: list[int]) -> None:
    """Strike the groups that several smaller swaps protect, each with a partner of its own.

    Asked only where there are partners enough for all, wherever the group lies.
    """
    depth, threshold = len(block.hidden), len(lacking) - 1
    if depth == 1 or len(block.placed[1]) > 1:
        return
    everyone = next(iter(block.placed[1].values()))
    reached = [everyone] + [0] * threshold  # by so many at least
    lost = 0
    for way in ways:
        if way.lose & lost:
            continue
        by_amount: list[int] = []
        for amount in range(1, threshold + 1):
            if block.partners(way, 0, amount).bit_count() <= threshold:
                break
            takers = everyone
            for place, sign in way.sets:
                takers &= block.hidden[0][place][0 if sign > 0 else amount]
            by_amount.append(takers)
        lost |= way.lose if by_amount else 0
        for total in range(threshold, 0, -1):
            for amount, takers in enumerate(by_amount[:total], start=1):
                reached[total] |= reached[total - amount] & takers
    for need in range(1, threshold + 1):
        lacking[need] &= ~reached[need]
