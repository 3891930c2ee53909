"""The dates board of a case."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from forebygg.decisions.selectors.dates import cards_of, dates_board
from forebygg.decisions.views.visits import visited
from forebygg.organisation.visits import Visit


@require_safe
def dates(request: Visit, municipality: str, case: int) -> HttpResponse:  # noqa: ARG001
    """What is printed of each meeting beside what the law makes of it."""
    folder = visited(request, case)
    rows = dates_board(folder, today=timezone.localdate())
    context = {"case": folder.case, "folder": folder, "rows": rows, "cards": cards_of(rows)}
    return render(request, "decisions/dates.html", context)
