"""The list of cases, a case, and the case as JSON."""

from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from forebygg.decisions.selectors import cases as selector
from forebygg.decisions.selectors.export import case_parts
from forebygg.decisions.views.visits import visited
from forebygg.organisation.visits import Visit
from forebygg.web.downloads import json_download
from forebygg.web.pagination import paginate


@require_safe
def cases(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """All cases, newest first."""
    page = paginate(selector.cases(request.municipality, request.viewer), request)
    for case in page.rows:
        case.municipality = request.municipality
    rows = selector.case_rows(page.rows, request.viewer)
    return render(request, "decisions/cases.html", {"page": page, "rows": rows})


@require_safe
def case(request: Visit, municipality: str, case: int) -> HttpResponse:  # noqa: ARG001
    """How far a matter has come, and everything that its file holds."""
    folder = visited(request, case)
    context = {"case": folder.case, "folder": folder, "page": selector.case_page(folder)}
    return render(request, "decisions/case.html", context)


@require_safe
def case_json(request: Visit, municipality: str, case: int) -> FileResponse:  # noqa: ARG001
    """The same for programs, as casefile.schema.json describes it."""
    folder = visited(request, case)
    return json_download(case_parts(folder), f"{folder.case.municipality.slug}-{case}.json")
