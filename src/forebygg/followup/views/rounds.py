"""All rounds, and one of them: what has been answered, by board, and who is late."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from forebygg.followup import permissions
from forebygg.followup.contract import round_json
from forebygg.followup.selectors import rounds as selectors
from forebygg.followup.selectors.figures import figures
from forebygg.followup.views.finding import round_of
from forebygg.organisation.visits import Visit, gate
from forebygg.web.numbers import whole_number
from forebygg.web.pagination import paginate, paginate_all


@require_safe
def rounds(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """The newest first."""
    gate(request, permissions.SEE)
    page = paginate(selectors.rounds(request.municipality), request)
    for one in page.rows:
        one.municipality = request.municipality
    return render(
        request, "followup/rounds.html", {"page": page, "acts": request.viewer.may(permissions.REVIEW)}
    )


@require_safe
def round_page(request: Visit, municipality: str, number: int) -> HttpResponse:  # noqa: ARG001
    """What has been answered, by board; a board opens into its units."""
    found = round_of(request, number)
    board = whole_number(request.GET.get("board"))
    is_late = not found.is_closed and selectors.is_late(found, timezone.localdate())
    if board is not None:
        one = figures(found).board(board or None)
        if one is None:
            raise Http404
        units = sorted(one.units, key=lambda unit: (-unit.left, unit.name.casefold()))
        context = {"round": found, "board": one, "page": paginate_all(units, request), "is_late": is_late}
        return render(request, "followup/board.html", context)
    told = selectors.summary(found)
    context = {
        "round": found,
        "told": told,
        "page": paginate_all(told.boards, request),
        "is_late": is_late,
        "notes": selectors.notes(found) if found.is_closed else (),
        "others": selectors.closed_rounds(found),
    }
    return render(request, "followup/round.html", context)


@require_safe
def goals(request: Visit, municipality: str, number: int) -> HttpResponse:  # noqa: ARG001
    """Goal by goal, whether it came nearer."""
    found = round_of(request, number)
    told = figures(found).goals()
    return render(request, "followup/goals.html", {"round": found, "page": paginate_all(told, request)})


@require_safe
def round_data(request: Visit, municipality: str, number: int) -> HttpResponse:  # noqa: ARG001
    """All of it for programs, as round.schema.json describes it."""
    told = round_json(round_of(request, number))
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False})
