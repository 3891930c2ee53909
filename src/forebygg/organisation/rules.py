"""What holds of roles, of units and of counts."""

from collections.abc import Iterable, Mapping
from typing import Final

# Whoever answers, answers for a unit; a secretary is a board's.
IN_A_UNIT: Final = frozenset({"answerer", "secretary"})

# Between these secrecy goes: authorities of their own (OSL 8 kap. 1 §), or outside the municipality.
AUTHORITIES: Final = frozenset({"board", "company", "school", "contractor"})

# Of these, the municipality's own (OSL 2 kap. 1 and 3 §§): what one keeps another may take over.
MUNICIPAL: Final = frozenset({"board", "company"})

DEEPEST: Final = 12
"""Levels. A municipality has three or four; no page could show a hundred."""

MOST_HEADS: Final = 100_000
"""In one staff group. The largest municipality of the country has some 40 000 employees."""


def plain(name: str) -> str:
    """The name with its spaces in order."""
    return " ".join(name.split())


def known_by(name: str) -> str:
    """What two spellings of a name have in common: neither capitals nor spaces tell units apart."""
    return plain(name).casefold()


def authorities(units: Iterable[tuple[int, str, int | None]]) -> Mapping[int, int | None]:
    """The nearest authority at or above each unit; *units* as key, kind and the key of the one above.

    None only for what lies above every authority.
    """
    parts = {key: (kind, above) for key, kind, above in units}
    found: dict[int, int | None] = {}
    for key in parts:
        way: list[int] = []
        here: int | None = key
        while here is not None and here not in found:
            way.append(here)
            kind, above = parts[here]
            if kind in AUTHORITIES:
                found[here] = here
                break
            here = above
        nearest = None if here is None else found[here]
        found |= dict.fromkeys(way, nearest)
    return found
