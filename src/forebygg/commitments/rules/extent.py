"""What is asked and shown of commitments: everything, or in a small municipality less.

The one place that says so. Forms drop the fields, pages show what is left, and what is stored stays.
"""

from dataclasses import dataclass
from typing import Final

FIELDS: Final = ("level", "goals", "counterparts", "hours", "money", "deputy")
"""What falls away of a commitment in the light mode; not its rhythm, which tells when units are to answer."""

TOOTHLESS, MEANS = "toothless", "means"
LISTS: Final = (TOOTHLESS, MEANS)
"""The lists that do: sentences without teeth, and promises without hours or money."""


@dataclass(frozen=True)
class Extent:
    """What a municipality has chosen."""

    is_light: bool = False

    def shows(self, name: str) -> bool:
        """Whether it is asked for and shown."""
        return not (self.is_light and name in {*FIELDS, *LISTS})


FULL: Final = Extent()
