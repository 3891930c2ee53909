"""What is done with action plans: proposed, decided, followed up and withdrawn."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from forebygg.commitments import permissions
from forebygg.commitments.forms import action_plans as asked
from forebygg.commitments.models import ActionPlan, ActionPlanReview
from forebygg.commitments.rules.action_plans import usual_review_day
from forebygg.commitments.selectors import choices
from forebygg.commitments.selectors.action_plans import editions
from forebygg.commitments.selectors.summing import boards
from forebygg.commitments.services.deciding import Decision, decide, withdraw
from forebygg.commitments.services.proposing import Proposal, propose, propose_whole
from forebygg.commitments.services.reviewing import Reviewed, review
from forebygg.commitments.views.finding import action_plan_of, posted, unit_of
from forebygg.organisation.models import Post, Role, Unit
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.plans.models import Edition
from forebygg.plans.rules import COUNCIL
from forebygg.web.forms import done


@require_http_methods(["GET", "HEAD", "POST"])
def propose_for_unit(request: Visit, municipality: str, unit: int) -> HttpResponse:  # noqa: ARG001
    """The unit's plan before its board; from a board's page those of all its units."""
    gate(request, permissions.PROPOSE)
    of = unit_of(request, unit)
    within = request.municipality
    rows = [row for board in boards(within, today=timezone.localdate()) for row in board.rows]
    rows = [row for row in rows if of in {row.unit, row.unit.authority}]
    form = asked.ProposeForm(
        [row.unit for row in rows],
        (held := editions(within, request.viewer)),
        (posts := choices.posts(within)),
        posted(request),
        initial=_first(posts, held) | {"units": [row.unit.pk for row in rows if not row.standing.proposed]},
    )

    def act() -> None:
        made = propose(form.chosen, _proposal(form), within=within, by=who_acts(request))
        words = ngettext("{count} action plan is proposed.", "{count} action plans are proposed.", len(made))
        messages.success(request, words.format(count=len(made)))

    lead = _("Each is frozen as it is today. That is what the board gets to decide on.")
    return _asked(request, form, act, of, (_("Propose action plans"), _("Propose"), lead))


@require_http_methods(["GET", "HEAD", "POST"])
def decide_for_unit(request: Visit, municipality: str, unit: int) -> HttpResponse:  # noqa: ARG001
    """What the board has decided of the unit's plan; from a board's page of all that are proposed to it."""
    of = unit_of(request, unit)
    gate(request, permissions.RECORD_DECISION, at=of)
    within = request.municipality
    waiting = ActionPlan.objects.of(within).proposed().filter(Q(unit=of) | Q(unit__authority=of))
    plans = list(waiting.select_related("unit").defer("content").order_by("unit__name", "number"))
    board = of.authority or of
    form = asked.DecideForm(
        plans, posted(request), initial={"plans": [plan.pk for plan in plans], "body": board.name}
    )

    def act() -> None:
        made = decide(form.chosen, _decision(form), within=within, by=who_acts(request))
        words = ngettext("{count} decision is recorded.", "{count} decisions are recorded.", len(made))
        messages.success(request, words.format(count=len(made)))

    lead = _("What is recorded as decided is what was proposed, as it was then.")
    return _asked(request, form, act, of, (_("Record the board’s decision"), _("Record the decision"), lead))


@require_http_methods(["GET", "HEAD", "POST"])
def propose_for_all(request: Visit, municipality: str) -> HttpResponse:
    """The municipality's plan before the council or the executive board."""
    gate(request, permissions.PROPOSE)
    within = request.municipality
    form = asked.ProposeWholeForm(
        (held := editions(within, request.viewer)),
        (posts := choices.posts(within)),
        posted(request),
        initial=_first(posts, held),
    )
    if done(form, lambda: propose_whole(_proposal(form), within=within, by=who_acts(request))):
        messages.success(request, _("The municipality’s action plan is proposed."))
        return redirect("commitments:whole-plan", municipality)
    lead = _("It is frozen as it is today, with what each unit has decided and what is missing.")
    return _form(request, form, (_("Propose the municipality’s action plan"), _("Propose"), lead))


@require_http_methods(["GET", "HEAD", "POST"])
def decide_for_all(request: Visit, municipality: str) -> HttpResponse:
    """What the council or the executive board has decided of it."""
    gate(request, permissions.RECORD_DECISION_OF_ALL)
    within = request.municipality
    plans = list(ActionPlan.objects.of(within).proposed().filter(unit=None))
    form = asked.DecideWholeForm(posted(request), initial={"body": COUNCIL})
    if done(form, lambda: decide(plans, _decision(form), within=within, by=who_acts(request))):
        messages.success(request, _("The decision is recorded."))
        return redirect("commitments:whole-plan", municipality)
    lead = _("What is recorded as decided is what was proposed, as it was then.")
    return _form(request, form, (_("Record the decision on the whole"), _("Record the decision"), lead))


@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: Visit, municipality: str, action_plan: int) -> HttpResponse:  # noqa: ARG001
    """That it was proposed or recorded wrongly."""
    plan = action_plan_of(request, action_plan)
    if plan.status == ActionPlan.Status.PROPOSED:
        gate(request, permissions.PROPOSE)
    else:
        gate(request, permissions.recording(plan.unit), at=plan.unit)
    form = asked.WithdrawPlanForm(posted(request))
    if done(form, lambda: withdraw(plan, form.cleaned_data["because"], by=who_acts(request))):
        messages.success(request, _("Saved."))
        return redirect(plan)
    lead = _("What was recorded stays as history. What it superseded is in force again.")
    return _form(request, form, (_("Take the action plan back"), _("Take it back"), lead), plan=plan)


@require_http_methods(["GET", "HEAD", "POST"])
def follow_up(request: Visit, municipality: str, action_plan: int) -> HttpResponse:  # noqa: ARG001
    """That it has been followed up."""
    plan = action_plan_of(request, action_plan)
    gate(request, permissions.reviewing(plan.unit), at=plan.unit)
    today = timezone.localdate()
    initial = {"on": today, "then": ActionPlanReview.Then.GOES_ON, "next_on": usual_review_day(today)}
    form = asked.ReviewForm(posted(request), initial=initial)

    def act() -> None:
        told = form.cleaned_data
        then = ActionPlanReview.Then(told["then"])
        review(
            plan,
            Reviewed(on=told["on"], words=told["words"], then=then, next_on=told["next_on"]),
            by=who_acts(request),
        )

    if done(form, act):
        messages.success(request, _("The follow-up is recorded."))
        return redirect(plan)
    return _form(request, form, (_("Follow up the action plan"), _("Save"), ""), plan=plan)


def _first(posts: list[tuple[Post, bool]], held: list[Edition]) -> dict[str, Any]:
    """What is proposed: the first plan's edition that holds, the coordinator, a year from now."""
    coordinators = (post.pk for post, _held in posts if post.role == Role.COORDINATOR)
    return {
        "edition": held[0].pk if held else None,
        "review_by": next(coordinators, None),
        "review_on": usual_review_day(timezone.localdate()),
    }


def _proposal(form: asked.ProposeWholeForm) -> Proposal:
    told = form.cleaned_data
    return Proposal(
        edition=form.editions.get(told["edition"]),
        review_by=form.posts[told["review_by"]],
        review_on=told["review_on"],
    )


def _decision(form: asked.DecideWholeForm) -> Decision:
    told = form.cleaned_data
    return Decision(
        on=told["decided_on"],
        paragraph=told["paragraph"],
        body=told["body"],
        review_on=told["review_on"],
    )


def _asked(
    request: Visit,
    form: forms.Form,
    act: Callable[[], None],
    of: Unit,
    words: tuple[str, str, str],
) -> HttpResponse:
    if done(form, act):
        return redirect("commitments:action-plan", request.municipality.slug, of.number)
    return _form(request, form, words, unit=of)


def _form(request: Visit, form: forms.Form, words: tuple[str, str, str], **more: object) -> HttpResponse:
    """The form under its title, with its button and a line above."""
    title, button, lead = words
    context = {"form": form, "title": title, "button": button, "lead": lead, **more}
    return render(request, "commitments/planning.html", context, status=422 if form.errors else 200)
