"""What bodies have decided on action plans: recorded, and withdrawn when it was recorded wrongly."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from forebygg.accounts.models import Municipality, User
from forebygg.audit.recording import record
from forebygg.commitments import permissions
from forebygg.commitments.errors import CannotBeWithdrawn, LaterInForce, NothingChosenToDecide, NotProposed
from forebygg.commitments.events import ActionPlansDecided, ActionPlanWithdrawn
from forebygg.commitments.models import ActionPlan
from forebygg.commitments.rules.action_plans import WITHDRAWABLE, Status
from forebygg.commitments.services.reviewing import check_review
from forebygg.commitments.services.terms import lock
from forebygg.organisation.permissions import Viewer
from forebygg.organisation.services.checking import check_day
from forebygg.plans.errors import UnreadableParagraph
from forebygg.plans.rules import printed_paragraph


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What the minutes say; `review_on` where the body has set another day to follow it up."""

    on: dt.date
    paragraph: str
    body: str
    review_on: dt.date | None = None


@transaction.atomic
def decide(
    plans: Collection[ActionPlan], decision: Decision, *, within: Municipality, by: User
) -> list[ActionPlan]:
    """That the body has decided on them, as they were proposed; what was in force before is superseded.

    Raises NothingChosenToDecide, NotProposed, FutureDay, UnreadableParagraph, LaterInForce, ReviewTooLate.
    """
    lock(within)
    of = ActionPlan.objects.of(within).select_related("unit", "municipality").order_by("number")
    found = list(of.filter(pk__in=[plan.pk for plan in plans]))
    if not found:
        raise NothingChosenToDecide
    _require_recording(found, within, by)
    check_day(decision.on)
    paragraph = printed_paragraph(decision.paragraph)
    if paragraph is None:
        raise UnreadableParagraph
    _check_free(found, within, decision.on)
    for plan in found:
        if plan.status != Status.PROPOSED:
            raise NotProposed(plan=str(plan.unit or plan.municipality))
        plan.review_on = decision.review_on or plan.review_on
        check_review(plan.review_on, after=decision.on)
        plan.status, plan.decided_on, plan.paragraph = Status.DECIDED, decision.on, paragraph
        plan.body = " ".join(decision.body.split())
        plan.recorded_by, plan.recorded_at = by, timezone.now()
    of.in_force().filter(_of_the_same(found)).update(status=Status.SUPERSEDED)
    fields = ("status", "decided_on", "paragraph", "body", "recorded_by", "recorded_at", "review_on")
    ActionPlan.objects.bulk_update(found, fields, batch_size=200)
    event = ActionPlansDecided(plans=[plan.pk for plan in found], decided_on=decision.on)
    record(event, about=found[0], by=by)
    return found


@transaction.atomic
def withdraw(plan: ActionPlan, because: str, *, by: User) -> ActionPlan:
    """That it was proposed or recorded wrongly. What its decision superseded is in force again.

    A proposal is withdrawn by whoever may propose. Raises CannotBeWithdrawn.
    """
    within = plan.municipality
    lock(within)
    plan = ActionPlan.objects.of(within).select_related("unit", "municipality").get(pk=plan.pk)
    if plan.status == Status.PROPOSED:
        permissions.PROPOSE.require(by, within=within)
    else:
        _require_recording([plan], within, by)
    if plan.status not in WITHDRAWABLE:
        raise CannotBeWithdrawn
    was_in_force = plan.status == Status.DECIDED
    plan.status = Status.WITHDRAWN
    plan.withdrawn_at, plan.withdrawn_by, plan.withdrawn_because = timezone.now(), by, because
    plan.save(update_fields=["status", "withdrawn_at", "withdrawn_by", "withdrawn_because"])
    before = None
    if was_in_force:
        before = ActionPlan.objects.of(within).decided_once().filter(unit=plan.unit_id).first()
        if before:
            before.status = Status.DECIDED
            before.save(update_fields=["status"])
    event = ActionPlanWithdrawn(plan=plan.pk, restored=before.pk if before else None)
    record(event, about=plan, by=by)
    return plan


def _require_recording(plans: Collection[ActionPlan], within: Municipality, by: User) -> None:
    """Raise PermissionDenied unless *by* may record decisions on every one of them."""
    viewer = Viewer.of(by, within)
    for plan in plans:
        permission = permissions.recording(plan.unit)
        if not viewer.may(permission, at=plan.unit):
            raise PermissionDenied(permission.name)


def _check_free(plans: Collection[ActionPlan], within: Municipality, day: dt.date) -> None:
    """Raise LaterInForce when what is in force was decided after that day."""
    later = ActionPlan.objects.of(within).in_force().filter(_of_the_same(plans), decided_on__gt=day)
    if one := later.select_related("unit", "municipality").first():
        raise LaterInForce(plan=str(one.unit or one.municipality), place=one.decided_at)


def _of_the_same(plans: Collection[ActionPlan]) -> Q:
    """The plans of the same units, or of the municipality."""
    units = Q(unit__in=[plan.unit_id for plan in plans if plan.unit_id])
    return units | Q(unit=None) if any(plan.unit_id is None for plan in plans) else units
