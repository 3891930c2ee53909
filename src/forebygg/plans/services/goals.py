"""Purposes and goals: added, changed, ended. None is deleted, since reports answer goal by goal."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from forebygg.accounts.models import Municipality, User
from forebygg.audit.recording import record
from forebygg.indicators.models import Indicator
from forebygg.organisation.services.checking import check_day
from forebygg.papers.services.locking import lock
from forebygg.plans import permissions
from forebygg.plans.errors import GoalEnded, NotAPurpose, SentenceTaken, StillUnder
from forebygg.plans.events import GoalChanged, GoalFinished, GoalsAdded
from forebygg.plans.models import Goal, Plan, Sentence


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is said of a goal: `above` is the purpose that it lies under, `sentence` the one that sets it."""

    kind: Goal.Kind
    text: str
    above: Goal | None = None
    sentence: Sentence | None = None
    indicators: Sequence[Indicator] = ()


@transaction.atomic
def add_goals(plan: Plan, wanted: Sequence[Wanted], *, by: User) -> list[Goal]:
    """Several at once, in their order. Raises NotAPurpose, SentenceTaken."""
    within = plan.municipality
    permissions.SET_GOALS.require(by, within=within)
    lock(within)
    last: int | None = Goal.objects.of(within).filter(plan=plan).aggregate(last=Max("number"))["last"]
    added = []
    for number, one in enumerate(wanted, start=(last or 0) + 1):
        if one.sentence:
            _require_free(plan, one.sentence)
        goal = Goal.objects.create(
            municipality=within,
            plan=plan,
            number=number,
            kind=one.kind,
            text=one.text,
            above=_above(plan, one),
            sentence=one.sentence,
        )
        goal.indicators.set(_indicators(within, one.indicators))
        added.append(goal)
    if added:
        record(GoalsAdded(plan=plan.number, goals=[goal.number for goal in added]), about=plan, by=by)
    return added


@transaction.atomic
def change_goal(goal: Goal, wanted: Wanted, *, by: User) -> Goal:
    """What it says, where it lies and what follows it; the sentence that sets it stays the same.

    Raises GoalEnded, NotAPurpose, StillUnder.
    """
    within = goal.municipality
    permissions.SET_GOALS.require(by, within=within)
    goal = _locked(goal)
    above = _above(goal.plan, wanted, but=goal)
    if wanted.kind == Goal.Kind.GOAL and goal.below.current().exists():
        raise StillUnder
    indicators = _indicators(within, wanted.indicators)
    keys = sorted(one.pk for one in indicators)
    said = (wanted.kind, wanted.text, above)
    if said == (goal.kind, goal.text, goal.above) and keys == _keys(goal):
        return goal
    goal.kind, goal.text, goal.above = said
    goal.save(update_fields=["kind", "text", "above"])
    goal.indicators.set(indicators)
    record(GoalChanged(plan=goal.plan.number, goal=goal.number, indicators=keys), about=goal.plan, by=by)
    return goal


@transaction.atomic
def end_goal(goal: Goal, because: str, *, on: dt.date, by: User) -> Goal:
    """A goal that is followed no longer. Raises FutureDay, GoalEnded, StillUnder."""
    permissions.SET_GOALS.require(by, within=goal.municipality)
    check_day(on)
    goal = _locked(goal)
    if goal.below.current().exists():
        raise StillUnder
    goal.ended_on, goal.ended_because = on, because
    goal.save(update_fields=["ended_on", "ended_because"])
    record(GoalFinished(plan=goal.plan.number, goal=goal.number), about=goal.plan, by=by)
    return goal


def _locked(goal: Goal) -> Goal:
    """The goal as it stands now, and as it will stand until the act is done. Raises GoalEnded."""
    lock(goal.municipality)
    found = Goal.objects.of(goal.municipality).select_related("municipality", "plan__municipality", "above")
    goal = found.get(pk=goal.pk)
    if goal.ended_on:
        raise GoalEnded
    return goal


def _above(plan: Plan, wanted: Wanted, *, but: Goal | None = None) -> Goal | None:
    if wanted.above is None:
        return None
    purposes = Goal.objects.current().filter(plan=plan, kind=Goal.Kind.PURPOSE)
    above = purposes.filter(pk=wanted.above.pk).first()
    if above is None or above == but or wanted.kind != Goal.Kind.GOAL:
        raise NotAPurpose
    return above


def _require_free(plan: Plan, sentence: Sentence) -> None:
    standing = Goal.objects.current().filter(plan=plan, sentence=sentence).first()
    if standing:
        raise SentenceTaken(goal=standing.number)


def _indicators(within: Municipality, wanted: Sequence[Indicator]) -> list[Indicator]:
    """Those of the municipality."""
    return list(Indicator.objects.of(within).filter(pk__in=[one.pk for one in wanted]))


def _keys(goal: Goal) -> list[int]:
    return sorted(goal.indicators.values_list("pk", flat=True))
