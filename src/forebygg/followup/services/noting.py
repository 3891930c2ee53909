"""What was wrong in a closed round is told beside it."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from forebygg.accounts.models import User
from forebygg.audit.recording import record
from forebygg.followup import permissions
from forebygg.followup.errors import NotClosed
from forebygg.followup.events import NoteAdded
from forebygg.followup.models import Note, Round
from forebygg.organisation.services.placing import lock


@transaction.atomic
def note(of: Round, text: str, because: str, *, by: User) -> Note:
    """A correction with its reason; the figures stay as they were. Raises NotClosed."""
    within = of.municipality
    permissions.HOLD.require(by, within=within)
    lock(within)
    found = Round.objects.of(within).select_related("municipality").get(pk=of.pk)
    if not found.is_closed:
        raise NotClosed
    last: int | None = found.notes.aggregate(last=Max("number"))["last"]
    added = Note.objects.create(
        municipality=within,
        round=found,
        number=(last or 0) + 1,
        text=text,
        because=because,
        by=by,
        at=timezone.now(),
    )
    record(NoteAdded(round=found.pk, note=added.number), about=found, by=by)
    return added
