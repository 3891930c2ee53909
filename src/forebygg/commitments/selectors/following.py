"""Commitments whose sentence is gone from the edition in force, or reads otherwise there."""

from dataclasses import dataclass

from forebygg.accounts.models import Municipality
from forebygg.commitments.models import Commitment, Ground
from forebygg.commitments.selectors.places import holding
from forebygg.plans.marking import Piece, marked
from forebygg.plans.models import Edition, Wording


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One that waits. `now` is how its sentence reads now; "" when it is gone."""

    commitment: Commitment
    ground: Ground
    edition: Edition
    now: str
    section: str = ""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Both wordings in one."""
        return tuple(marked(self.ground.as_worded, self.now).pieces)


def waiting(municipality: Municipality) -> list[Waiting]:
    """Those that nobody has decided on since, by number. Four queries."""
    editions = holding(municipality)
    grounds = [
        ground
        for ground in Ground.objects.of(municipality)
        .filter(commitment__ended_on=None, sentence__isnull=False)
        .select_related("commitment__accountable", "sentence")
        .order_by("commitment__number", "pk")
        if ground.sentence and _is_older(ground, editions.get(ground.sentence.plan_id))
    ]
    wordings = Wording.objects.filter(
        edition__in=[one.pk for one in editions.values()], sentence__in=[one.sentence_id for one in grounds]
    )
    now = {one.sentence_id: one for one in wordings.select_related("section")}
    found = []
    for ground in grounds:
        wording = now.get(ground.sentence_id or 0)
        if ground.sentence and (wording is None or wording.text != ground.as_worded):
            ground.municipality = ground.commitment.municipality = municipality
            found.append(
                Waiting(
                    commitment=ground.commitment,
                    ground=ground,
                    edition=editions[ground.sentence.plan_id],
                    now=wording.text if wording else "",
                    section=str(wording.section) if wording else "",
                )
            )
    return found


def _is_older(ground: Ground, edition: Edition | None) -> bool:
    """Whether it was decided on in another edition than the one that holds."""
    return edition is not None and ground.edition_id != edition.pk
