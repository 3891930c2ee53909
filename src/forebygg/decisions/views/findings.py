"""What a careful registrar would raise about a case."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from forebygg.decisions.selectors.findings import finding_groups
from forebygg.decisions.views.visits import Visit, staff_only, visited


@require_safe
def findings(request: HttpRequest, municipality: str, case: int) -> HttpResponse:  # noqa: ARG001
    """Every finding with the lines that show it; for staff, who can look before anybody is blamed."""
    visit = cast(Visit, request)
    staff_only(visit)
    folder = visited(visit, case)
    context = {"case": folder.case, "folder": folder, "groups": finding_groups(folder)}
    return render(request, "decisions/findings.html", context)
