"""Plans, their editions and sentences; what the council has adopted, and what the plan is there for."""

from forebygg.plans.models.adoption import Adoption, AdoptionQuerySet
from forebygg.plans.models.changes import Change
from forebygg.plans.models.goals import Goal
from forebygg.plans.models.plan import Edition, Plan, Section, Sentence, Wording

__all__ = [
    "Adoption",
    "AdoptionQuerySet",
    "Change",
    "Edition",
    "Goal",
    "Plan",
    "Section",
    "Sentence",
    "Wording",
]
