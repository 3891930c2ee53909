"""What an address names, as far as the one who asks may see it; 404 otherwise."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404

from forebygg.organisation.permissions import Viewer
from forebygg.organisation.visits import Visit
from forebygg.plans.models import Edition, Plan
from forebygg.plans.selectors.editions import Shelf, shelf


@dataclass(frozen=True)
class Found:
    """A plan with the editions that the visitor may see."""

    plan: Plan
    among: Shelf
    viewer: Viewer

    def edition(self, number: int) -> Edition:
        """The edition of that number; 404 when there is none to see."""
        found = self.among.edition(number)
        if found is None:
            raise Http404
        return found


def plan_of(request: Visit, number: int) -> Found:
    """The plan of that number; 404 when no edition of it may be seen."""
    municipality, viewer = request.municipality, request.viewer
    plan = get_object_or_404(Plan.objects.of(municipality), number=number)
    plan.municipality = municipality
    # A plan is seen by whoever sees an edition of it, so that nothing is asked twice.
    among = shelf(plan, seen_by=viewer)
    if not among.editions:
        raise Http404
    return Found(plan, among, viewer)
