"""Who may do what with papers."""

from typing import Final

from forebygg.organisation.models import Role
from forebygg.organisation.permissions import Permission

RELEASE: Final = Permission("papers.release", frozenset({Role.EDITOR, Role.REGISTRAR}))
KEEP: Final = Permission("papers.keep", frozenset({Role.REGISTRAR, Role.SECRETARY}))
