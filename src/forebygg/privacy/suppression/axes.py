"""One dimension as all tables together divide it: the groups that they tell apart, and what holds each."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from forebygg.privacy.suppression.errors import CircularParts, UncertainParts
from forebygg.privacy.suppression.tables import Dimension


@dataclass(frozen=True, slots=True)
class Axis:
    """Groups are numbered so that those with the same totals stand beside each other."""

    above: tuple[tuple[int, ...], ...]
    """Of each group: the sets that hold it, the narrowest first. The first is the group alone."""
    members: tuple[tuple[int, ...], ...]
    """Of each set: its groups."""
    columns: tuple[tuple[int, ...], ...]
    """Of each table: the set that each of its categories is."""

    @property
    def chains(self) -> tuple[tuple[int, ...], ...]:
        """`above`, each as long as the longest, so that a total has the same place in all that it holds."""
        depth = max(map(len, self.above))
        return tuple(holders[:1] * (depth - len(holders)) + holders for holders in self.above)

    @property
    def nests(self) -> bool:
        """Whether no two sets overlap without one holding the other."""
        wider: dict[int, tuple[int, ...]] = {}
        return all(
            wider.setdefault(holder, holders[place + 1 :]) == holders[place + 1 :]
            for holders in self.above
            for place, holder in enumerate(holders)
        )


def axis_of(dimensions: Sequence[Dimension]) -> Axis:
    """The same dimension of several tables, as one. Raises UncertainParts, CircularParts."""
    covers: list[list[frozenset[str]]] = []
    for own in dimensions:
        known = _Leaves(own, dimensions)
        covers.append([known.of(category, ()) for category in own.categories])
    sets = {cover: number for number, cover in enumerate(dict.fromkeys(chain.from_iterable(covers)))}
    # Each leaf with its widest set first, so that what has the same totals is gathered.
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for cover in sorted(sets, key=len, reverse=True):
        for leaf in cover:
            holding[leaf].append(sets[cover])
    # Leaves that always go together are one group: no table tells them apart.
    groups = sorted(set(map(tuple, holding.values())))
    members: list[list[int]] = [[] for _ in sets]
    for group, holders in enumerate(groups):
        for number in holders:
            members[number].append(group)
    alone = {of[0] for of in members if len(of) == 1}
    members += [[group] for group in range(len(groups)) if group not in alone]
    above: list[list[int]] = [[] for _ in groups]
    for number in sorted(range(len(members)), key=lambda number: len(members[number])):
        for group in members[number]:
            above[group].append(number)
    return Axis(
        tuple(map(tuple, above)),
        tuple(map(tuple, members)),
        tuple(tuple(map(sets.__getitem__, table)) for table in covers),
    )


class _Leaves:
    """What each category of one table consists of, in the smallest names that any table uses."""

    def __init__(self, own: Dimension, others: Sequence[Dimension]) -> None:
        self.own, self.others = own, others
        self.found: dict[str, frozenset[str]] = {}
        self.elsewhere: dict[str, list[tuple[str, ...]]] = {}
        for other in others:
            for category, parts in other.parts.items():
                self.elsewhere.setdefault(category, []).append(parts)

    def of(self, category: str, within: tuple[str, ...]) -> frozenset[str]:
        if category in self.found:
            return self.found[category]
        if category in within:
            raise CircularParts(category=category, dimension=self.own.name)
        parts = self.own.parts.get(category)
        if parts is None and category not in self.elsewhere:
            self.found[category] = frozenset({category})
            return self.found[category]
        if parts is None:
            told = {frozenset(other) for other in self.elsewhere.get(category, ())}
            if len(told) > 1:
                raise UncertainParts(category=category, dimension=self.own.name)
            parts = tuple(next(iter(told), ()))
        leaves = frozenset[str]().union(*(self.of(part, (*within, category)) for part in parts))
        self.found[category] = leaves or frozenset({category})
        return self.found[category]
