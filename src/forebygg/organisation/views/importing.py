"""The organisation out of a spreadsheet: the file, what it would do, and go.

The file travels in the form from step to step: nothing is stored before somebody says so.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from forebygg.accounts.models import Municipality
from forebygg.core.errors import CodedError
from forebygg.organisation import permissions
from forebygg.organisation.forms.importing import FileForm, KeptForm
from forebygg.organisation.selectors.comparing import Comparison, Effect, compare, doubtful
from forebygg.organisation.services.importing import import_organisation
from forebygg.organisation.spreadsheets import Lines, read_lines, read_sheet
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.web.numbers import whole_number

_SIZE: Final = 100
_FAULTS: Final = "faults"


@require_http_methods(["GET", "POST"])
def import_(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """The steps, told apart by what is posted."""
    gate(request, permissions.ORGANISE)
    if request.method != "POST":
        return _first(request, FileForm(initial={"counted_on": timezone.localdate()}))
    is_kept = "kept" in request.POST
    form = KeptForm(request.POST) if is_kept else FileForm(request.POST, request.FILES)
    if not form.is_valid():
        lost = [str(error) for errors in form.errors.values() for error in errors]
        return _first(request, _refused(lost[0]) if is_kept else form)
    told = form.cleaned_data
    try:
        preview = Preview(request.municipality, told["kept" if is_kept else "file"], told["counted_on"])
        if "confirm" in request.POST and preview.may_be_stored(agreed="agree" in request.POST):
            return _stored(request, preview)
    except CodedError as error:
        return _first(request, _refused(error.told(_)))
    return _second(request, preview)


class Preview:
    """A file beside the organisation. Raises a SpreadsheetError when it is no such file."""

    def __init__(self, municipality: Municipality, data: bytes, counted_on: dt.date) -> None:
        self.data, self.counted_on = data, counted_on
        self.lines: Lines = read_lines(read_sheet(data))
        self.found: Comparison = compare(municipality, self.lines, counted_on=counted_on)

    @cached_property
    def doubtful(self) -> Sequence[str]:
        """Names of new staff groups that look like personal data."""
        return doubtful(self.found)

    def may_be_stored(self, *, agreed: bool) -> bool:
        return not self.found.faults and (agreed or not self.doubtful)


@dataclass(frozen=True)
class Part:
    """Some of what the preview tells, a page at a time."""

    key: str
    title: str
    count: int
    shown: bool


def _first(request: Visit, form: FileForm | KeptForm) -> HttpResponse:
    return render(request, "organisation/import.html", {"form": form}, status=422 if form.errors else 200)


def _refused(why: str) -> FileForm:
    form = FileForm({"counted_on": timezone.localdate()})
    form.errors.clear()
    form.add_error("file", why)
    return form


def _second(request: Visit, preview: Preview) -> HttpResponse:
    found = preview.found
    counts = {_FAULTS: len(found.faults)} | {effect.value: len(found.of(effect)) for effect in Effect}
    titles = {
        _FAULTS: _("To put right"),
        Effect.ADDED: _("Added"),
        Effect.CHANGED: _("Changed"),
        Effect.UNCHANGED: _("As before"),
    }
    asked = request.POST.get("show", "")
    first = next((key for key, count in counts.items() if count), Effect.ADDED.value)
    key = asked if asked in counts else first
    number = whole_number(request.POST.get("page")) or 1
    last = max(1, -(-counts[key] // _SIZE))
    number = min(max(1, number), last)
    cut = slice((number - 1) * _SIZE, number * _SIZE)
    unanswered = "confirm" in request.POST and not found.faults
    context = {
        "counted_on": preview.counted_on,
        "faults": [(fault.number, fault.what.told(_)) for fault in found.faults[cut]]
        if key == _FAULTS
        else (),
        "found": found,
        "kept": KeptForm.holding(preview.data, {"counted_on": preview.counted_on}),
        "last": last,
        "number": number,
        "parts": [Part(one, titles[one], count, one == key) for one, count in counts.items() if count],
        "preview": preview,
        "rows": () if key == _FAULTS else found.of(Effect(key))[cut],
        "shown": key,
        "unanswered": unanswered,
    }
    status = 422 if unanswered or found.faults else 200
    return render(request, "organisation/import_preview.html", context, status=status)


def _stored(request: Visit, preview: Preview) -> HttpResponse:
    found = import_organisation(
        request.municipality, preview.lines, counted_on=preview.counted_on, by=who_acts(request)
    )
    if found.changes_anything:
        told = _("Units added: {added}. Units changed: {changed}. Staff groups counted: {counted}.")
        messages.success(
            request,
            told.format(added=len(found.added), changed=len(found.changed), counted=len(found.counts)),
        )
    else:
        messages.info(request, _("All of this was there already. Nothing was stored."))
    return redirect("organisation:units", request.municipality.slug)
