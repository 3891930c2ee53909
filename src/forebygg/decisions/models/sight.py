"""Who sees what was read from a paper."""

from typing import Self

from forebygg.accounts.models import MunicipalityQuerySet, Row
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import seen_by


class FromPaperQuerySet(MunicipalityQuerySet[Row]):
    def visible_to(self, viewer: Viewer) -> Self:
        """What stands in a paper that the viewer may see."""
        return self.filter(seen_by(viewer, "paper__"))
