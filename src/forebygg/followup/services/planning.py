"""A round planned, changed, and opened for answers."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from forebygg.accounts.models import User
from forebygg.audit.recording import record
from forebygg.followup import permissions
from forebygg.followup.errors import AnotherIsOpen, DaysInDisorder, NoEditionInForce
from forebygg.followup.events import RoundChanged, RoundOpened, RoundPlanned
from forebygg.followup.models import Round
from forebygg.followup.rules.stages import ALIVE, CHANGEABLE, Stage
from forebygg.followup.services.stages import locked
from forebygg.organisation.services.placing import lock
from forebygg.plans.models import Plan
from forebygg.plans.selectors.adoptions import in_force


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What a round is called, which days it tells of, and by when the units answer."""

    name: str
    starts_on: dt.date
    ends_on: dt.date
    answers_by: dt.date

    def check(self) -> None:
        """Raises DaysInDisorder."""
        if min(self.ends_on, self.answers_by) < self.starts_on:
            raise DaysInDisorder


@transaction.atomic
def plan_round(plan: Plan, terms: Terms, *, by: User) -> Round:
    """A draft. Raises DaysInDisorder."""
    within = plan.municipality
    permissions.HOLD.require(by, within=within)
    terms.check()
    lock(within)
    last: int | None = Round.objects.of(within).aggregate(last=Max("number"))["last"]
    planned = Round.objects.create(municipality=within, number=(last or 0) + 1, plan=plan, **vars(terms))
    record(RoundPlanned(round=planned.pk), about=planned, by=by)
    return planned


@transaction.atomic
def change_round(of: Round, terms: Terms, *, by: User) -> Round:
    """Its name and days, until the council reviews it. Raises DaysInDisorder, WrongStage."""
    permissions.HOLD.require(by, within=of.municipality)
    terms.check()
    found = locked(of, *CHANGEABLE)
    for name, value in vars(terms).items():
        setattr(found, name, value)
    found.save(update_fields=[*vars(terms)])
    record(RoundChanged(round=found.pk, answers_by=found.answers_by), about=found, by=by)
    return found


@transaction.atomic
def open_round(of: Round, *, by: User) -> Round:
    """From now on the units' answers belong to it. Raises WrongStage, NoEditionInForce, AnotherIsOpen."""
    within = of.municipality
    permissions.HOLD.require(by, within=within)
    found = locked(of, Stage.DRAFT)
    edition = in_force(found.plan)
    if edition is None:
        raise NoEditionInForce
    rounds = Round.objects.of(within).filter(plan=found.plan)
    alive = rounds.filter(stage__in=ALIVE).first()
    if alive:
        raise AnotherIsOpen(number=alive.number)
    before = rounds.closed().order_by("-closed_at").first()
    found.stage, found.edition, found.previous = Stage.OPEN.value, edition.number, before
    found.after_answer = (before.last_answer or 0) if before else 0
    found.save(update_fields=["stage", "edition", "previous", "after_answer"])
    record(RoundOpened(round=found.pk, after_answer=found.after_answer), about=found, by=by)
    return found
