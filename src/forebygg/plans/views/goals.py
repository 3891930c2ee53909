"""A plan's purposes and goals, and what is done with them."""

from collections.abc import Callable, Sequence

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from forebygg.core.errors import CodedError
from forebygg.indicators.models import Indicator
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.plans import permissions
from forebygg.plans.forms.goals import KINDS, EndForm, GoalForm, ProposalsForm
from forebygg.plans.models import Edition, Goal, Plan, Sentence
from forebygg.plans.selectors import goals as selectors
from forebygg.plans.selectors.adoptions import in_force
from forebygg.plans.services import goals as services
from forebygg.plans.views.finding import Found, plan_of


@require_safe
def goals(request: Visit, municipality: str, number: int) -> HttpResponse:  # noqa: ARG001 - named by the address
    """Purposes with their goals, each with its indicators and what serves it."""
    plan = plan_of(request, number).plan
    gate(request, permissions.SEE_GOALS)
    context = {"plan": plan, "goals": selectors.goals(plan, seen_by=request.viewer)}
    return render(request, "plans/goals.html", context)


@require_http_methods(["GET", "POST"])
def add(request: Visit, municipality: str, number: int) -> HttpResponse:  # noqa: ARG001
    """A new purpose or goal."""
    plan = _settable(request, number).plan
    purposes, indicators = selectors.purposes(plan), selectors.indicators_of(plan)
    form = GoalForm(purposes, indicators, _posted(request), {"kind": Goal.Kind.GOAL.value})

    def act() -> None:
        services.add_goals(plan, [_wanted(form, purposes, indicators)], by=who_acts(request))

    return _asked(request, plan, form, act, title=_("Add a goal"), button=_("Add"))


@require_http_methods(["GET", "POST"])
def change(request: Visit, municipality: str, number: int, goal: int) -> HttpResponse:  # noqa: ARG001
    """What it says, where it lies and what follows it."""
    plan = _settable(request, number).plan
    one = _goal(plan, goal)
    purposes, indicators = selectors.purposes(plan, but=one), selectors.indicators_of(plan)
    first = {
        "kind": one.kind,
        "text": one.text,
        "above": one.above.number if one.above else None,
        "indicators": list(one.indicators.values_list("number", flat=True)),
    }
    form = GoalForm(purposes, indicators, _posted(request), first)

    def act() -> None:
        services.change_goal(one, _wanted(form, purposes, indicators), by=who_acts(request))

    return _asked(request, plan, form, act, title=_("Change the goal"), button=_("Save"))


@require_http_methods(["GET", "POST"])
def end(request: Visit, municipality: str, number: int, goal: int) -> HttpResponse:  # noqa: ARG001
    """A goal that is followed no longer."""
    plan = _settable(request, number).plan
    one = _goal(plan, goal)
    form = EndForm(_posted(request), initial={"on": timezone.localdate()})

    def act() -> None:
        told = form.cleaned_data
        services.end_goal(one, told["because"], on=told["on"], by=who_acts(request))

    return _asked(request, plan, form, act, title=_("End the goal"), button=_("End"), lead=one.text)


@require_http_methods(["GET", "POST"])
def propose(request: Visit, municipality: str, number: int) -> HttpResponse:  # noqa: ARG001
    """The sentences that may be purposes and goals, for a person to confirm."""
    found = _settable(request, number)
    plan, edition = found.plan, _edition(found)
    purposes = selectors.purposes(plan)
    form = ProposalsForm(selectors.proposed(plan, edition), purposes, _posted(request))
    if form.is_bound and form.is_valid():
        try:
            added = services.add_goals(plan, _confirmed(plan, form, purposes), by=who_acts(request))
        except CodedError as error:
            form.add_error(None, error.told(_))
        else:
            words = ngettext("{count} goal added.", "{count} goals added.", len(added))
            messages.success(request, words.format(count=len(added)))
            return redirect("plans:goals", request.municipality.slug, plan.number)
    context = {"plan": plan, "edition": edition, "form": form, "kinds": KINDS}
    return render(request, "plans/propose_goals.html", context, status=422 if form.errors else 200)


def _asked(  # noqa: PLR0913 - what a page of a form says
    request: Visit,
    plan: Plan,
    form: forms.Form,
    act: Callable[[], None],
    *,
    title: str,
    button: str,
    lead: str = "",
) -> HttpResponse:
    """The form; when it is right the act, and then the goals. What is refused is told in the form."""
    if form.is_bound and form.is_valid():
        try:
            act()
        except CodedError as error:
            form.add_error(None, error.told(_))
        else:
            messages.success(request, _("Saved."))
            return redirect("plans:goals", request.municipality.slug, plan.number)
    context = {"form": form, "plan": plan, "title": title, "button": button, "lead": lead}
    return render(request, "plans/goal_form.html", context, status=422 if form.errors else 200)


def _wanted(form: GoalForm, purposes: Sequence[Goal], indicators: Sequence[Indicator]) -> services.Wanted:
    told = form.cleaned_data
    ticked = told.get("indicators", ())
    return services.Wanted(
        kind=Goal.Kind(told["kind"]),
        text=told["text"],
        above=_numbered(purposes, told["above"]),
        indicators=[one for one in indicators if one.number in ticked],
    )


def _confirmed(plan: Plan, form: ProposalsForm, purposes: Sequence[Goal]) -> list[services.Wanted]:
    above = _numbered(purposes, form.cleaned_data["above"])
    chosen = form.chosen
    sentences = Sentence.objects.of(plan.municipality).filter(
        plan=plan, number__in=[aim.key for aim, _kind in chosen]
    )
    known = {sentence.number: sentence for sentence in sentences}
    return [
        services.Wanted(
            kind=kind,
            text=aim.text,
            above=above if kind == Goal.Kind.GOAL else None,
            sentence=known.get(aim.key),
        )
        for aim, kind in chosen
    ]


def _numbered(purposes: Sequence[Goal], number: int | None) -> Goal | None:
    return next((one for one in purposes if one.number == number), None)


def _edition(found: Found) -> Edition:
    """The one in force, if it may be seen; else the newest."""
    adopted = in_force(found.plan)
    seen = [edition for edition in found.among.editions if adopted and edition.pk == adopted.pk]
    return seen[0] if seen else found.among.editions[-1]


def _settable(request: Visit, number: int) -> Found:
    found = plan_of(request, number)
    gate(request, permissions.SET_GOALS)
    return found


def _goal(plan: Plan, number: int) -> Goal:
    of = Goal.objects.of(plan.municipality).current().filter(plan=plan)
    return get_object_or_404(of.select_related("above", "municipality"), number=number)


def _posted(request: Visit) -> QueryDict | None:
    return request.POST if request.method == "POST" else None
