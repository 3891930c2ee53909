"""Who sees what was read from a paper."""

from typing import Self

from forebygg.accounts.models import MunicipalityQuerySet, Row
from forebygg.papers.models import Viewer


class FromPaperQuerySet(MunicipalityQuerySet[Row]):
    def visible_to(self, user: Viewer) -> Self:
        """All to staff; to the public what stands in a released paper."""
        return self if user.is_authenticated else self.filter(paper__released_at__isnull=False)
