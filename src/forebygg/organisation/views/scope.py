"""The scope register: decided for many units at once, with one reason."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from forebygg.core.errors import CodedError
from forebygg.organisation import permissions
from forebygg.organisation.forms.scope import ScopeForm
from forebygg.organisation.models import Nearness, Unit
from forebygg.organisation.selectors import scope as selectors
from forebygg.organisation.services.scope import decide_scope
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.web.numbers import whole_number
from forebygg.web.pagination import paginate

_SIZE = 100


@require_http_methods(["GET", "POST"])
def scope(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """Every unit with what holds for it; posting decides for the ticked ones."""
    gate(request, permissions.DECIDE_SCOPE if request.method == "POST" else permissions.SEE)
    asked = selectors.Asked.of(request.GET)
    page = paginate(selectors.found(request.municipality, asked), request, size=_SIZE)
    units = list(page.rows)
    form = _form(request, units)
    if form.is_bound and form.is_valid() and (answer := _decided(request, form, units)):
        return answer
    holding = selectors.latest(units)
    left, all_units = selectors.undecided(request.municipality)
    context = {
        "asked": asked,
        "authorities": selectors.authorities(request.municipality),
        "choices": [(selectors.UNDECIDED, ""), *Nearness.choices],
        "form": form,
        "may_decide": request.viewer.may(permissions.DECIDE_SCOPE),
        "page": page,
        "rows": [(unit, holding.get(unit.pk)) for unit in units],
        "ticked": {number for told in request.POST.getlist("units") if (number := whole_number(told))},
        "undecided": left,
        "units": all_units,
    }
    return render(request, "organisation/scope.html", context, status=422 if form.errors else 200)


def _form(request: Visit, units: list[Unit]) -> ScopeForm:
    data = request.POST if request.method == "POST" else None
    return ScopeForm((unit.number for unit in units), data, initial={"on": timezone.localdate()})


def _decided(request: Visit, form: ScopeForm, units: list[Unit]) -> HttpResponse | None:
    """Back to the same list; None when it was refused, which the form then tells."""
    told = form.cleaned_data
    chosen = [unit for unit in units if unit.number in told["units"]]
    try:
        decided = decide_scope(
            chosen,
            Nearness(told["nearness"]),
            told["reason"],
            within=request.municipality,
            on=told["on"],
            by=who_acts(request),
        )
    except CodedError as error:
        form.add_error(None, error.told(gettext))
        return None
    words = ngettext("Decided for {count} unit.", "Decided for {count} units.", len(decided))
    messages.success(request, words.format(count=len(decided)))
    return redirect(request.get_full_path())
