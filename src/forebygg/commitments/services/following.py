"""When a new edition has taken a commitment's sentence away, or worded it anew."""

from django.db import transaction

from forebygg.accounts.models import User
from forebygg.audit.recording import record
from forebygg.commitments import permissions
from forebygg.commitments.errors import NotFollowing
from forebygg.commitments.events import CommitmentFollowed
from forebygg.commitments.models import Commitment, Ground
from forebygg.commitments.services.terms import standing
from forebygg.plans.models import Edition, Wording


@transaction.atomic
def keep(commitment: Commitment, edition: Edition, *, by: User, what: str = "") -> Commitment:
    """It holds although its sentence is gone from *edition* or reads otherwise there; in new words, if given.

    Raises CommitmentEnded, NotFollowing when somebody has decided on it already.
    """
    permissions.CHANGE.require(by, within=commitment.municipality)
    commitment = standing(commitment)
    wordings = dict(
        Wording.objects.of(commitment.municipality)
        .filter(edition=edition, sentence__grounds__commitment=commitment)
        .values_list("sentence", "text")
    )
    grounds = list(commitment.grounds.filter(kind=Ground.Kind.SENTENCE, sentence__plan=edition.plan_id))
    changed = [ground for ground in grounds if ground.edition_id != edition.pk]
    changed = [ground for ground in changed if wordings.get(ground.sentence_id or 0) != ground.as_worded]
    if not changed:
        raise NotFollowing(number=commitment.number)
    for ground in changed:
        ground.edition = edition
        ground.as_worded = wordings.get(ground.sentence_id or 0, ground.as_worded)
    Ground.objects.bulk_update(changed, ["edition", "as_worded"])
    if what and what != commitment.what:
        commitment.what = what
        commitment.save(update_fields=["what"])
    event = CommitmentFollowed(
        commitment=commitment.pk, edition=edition.pk, how="reworded" if what else "kept"
    )
    record(event, about=commitment, by=by)
    return commitment
