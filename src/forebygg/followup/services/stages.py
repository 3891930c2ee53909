"""What acts on a round share: one at a time, and from the stage that it is in."""

from forebygg.followup.errors import WrongStage
from forebygg.followup.models import Round
from forebygg.followup.rules.stages import Stage
from forebygg.organisation.services.placing import lock


def locked(of: Round, *stages: Stage) -> Round:
    """The round as it stands now, and nobody else's act until this one is done. Raises WrongStage."""
    lock(of.municipality)
    rounds = Round.objects.of(of.municipality).select_related("municipality", "plan", "previous")
    found: Round = rounds.get(pk=of.pk)
    if found.stage not in stages:
        raise WrongStage
    return found
