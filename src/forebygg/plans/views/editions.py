"""The plan to read: its newest edition, or one of the earlier."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from forebygg.organisation.visits import Visit
from forebygg.plans import contract
from forebygg.plans.models import Edition
from forebygg.plans.selectors.reading import reading
from forebygg.plans.views.finding import Found, plan_of


@require_safe
def plan(request: Visit, municipality: str, number: int) -> HttpResponse:  # noqa: ARG001 - named by the address
    found = plan_of(request, number)
    return _page(request, found, found.among.editions[-1])


@require_safe
def edition(request: Visit, municipality: str, number: int, edition: int) -> HttpResponse:  # noqa: ARG001
    found = plan_of(request, number)
    return _page(request, found, found.edition(edition))


def _page(request: Visit, found: Found, shown: Edition) -> HttpResponse:
    told = reading(found.plan, shown, found.among, seen_by=found.viewer)
    return render(request, "plans/edition.html", {"reading": told, "plan": found.plan})


@require_safe
def edition_json(request: Visit, municipality: str, number: int, edition: int) -> HttpResponse:  # noqa: ARG001
    found = plan_of(request, number)
    one = found.edition(edition)
    told = contract.edition(one, found.among.standings.get(one.pk))
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 2})
