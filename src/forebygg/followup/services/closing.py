"""A round closed: every figure is frozen, all or none."""

from django.db import transaction
from django.utils import timezone

from forebygg.accounts.models import User
from forebygg.audit.recording import record
from forebygg.commitments.services.answering import last_number
from forebygg.followup import permissions
from forebygg.followup.errors import NothingToClose, PointsLeft
from forebygg.followup.events import RoundClosed
from forebygg.followup.figures import VERSION
from forebygg.followup.models import FrozenPart, Round
from forebygg.followup.rules.stages import Stage
from forebygg.followup.selectors.frozen import CELLS, live_parts, part_checksum, round_checksum
from forebygg.followup.selectors.live import left
from forebygg.followup.services.stages import locked
from forebygg.organisation.services.turns import in_turn


@in_turn
@transaction.atomic
def close(of: Round, *, by: User) -> Round:
    """Nothing in it changes from now on: later answers belong to the next, and what was wrong gets a note.

    Nobody answers meanwhile, so that the figures are of one moment. Raises WrongStage, PointsLeft,
    NothingToClose.
    """
    within = of.municipality
    permissions.CLOSE.require(by, within=within)
    found = locked(of, Stage.REVIEW)
    waiting = left(found)
    if waiting:
        raise PointsLeft(count=waiting)
    parts = live_parts(found)
    if not parts["commitments"]:
        raise NothingToClose
    frozen = [
        FrozenPart(
            municipality=within, round=found, name=name, content=content, checksum=part_checksum(content)
        )
        for name, content in parts.items()
    ]
    FrozenPart.objects.bulk_create(frozen)
    found.stage, found.schema = Stage.CLOSED.value, VERSION
    found.closed_at, found.closed_by = timezone.now(), by
    found.last_answer = last_number(within)
    found.checksum = round_checksum((part.name, part.checksum) for part in frozen)
    found.save(update_fields=["stage", "schema", "closed_at", "closed_by", "last_answer", "checksum"])
    event = RoundClosed(
        round=found.pk,
        cells=sum(len(content) for name, content in parts.items() if name.startswith(CELLS)),
        last_answer=found.last_answer,
        checksum=found.checksum,
    )
    record(event, about=found, by=by)
    return found
