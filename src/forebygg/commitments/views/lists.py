"""A coordinator's own list of measures: the file, its columns, what it would do, and go.

The file travels in the form from step to step: nothing is stored before somebody says so.
"""

from collections.abc import Sequence
from typing import Final

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from forebygg.commitments import permissions
from forebygg.commitments.forms import lists as asking
from forebygg.commitments.rules.lists.heads import Column
from forebygg.commitments.selectors.lists.comparing import Comparison, Effect, ReadAs, compare
from forebygg.commitments.selectors.lists.meaning import How
from forebygg.commitments.selectors.lists.meaning import questions as asked_about
from forebygg.commitments.selectors.lists.table import Table, remembered, table
from forebygg.commitments.selectors.lists.telling import Told, told
from forebygg.commitments.services.lists import read_list
from forebygg.core.errors import CodedError
from forebygg.organisation.forms.importing import UploadForm
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.web.numbers import whole_number

_SIZE: Final = 100
_FAULTS: Final = "faults"


@require_http_methods(["GET", "HEAD", "POST"])
def read_in(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """The steps, told apart by what is posted."""
    gate(request, permissions.CHANGE)
    if request.method != "POST":
        return _first(request, UploadForm())
    is_kept = "kept" in request.POST
    form = asking.ListForm(request.POST) if is_kept else UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        lost = [str(error) for errors in form.errors.values() for error in errors]
        return _first(request, _refused(lost[0]) if is_kept else form)
    data: bytes = form.cleaned_data["kept" if is_kept else "file"]
    name = form.cleaned_data["called"] if is_kept else request.FILES["file"].name or ""  # type: ignore[union-attr]
    try:
        of = table(data, form.cleaned_data.get("head"))
    except CodedError as error:
        return _first(request, _refused(asking.told(error)))
    return Steps(request, data, name[:200], of).answer()


class Steps:
    """What comes after the file: its columns, unless they are known, and then what it would do."""

    def __init__(self, request: Visit, data: bytes, name: str, of: Table) -> None:
        self.request, self.data, self.name, self.table = request, data, name, of

    def answer(self) -> HttpResponse:
        """The page of the step that comes next."""
        sent = self.request.POST
        known = remembered(self.request.municipality, self.table)
        if not asking.are_chosen(sent):
            return self._preview(known) if known else self._columns(self.table.proposed())
        if "anew" in sent:
            return self._columns(self.table.proposed())
        try:
            columns = asking.columns_of(self.table, sent)
        except CodedError as error:
            return self._columns(self._as_sent(), asking.told(error))
        return self._columns(columns) if "columns" in sent else self._preview(columns)

    def _as_sent(self) -> list[Column | None]:
        told_ = [self.request.POST.get(f"c{place}", "") for place in range(len(self.table.heads))]
        return [Column(one) if one in {*Column} else None for one in told_]

    def _columns(self, columns: Sequence[Column | None], refusal: str = "") -> HttpResponse:
        context = {
            "columns": [asking.ColumnRow(self.table, place, one) for place, one in enumerate(columns)],
            "carried": [pair for pair in asking.carried(self.request.POST) if pair[0].startswith("w-")],
            "form": self._form(),
            "name": self.name,
            "refusal": refusal,
            "table": self.table,
        }
        return render(self.request, "commitments/list_columns.html", context, status=422 if refusal else 200)

    def _preview(self, columns: Sequence[Column | None]) -> HttpResponse:
        sent = self.request.POST
        leaving = asking.LeaveForm(sent if "out" in sent else {"out": ""})
        leave = leaving.cleaned_data["out"] if leaving.is_valid() else frozenset[int]()
        read_as = asking.read_as(columns, sent, leave)
        found = compare(self.request.municipality, self.table, read_as)
        doubtful = found.doubtful
        is_agreed = not doubtful or "agree" in sent
        unanswered = False
        if "confirm" in sent and leaving.is_valid() and not found.faults:
            if is_agreed:
                return self._stored(read_as)
            unanswered = True
        return self._second(found, leaving, unanswered=unanswered)

    def _stored(self, read_as: ReadAs) -> HttpResponse:
        request = self.request
        try:
            found = read_list(request.municipality, self.table, read_as, name=self.name, by=who_acts(request))
        except CodedError as error:  # somebody has changed the organisation meanwhile
            return _first(request, _refused(asking.told(error)))
        if not found.changes_anything:
            messages.info(request, gettext("All of this was there already. Nothing was stored."))
        else:
            words = gettext("Commitments added: {added}. Changed: {changed}. Left without an owner: {left}.")
            counts = {
                "added": len(found.of(Effect.ADDED)),
                "changed": len(found.of(Effect.CHANGED)),
                "left": len(found.ownerless),
            }
            messages.success(request, words.format(**counts))
        return redirect("commitments:commitments", request.municipality.slug)

    def _second(self, found: Comparison, leaving: forms.Form, *, unanswered: bool) -> HttpResponse:
        sent = self.request.POST
        counts = {_FAULTS: len(found.faults)} | {effect.value: len(found.of(effect)) for effect in Effect}
        titles = {
            _FAULTS: gettext("Needs you"),
            Effect.ADDED: gettext("New"),
            Effect.CHANGED: gettext("Changed"),
            Effect.UNCHANGED: gettext("Already there"),
        }
        asked = sent.get("show", "")
        first = next((key for key, count in counts.items() if count), Effect.ADDED.value)
        shown = asked if counts.get(asked) else first
        last = max(1, -(-counts[shown] // _SIZE))
        number = min(max(1, whole_number(sent.get("page")) or 1), last)
        part = slice((number - 1) * _SIZE, number * _SIZE)
        questions = asking.questions(asked_about(found.said), found.organisation)
        context = {
            "carried": self._carried(found, [one.said.name for one in questions]),
            "doubtful": found.doubtful,
            "faults": [(fault.number, fault.what.told(gettext)) for fault in found.faults[part]]
            if shown == _FAULTS
            else (),
            "form": self._form(),
            "found": found,
            "known": [one for one in questions if one.said.how is not How.UNKNOWN],
            "last": last,
            "leaving": leaving,
            "name": self.name,
            "number": number,
            "parts": [(key, titles[key], count, key == shown) for key, count in counts.items() if count],
            "rows": self._rows(found, shown, part),
            "shown": shown,
            "unanswered": unanswered,
            "unknown": [one for one in questions if one.said.how is How.UNKNOWN],
        }
        wrong = unanswered or bool(found.faults) or bool(leaving.errors)
        return render(self.request, "commitments/list_preview.html", context, status=422 if wrong else 200)

    def _rows(self, found: Comparison, shown: str, part: slice) -> list[Told]:
        if shown == _FAULTS:
            return []
        return [told(row) for row in found.of(Effect(shown))[part]]

    def _carried(self, found: Comparison, asked: Sequence[str]) -> list[tuple[str, str]]:
        """The columns, whether they were chosen now or before, and choices that the page does not show."""
        columns = [(f"c{place}", column or "") for place, column in enumerate(found.columns)]
        rest = asking.carried(self.request.POST, but=asked)
        return [*columns, *(pair for pair in rest if pair[0].startswith("w-"))]

    def _form(self) -> asking.ListForm:
        head = self.table.rows[self.table.head].number
        kept = asking.ListForm.packed(self.data)
        return asking.ListForm(initial={"kept": kept, "called": self.name, "head": head})


def _first(request: Visit, form: forms.Form) -> HttpResponse:
    return render(request, "commitments/list.html", {"form": form}, status=422 if form.errors else 200)


def _refused(why: str) -> UploadForm:
    form = UploadForm({})
    form.errors.clear()
    form.add_error("file", why)
    return form
