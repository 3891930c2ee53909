"""What happens to plans, as the audit tells it."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, ClassVar

from django.utils.translation import gettext_lazy as _

from forebygg.audit.events import Event
from forebygg.audit.references import Refers

# The number that a plan has in its municipality, as people know it.
PlanNumber = Annotated[int, Refers("plans.plan.number")]


@dataclass(frozen=True, kw_only=True)
class EditionAdopted(Event):
    """`edition` is the edition's number in the plan, `adoption` the key of the decision."""

    name: ClassVar = "plans.edition_adopted"
    sentence: ClassVar = _("recorded that edition {edition} of {plan} was adopted on {decided_on}")

    plan: PlanNumber
    edition: int
    decided_on: dt.date
    adoption: int


@dataclass(frozen=True, kw_only=True)
class AdoptionWithdrawn(Event):
    """`edition` is the edition's number in the plan; None when its paper no longer reads as a plan."""

    name: ClassVar = "plans.adoption_withdrawn"
    sentence: ClassVar = _("withdrew that edition {edition} of {plan} was adopted on {decided_on}")

    plan: PlanNumber
    edition: int | None
    decided_on: dt.date
    adoption: int


@dataclass(frozen=True, kw_only=True)
class GoalsAdded(Event):
    """`goals` are the goals' numbers in the plan."""

    name: ClassVar = "plans.goals_added"
    sentence: ClassVar = _("added goals {goals} to {plan}")

    plan: PlanNumber
    goals: list[int]


@dataclass(frozen=True, kw_only=True)
class GoalChanged(Event):
    """`goal` is the goal's number in the plan, `indicators` the keys of those that follow it from now on."""

    name: ClassVar = "plans.goal_changed"
    sentence: ClassVar = _("changed goal {goal} of {plan}")

    plan: PlanNumber
    goal: int
    indicators: list[int]


@dataclass(frozen=True, kw_only=True)
class GoalFinished(Event):
    """`goal` is the goal's number in the plan."""

    name: ClassVar = "plans.goal_finished"
    sentence: ClassVar = _("ended goal {goal} of {plan}")

    plan: PlanNumber
    goal: int
