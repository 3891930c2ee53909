"""The council's decision: recorded by the registrar, withdrawn when it was recorded wrongly."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from forebygg.accounts.models import User
from forebygg.audit.recording import record
from forebygg.organisation.services.checking import check_day
from forebygg.papers.models import Paper
from forebygg.papers.services.locking import lock
from forebygg.plans import permissions
from forebygg.plans.errors import AlreadyAdopted, AnotherThatDay, NothingToWithdraw, UnreadableParagraph
from forebygg.plans.events import AdoptionWithdrawn, EditionAdopted
from forebygg.plans.models import Adoption, Edition, Plan
from forebygg.plans.rules import COUNCIL, printed_paragraph


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What the minutes say: when, under which paragraph as it is printed, and which body."""

    on: dt.date
    paragraph: str
    body: str = COUNCIL
    extract: Paper | None = None


@transaction.atomic
def adopt(edition: Edition, decided: Decided, *, by: User) -> Adoption:
    """That an edition is adopted. The latest of a plan's decisions is in force from now on.

    Raises FutureDay, UnreadableParagraph, AlreadyAdopted, AnotherThatDay.
    """
    within = edition.municipality
    permissions.ADOPT.require(by, within=within)
    check_day(decided.on)
    paragraph = printed_paragraph(decided.paragraph)
    if paragraph is None:
        raise UnreadableParagraph
    lock(within)
    edition = Edition.objects.of(within).select_related("plan").get(pk=edition.pk)
    _require_free(edition, decided.on)
    extract = decided.extract and Paper.objects.of(within).get(pk=decided.extract.pk)
    adoption = Adoption.objects.create(
        municipality=within,
        plan=edition.plan,
        edition=edition,
        decided_on=decided.on,
        paragraph=paragraph,
        body=" ".join(decided.body.split()) or COUNCIL,
        extract=extract,
        recorded_by=by,
        recorded_at=timezone.now(),
    )
    event = EditionAdopted(
        plan=edition.plan.number, edition=edition.number, decided_on=decided.on, adoption=adoption.pk
    )
    record(event, about=edition.plan, by=by)
    return adoption


@transaction.atomic
def withdraw(adoption: Adoption, because: str, *, by: User) -> Adoption:
    """That it was recorded wrongly; the edition is a proposal again. Raises NothingToWithdraw."""
    within = adoption.municipality
    permissions.ADOPT.require(by, within=within)
    lock(within)
    adoption = Adoption.objects.of(within).select_related("plan", "edition").get(pk=adoption.pk)
    if adoption.withdrawn_at:
        raise NothingToWithdraw
    adoption.withdrawn_at, adoption.withdrawn_by, adoption.withdrawn_because = timezone.now(), by, because
    adoption.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
    event = AdoptionWithdrawn(
        plan=adoption.plan.number,
        edition=adoption.edition.number if adoption.edition else None,
        decided_on=adoption.decided_on,
        adoption=adoption.pk,
    )
    record(event, about=adoption.plan, by=by)
    return adoption


def follow(editions: Iterable[Edition], plan: Plan) -> None:
    """Let decisions go with editions that a new reading counts to another plan.

    Where that plan has one of the same day already, the decision stays behind without its edition, for a
    person to see. Whoever calls has locked the municipality.
    """
    days = set(Adoption.objects.standing().filter(plan=plan).values_list("decided_on", flat=True))
    for one in Adoption.objects.filter(edition__in=editions).exclude(plan=plan):
        if one.withdrawn_at is None and one.decided_on in days:
            one.edition = None
        else:
            one.plan = plan
        one.save(update_fields=["plan", "edition"])


def _require_free(edition: Edition, day: dt.date) -> None:
    standing = list(Adoption.objects.of(edition.municipality).standing().filter(plan=edition.plan))
    for one in standing:
        if one.edition_id == edition.pk:
            raise AlreadyAdopted(place=str(one))
    for one in standing:
        if one.decided_on == day:
            raise AnotherThatDay(place=str(one))
