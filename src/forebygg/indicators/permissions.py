"""Who may do what with indicators."""

from typing import Final

from forebygg.organisation.models import Role
from forebygg.organisation.permissions import READING, Permission

SEE: Final = Permission("indicators.see", READING)
MEASURE: Final = Permission("indicators.measure", frozenset({Role.COORDINATOR}))
