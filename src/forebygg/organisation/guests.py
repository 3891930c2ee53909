"""What guests have been invited to: it lies in the chapters above, which register in AppConfig.ready()."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from forebygg.accounts.models import Municipality, User


@dataclass(frozen=True)
class Invited:
    """A case that a guest may see through its last day, by the case's key.

    `authority` is the key of the one whose own matters they see there as well; None when there is no such.
    """

    case: int
    last_day: dt.date
    authority: int | None = None


# The invitations of a guest that hold today. One query.
Invitations: TypeAlias = Callable[[User, Municipality], Iterable[Invited]]

_sources: list[Invitations] = []


def register_invitations(source: Invitations) -> None:
    """Be asked for what a guest may see."""
    _sources.append(source)


def invited(guest: User, within: Municipality) -> frozenset[Invited]:
    """All that the guest has been invited to in that municipality."""
    return frozenset(one for source in _sources for one in source(guest, within))
