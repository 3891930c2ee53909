"""What an address names, as far as the one who asks may see it; 404 otherwise."""

from dataclasses import dataclass
from typing import cast

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from forebygg.accounts.models import Municipality
from forebygg.papers.models import Viewer
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


def municipality_of(request: HttpRequest) -> Municipality:
    """The municipality that the address names."""
    return cast("Municipality", getattr(request, "municipality"))  # noqa: B009 - HttpRequest has no such attribute


def viewer_of(request: HttpRequest) -> Viewer:
    """Who asks."""
    return cast("Viewer", request.user)


def plan_of(request: HttpRequest, number: int) -> Found:
    """The plan of that number; 404 when no edition of it may be seen."""
    municipality, viewer = municipality_of(request), viewer_of(request)
    plan = get_object_or_404(Plan.objects.of(municipality).visible_to(viewer), number=number)
    plan.municipality = municipality
    among = shelf(plan, seen_by=viewer)
    if not among.editions:
        raise Http404
    return Found(plan, among, viewer)
