"""Who may do what with rounds. They are open to all who read."""

from typing import Final

from forebygg.organisation.models import Role
from forebygg.organisation.permissions import READING, Permission

_COORDINATOR: Final = frozenset({Role.COORDINATOR})

SEE: Final = Permission("followup.see", READING)
HOLD: Final = Permission("followup.hold", _COORDINATOR)
# What the council ends each point in is recorded by one of it, or by whoever coordinates its work.
REVIEW: Final = Permission("followup.review", _COORDINATOR | {Role.MEMBER}, by_system=False)
CLOSE: Final = Permission("followup.close", _COORDINATOR, by_system=False)
