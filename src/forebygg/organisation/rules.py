"""What holds of roles."""

from typing import Final

# Whoever answers, answers for a unit; a secretary is a board's.
IN_A_UNIT: Final = frozenset({"answerer", "secretary"})
