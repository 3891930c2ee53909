"""How far something has come, as a list of steps."""

from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise

from forebygg.web.marks import STATES, Mark


@dataclass(frozen=True)
class Step:
    """One step: what it is, whether it is taken, and what can be said about it."""

    title: str | Promise
    state: Literal["done", "current", "ahead", "missing"]
    note: str | Promise = ""
    url: str = ""

    @property
    def mark(self) -> Mark:
        """The state in words and shape."""
        return STATES[self.state]
