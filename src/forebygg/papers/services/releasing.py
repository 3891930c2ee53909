"""Papers shown to the public, and closed to it again. Nothing is public until a person has said so."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from forebygg.accounts.models import User
from forebygg.audit.recording import record
from forebygg.papers import permissions
from forebygg.papers.events import PapersReleased, PapersWithheld
from forebygg.papers.models import Case, Paper, PaperQuerySet


@transaction.atomic
def release(case: Case, numbers: Collection[int], *, by: User) -> list[int]:
    """Let the public see these papers of the case; gives the numbers of those that it did not see before."""
    permissions.RELEASE.require(by, within=case.municipality)
    papers = _locked(case, numbers).filter(released_at=None)
    changed = [paper.number for paper in papers]
    if changed:
        papers.filter(number__in=changed).update(released_at=timezone.now(), released_by=by)
        record(PapersReleased(case=case.number, papers=changed), about=case, by=by)
    return changed


@transaction.atomic
def withhold(case: Case, numbers: Collection[int], *, by: User) -> list[int]:
    """Close these papers of the case to the public; gives the numbers of those that it saw until now."""
    permissions.RELEASE.require(by, within=case.municipality)
    papers = _locked(case, numbers).released()
    changed = [paper.number for paper in papers]
    if changed:
        papers.filter(number__in=changed).update(released_at=None, released_by=None)
        record(PapersWithheld(case=case.number, papers=changed), about=case, by=by)
    return changed


def _locked(case: Case, numbers: Collection[int]) -> PaperQuerySet:
    """The papers, with the case held so that no import changes them meanwhile."""
    Case.objects.select_for_update().get(pk=case.pk)
    return Paper.objects.filter(case=case, number__in=numbers).order_by("number")
