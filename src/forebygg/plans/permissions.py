"""Who may do what with plans."""

from typing import Final

from forebygg.organisation.models import Role
from forebygg.organisation.permissions import READING, Permission

ADOPT: Final = Permission("plans.adopt", frozenset({Role.REGISTRAR}))
SEE_GOALS: Final = Permission("plans.see_goals", READING)
SET_GOALS: Final = Permission("plans.set_goals", frozenset({Role.COORDINATOR}))
