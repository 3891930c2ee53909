"""A meeting."""

from typing import Final

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from forebygg.decisions.selectors.meetings import items_of, meeting_at, meeting_page
from forebygg.decisions.views.visits import visited
from forebygg.organisation.visits import Visit
from forebygg.web.pagination import paginate

# Nearly every meeting's items on one page.
ITEMS_A_PAGE: Final = 100


@require_safe
def meeting(request: Visit, municipality: str, case: int, meeting: int) -> HttpResponse:  # noqa: ARG001
    """Where and when a body met, who was there at which paragraph, and what it took up."""
    folder = visited(request, case)
    found = meeting_at(folder, meeting)
    if found is None:
        raise Http404
    items = paginate(items_of(folder, found), request, size=ITEMS_A_PAGE)
    page = meeting_page(folder, found, items.rows, today=timezone.localdate())
    context = {"case": folder.case, "folder": folder, "meeting": found, "items": items, "page": page}
    return render(request, "decisions/meeting.html", context)
