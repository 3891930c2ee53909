"""The fewest cells that have to be hidden in a small table, found by trying every choice."""

from itertools import combinations, product

from bench.attacker import Attacker
from forebygg.privacy.suppression import Cell, Reason, Release, Table


def fewest(table: Table, at_most: int, threshold: int = 5) -> int:
    """How many cells are hidden by the best choice; *at_most* when no better one is found."""
    small = {cell for cell in table.cells() if 0 < table.counts[cell] < threshold}
    others = [cell for cell in table.cells() if table.counts[cell] >= threshold]
    lines = list(_lines(table))
    for more in range(at_most - len(small)):
        for chosen in combinations(others, more):
            hidden = small.union(chosen)
            if all(len(hidden.intersection(line)) != 1 for line in lines) and _is_safe(
                table, hidden, threshold
            ):
                return len(hidden)
    return at_most


def _lines(table: Table) -> list[frozenset[Cell]]:
    """Each total with its parts: one hidden cell alone in a line can be worked out."""
    lines = []
    for place, dimension in enumerate(table.dimensions):
        others = [one.categories if number != place else ("",) for number, one in enumerate(table.dimensions)]
        for total, parts in dimension.parts.items():
            lines += [
                frozenset((*cell[:place], category, *cell[place + 1 :]) for category in (total, *parts))
                for cell in product(*others)
            ]
    return lines


def _is_safe(table: Table, hidden: set[Cell], threshold: int) -> bool:
    attacker = Attacker(Release(table, dict.fromkeys(hidden, Reason.SMALL), threshold))
    return all(
        attacker.could_be(group, threshold)
        for group in attacker.groups
        if 0 < table.counts[group] < threshold
    )
