"""What the reader misread, corrected beside the original."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from forebygg.accounts.models import User
from forebygg.casefile.amending import KINDS, Correction, CorrectionError, KindName
from forebygg.casefile.amending.anchors import Anchor
from forebygg.decisions import permissions
from forebygg.decisions.forms.correcting import FactForm
from forebygg.decisions.selectors import correcting
from forebygg.decisions.services.correcting import correct as apply
from forebygg.decisions.services.correcting import withdraw
from forebygg.decisions.views.visits import Visit
from forebygg.papers.models import Case, Paper

ADDED = [name for name, kind in KINDS.items() if "add" in kind.acts and name != "heading"]


def _paper(request: Visit, case: int, paper: int) -> Paper:
    """The paper, for those who may correct it; to others it has no such page."""
    if not permissions.CORRECT.allows(request.user, within=request.municipality):
        raise Http404
    papers = Paper.objects.of(request.municipality).select_related("municipality", "case", "original")
    return get_object_or_404(papers, case__number=case, number=paper)


@require_http_methods(["GET", "POST"])
def corrections(request: Visit, municipality: str, case: int) -> HttpResponse:  # noqa: ARG001
    """Every correction of the case, each with a way to take it back."""
    if not permissions.CORRECT.allows(request.user, within=request.municipality):
        raise Http404
    of = get_object_or_404(Case.objects.of(request.municipality).select_related("municipality"), number=case)
    if request.method == "POST":
        made = get_object_or_404(
            of.corrections.select_related("municipality", "case", "original"),
            pk=_number(request.POST.get("withdraw")),
        )
        withdraw(made, by=cast("User", request.user))
        messages.success(
            request, _("The correction is withdrawn, and the case has been read again without it.")
        )
        return redirect("decisions:corrections", of.municipality.slug, of.number)
    context = {"case": of, "corrections": correcting.corrections_of(of)}
    return render(request, "decisions/corrections.html", context)


def _number(text: str | None) -> int:
    if text is None or not text.isdecimal():
        raise Http404
    return int(text)


@require_http_methods(["GET"])
def choose(request: Visit, municipality: str, case: int, paper: int) -> HttpResponse:  # noqa: ARG001
    """Everything that was read from the paper, each with a way to correct it."""
    of = _paper(request, case, paper)
    context = {
        "paper": of,
        "facts": correcting.correctables(of),
        "kinds": [KINDS[name] for name in ADDED],
    }
    return render(request, "decisions/correct_choose.html", context)


@require_http_methods(["GET", "POST"])
def correct(request: Visit, municipality: str, case: int, paper: int) -> HttpResponse:  # noqa: ARG001
    """One fact, or one line, or a fact that the reader missed, beside the lines of the original."""
    of = _paper(request, case, paper)
    asked = request.GET
    line = _number(asked.get("line"))
    if not of.first_line <= line <= of.last_line:
        raise Http404
    if "add" in asked:
        return _add(request, of, line)
    if asked.get("kind") == "line":
        return _line(request, of, line)
    fact = correcting.correctable_at(of, asked.get("kind", ""), line, _number(asked.get("which", "0")))
    if fact is None:
        raise Http404
    form = FactForm(fact.fields, request.POST if request.method == "POST" else None)
    removing = "remove" in request.POST and "remove" in fact.kind.acts
    if removing:
        corrections = [Correction(**fact.anchor._asdict(), act="remove")]
        return _done(request, of, corrections)
    if form.is_valid():
        corrections = [
            Correction(**fact.anchor._asdict(), field=name, value=value) for name, value in form.changed()
        ]
        return _done(request, of, corrections)
    context = {"fact": fact, "may_remove": "remove" in fact.kind.acts}
    return _shown(request, of, form, fact.lines, context)


def _add(request: Visit, paper: Paper, line: int) -> HttpResponse:
    name = cast("KindName", request.GET["add"])
    if name not in ADDED:
        raise Http404
    form = FactForm(correcting.missing_fact(name), request.POST if request.method == "POST" else None)
    if form.is_valid():
        anchor = Anchor(paper.original.name, line, name, 0, "")
        try:
            made = Correction(**anchor._asdict(), act="add", value=form.cleaned_data)
        except CorrectionError as error:
            form.add_error(None, error.told(_))
        else:
            return _done(request, paper, [made])
    return _shown(request, paper, form, (line, line), {"adding": KINDS[name]})


def _line(request: Visit, paper: Paper, line: int) -> HttpResponse:
    [field] = KINDS["line"].fields
    [(_number, text)] = correcting.sheet(paper, line, line, around=0)
    form = FactForm([(field, text)], request.POST if request.method == "POST" else None)
    if form.is_valid():
        anchor = Anchor(paper.original.name, line, "line", 0, "")
        corrections = [
            Correction(**anchor._asdict(), field=name, value=value) for name, value in form.changed()
        ]
        return _done(request, paper, corrections)
    return _shown(request, paper, form, (line, line), {"line": line})


def _shown(
    request: Visit, paper: Paper, form: FactForm, lines: tuple[int, int], context: dict[str, object]
) -> HttpResponse:
    known = {"paper": paper, "form": form, "sheet": correcting.sheet(paper, *lines), "lines": lines}
    return render(request, "decisions/correct.html", known | context, status=422 if form.errors else 200)


def _done(request: Visit, paper: Paper, corrections: list[Correction]) -> HttpResponse:
    case: Case = paper.case
    if corrections:
        apply(case, corrections, by=cast("User", request.user))
        messages.success(request, _("The correction is made, and the case has been read again with it."))
    else:
        messages.info(request, _("Nothing was changed."))
    return redirect(reverse("decisions:corrections", args=[request.municipality.slug, case.number]))
