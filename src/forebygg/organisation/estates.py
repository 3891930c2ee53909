"""What an authority leaves behind when it is one no longer, and who takes it over.

The organisation lies below the chapters and knows none of it. Whoever lets an authority keep something that
the others do not see registers here in its AppConfig.ready().
"""

from typing import Protocol

from forebygg.accounts.models import User
from forebygg.core.errors import CodedError
from forebygg.organisation.models import Unit


class Estate(Protocol):
    """One kind of things that authorities keep."""

    def left(self, by: Unit) -> CodedError | None:
        """Why the authority cannot go without a successor; None when it keeps nothing."""

    def hand_over(self, of: Unit, to: Unit, *, by: User) -> None:
        """Let another authority keep all of it, inside the act that ends the first."""


_estates: list[Estate] = []


def register_estate(estate: Estate) -> None:
    """Be asked before an authority goes."""
    _estates.append(estate)


def leaves_something(unit: Unit) -> bool:
    """Whether somebody has to take over."""
    return any(estate.left(unit) for estate in _estates)


def require_nothing_left(unit: Unit) -> None:
    """Raise the CodedError of what nobody would see any longer."""
    for estate in _estates:
        if refusal := estate.left(unit):
            raise refusal


def hand_over(unit: Unit, successor: Unit, *, by: User) -> None:
    """Let the successor keep all that the authority kept."""
    for estate in _estates:
        estate.hand_over(unit, successor, by=by)
