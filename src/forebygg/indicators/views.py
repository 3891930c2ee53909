"""The indicators, one with its outcomes, and what is said of them."""

import datetime as dt
from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from forebygg.core.errors import CodedError
from forebygg.indicators import permissions, selectors, services
from forebygg.indicators.forms import EVERYBODY, IndicatorForm, OutcomeForm
from forebygg.indicators.models import Direction, Indicator, Period, Sex
from forebygg.indicators.periods import period_name
from forebygg.indicators.rules import periods
from forebygg.organisation.visits import Visit, gate, who_acts

YEARS_BACK = 6


@require_safe
def indicators(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """All of them, each with its latest outcome."""
    gate(request, permissions.SEE)
    rows = selectors.indicators(request.municipality)
    return render(request, "indicators/indicators.html", {"rows": rows})


@require_safe
def indicator(request: Visit, municipality: str, number: int) -> HttpResponse:  # noqa: ARG001
    """Where it began, where it should be, and what it was in each period."""
    gate(request, permissions.SEE)
    one = _indicator(request, number)
    row = selectors.indicator_rows(request.municipality, [one])[one.pk]
    return render(request, "indicators/indicator.html", {"row": row, "indicator": one})


@require_http_methods(["GET", "POST"])
def add(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001
    """A new indicator."""
    gate(request, permissions.MEASURE)
    form = IndicatorForm(_posted(request), initial={"period": Period.YEAR.value})

    def act() -> Indicator:
        return services.add_indicator(_described(form), within=request.municipality, by=who_acts(request))

    return _asked(request, form, act, title=_("Add an indicator"), button=_("Add the indicator"))


@require_http_methods(["GET", "POST"])
def change(request: Visit, municipality: str, number: int) -> HttpResponse:  # noqa: ARG001
    """What is said of it."""
    gate(request, permissions.MEASURE)
    one = _indicator(request, number)
    form = IndicatorForm(
        _posted(request), initial={name: getattr(one, name) for name in IndicatorForm.base_fields}
    )

    def act() -> Indicator:
        return services.change_indicator(one, _described(form), by=who_acts(request))

    return _asked(request, form, act, one, title=_("Change the indicator"), button=_("Save"))


@require_http_methods(["GET", "POST"])
def outcome(request: Visit, municipality: str, number: int) -> HttpResponse:  # noqa: ARG001
    """What it was in a period; one that is there already is corrected."""
    gate(request, permissions.MEASURE)
    one = _indicator(request, number)
    held = selectors.indicator_rows(request.municipality, [one])[one.pk]
    first = _first(request, held)
    form = OutcomeForm(one, _choices(held), _posted(request), first)

    def act() -> Indicator:
        told = form.cleaned_data
        measured = services.Measured(
            on=told["starts_on"],
            sex=Sex(_kept(told.get("sex", EVERYBODY))),
            value=told["value"],
            heads=told["heads"],
            source=told["source"],
        )
        services.record_outcome(one, measured, by=who_acts(request))
        return one

    title = _("Correct an outcome") if "source" in first else _("Record an outcome")
    lead = _(
        "An outcome for a period that has one already takes its place; the earlier one stays as history."
    )
    return _asked(request, form, act, one, title=title, button=_("Save"), lead=lead)


def _asked(  # noqa: PLR0913 - what a page of a form says
    request: Visit,
    form: forms.Form,
    act: Callable[[], Indicator],
    of: Indicator | None = None,
    *,
    title: str,
    button: str,
    lead: str = "",
) -> HttpResponse:
    """The form; when it is right the act, and then the indicator. What is refused is told in the form."""
    if form.is_bound and form.is_valid():
        try:
            one = act()
        except CodedError as error:
            form.add_error(None, error.told(_))
        else:
            messages.success(request, _("Saved."))
            return redirect(one)
    context = {"form": form, "indicator": of, "title": title, "button": button, "lead": lead}
    return render(request, "indicators/form.html", context, status=422 if form.errors else 200)


def _described(form: IndicatorForm) -> services.Described:
    told = form.cleaned_data
    return services.Described(
        **told | {"direction": Direction(told["direction"]), "period": Period(told["period"])}
    )


def _choices(held: selectors.IndicatorRow) -> list[tuple[str, str]]:
    """The periods of the last years, and older ones that have an outcome; the newest first."""
    period = held.indicator.period
    starts = {*periods(period, until=timezone.localdate(), years=YEARS_BACK)}
    starts |= {row.starts_on for row in held.periods}
    return [(start.isoformat(), period_name(period, start)) for start in sorted(starts, reverse=True)]


def _first(request: Visit, held: selectors.IndicatorRow) -> dict[str, object]:
    """What the form begins with: the outcome that is to be corrected, unless its figures are hidden."""
    asked, sex = request.GET.get("period", ""), request.GET.get("sex", EVERYBODY)
    row = next((one for one in held.periods if one.starts_on.isoformat() == asked), None)
    figure = row.figures.get(_kept(sex)) if row else None
    if row is None or figure is None:
        return {"starts_on": _last_ended(held), "sex": sex}
    return {
        "starts_on": row.starts_on.isoformat(),
        "sex": sex,
        "value": figure.value,
        "heads": figure.heads,
        "source": figure.outcome.source,
    }


def _kept(sex: str) -> str:
    """The sex as it is stored."""
    return "" if sex == EVERYBODY else sex


def _last_ended(held: selectors.IndicatorRow) -> str:
    """The period before this one: what one usually has figures of."""
    found: list[dt.date] = [*periods(held.indicator.period, until=timezone.localdate(), years=YEARS_BACK)]
    return found[min(1, len(found) - 1)].isoformat()


def _posted(request: Visit) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _indicator(request: Visit, number: int) -> Indicator:
    of = Indicator.objects.of(request.municipality).select_related("municipality")
    return get_object_or_404(of, number=number)
