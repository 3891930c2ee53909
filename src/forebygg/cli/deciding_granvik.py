"""What the invented Granvik's boards have decided, for the demo. Django has to have begun before."""

import datetime as dt
from typing import Final

from django.utils import timezone

from forebygg.accounts.models import Municipality, SystemUser
from forebygg.accounts.services import system_user
from forebygg.commitments.models import ActionPlan, Commitment
from forebygg.commitments.rules.action_plans import usual_review_day
from forebygg.commitments.selectors.places import holding
from forebygg.commitments.services.concerning import concern
from forebygg.commitments.services.deciding import Decision, decide
from forebygg.commitments.services.proposing import Proposal, propose
from forebygg.organisation.models import Post, Role, Unit

_DECIDED: Final = "Granviksskolan"
_CHANGED: Final = "Varje förvaltning utser en kontaktperson för planen."
"""What has come to concern the school since its board decided, so that the page has a change to show."""


def decide_for_granvik(municipality: Municipality) -> None:
    """One unit's action plan decided, the others drafts; a second time changes nothing."""
    unit = Unit.objects.of(municipality).filter(name=_DECIDED).select_related("authority").first()
    post = Post.objects.of(municipality).filter(role=Role.COORDINATOR).first()
    if unit is None or post is None or ActionPlan.objects.of(municipality).exists():
        return
    by, today = system_user(SystemUser.COMMAND), timezone.localdate()
    edition = next(iter(holding(municipality).values()), None)
    proposal = Proposal(edition=edition, review_by=post, review_on=usual_review_day(today))
    plans = propose([unit], proposal, within=municipality, by=by)
    body = unit.authority.name if unit.authority else municipality.name
    decision = Decision(on=today - dt.timedelta(days=7), paragraph="§ 96", body=body)
    decide(plans, decision, within=municipality, by=by)
    commitment = Commitment.objects.of(municipality).filter(what=_CHANGED).first()
    if commitment:
        concerned = [share.unit for share in commitment.shares.filter(lifted_on=None).select_related("unit")]
        concern(commitment, [*concerned, unit], by=by)
