"""What an authority keeps to itself until it lets the municipality's others see it (OSL 8 kap. 1 §)."""

from collections.abc import Collection

from django.core.exceptions import PermissionDenied
from django.db import transaction

from forebygg.accounts.models import User
from forebygg.audit.recording import record
from forebygg.organisation.models import Unit
from forebygg.organisation.permissions import APPOINT, Viewer
from forebygg.organisation.services.placing import standing
from forebygg.papers import permissions
from forebygg.papers.errors import NotAnAuthority, PaperIsPublic
from forebygg.papers.events import PapersHandedOver, PapersKept, PapersShared
from forebygg.papers.models import Case, Paper
from forebygg.papers.services.locking import lock, lock_case


@transaction.atomic
def keep(case: Case, numbers: Collection[int], *, within: Unit, by: User) -> list[int]:
    """Keep these papers within an authority; gives the numbers of those that others saw until now.

    What another authority keeps is left alone, as if it were not there. Raises UnitClosed, NotAnAuthority,
    PaperIsPublic.
    """
    require_keeper(within, by=by)
    lock_case(case)
    check_authority(within)
    papers = Paper.objects.filter(case=case, number__in=numbers, kept_by=None).order_by("number")
    for paper in papers:
        if paper.released_at:
            raise PaperIsPublic(paper=paper.number)
    changed = [paper.number for paper in papers]
    if changed:
        Paper.objects.filter(case=case, number__in=changed).update(kept_by=within)
        record(PapersKept(case=case.number, papers=changed, authority=within.pk), about=case, by=by)
    return changed


@transaction.atomic
def share(case: Case, numbers: Collection[int], *, within: Unit, by: User) -> list[int]:
    """Let the other authorities see what *within* keeps of these papers; gives the numbers of those.

    Raises UnitClosed, NotAnAuthority.
    """
    require_keeper(within, by=by)
    lock_case(case)
    check_authority(within)
    papers = Paper.objects.filter(case=case, number__in=numbers, kept_by=within).order_by("number")
    changed = [paper.number for paper in papers]
    if changed:
        Paper.objects.filter(case=case, number__in=changed).update(kept_by=None)
        record(PapersShared(case=case.number, papers=changed, authority=within.pk), about=case, by=by)
    return changed


@transaction.atomic
def keep_only(case: Case, numbers: Collection[int], *, within: Unit, by: User) -> tuple[list[int], list[int]]:
    """Keep these papers within the authority and no others; gives those kept and those shared by it."""
    kept = keep(case, numbers, within=within, by=by)
    others = Paper.objects.filter(case=case, kept_by=within).exclude(number__in=numbers)
    return kept, share(case, [*others.values_list("number", flat=True)], within=within, by=by)


@transaction.atomic
def hand_over(of: Unit, to: Unit, *, by: User) -> None:
    """Let another authority keep all that one keeps which is no more: part of the act that ends it.

    The administrator decides, who could as well give somebody of the new one a post in the old.
    """
    APPOINT.require(by, within=of.municipality)
    lock(of.municipality)
    kept = Paper.objects.filter(kept_by=of)
    cases = Case.objects.filter(pk__in=kept.values("case")).order_by("number")
    for case in cases.select_for_update(no_key=True):
        case.municipality = of.municipality
        numbers = list(kept.filter(case=case).order_by("number").values_list("number", flat=True))
        kept.filter(case=case).update(kept_by=to)
        told = PapersHandedOver(case=case.number, papers=numbers, authority=of.pk, successor=to.pk)
        record(told, about=case, by=by)


def require_keeper(authority: Unit, *, by: User) -> None:
    """Only somebody of the authority's own says what it keeps, not the whole municipality's registrar."""
    viewer = Viewer.of(by, authority.municipality)
    belongs = viewer.is_system or authority.pk in viewer.authorities
    if not belongs or not viewer.may(permissions.KEEP, at=authority):
        raise PermissionDenied(permissions.KEEP.name)


def check_authority(unit: Unit) -> None:
    """It is an authority still, now that nobody can change that. Raises UnitClosed, NotAnAuthority."""
    now = standing(unit, unit.municipality)
    if now.authority_id != now.pk:
        raise NotAnAuthority(unit=str(now))
