"""How fast small numbers are hidden, how much more than needed, and whether an attacker finds any."""

import random
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Final

from bench.attacker import Attacker
from bench.figure import Figure, at_most, seconds
from bench.optimum import fewest
from forebygg.privacy.suppression import Dimension, Release, Table, suppressed

Chance = Callable[[random.Random], int]

KINDS: Final[Mapping[str, Chance]] = {
    "seldom (9 of 10 are none)": lambda chance: (
        0 if chance.random() < 0.9 else 1 + int(chance.expovariate(0.4))
    ),
    "now and then (6 of 10 are none)": lambda chance: (
        0 if chance.random() < 0.6 else 1 + int(chance.expovariate(0.2))
    ),
    "often (mean 12)": lambda chance: int(chance.expovariate(1 / 12)),
    "a few small among large": lambda chance: (
        5 + int(chance.expovariate(1 / 12)) if chance.random() < 0.98 else 2
    ),
}
SMALL_KINDS: Final[Mapping[str, Chance]] = {
    "0–12": lambda chance: chance.randrange(13),
    "0–20": lambda chance: chance.randrange(21),
    "1–30": lambda chance: chance.randrange(1, 31),
    "half are none": lambda chance: 0 if chance.random() < 0.5 else chance.randrange(1, 12),
    "few are small": lambda chance: (
        chance.randrange(5, 30) if chance.random() < 0.85 else chance.randrange(1, 5)
    ),
}
UNITS, COLUMNS, BOARD = 500, 20, 10
TRIED: Final = 20
ATTACKED: Final = 60


def table(units: int, columns: int, count: Chance, *, seed: int, board: int = 0) -> Table:
    """A table with totals, its units under boards of so many when asked."""
    chance = random.Random(seed)
    names = tuple(f"enhet {number}" for number in range(units))
    kinds = tuple(f"slag {number}" for number in range(columns))
    parts = {"alla": names}
    if board:
        parts = {f"nämnd {start // board}": names[start : start + board] for start in range(0, units, board)}
        parts["alla"] = tuple(parts)
    dimensions = (
        Dimension("enhet", (*names, *parts), parts),
        Dimension("slag", (*kinds, "alla"), {"alla": kinds}),
    )
    rows = [[count(chance) for _ in kinds] for _ in names]
    sums = {name: [*row, sum(row)] for name, row in zip(names, rows, strict=True)}
    for name, of in parts.items():
        sums[name] = list(map(sum, zip(*(sums[part] for part in of), strict=True)))
    cells = product(*(dimension.categories for dimension in dimensions))
    counts = (one for name in dimensions[0].categories for one in sums[name])
    return Table(dimensions, dict(zip(cells, counts, strict=True)))


def speed() -> Iterator[Figure]:
    """500 units by 20 columns of each kind, flat and under boards; then ten and a hundred times the units."""
    for board in (0, BOARD):
        for name, count in KINDS.items():
            made = table(UNITS, COLUMNS, count, seed=1, board=board)
            release = suppressed(made)
            took = 1000 * seconds(lambda made=made: suppressed(made), own=True)  # type: ignore[misc]
            small = sum(0 < value < 5 for value in made.values)
            note = f"{small} small, {len(release.hidden) - small} more hidden, of {len(made.values)}"
            label = f"{'boards' if board else 'flat'}: {name}"
            yield at_most(label, took, 100, unit="ms", note=note)
    count = KINDS["seldom (9 of 10 are none)"]
    times = [
        seconds(lambda made=made: suppressed(made), runs=1, warm_up=False, own=True)  # type: ignore[misc]
        for made in (table(UNITS * factor, COLUMNS, count, seed=2, board=BOARD) for factor in (1, 10, 100))
    ]
    for factor, took in zip((10, 100), times[1:], strict=True):
        yield at_most(
            f"{factor} times the units",
            took / times[0],
            1.6 * factor,
            unit="× the time",
            note=f"{took:.2f} s",
        )


def excess() -> Iterator[Figure]:
    """Hidden cells above the fewest possible, as a mean over small tables; the fewest found by trying all."""
    hidden = best = 0
    for name, count in SMALL_KINDS.items():
        shares = []
        for seed in range(TRIED):
            made = table(3 + seed % 2, 3 + seed // 2 % 2, count, seed=seed)
            ours = len(suppressed(made).hidden)
            least = fewest(made, ours)
            hidden, best = hidden + ours, best + least
            shares += [100 * (ours / least - 1)] if least else []
        mean = sum(shares) / len(shares)
        yield at_most(f"hidden beyond the fewest: {name}", mean, 10, unit="%", note=f"{len(shares)} tables")
    yield at_most(
        "hidden beyond the fewest: all", 100 * (hidden / best - 1), 10, unit="%", note=f"{hidden}/{best}"
    )


def attacked() -> Iterator[Figure]:
    """Groups known to be small after three releases, two of which leave a unit out."""
    found = groups = 0
    for seed in range(ATTACKED):
        count = list(SMALL_KINDS.values())[seed % len(SMALL_KINDS)]
        whole = table(4, 3, count, seed=seed)
        releases: list[Release] = []
        for left_out in ("enhet 1", "", "enhet 2"):
            releases.append(suppressed(without(whole, left_out), releases=releases))
        attacker = Attacker(*releases)
        groups += len(attacker.groups)
        found += len(attacker.known_to_be_small())
    note = f"of {groups} groups, {ATTACKED} times three releases"
    yield at_most("groups worked out by an attacker", found, 0, unit="", note=note)


def without(whole: Table, unit: str) -> Table:
    """The table as if the unit were not in it."""
    units, kinds = whole.dimensions
    names = tuple(name for name in units.parts["alla"] if name != unit)
    return Table.summed((Dimension(units.name, (*names, "alla"), {"alla": names}), kinds), whole.counts)


def figures() -> Iterator[Figure]:
    """Speed and growth, then what is hidden without need, then the attack."""
    yield from speed()
    yield from excess()
    yield from attacked()
