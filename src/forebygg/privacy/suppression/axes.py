"""One dimension as all tables together divide it: the groups that they tell apart, and what holds each."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    sets = list(dict.fromkeys(cover for table in covers for cover in table))
    holding: dict[str, list[int]] = {}
    for number, cover in enumerate(sets):
        for leaf in cover:
            holding.setdefault(leaf, []).append(number)
    # Leaves that always go together are one group: no table tells them apart.
    groups: dict[tuple[int, ...], int] = {}
    for leaf in sorted(holding, key=lambda leaf: _place(holding[leaf], sets)):
        groups.setdefault(tuple(holding[leaf]), len(groups))
    members: list[list[int]] = [[] for _ in sets]
    for holders, group in groups.items():
        for number in holders:
            members[number].append(group)
    alone = {of[0] for of in members if len(of) == 1}
    members += [[group] for group in range(len(groups)) if group not in alone]
    above: list[list[int]] = [[] for _ in groups]
    for number, of in enumerate(members):
        for group in of:
            above[group].append(number)
    return Axis(
        tuple(tuple(sorted(holders, key=lambda number: len(members[number]))) for holders in above),
        tuple(map(tuple, members)),
        tuple(tuple(map({cover: n for n, cover in enumerate(sets)}.__getitem__, table)) for table in covers),
    )


def _place(holders: Sequence[int], sets: Sequence[frozenset[str]]) -> list[int]:
    """Sorts a leaf by its widest set first, so that what has the same totals is gathered."""
    return sorted(holders, key=lambda number: -len(sets[number]))


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
        if parts is None:
            told = {frozenset(other) for other in self.elsewhere.get(category, ())}
            if len(told) > 1:
                raise UncertainParts(category=category, dimension=self.own.name)
            parts = tuple(next(iter(told), ()))
        leaves = frozenset[str]().union(*(self.of(part, (*within, category)) for part in parts))
        self.found[category] = leaves or frozenset({category})
        return self.found[category]
