"""What an address names; 404 where there is nothing of the kind to see."""

from django.http import QueryDict
from django.shortcuts import get_object_or_404

from forebygg.followup import permissions
from forebygg.followup.models import Round
from forebygg.organisation.permissions import Permission
from forebygg.organisation.visits import Visit, gate


def round_of(request: Visit, number: int, permission: Permission = permissions.SEE) -> Round:
    """The round of that number, for whoever has that right."""
    gate(request, permission)
    of = Round.objects.of(request.municipality).select_related("plan", "previous", "closed_by")
    found: Round = get_object_or_404(of, number=number)
    found.municipality = found.plan.municipality = request.municipality
    return found


def posted(request: Visit) -> QueryDict | None:
    """What was sent, if anything was."""
    return request.POST if request.method == "POST" else None
