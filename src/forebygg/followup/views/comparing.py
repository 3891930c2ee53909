"""Two rounds beside each other, and what explains each difference."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from forebygg.followup.selectors.comparing import Compared
from forebygg.followup.views.finding import round_of
from forebygg.organisation.visits import Visit
from forebygg.web.numbers import whole_number
from forebygg.web.pagination import paginate_all


@require_safe
def compare(request: Visit, municipality: str, number: int, against: int) -> HttpResponse:  # noqa: ARG001
    """The commitments and goals that differ; `?board=` shows the units of one board."""
    one, other = round_of(request, number), round_of(request, against)
    if one == other or one.plan_id != other.plan_id:
        raise Http404
    compared = Compared(one, other)
    context: dict[str, object] = {"round": one, "against": other, "compared": compared}
    board = whole_number(request.GET.get("board"))
    if board is not None:
        found = compared.board(board)
        if found is None:
            raise Http404
        context |= {"found": found, "page": paginate_all(found.rows, request)}
        return render(request, "followup/compare_board.html", context)
    differing = [row for row in compared.points if row.differs]
    context |= {
        "page": paginate_all(differing, request),
        "same": len(compared.points) - len(differing),
        "boards": _boards(compared),
    }
    return render(request, "followup/compare.html", context)


def _boards(compared: Compared) -> list[tuple[int, str]]:
    """Every board of either round, by name."""
    named = [(number, name) for number, name in compared.boards.items() if number]
    return sorted(named, key=lambda told: told[1].casefold())
