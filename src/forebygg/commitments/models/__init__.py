"""What the municipality has promised: on what grounds, whose it is, and what each unit answers."""

from forebygg.commitments.models.action_plans import ActionPlan, ActionPlanQuerySet, ActionPlanReview
from forebygg.commitments.models.answers import Answer, Via
from forebygg.commitments.models.commitments import Commitment, CommitmentQuerySet, Level, Rhythm
from forebygg.commitments.models.extents import ExtentChoice
from forebygg.commitments.models.grounds import Ground, Settled
from forebygg.commitments.models.links import AnswerLink
from forebygg.commitments.models.lists import ListColumns, Meaning, MeasureList
from forebygg.commitments.models.shares import Share, State

__all__ = [
    "ActionPlan",
    "ActionPlanQuerySet",
    "ActionPlanReview",
    "Answer",
    "AnswerLink",
    "Commitment",
    "CommitmentQuerySet",
    "ExtentChoice",
    "Ground",
    "Level",
    "ListColumns",
    "Meaning",
    "MeasureList",
    "Rhythm",
    "Settled",
    "Share",
    "State",
    "Via",
]
