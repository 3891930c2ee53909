"""The organisation, a unit, and what is done with it."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from forebygg.core.errors import CodedError
from forebygg.organisation import permissions
from forebygg.organisation.estates import leaves_something
from forebygg.organisation.forms.units import CloseForm, CountForm, NameForm, PlaceForm, UnitForm
from forebygg.organisation.models import Kind, Unit
from forebygg.organisation.selectors import units as selectors
from forebygg.organisation.services import counting
from forebygg.organisation.services import units as services
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.web.numbers import whole_number


@require_safe
def organisation(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """All of it, from the top down."""
    gate(request, permissions.SEE)
    context = {"organisation": selectors.organisation(request.municipality)}
    return render(request, "organisation/organisation.html", context)


@require_safe
def unit(request: Visit, municipality: str, unit: int) -> HttpResponse:  # noqa: ARG001
    """What it is, who lies under it, how many work there, and how near the plan comes."""
    gate(request, permissions.SEE)
    of = _unit(request, unit)
    context = {
        "unit": of,
        "node": selectors.beneath(of),
        "groups": of.groups.prefetch_related("counts__counted_by").order_by("name"),
        "scopes": of.scopes.select_related("decided_by"),
        "may_count": request.viewer.may(permissions.COUNT, at=of),
    }
    return render(request, "organisation/unit.html", context)


@require_http_methods(["GET", "POST"])
def open_unit(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001
    """A new unit."""
    gate(request, permissions.ORGANISE)
    first = {"under": whole_number(request.GET.get("under"))}
    form = UnitForm(selectors.places_for(None, request.municipality), _posted(request), initial=first)

    def act() -> Unit:
        told = form.cleaned_data
        above = _above(request, told["under"])
        kind = Kind(told["kind"])
        return services.open_unit(
            told["name"], kind, within=request.municipality, above=above, by=who_acts(request)
        )

    return _asked(request, form, act, title=_("Add a unit"), button=_("Add the unit"))


@require_http_methods(["GET", "POST"])
def rename(request: Visit, municipality: str, unit: int) -> HttpResponse:  # noqa: ARG001
    """What it is called and what it is."""
    of = _changeable(request, unit)
    form = NameForm(_posted(request), initial={"name": of.name, "kind": of.kind})

    def act() -> Unit:
        told = form.cleaned_data
        return services.rename(of, told["name"], Kind(told["kind"]), by=who_acts(request))

    return _asked(request, form, act, of, title=_("Change name or kind"), button=_("Save"))


@require_http_methods(["GET", "POST"])
def move(request: Visit, municipality: str, unit: int) -> HttpResponse:  # noqa: ARG001
    """Where it lies, with all under it."""
    of = _changeable(request, unit)
    first = {"under": of.above.number if of.above else None}
    form = PlaceForm(selectors.places_for(of, request.municipality), _posted(request), initial=first)

    def act() -> Unit:
        return services.move(of, _above(request, form.cleaned_data["under"]), by=who_acts(request))

    return _asked(request, form, act, of, title=_("Move the unit"), button=_("Move"))


@require_http_methods(["GET", "POST"])
def close_down(request: Visit, municipality: str, unit: int) -> HttpResponse:  # noqa: ARG001
    """A unit that is no more."""
    of = _changeable(request, unit)
    takes_over = leaves_something(of) and request.viewer.may(permissions.APPOINT)
    form = CloseForm(
        _posted(request),
        initial={"on": timezone.localdate()},
        successors=selectors.successors_of(of) if takes_over else None,
    )
    lead = _(
        "The unit stays as history. Whoever holds a post there holds it no longer, and what the posts own "
        "waits for somebody."
    )

    def act() -> Unit:
        told = form.cleaned_data
        return services.close_down(of, on=told["on"], successor=told.get("successor"), by=who_acts(request))

    return _asked(request, form, act, of, title=_("Close down the unit"), button=_("Close down"), lead=lead)


@require_http_methods(["GET", "POST"])
def count(request: Visit, municipality: str, unit: int) -> HttpResponse:  # noqa: ARG001
    """How many a staff group is."""
    of = _unit(request, unit)
    gate(request, permissions.COUNT, at=of)
    first = {"on": timezone.localdate(), "name": request.GET.get("group", "")[:100]}
    form = CountForm(_posted(request), initial=first)
    lead = _("Only how many they are is kept, never who.")

    def act() -> Unit:
        told = form.cleaned_data
        counting.count_staff(of, told["name"], told["heads"], on=told["on"], by=who_acts(request))
        return of

    return _asked(request, form, act, of, title=_("Count a staff group"), button=_("Save"), lead=lead)


def _asked(  # noqa: PLR0913 - what a page of a form says
    request: Visit,
    form: forms.Form,
    act: Callable[[], Unit],
    of: Unit | None = None,
    *,
    title: str,
    button: str,
    lead: str = "",
) -> HttpResponse:
    """The form; when it is right the act, and then the unit. What the act refuses is told in the form."""
    if form.is_bound and form.is_valid():
        try:
            unit = act()
        except CodedError as error:
            form.add_error(None, error.told(_))
        else:
            messages.success(request, _("Saved."))
            return redirect("organisation:unit", request.municipality.slug, unit.number)
    context = {"form": form, "unit": of, "title": title, "button": button, "lead": lead}
    return render(request, "organisation/unit_form.html", context, status=422 if form.errors else 200)


def _posted(request: Visit) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _unit(request: Visit, number: int) -> Unit:
    units = Unit.objects.of(request.municipality).select_related("municipality", "above", "authority")
    return get_object_or_404(units, number=number)


def _changeable(request: Visit, number: int) -> Unit:
    gate(request, permissions.ORGANISE)
    return _unit(request, number)


def _above(request: Visit, number: int | None) -> Unit | None:
    return _unit(request, number) if number else None
