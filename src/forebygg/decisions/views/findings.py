"""What a careful registrar would raise about a case."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from forebygg.decisions.selectors.findings import finding_groups
from forebygg.decisions.views.visits import visited
from forebygg.organisation.visits import Visit, staff_only


@require_safe
def findings(request: Visit, municipality: str, case: int) -> HttpResponse:  # noqa: ARG001
    """Every finding with the lines that show it; for staff, who can look before anybody is blamed."""
    staff_only(request)
    folder = visited(request, case)
    if not folder.is_whole:
        raise Http404
    context = {
        "case": folder.case,
        "folder": folder,
        "groups": finding_groups(folder, seen_by=request.viewer),
    }
    return render(request, "decisions/findings.html", context)
