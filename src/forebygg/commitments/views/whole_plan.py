"""The municipality's action plan: what it would hold now, and whether it is ready to be decided on."""

from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from forebygg.commitments import permissions
from forebygg.commitments.contract import action_plan_json
from forebygg.commitments.selectors.action_plans import edition_of, history
from forebygg.commitments.selectors.summing import boards, counted, whole_content, whole_standing
from forebygg.commitments.views.action_plans import as_json
from forebygg.law.cards import card
from forebygg.organisation.visits import Visit, gate

_CARDS: Final = ("action_plan", "action_plan_followed_up")


@require_safe
def whole(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """The sum of the units' plans by level and goal, the boards, and what is missing."""
    gate(request, permissions.SEE)
    within, today = request.municipality, timezone.localdate()
    found = boards(within, today=today)
    standing = whole_standing(within, today=today)
    context = {
        "boards": found,
        "content": whole_content(within, found, today=today),
        "standing": standing,
        "edition": edition_of(standing.in_force, request.viewer) if standing.in_force else None,
        "history": history(within, None),
        "cards": [one for key in _CARDS if (one := card(key, on=today))],
        "may_decide": request.viewer.may(permissions.RECORD_DECISION_OF_ALL),
    }
    return render(request, "commitments/whole_plan.html", context)


@require_safe
def document(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001
    """What would be laid before the body that decides, as a document to print."""
    gate(request, permissions.SEE)
    within, today = request.municipality, timezone.localdate()
    content = whole_content(within, counted(boards(within, today=today), within), today=today)
    return render(request, "commitments/document.html", {"content": content, "plan": None})


@require_safe
def whole_as_json(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001
    """The same for programs."""
    gate(request, permissions.SEE)
    within, today = request.municipality, timezone.localdate()
    content = whole_content(within, counted(boards(within, today=today), within), today=today)
    return as_json(action_plan_json(content))
