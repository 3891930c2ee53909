"""Who may do what with papers."""

from typing import Final

from forebygg.accounts.permissions import Permission

RELEASE: Final = Permission("papers.release")
