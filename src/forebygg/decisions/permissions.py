"""Who may do what with cases."""

from typing import Final

from forebygg.organisation.models import Role
from forebygg.organisation.permissions import Permission

_CLERKS: Final = frozenset({Role.COORDINATOR, Role.REGISTRAR})

IMPORT: Final = Permission("decisions.import", _CLERKS)
CORRECT: Final = Permission("decisions.correct", _CLERKS)
REREAD: Final = Permission("decisions.reread", _CLERKS)
