"""Somebody who would work out what is hidden, and shares no code with what hides it.

Knows what every release shows, that counts are whole numbers and none is negative, and the rule itself: which
counts are small, and that where zeros are shown nothing hidden is zero. Tries every table of counts, so the
tables must be small.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Final

from forebygg.privacy.suppression import Cell, Release, Zeros

UNBOUNDED: Final = 10**9

Parts = Mapping[str, tuple[str, ...]]


def leaves(category: str, parts: Parts, others: Sequence[Parts]) -> set[str]:
    """What the category consists of in the smallest names that any of the releases knows."""
    own = parts.get(category) or next((other[category] for other in others if category in other), None)
    return {category} if own is None else set().union(*(leaves(part, parts, others) for part in own))


class Attacker:
    """What the releases say together, as sums of the smallest groups of people."""

    def __init__(self, *releases: Release) -> None:
        self.groups: dict[Cell, int] = {}
        self.sums: list[tuple[tuple[int, ...], int, int | None]] = []
        for release in releases:
            dimensions = release.table.dimensions
            parts = [
                [other.table.dimensions[place].parts for other in releases]
                for place in range(len(dimensions))
            ]
            for cell, count in release.shown().items():
                of = product(
                    *(
                        sorted(leaves(category, dimension.parts, others))
                        for category, dimension, others in zip(cell, dimensions, parts, strict=True)
                    )
                )
                least = 1 if release.zeros is Zeros.SHOWN else 0
                numbers = tuple(self.groups.setdefault(group, len(self.groups)) for group in of)
                self.sums.append((numbers, least if count is None else count, count))
        self.within: list[list[int]] = [[] for _ in self.groups]
        for place, (numbers, _, _) in enumerate(self.sums):
            for number in numbers:
                self.within[number].append(place)

    def could_be(self, group: Cell, count: int) -> bool:
        """Whether that many people or more in the group agrees with all that is shown."""
        low, high = [0] * len(self.groups), [UNBOUNDED] * len(self.groups)
        low[self.groups[group]] = count
        return self._settle(low, high, range(len(self.sums)))

    def _settle(self, low: list[int], high: list[int], changed: Iterable[int]) -> bool:
        if not self._narrow(low, high, set(changed)):
            return False
        loose = [number for number in range(len(low)) if low[number] < high[number] < UNBOUNDED]
        if not loose:
            return True  # nothing that is shown holds the rest back
        number = min(loose, key=lambda one: high[one] - low[one])
        middle = (low[number] + high[number]) // 2
        for lower, upper in ((low[number], middle), (middle + 1, high[number])):
            one, other = low.copy(), high.copy()
            one[number], other[number] = lower, upper
            if self._settle(one, other, self.within[number]):
                return True
        return False

    def _narrow(self, low: list[int], high: list[int], waiting: set[int]) -> bool:
        """Draw the bounds in until no sum can draw them further; False when a sum cannot come out."""
        while waiting:
            numbers, least, most = self.sums[waiting.pop()]
            lowest, highest = sum(low[one] for one in numbers), sum(high[one] for one in numbers)
            if highest < least or (most is not None and lowest > most):
                return False
            for one in numbers:
                upper = high[one] if most is None else min(high[one], most - lowest + low[one])
                others = sum(high[other] for other in numbers if other != one)
                lower = max(low[one], least - others)
                if lower > upper:
                    return False
                if upper < high[one] or lower > low[one]:
                    lowest += lower - low[one]
                    high[one], low[one] = upper, lower
                    waiting.update(self.within[one])
        return True

    def known_to_be_small(self, threshold: int = 5) -> set[Cell]:
        """The groups that are known to be fewer than the threshold, but not to be none."""
        return {
            group for group in self.groups if not self.could_be(group, threshold) and self.could_be(group, 1)
        }
