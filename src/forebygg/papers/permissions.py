"""Who may do what with papers."""

from typing import Final

from forebygg.organisation.models import Role
from forebygg.organisation.permissions import Permission

RELEASE: Final = Permission("papers.release", frozenset({Role.EDITOR, Role.REGISTRAR}))
# What an authority keeps from the others, and when it lets them see it: said by somebody of its own.
KEEP: Final = Permission("papers.keep", frozenset({Role.REGISTRAR, Role.SECRETARY}))
# Who else may see a case for a while.
INVITE: Final = Permission("papers.invite", frozenset({Role.COORDINATOR, Role.REGISTRAR}))
