"""The matrix as a spreadsheet: taken out for a board to fill in, and read in again.

The file travels in the form from step to step: nothing is stored before somebody says so.
"""

from collections.abc import Sequence
from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from forebygg.commitments import permissions
from forebygg.commitments.selectors import sheets as selectors
from forebygg.commitments.services.sheets import read_in
from forebygg.commitments.views.answering import saved
from forebygg.core.errors import CodedError
from forebygg.organisation.forms.importing import CarriedForm, UploadForm
from forebygg.organisation.models import Unit
from forebygg.organisation.spreadsheets.writing import csv_pieces, xlsx
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.web.numbers import whole_number
from forebygg.web.pagination import Page

_SIZE: Final = 100
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def cells_xlsx(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """All cells, or those of a board, as a workbook."""
    board = _board(request)
    rows = selectors.rows(request.municipality, board)
    return _file(xlsx(gettext("Answers"), selectors.columns(), rows), _XLSX, board, "xlsx")


@require_safe
def cells_csv(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001
    """The same as text with semicolons."""
    board = _board(request)
    pieces = csv_pieces(selectors.columns(), selectors.rows(request.municipality, board))
    return _file("".join(pieces).encode(), "text/csv; charset=utf-8", board, "csv")


@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: Visit, municipality: str) -> HttpResponse:
    """The file, what it would change, and go: told apart by what is posted."""
    gate(request, permissions.READ_IN)
    if request.method != "POST":
        return _first(request, UploadForm())
    is_kept = "kept" in request.POST
    form = CarriedForm(request.POST) if is_kept else UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        lost = [str(error) for errors in form.errors.values() for error in errors]
        return _first(request, _refused(lost[0]) if is_kept else form)
    data: bytes = form.cleaned_data["kept" if is_kept else "file"]
    try:
        found = selectors.compare(request.municipality, data)
        doubtful = found.doubtful
        is_agreed = not doubtful or "agree" in request.POST
        if "confirm" in request.POST and not found.faults and is_agreed:
            answers = read_in(
                data, within=request.municipality, on=timezone.localdate(), by=who_acts(request)
            )
            messages.success(request, saved(len(answers)))
            return redirect("commitments:matrix", municipality)
    except CodedError as error:
        return _first(request, _refused(error.told(gettext)))
    return _second(request, data, found, doubtful)


def _board(request: Visit) -> Unit | None:
    """The one that is asked for; 404 when there is no such."""
    gate(request, permissions.SEE)
    if not (asked := request.GET.get("board")):
        return None
    return get_object_or_404(Unit.objects.of(request.municipality), number=whole_number(asked) or 0)


def _file(data: bytes, kind: str, board: Unit | None, ending: str) -> HttpResponse:
    day = timezone.localdate().isoformat()
    parts = [slugify(gettext("Answers")), slugify(board.name) if board else "", day]
    name = "-".join(filter(None, parts))
    told = HttpResponse(data, content_type=kind)
    told["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{name}.{ending}")
    return told


def _first(request: Visit, form: UploadForm | CarriedForm) -> HttpResponse:
    return render(request, "commitments/sheet.html", {"form": form}, status=422 if form.errors else 200)


def _refused(why: str) -> UploadForm:
    form = UploadForm({})
    form.errors.clear()
    form.add_error("file", why)
    return form


def _second(
    request: Visit, data: bytes, found: selectors.Comparison, doubtful: Sequence[int]
) -> HttpResponse:
    told = found.faults or found.differences
    last = max(1, -(-len(told) // _SIZE))
    number = min(max(1, whole_number(request.POST.get("page")) or 1), last)
    part = slice((number - 1) * _SIZE, number * _SIZE)
    unanswered = "confirm" in request.POST and not found.faults
    context = {
        "differences": () if found.faults else found.differences[part],
        "doubtful": doubtful,
        "faults": [(fault.number, fault.what.told(gettext)) for fault in found.faults[part]],
        "found": found,
        "kept": CarriedForm(initial={"kept": CarriedForm.packed(data)}),
        "page": Page(told[part], number, len(told), _SIZE, request.GET),
        "unanswered": unanswered,
    }
    status = 422 if unanswered or found.faults else 200
    return render(request, "commitments/sheet_preview.html", context, status=status)
