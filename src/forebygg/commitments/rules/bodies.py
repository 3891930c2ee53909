"""Whom a commitment can bind."""

from typing import Final

# Others outside the municipality's own organisation take part as counterparts, and nothing here binds them.
MAY_ANSWER: Final = frozenset({"board", "company"})
NEVER_BOUND: Final = frozenset({"school", "contractor"})
