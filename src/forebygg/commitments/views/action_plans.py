"""A unit's action plan, and every one that has been laid before its board."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from forebygg.commitments import permissions
from forebygg.commitments.contract import action_plan_json
from forebygg.commitments.rules.contents import UnitContent
from forebygg.commitments.selectors.action_plans import edition_of, frozen, unit_page
from forebygg.commitments.selectors.summing import boards, compared
from forebygg.commitments.views.finding import action_plan_of, unit_of
from forebygg.organisation.visits import Visit, gate
from forebygg.web.numbers import whole_number
from forebygg.web.pagination import paginate_all

_UNITS = 25


@require_safe
def action_plan(request: Visit, municipality: str, unit: int) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """What the unit is to do now, what of that its board has decided, and what has changed since."""
    gate(request, permissions.SEE)
    of = unit_of(request, unit)
    page = unit_page(of, today=timezone.localdate())
    in_force = page.standing.in_force
    context = {
        "unit": of,
        "page": page,
        "edition": edition_of(in_force, request.viewer) if in_force else None,
        "may_decide": request.viewer.may(permissions.RECORD_DECISION, at=of),
        "may_review": request.viewer.may(permissions.REVIEW, at=of),
    }
    return render(request, "commitments/action_plan.html", context)


@require_safe
def action_plan_as_json(request: Visit, municipality: str, unit: int) -> HttpResponse:  # noqa: ARG001
    """The same for programs: what it would hold today, as action_plan.schema.json says."""
    gate(request, permissions.SEE)
    page = unit_page(unit_of(request, unit), today=timezone.localdate())
    return as_json(action_plan_json(page.draft))


@require_safe
def decided(request: Visit, municipality: str, action_plan: int) -> HttpResponse:  # noqa: ARG001
    """One as it was proposed: a unit's, or the municipality's as a document."""
    gate(request, permissions.SEE)
    plan = action_plan_of(request, action_plan)
    content = frozen(plan)
    context = {
        "plan": plan,
        "content": content,
        "edition": edition_of(plan, request.viewer),
        "reviews": plan.reviews.select_related("recorded_by").order_by("-on"),
        "may_decide": request.viewer.may(permissions.recording(plan.unit), at=plan.unit),
        "may_review": request.viewer.may(permissions.reviewing(plan.unit), at=plan.unit),
    }
    is_of_unit = isinstance(content, UnitContent)
    name = "commitments/decided.html" if is_of_unit else "commitments/document.html"
    return render(request, name, context)


@require_safe
def decided_as_json(request: Visit, municipality: str, action_plan: int) -> HttpResponse:  # noqa: ARG001
    """The same for programs."""
    gate(request, permissions.SEE)
    plan = action_plan_of(request, action_plan)
    return as_json(action_plan_json(frozen(plan), plan))


@require_safe
def action_plans(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001
    """By board, how far the units' plans have come; a board opens into its units."""
    gate(request, permissions.SEE)
    within, today = request.municipality, timezone.localdate()
    found = boards(within, today=today)
    asked = whole_number(request.GET.get("board"))
    opened = next((row for row in found if row.board and row.board.number == asked), None)
    context: dict[str, Any] = {"boards": found, "opened": opened}
    if opened:
        page = paginate_all(opened.rows, request, size=_UNITS)
        context |= {
            "page": page,
            "rows": compared(page.rows, within, today=today),
            "may_decide": request.viewer.may(permissions.RECORD_DECISION, at=opened.board),
        }
    return render(request, "commitments/action_plans.html", context)


def as_json(told: dict[str, Any]) -> JsonResponse:
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 2})
