"""A paper with its lines, and the file it came in."""

from typing import Final

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from forebygg.decisions.selectors.papers import may_download, paper_page
from forebygg.decisions.views.visits import visited
from forebygg.organisation.visits import Visit
from forebygg.papers.models import Content, Original

_TYPES: Final = {
    Original.Form.TEXT: "text/plain",
    Original.Form.PDF: "application/pdf",
    Original.Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@require_safe
def paper(request: Visit, municipality: str, case: int, paper: int) -> HttpResponse:  # noqa: ARG001
    """The paper's lines as they were received, each with what was read from it."""
    folder = visited(request, case)
    page = paper_page(folder, paper, request.GET)
    if page is None:
        raise Http404
    context = {"case": folder.case, "folder": folder, "paper": page.paper, "page": page}
    return render(request, "decisions/paper.html", context)


@require_safe
def original(request: Visit, municipality: str, case: int, original: int) -> HttpResponse:  # noqa: ARG001
    """The file byte by byte, to be kept and never to be run: the browser is told not to guess what it is."""
    folder = visited(request, case)
    found = get_object_or_404(Original.objects.filter(case=folder.case).defer("text"), pk=original)
    if not may_download(found, folder.viewer):
        raise Http404
    data = Content.objects.values_list("data", flat=True).get(original=found)
    kind = _TYPES[Original.Form(found.form)]
    if found.form == Original.Form.TEXT:
        kind = f"{kind}; charset={found.encoding or 'utf-8'}"
    answer = HttpResponse(bytes(data), content_type=kind)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=found.name) or ""
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
