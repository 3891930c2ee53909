"""All plans of the municipality."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from forebygg.plans.selectors.editions import plan_rows
from forebygg.plans.views.finding import municipality_of, viewer_of


@require_safe
def plans(request: HttpRequest, municipality: str) -> HttpResponse:  # noqa: ARG001 - named by the address
    rows = plan_rows(municipality_of(request), seen_by=viewer_of(request))
    return render(request, "plans/plans.html", {"rows": rows})
