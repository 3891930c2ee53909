"""The year's wheel: looked at, added to, changed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.reminders import permissions
from forebygg.reminders.forms.year import DaysForm, OccasionForm
from forebygg.reminders.models import Occasion
from forebygg.reminders.models.occasions import OccasionKind
from forebygg.reminders.rules.days import YEARS, When
from forebygg.reminders.selectors.year import months
from forebygg.reminders.services import year as services
from forebygg.reminders.services.year import Planned
from forebygg.web.forms import done
from forebygg.web.numbers import whole_number


@require_safe
def year(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """Twelve months; what makes no sense as a year is this one."""
    gate(request, permissions.SEE_YEAR)
    today = timezone.localdate()
    asked = whole_number(request.GET.get("year"))
    shown = today.year if asked is None or asked not in YEARS else asked
    told = {
        "year": shown,
        "before": shown - 1 if shown - 1 in YEARS else None,
        "after": shown + 1 if shown + 1 in YEARS else None,
        "months": months(request.municipality, shown, today=today),
        "may_plan": request.viewer.may(permissions.PLAN_YEAR),
    }
    return render(request, "reminders/year.html", told)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Visit, municipality: str) -> HttpResponse:
    """One occasion more."""
    gate(request, permissions.PLAN_YEAR)
    data = request.POST if request.method == "POST" else None
    form = OccasionForm(request.municipality, data)

    def act() -> None:
        services.add(Planned(**form.cleaned_data), within=request.municipality, by=who_acts(request))
        messages.success(request, gettext("The year holds one occasion more."))

    if done(form, act):
        return _back(municipality, form.cleaned_data["when"].year)
    return render(request, "reminders/occasion.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def add_days(request: Visit, municipality: str) -> HttpResponse:
    """The same on many days, out of a list."""
    gate(request, permissions.PLAN_YEAR)
    data = request.POST if request.method == "POST" else None
    form = DaysForm(request.municipality, data, initial={"kind": OccasionKind.BOARD})

    def act() -> None:
        given = form.cleaned_data
        days: list[When] = given.pop("days")
        planned = Planned(**given, when=days[0])
        added = services.add_all(planned, days, within=request.municipality, by=who_acts(request))
        words = ngettext("{count} day has been added.", "{count} days have been added.", len(added))
        told = words.format(count=len(added))
        if there := len(set(days)) - len(added):
            again = ngettext("{count} was there already.", "{count} were there already.", there)
            told = f"{told} {again.format(count=there)}"
        messages.success(request, told)
        given["days"] = days

    if done(form, act):
        return _back(municipality, form.cleaned_data["days"][0].year)
    return render(request, "reminders/days.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Visit, municipality: str, occasion: int) -> HttpResponse:
    """What it says, or that it is taken away."""
    gate(request, permissions.PLAN_YEAR)
    found = _found(request, occasion)
    data = request.POST if request.method == "POST" else None
    names = ("kind", "title", "is_yearly", "board", "reason")
    when = When(found.year, found.month, found.day)
    form = OccasionForm(
        request.municipality, data, initial={name: getattr(found, name) for name in names} | {"when": when}
    )

    def act() -> None:
        services.change(found, Planned(**form.cleaned_data), by=who_acts(request))
        messages.success(request, gettext("The change has been saved."))

    if done(form, act):
        return _back(municipality, form.cleaned_data["when"].year)
    told = {"form": form, "occasion": found}
    return render(request, "reminders/occasion.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: Visit, municipality: str, occasion: int) -> HttpResponse:
    """Asked once more, since it goes from every year."""
    gate(request, permissions.PLAN_YEAR)
    found = _found(request, occasion)
    if request.method == "POST":
        services.remove(found, by=who_acts(request))
        messages.success(request, gettext("“{title}” has been taken away.").format(title=found.title))
        return _back(municipality, found.year)
    return render(request, "reminders/remove.html", {"occasion": found})


def _found(request: Visit, occasion: int) -> Occasion:
    standing = Occasion.objects.of(request.municipality).standing().select_related("board")
    found = get_object_or_404(standing, number=occasion)
    found.municipality = request.municipality
    return found


def _back(municipality: str, year: int) -> HttpResponse:
    return redirect(f"{reverse('reminders:year', args=[municipality])}?year={year}")
