"""All plans of the municipality."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from forebygg.organisation.visits import Visit
from forebygg.plans.selectors.editions import plan_rows


@require_safe
def plans(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001 - named by the address
    rows = plan_rows(request.municipality, seen_by=request.viewer)
    return render(request, "plans/plans.html", {"rows": rows})
