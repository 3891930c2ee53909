"""What an address names; 404 where there is nothing of the kind to see."""

from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404

from forebygg.commitments.models import ActionPlan, Commitment
from forebygg.organisation.models import Unit
from forebygg.organisation.visits import Visit
from forebygg.plans.models import Edition, Plan
from forebygg.plans.selectors.editions import shelf


def commitment_of(request: Visit, number: int) -> Commitment:
    """The commitment of that number."""
    of = Commitment.objects.of(request.municipality)
    found: Commitment = get_object_or_404(
        of.select_related("accountable", "owner__unit", "deputy__unit", "plan"), number=number
    )
    found.municipality = request.municipality
    return found


def unit_of(request: Visit, number: int) -> Unit:
    """The unit of that number, with its board."""
    of = Unit.objects.of(request.municipality).select_related("authority", "above")
    found: Unit = get_object_or_404(of, number=number)
    found.municipality = request.municipality
    return found


def action_plan_of(request: Visit, number: int) -> ActionPlan:
    """What has been laid before a board under that number."""
    of = ActionPlan.objects.of(request.municipality).select_related(
        "unit__authority", "edition__plan", "edition__paper", "review_by__unit", "proposed_by", "recorded_by"
    )
    found: ActionPlan = get_object_or_404(of, number=number)
    found.municipality = request.municipality
    return found


def edition_of(request: Visit, plan: int, number: int) -> Edition:
    """The edition of that number, if the visitor may see it."""
    of = Plan.objects.of(request.municipality).visible_to(request.viewer)
    found: Plan = get_object_or_404(of, number=plan)
    found.municipality = request.municipality
    edition = shelf(found, seen_by=request.viewer).edition(number)
    if edition is None:
        raise Http404
    return edition


def posted(request: Visit) -> QueryDict | None:
    """What was sent, if anything was."""
    return request.POST if request.method == "POST" else None
