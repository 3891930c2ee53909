"""How action plans in force have been followed up."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from forebygg.accounts.models import User
from forebygg.audit.recording import record
from forebygg.commitments import permissions
from forebygg.commitments.errors import NotInForce, ReviewedThatDay, ReviewTooLate
from forebygg.commitments.events import ActionPlanReviewed
from forebygg.commitments.models import ActionPlan, ActionPlanReview
from forebygg.commitments.rules.action_plans import Status, last_review_day, may_be_reviewed_on
from forebygg.commitments.services.terms import lock
from forebygg.organisation.services.checking import check_day


@dataclass(frozen=True, kw_only=True)
class Reviewed:
    """How a plan was followed up: the day, what was said, what then, and when it is done next."""

    on: dt.date
    words: str
    then: ActionPlanReview.Then
    next_on: dt.date


@transaction.atomic
def review(plan: ActionPlan, told: Reviewed, *, by: User) -> ActionPlanReview:
    """That it was followed up. Raises NotInForce, FutureDay, ReviewTooLate, ReviewedThatDay."""
    within = plan.municipality
    permissions.reviewing(plan.unit).require(by, within=within, at=plan.unit)
    lock(within)
    plan = ActionPlan.objects.of(within).select_related("municipality").get(pk=plan.pk)
    if plan.status != Status.DECIDED:
        raise NotInForce
    check_day(told.on)
    check_review(told.next_on, after=told.on)
    if plan.reviews.filter(on=told.on).exists():
        raise ReviewedThatDay
    made = ActionPlanReview.objects.create(
        municipality=within,
        plan=plan,
        on=told.on,
        words=told.words,
        then=told.then,
        next_on=told.next_on,
        recorded_by=by,
        recorded_at=timezone.now(),
    )
    plan.review_on = told.next_on
    plan.save(update_fields=["review_on"])
    then: Any = told.then.value
    record(ActionPlanReviewed(plan=plan.pk, on=told.on, then=then), about=plan, by=by)
    return made


def check_review(day: dt.date, *, after: dt.date) -> None:
    """Raise ReviewTooLate."""
    if not may_be_reviewed_on(day, after=after):
        raise ReviewTooLate(first=after.isoformat(), last=last_review_day(after).isoformat())
