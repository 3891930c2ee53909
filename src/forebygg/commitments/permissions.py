"""Who may do what with commitments. They are open to all who read."""

from typing import Final

from forebygg.organisation.models import Role, Unit
from forebygg.organisation.permissions import READING, Permission

_COORDINATOR: Final = frozenset({Role.COORDINATOR})

SEE: Final = Permission("commitments.see", READING)
SETTLE: Final = Permission("commitments.settle", _COORDINATOR)
CHANGE: Final = Permission("commitments.change", _COORDINATOR)
END: Final = Permission("commitments.end", _COORDINATOR)
# A unit answers for itself, or its authority for it; no coordinator does.
ANSWER: Final = Permission("commitments.answer", frozenset({Role.ANSWERER}), by_system=False)
# What a board has answered in its sheet, carried in for it; each such answer says that it came by a sheet.
READ_IN: Final = Permission("commitments.read_in", _COORDINATOR)
# Who sends a unit the link by which it answers without logging in.
ASK: Final = Permission("commitments.ask", _COORDINATOR)
# A coordinator lays action plans before their boards; what was decided is recorded by whoever keeps the
# board's minutes or the municipality's register, and for the whole municipality by the registrar alone.
PROPOSE: Final = Permission("commitments.propose", _COORDINATOR)
RECORD_DECISION: Final = Permission(
    "commitments.record_decision", frozenset({Role.SECRETARY, Role.REGISTRAR})
)
RECORD_DECISION_OF_ALL: Final = Permission("commitments.record_decision_of_all", frozenset({Role.REGISTRAR}))
REVIEW: Final = Permission("commitments.review", frozenset({Role.COORDINATOR, Role.SECRETARY}))
REVIEW_OF_ALL: Final = Permission("commitments.review_of_all", _COORDINATOR)


def recording(unit: Unit | None) -> Permission:
    """The right to record a decision on the unit's action plan, or on the municipality's."""
    return RECORD_DECISION if unit else RECORD_DECISION_OF_ALL


def reviewing(unit: Unit | None) -> Permission:
    """The right to record that either was followed up."""
    return REVIEW if unit else REVIEW_OF_ALL


# Whether the municipality uses the light mode is seen by all who work here, the administrator too.
LIGHTEN: Final = Permission("commitments.lighten", _COORDINATOR | {Role.ADMINISTRATOR})
SEE_EXTENT: Final = Permission("commitments.see_extent", READING | {Role.ADMINISTRATOR})
