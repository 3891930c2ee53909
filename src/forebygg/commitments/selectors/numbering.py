"""Parts of the organisation as action plans name them."""

from typing import overload

from forebygg.commitments.rules.actions import Numbered
from forebygg.organisation.models import Unit


@overload
def numbered(unit: Unit) -> Numbered: ...
@overload
def numbered(unit: Unit | None) -> Numbered | None: ...
def numbered(unit: Unit | None) -> Numbered | None:
    """By its number and what it is called now."""
    return Numbered(unit.number, unit.name) if unit else None
