"""Who may do what with reminders, calendars and the year."""

from typing import Final

from forebygg.organisation.models import Role
from forebygg.organisation.permissions import READING, Permission

SEE_YEAR: Final = Permission("reminders.see_year", READING)
PLAN_YEAR: Final = Permission("reminders.plan_year", frozenset({Role.COORDINATOR}))
# Each for themselves alone: whoever may have something to do.
CHOOSE: Final = Permission("reminders.choose", frozenset(Role) - {Role.GUEST}, by_system=False)
