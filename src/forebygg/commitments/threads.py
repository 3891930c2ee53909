"""What commitments add to a plan's margin: beside each sentence, those that stand on it.

Registered with `plans.threads`, which knows no commitments.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext

from forebygg.commitments.models import Ground
from forebygg.organisation.permissions import Viewer
from forebygg.plans.models import Edition
from forebygg.plans.threads import Strand
from forebygg.web.addresses import address


class CommitmentThread:
    """One query for an edition; the public is told of none."""

    key = "commitments"

    def strands(self, edition: Edition, *, seen_by: Viewer) -> Mapping[int, Sequence[Strand]]:
        if not seen_by.reads:
            return {}
        found: dict[int, list[Strand]] = defaultdict(list)
        grounds = Ground.objects.of(edition.municipality).filter(
            sentence__wordings__edition=edition, commitment__ended_on=None
        )
        told = grounds.order_by("commitment__number").values_list(
            "sentence", "commitment__number", "commitment__accountable__name"
        )
        for sentence, number, board in told:
            words = gettext("Commitment {number}").format(number=number)
            found[sentence].append(
                Strand(
                    words=f"{words}: {board}" if board else words,
                    url=address("commitments:commitment", edition.municipality.slug, number),
                )
            )
        return found
