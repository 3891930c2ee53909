"""The papers that an authority leaves behind, as `organisation.estates` asks for them."""

from forebygg.accounts.models import User
from forebygg.core.errors import CodedError
from forebygg.organisation.models import Unit
from forebygg.papers.errors import PapersLeftBehind
from forebygg.papers.models import Paper
from forebygg.papers.services import secrecy


class KeptPapers:
    """What an authority keeps to itself (`Paper.kept_by`)."""

    def left(self, by: Unit) -> CodedError | None:
        """Told with their number alone: whoever closes an authority down need not see what it keeps."""
        count = Paper.objects.filter(kept_by=by).count()
        return PapersLeftBehind(unit=str(by), count=count) if count else None

    def hand_over(self, of: Unit, to: Unit, *, by: User) -> None:
        secrecy.hand_over(of, to, by=by)
