"""What the reader misread, corrected beside the original."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from forebygg.casefile.amending import KINDS, Correction, KindName
from forebygg.decisions import permissions
from forebygg.decisions.errors import CaseKeptChanging
from forebygg.decisions.forms.correcting import FactForm
from forebygg.decisions.selectors import correcting
from forebygg.decisions.selectors.folder import Folder
from forebygg.decisions.services.correcting import correct as apply
from forebygg.decisions.services.correcting import withdraw
from forebygg.decisions.views.visits import visited
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.papers.models import Paper
from forebygg.web.numbers import whole_number

ADDED = [name for name, kind in KINDS.items() if "add" in kind.acts and name != "heading"]


def _opened(request: Visit, case: int, paper: int) -> tuple[Folder, Paper]:
    """The case and the paper, for those who may correct it; to others it has no such page."""
    gate(request, permissions.CORRECT)
    folder = visited(request, case)
    found = next((one for one in folder.papers.values() if one.number == paper), None)
    if found is None:
        raise Http404
    return folder, found


@require_http_methods(["GET", "POST"])
def corrections(request: Visit, municipality: str, case: int) -> HttpResponse:  # noqa: ARG001
    """Every correction of the case, each with a way to take it back."""
    gate(request, permissions.CORRECT)
    folder = visited(request, case)
    of = folder.case
    if request.method == "POST":
        made = correcting.correction_at(folder, _number(request.POST.get("withdraw")))
        if made is None:
            raise Http404
        withdraw(made, by=who_acts(request))
        messages.success(
            request, _("The correction is withdrawn, and the case has been read again without it.")
        )
        return redirect("decisions:corrections", of.municipality.slug, of.number)
    context = {"case": of, "corrections": correcting.corrections_of(folder)}
    return render(request, "decisions/corrections.html", context)


def _number(text: str | None) -> int:
    number = whole_number(text)
    if number is None:
        raise Http404
    return number


@require_http_methods(["GET"])
def choose(request: Visit, municipality: str, case: int, paper: int) -> HttpResponse:  # noqa: ARG001
    """Everything that was read from the paper, each with a way to correct it."""
    folder, of = _opened(request, case, paper)
    context = {
        "paper": of,
        "facts": correcting.correctables(folder, of),
        "kinds": [KINDS[name] for name in ADDED],
    }
    return render(request, "decisions/correct_choose.html", context)


@require_http_methods(["GET", "POST"])
def correct(request: Visit, municipality: str, case: int, paper: int) -> HttpResponse:  # noqa: ARG001
    """One fact, or one line, or a fact that the reader missed, beside the lines of the original."""
    folder, of = _opened(request, case, paper)
    line = _number(request.GET.get("line"))
    if not of.first_line <= line <= of.last_line:
        raise Http404
    if "add" in request.GET:
        return _add(request, of, line)
    if request.GET.get("kind") == "line":
        return _line(request, of, line)
    return _fact(request, folder, of, line)


def _fact(request: Visit, folder: Folder, paper: Paper, line: int) -> HttpResponse:
    asked = request.GET.get("kind", ""), line, _number(request.GET.get("which", "0"))
    fact = correcting.correctable_at(folder, paper, *asked)
    if fact is None:
        raise Http404
    form = FactForm(fact.fields, _typed(request))
    may_remove = "remove" in fact.kind.acts
    made: list[Correction] | None = None
    if may_remove and "remove" in request.POST:
        made = [Correction(**fact.anchor._asdict(), act="remove")]
    elif form.is_valid():
        made = form.corrections(fact.anchor)
    return _answer(request, paper, form, made, fact.lines, {"fact": fact, "may_remove": may_remove})


def _add(request: Visit, paper: Paper, line: int) -> HttpResponse:
    name = cast("KindName", request.GET["add"])
    if name not in ADDED:
        raise Http404
    form = FactForm(correcting.missing_fact(name), _typed(request))
    anchor = correcting.line_of(paper, line, name)
    made = [Correction(**anchor._asdict(), act="add", value=form.cleaned_data)] if form.is_valid() else None
    return _answer(request, paper, form, made, (line, line), {"adding": KINDS[name]})


def _line(request: Visit, paper: Paper, line: int) -> HttpResponse:
    [field] = KINDS["line"].fields
    [(_at, text)] = correcting.sheet(paper, line, line, around=0)
    form = FactForm([(field, text)], _typed(request))
    anchor = correcting.line_of(paper, line, "line")
    made = form.corrections(anchor) if form.is_valid() else None
    return _answer(request, paper, form, made, (line, line), {"line": line})


def _typed(request: Visit) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _answer(
    request: Visit,
    paper: Paper,
    form: FactForm,
    made: list[Correction] | None,
    lines: tuple[int, int],
    context: dict[str, object],
) -> HttpResponse:
    """The form, with what was typed, until its corrections could be kept; then the list of them."""
    if made is not None:
        try:
            if made:
                apply(paper.case, made, by=who_acts(request))
        except CaseKeptChanging as error:
            form.add_error(None, error.told(_))
        else:
            said = _("The correction is made, and the case has been read again with it.")
            messages.success(request, said if made else _("Nothing was changed."))
            return redirect("decisions:corrections", request.municipality.slug, paper.case.number)
    known = {"paper": paper, "form": form, "sheet": correcting.sheet(paper, *lines), "lines": lines}
    return render(request, "decisions/correct.html", known | context, status=422 if form.errors else 200)
