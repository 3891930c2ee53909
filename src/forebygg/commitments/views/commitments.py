"""A commitment, and what is done with it."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from forebygg.commitments import permissions
from forebygg.commitments.forms import changing as changing_forms
from forebygg.commitments.forms.terms import TermsForm, of
from forebygg.commitments.models import Commitment
from forebygg.commitments.selectors import choices
from forebygg.commitments.selectors.concerning import choosable
from forebygg.commitments.selectors.extent import as_shown, extent_of
from forebygg.commitments.selectors.one import page, shares
from forebygg.commitments.services import changing
from forebygg.commitments.services.concerning import concern
from forebygg.commitments.views.finding import commitment_of, posted
from forebygg.organisation.permissions import Permission
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.web.forms import done
from forebygg.web.numbers import whole_number
from forebygg.web.pagination import paginate

_UNITS = 100


@require_safe
def commitment(request: Visit, municipality: str, commitment: int) -> HttpResponse:  # noqa: ARG001
    """What holds of it, what it stands on, where its units stand and what has been done with it."""
    gate(request, permissions.SEE)
    extent = extent_of(request.municipality)
    found = as_shown(commitment_of(request, commitment), extent)
    told = page(found, request.viewer, today=timezone.localdate(), extent=extent)
    context = {
        "commitment": found,
        "page": told,
        "may_change": request.viewer.may(permissions.CHANGE) and not found.ended_on,
        "units": paginate(shares(found), request, size=_UNITS),
    }
    return render(request, "commitments/commitment.html", context)


@require_http_methods(["GET", "POST"])
def make(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001
    """One made by hand: from a decision, a finding that somebody takes on, or the auditors' words."""
    gate(request, permissions.CHANGE)
    initial = {name: request.GET.get(name, "")[:500] for name in ("kind", "cited", "case", "finding")}
    form = changing_forms.MakeForm(
        choices.boards(request.municipality),
        choices.cases(request.municipality, request.viewer),
        posted(request),
        initial=initial,
        goals=choices.goals(request.municipality),
        extent=extent_of(request.municipality),
    )
    made: list[Commitment] = []

    def act() -> None:
        made.append(
            changing.make(form.terms, form.stands_on, within=request.municipality, by=who_acts(request))
        )

    if done(form, act):
        messages.success(request, _("Commitment {number} is added.").format(number=made[0].number))
        return redirect(made[0])
    context = {
        "form": form,
        "title": _("Add a commitment"),
        "button": _("Add the commitment"),
        "kinds": changing_forms.kinds(),
        "kind": form["kind"].value(),
    }
    return render(request, "commitments/form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: Visit, municipality: str, commitment: int) -> HttpResponse:  # noqa: ARG001
    """What it says."""
    found = _standing(request, commitment, permissions.CHANGE)
    boards = choices.boards(request.municipality)
    if found.accountable and found.accountable not in boards:
        boards = [found.accountable, *boards]
    form = TermsForm(
        boards,
        posted(request),
        initial=of(found),
        goals=choices.goals(request.municipality, found.plan),
        extent=extent_of(request.municipality),
        kept=found,
    )
    by = who_acts(request)
    return _asked(
        request,
        found,
        form,
        lambda: changing.change(found, form.terms, by=by),
        title=_("Change the commitment"),
        button=_("Save"),
    )


@require_http_methods(["GET", "POST"])
def assign(request: Visit, municipality: str, commitment: int) -> HttpResponse:  # noqa: ARG001
    """Whose it is."""
    found = _standing(request, commitment, permissions.CHANGE)
    initial = {"owner": f"{found.owner_id or ''}", "deputy": f"{found.deputy_id or ''}"}
    form = changing_forms.OwnerForm(
        choices.posts(request.municipality),
        posted(request),
        initial=initial,
        extent=extent_of(request.municipality),
        kept=found,
    )
    by = who_acts(request)
    return _asked(
        request,
        found,
        form,
        lambda: changing.assign(found, *form.chosen, by=by),
        title=_("Choose the owner"),
        button=_("Save"),
    )


@require_http_methods(["GET", "POST"])
def end(request: Visit, municipality: str, commitment: int) -> HttpResponse:  # noqa: ARG001
    """That it no longer holds."""
    found = _standing(request, commitment, permissions.END)
    form = changing_forms.EndForm(posted(request), initial={"on": timezone.localdate()})
    by = who_acts(request)
    return _asked(
        request,
        found,
        form,
        lambda: changing.end(found, form.cleaned_data["because"], on=form.cleaned_data["on"], by=by),
        title=_("End the commitment"),
        button=_("End it"),
    )


@require_http_methods(["GET", "POST"])
def units(request: Visit, municipality: str, commitment: int) -> HttpResponse:  # noqa: ARG001
    """Which units it concerns: ticked one by one, or a whole board at once."""
    found = _standing(request, commitment, permissions.CHANGE)
    boards = choosable(found)
    if request.method == "POST":
        numbers = {number for told in request.POST.getlist("units") if (number := whole_number(told))}
        whole = {number for told in request.POST.getlist("boards") if (number := whole_number(told))}
        chosen = [unit for board in boards for unit in board.chosen(numbers, whole)]
        concern(found, chosen, by=who_acts(request))
        messages.success(request, _("Saved."))
        return redirect(found)
    return render(request, "commitments/units.html", {"boards": boards, "commitment": found})


def _standing(request: Visit, number: int, permission: Permission) -> Commitment:
    gate(request, permission)
    return commitment_of(request, number)


def _asked(
    request: Visit,
    of: Commitment,
    form: forms.Form,
    act: Callable[[], object],
    *,
    title: str,
    button: str,
) -> HttpResponse:
    """The form; when it is right the act, and then the commitment."""
    if done(form, act):
        messages.success(request, _("Saved."))
        return redirect(of)
    context = {"form": form, "commitment": of, "title": title, "button": button}
    return render(request, "commitments/form.html", context, status=422 if form.errors else 200)
