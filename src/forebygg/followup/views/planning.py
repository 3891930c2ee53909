"""A round planned, changed, opened; the council's meeting begun; the round closed; a note on it."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from forebygg.followup import permissions
from forebygg.followup.forms.noting import NoteForm
from forebygg.followup.forms.planning import MeetingForm, PlanRoundForm, RoundForm
from forebygg.followup.models import Round
from forebygg.followup.selectors import rounds as selectors
from forebygg.followup.selectors.live import left
from forebygg.followup.services.closing import close
from forebygg.followup.services.noting import note
from forebygg.followup.services.planning import change_round, open_round, plan_round
from forebygg.followup.services.reviewing import begin_review
from forebygg.followup.views.finding import posted, round_of
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.web.forms import done


@require_http_methods(["GET", "POST"])
def plan(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """A new one."""
    gate(request, permissions.HOLD)
    plans = selectors.plans_in_force(request.municipality, request.viewer)
    for one in plans:
        one.municipality = request.municipality
    form = PlanRoundForm(plans, posted(request))
    by = who_acts(request)
    planned: list[Round] = []
    if done(form, lambda: planned.append(plan_round(form.chosen, form.terms, by=by))):
        messages.success(request, _("The round is planned. Open it when the units are to answer."))
        return redirect(planned[0])
    context = {"form": form, "has_plans": bool(plans)}
    return render(request, "followup/plan.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: Visit, municipality: str, number: int) -> HttpResponse:  # noqa: ARG001
    """Its name and days."""
    found = round_of(request, number, permissions.HOLD)
    names = ("name", "starts_on", "ends_on", "answers_by")
    form = RoundForm(posted(request), initial={name: getattr(found, name) for name in names})
    by = who_acts(request)
    return _asked(
        request,
        found,
        form,
        lambda: change_round(found, form.terms, by=by),
        title=_("Change the round"),
        button=_("Save"),
    )


@require_http_methods(["GET", "POST"])
def open_(request: Visit, municipality: str, number: int) -> HttpResponse:  # noqa: ARG001
    """From now on the units' answers belong to it."""
    found = round_of(request, number, permissions.HOLD)
    by = who_acts(request)
    return _asked(
        request,
        found,
        forms.Form(posted(request)),
        lambda: open_round(found, by=by),
        title=_("Open the round"),
        button=_("Open it for answers"),
        lead=_(
            "The units answer as they always do, and their answers belong to this round until it is closed. "
            "A plan has one open round at a time."
        ),
    )


@require_http_methods(["GET", "POST"])
def begin(request: Visit, municipality: str, number: int) -> HttpResponse:  # noqa: ARG001
    """The day when the council met."""
    found = round_of(request, number, permissions.REVIEW)
    form = MeetingForm(posted(request), initial={"met_on": timezone.localdate()})
    by = who_acts(request)
    return _asked(
        request,
        found,
        form,
        lambda: begin_review(found, met_on=form.cleaned_data["met_on"], by=by),
        title=_("Begin the review"),
        button=_("Begin"),
        then="followup:review-round",
    )


@require_http_methods(["GET", "POST"])
def close_(request: Visit, municipality: str, number: int) -> HttpResponse:  # noqa: ARG001
    """What is frozen, before it is."""
    found = round_of(request, number, permissions.CLOSE)
    form = forms.Form(posted(request))
    by = who_acts(request)
    if done(form, lambda: close(found, by=by)):
        messages.success(request, _("The round is closed and its figures are frozen."))
        return redirect(found)
    context = {"round": found, "form": form, "told": selectors.summary(found), "left": left(found)}
    return render(request, "followup/close.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def add_note(request: Visit, municipality: str, number: int) -> HttpResponse:  # noqa: ARG001
    """What was wrong in it."""
    found = round_of(request, number, permissions.HOLD)
    form = NoteForm(posted(request))
    by = who_acts(request)
    return _asked(
        request,
        found,
        form,
        lambda: note(found, form.cleaned_data["text"], form.cleaned_data["because"], by=by),
        title=_("Add a note"),
        button=_("Add the note"),
        lead=_("The figures stay as they were frozen. The note stands beside them, and cannot be changed."),
    )


def _asked(  # noqa: PLR0913 - what a page of a form says
    request: Visit,
    of: Round,
    form: forms.Form,
    act: Callable[[], object],
    *,
    title: str,
    button: str,
    lead: str = "",
    then: str = "",
) -> HttpResponse:
    """The form; when it is right the act, and then the round."""
    if done(form, act):
        messages.success(request, _("Saved."))
        return redirect(then, request.municipality.slug, of.number) if then else redirect(of)
    context = {"form": form, "round": of, "title": title, "button": button, "lead": lead}
    return render(request, "followup/form.html", context, status=422 if form.errors else 200)
