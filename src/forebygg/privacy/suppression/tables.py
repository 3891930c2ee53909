"""A table of counts: its dimensions, which categories consist of which, and a count for every cell."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import product

from forebygg.privacy.suppression.errors import (
    CategoryTwice,
    CircularParts,
    MissingCount,
    NegativeCount,
    NoTable,
    NotACount,
    UnknownCell,
)

Cell = tuple[str, ...]
"""One category of each dimension, in the dimensions' order."""


def told(cell: Iterable[str]) -> str:
    """The cell as a person reads it."""
    return " · ".join(cell)


@dataclass(frozen=True)
class Dimension:
    """One way of dividing people: units, sex, period.

    What has no parts is a smallest group. The same name means the same people in every table, except where
    a table says itself what the name consists of.
    """

    name: str
    categories: tuple[str, ...]
    """Those that the table has cells for, totals included."""
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What a total, a department or merged units consist of, also parts that the table has no cells for."""

    def __post_init__(self) -> None:
        """Raises NoTable, CategoryTwice, CircularParts."""
        if not self.categories:
            raise NoTable
        for names in (self.categories, *self.parts.values()):
            for category, times in Counter(names).items():
                if times > 1:
                    raise CategoryTwice(category=category, dimension=self.name)
        for category in self.parts:
            self._follow(category, ())

    def _follow(self, category: str, within: tuple[str, ...]) -> None:
        if category in within:
            raise CircularParts(category=category, dimension=self.name)
        for part in self.parts.get(category, ()):
            if part in self.parts:
                self._follow(part, (*within, category))
            elif part == category:
                raise CircularParts(category=category, dimension=self.name)


@dataclass(frozen=True)
class Table:
    """Counts of people or events, one for each combination of categories, as they really are."""

    dimensions: tuple[Dimension, ...]
    counts: Mapping[Cell, int]
    values: Sequence[int] = field(init=False, repr=False, compare=False)
    """The counts in the order of `cells`."""

    def __post_init__(self) -> None:
        """Raises NoTable, MissingCount, UnknownCell, NegativeCount, NotACount."""
        if not self.dimensions:
            raise NoTable
        try:
            values = [self.counts[cell] for cell in self.cells()]
        except KeyError as missing:
            raise MissingCount(cell=told(missing.args[0])) from None
        if len(values) != len(self.counts):
            known = set(self.cells())
            raise UnknownCell(cell=told(next(cell for cell in self.counts if cell not in known)))
        if set(map(type, values)) - {int} or min(values) < 0:
            self._complain()
        object.__setattr__(self, "values", values)

    def cells(self) -> Iterable[Cell]:
        """Every cell, the last dimension's categories varying fastest."""
        return product(*(dimension.categories for dimension in self.dimensions))

    def _complain(self) -> None:
        for cell, count in self.counts.items():
            if type(count) is not int:
                raise NotACount(cell=told(cell), count=count)
            if count < 0:
                raise NegativeCount(cell=told(cell), count=count)

    @classmethod
    def summed(cls, dimensions: Sequence[Dimension], counts: Mapping[Cell, int]) -> "Table":
        """The table with every total worked out from the counts of the smallest groups; none means 0."""
        leaves = [{name: _leaves(name, one) for name in one.categories} for one in dimensions]
        cells = product(*(one.categories for one in dimensions))
        return cls(
            tuple(dimensions),
            {
                cell: sum(
                    counts.get(leaf, 0)
                    for leaf in product(*(of[name] for of, name in zip(leaves, cell, strict=True)))
                )
                for cell in cells
            },
        )


def _leaves(name: str, dimension: Dimension) -> list[str]:
    parts = dimension.parts.get(name)
    if parts is None:
        return [name]
    return reduce(lambda found, part: found + _leaves(part, dimension), parts, list[str]())
