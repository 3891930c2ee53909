"""A meeting."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from forebygg.decisions.selectors.meetings import meeting_page
from forebygg.decisions.views.visits import visited
from forebygg.organisation.visits import Visit


@require_safe
def meeting(request: Visit, municipality: str, case: int, meeting: int) -> HttpResponse:  # noqa: ARG001
    """Where and when a body met, who was there at which paragraph, and what it took up."""
    folder = visited(request, case)
    page = meeting_page(folder, meeting, today=timezone.localdate())
    if page is None:
        raise Http404
    context = {"case": folder.case, "folder": folder, "meeting": page.meeting, "page": page}
    return render(request, "decisions/meeting.html", context)
