"""How far something has come, as a list of steps."""

from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise


@dataclass(frozen=True)
class Step:
    """One step: what it is, whether it is taken, and what can be said about it."""

    title: str | Promise
    state: Literal["done", "current", "ahead", "missing"]
    note: str | Promise = ""
    url: str = ""
