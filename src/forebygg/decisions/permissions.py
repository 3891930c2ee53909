"""Who may do what with cases."""

from typing import Final

from forebygg.accounts.permissions import Permission

IMPORT: Final = Permission("decisions.import")
CORRECT: Final = Permission("decisions.correct")
REREAD: Final = Permission("decisions.reread")
