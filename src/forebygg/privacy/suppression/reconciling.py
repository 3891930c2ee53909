"""Counts for groups that no table lists, so that every sum of every table comes out.

Any such counts will do: what is proved with them is proved to readers, who do not know them either.
"""

from typing import Final

from forebygg.privacy.suppression.errors import Irreconcilable
from forebygg.privacy.suppression.joining import Joined
from forebygg.privacy.suppression.tables import told

PATIENCE: Final = 20_000


def reconcile(joined: Joined) -> None:
    """Settle the counts of the groups that no table lists. Raises Irreconcilable."""
    search = _Search(joined)
    if not search.settle(search.low, search.high, set(range(len(search.sums)))):
        raise Irreconcilable(cell=told(joined.cell(next(iter(joined.amiss)))))
    joined.begin()


class _Search:
    """Draws bounds in until they meet, and tries halves where they do not."""

    def __init__(self, joined: Joined) -> None:
        self.joined, self.patience = joined, PATIENCE
        self.groups = sorted(joined.unlisted)
        place_of = {number: place for place, number in enumerate(self.groups)}
        self.sums: list[tuple[list[int], int]] = []
        self.within: list[list[int]] = [[] for _ in self.groups]
        for number in sorted({number for numbers in joined.numbers for number in numbers}):
            parts = joined.parts(number)
            open_ = [place_of[part] for part in parts if part in place_of]
            rest = joined.counts[number] - sum(joined.counts[part] for part in parts if part not in place_of)
            for place in open_:
                self.within[place].append(len(self.sums))
            self.sums.append((open_, rest))
        self.low = [0] * len(self.groups)
        self.high = [max((rest for _, rest in self.sums), default=0)] * len(self.groups)

    def settle(self, low: list[int], high: list[int], waiting: set[int]) -> bool:
        self.patience -= 1
        if self.patience < 0 or not self._narrow(low, high, waiting):
            return False
        loose = [place for place, least in enumerate(low) if least < high[place]]
        if not loose:
            self.joined.counts = list(self.joined.counts)
            for number, count in zip(self.groups, low, strict=True):
                self.joined.counts[number] = count
            return True
        place = min(loose, key=lambda one: high[one] - low[one])
        middle = (low[place] + high[place]) // 2
        for lower, upper in ((low[place], middle), (middle + 1, high[place])):
            one, other = low.copy(), high.copy()
            one[place], other[place] = lower, upper
            if self.settle(one, other, set(self.within[place])):
                return True
        return False

    def _narrow(self, low: list[int], high: list[int], waiting: set[int]) -> bool:
        while waiting:
            places, rest = self.sums[waiting.pop()]
            lowest, highest = sum(low[one] for one in places), sum(high[one] for one in places)
            if not lowest <= rest <= highest:
                return False
            for one in places:
                upper = min(high[one], rest - lowest + low[one])
                lower = max(low[one], rest - highest + high[one])
                if lower > upper:
                    return False
                if upper < high[one] or lower > low[one]:
                    lowest, highest = lowest + lower - low[one], highest + upper - high[one]
                    low[one], high[one] = lower, upper
                    waiting.update(self.within[one])
        return True
