"""Action plans laid before the bodies that decide on them: frozen as they are that day."""

import datetime as dt
import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from forebygg.accounts.models import Municipality, User
from forebygg.audit.recording import record
from forebygg.commitments import permissions
from forebygg.commitments.errors import NothingChosenToDecide, NothingToPropose
from forebygg.commitments.events import ActionPlansProposed
from forebygg.commitments.models import ActionPlan
from forebygg.commitments.rules.action_plans import Status
from forebygg.commitments.rules.contents import Content, as_json
from forebygg.commitments.selectors.action_plans import contents_of
from forebygg.commitments.selectors.summing import boards, compared, whole_content
from forebygg.commitments.services.reviewing import check_review
from forebygg.commitments.services.terms import lock
from forebygg.organisation.errors import UnitClosed
from forebygg.organisation.models import Post, Unit
from forebygg.plans.models import Edition


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """Which edition is carried out, who follows it up next and when."""

    edition: Edition | None
    review_by: Post
    review_on: dt.date

    def check(self, within: Municipality) -> None:
        """Raise ReviewTooLate; DoesNotExist for what is another municipality's."""
        check_review(self.review_on, after=timezone.localdate())
        Post.objects.of(within).get(pk=self.review_by.pk)
        if self.edition:
            Edition.objects.of(within).get(pk=self.edition.pk)


@transaction.atomic
def propose(
    units: Collection[Unit], proposal: Proposal, *, within: Municipality, by: User
) -> list[ActionPlan]:
    """Lay the units' plans before their board, each as it is now; what was proposed before is superseded.

    Raises NothingChosenToDecide, NothingToPropose, UnitClosed, ReviewTooLate.
    """
    permissions.PROPOSE.require(by, within=within)
    lock(within)
    proposal.check(within)
    found = list(
        Unit.objects.of(within)
        .filter(pk__in=[unit.pk for unit in units])
        .select_related("authority")
        .order_by("number")
    )
    if not found:
        raise NothingChosenToDecide
    contents = contents_of(found, within, today=timezone.localdate())
    for unit in found:
        if unit.closed_on:
            raise UnitClosed(unit=str(unit))
        if not contents[unit.pk].parts:
            raise NothingToPropose(unit=str(unit))
    plans = _lay([(unit, contents[unit.pk]) for unit in found], proposal, within, by)
    about = found[0] if len(found) == 1 else found[0].authority or found[0]
    about.municipality = within
    record(_proposed(plans), about=about, by=by)
    return plans


@transaction.atomic
def propose_whole(proposal: Proposal, *, within: Municipality, by: User) -> ActionPlan:
    """Lay the municipality's plan before the body that decides on it, as it is now. Raises as `propose`."""
    permissions.PROPOSE.require(by, within=within)
    lock(within)
    proposal.check(within)
    today = timezone.localdate()
    found = [
        replace(one, rows=compared(one.rows, within, today=today)) for one in boards(within, today=today)
    ]
    content = whole_content(within, found, today=today)
    if not content.totals:
        raise NothingToPropose(unit=within.name)
    [plan] = _lay([(None, content)], proposal, within, by)
    record(_proposed([plan]), about=plan, by=by)
    return plan


def checksum(content: Mapping[str, Any]) -> str:
    """SHA-256 of what is frozen, as JSON with its keys in order and no space."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _lay(
    contents: Sequence[tuple[Unit | None, Content]], proposal: Proposal, within: Municipality, by: User
) -> list[ActionPlan]:
    waiting = ActionPlan.objects.of(within).proposed()
    units = [unit.pk for unit, _content in contents if unit]
    (waiting.filter(unit__in=units) if units else waiting.filter(unit=None)).update(status=Status.SUPERSEDED)
    last: int = ActionPlan.objects.of(within).aggregate(last=Max("number"))["last"] or 0
    now = timezone.now()
    plans = []
    for number, (unit, content) in enumerate(contents, start=last + 1):
        held = as_json(content)
        plans.append(
            ActionPlan(
                municipality=within,
                number=number,
                unit=unit,
                edition=proposal.edition,
                status=Status.PROPOSED,
                content=held,
                checksum=checksum(held),
                review_by=proposal.review_by,
                review_on=proposal.review_on,
                proposed_by=by,
                proposed_at=now,
            )
        )
    return ActionPlan.objects.bulk_create(plans, batch_size=200)


def _proposed(plans: Sequence[ActionPlan]) -> ActionPlansProposed:
    return ActionPlansProposed(
        plans=[plan.pk for plan in plans],
        checksums=[plan.checksum for plan in plans],
        edition=plans[0].edition_id,
    )
