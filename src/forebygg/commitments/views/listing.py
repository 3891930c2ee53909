"""All commitments: as a page, and as JSON."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from forebygg.commitments import permissions
from forebygg.commitments.contract import commitment_json
from forebygg.commitments.marks import LACKS, SIGNS
from forebygg.commitments.models import Level
from forebygg.commitments.rules.extent import MEANS, TOOTHLESS
from forebygg.commitments.rules.states import Sign
from forebygg.commitments.selectors.extent import extent_of
from forebygg.commitments.selectors.following import waiting
from forebygg.commitments.selectors.listing import Asked, listing
from forebygg.commitments.selectors.settling import seen_proposals, to_settle
from forebygg.organisation.visits import Visit, gate
from forebygg.web.pagination import paginate_all


@require_safe
def commitments(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """Those that are asked for, with what holds of each."""
    gate(request, permissions.SEE)
    asked = Asked.of(request.GET)
    extent = extent_of(request.municipality)
    found = listing(request.municipality, asked, today=timezone.localdate())
    context = {
        "asked": asked,
        "extent": extent,
        "follow": len(waiting(request.municipality)),
        "lacks": [(lack, words) for lack, words in LACKS.items() if extent.shows(lack)],
        "levels": Level.choices if extent.shows("level") else (),
        "listing": found,
        "page": paginate_all(found.found, request),
        "means": extent.shows(MEANS),
        "proposals": seen_proposals(request.municipality, request.viewer) if extent.shows(TOOTHLESS) else (),
        "settling": to_settle(request.municipality, request.viewer),
        "signs": [(sign, mark.words) for sign, mark in SIGNS.items()],
        "Sign": Sign,
    }
    return render(request, "commitments/commitments.html", context)


@require_safe
def commitments_json(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001
    """The same list, whole, in words that programs read."""
    gate(request, permissions.SEE)
    found = listing(request.municipality, Asked.of(request.GET), today=timezone.localdate())
    told = {"commitments": [commitment_json(row) for row in found.found]}
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 2})
