"""The dates board of a case."""

from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from forebygg.decisions.selectors.dates import board_meetings, cards_of, dates_board
from forebygg.decisions.views.visits import visited
from forebygg.organisation.visits import Visit
from forebygg.web.pagination import paginate

# Of each meeting every item is asked whether it may be appealed.
MEETINGS_A_PAGE: Final = 10


@require_safe
def dates(request: Visit, municipality: str, case: int) -> HttpResponse:  # noqa: ARG001
    """What is printed of each meeting beside what the law makes of it."""
    folder = visited(request, case)
    page = paginate(board_meetings(folder), request, size=MEETINGS_A_PAGE)
    rows = dates_board(folder, page.rows, today=timezone.localdate())
    context = {"case": folder.case, "folder": folder, "page": page, "rows": rows, "cards": cards_of(rows)}
    return render(request, "decisions/dates.html", context)
