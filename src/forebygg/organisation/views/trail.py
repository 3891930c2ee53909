"""The audit trail: read, narrowed, and taken away as a file."""

from typing import Final

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods

from forebygg.organisation.permissions import READ_AUDIT
from forebygg.organisation.selectors import stretches
from forebygg.organisation.selectors import trail as selectors
from forebygg.organisation.services.trail import Form, export
from forebygg.organisation.visits import Visit, gate, who_acts

_TYPES: Final[dict[Form, str]] = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/x-ndjson; charset=utf-8",
}


@require_http_methods(["GET", "HEAD", "POST"])
def trail(request: Visit, municipality: str) -> HttpResponseBase:  # noqa: ARG001 - request.municipality
    """Every act, newest first; posting takes a copy of what is shown."""
    gate(request, READ_AUDIT)
    if request.method == "POST":
        return _copy(request)
    return _page(request)


def _page(request: Visit) -> HttpResponse:
    asked = selectors.Asked.of(request.GET)
    stretch = stretches.stretch(request.municipality, request.viewer, asked, request.GET)
    context = {
        "asked": asked,
        "choices": selectors.choices(request.municipality),
        "stretch": stretch,
        "count": stretches.count(request.municipality, request.viewer, asked),
        "counted": stretches.COUNTED,
        "told": selectors.tell(stretch.entries, request.municipality, request.viewer),
    }
    return render(request, "organisation/trail.html", context)


def _copy(request: Visit) -> StreamingHttpResponse:
    """As long as the trail may be, the answer begins at once."""
    form: Form = "csv" if request.POST.get("form") == "csv" else "jsonl"
    asked = selectors.Asked.of(request.POST)
    copy = export(asked, form, within=request.municipality, by=who_acts(request))
    answer = StreamingHttpResponse(iter(copy), content_type=_TYPES[form])
    name = f"{request.municipality.slug}-audit-{timezone.localdate().isoformat()}.{form}"
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return answer
