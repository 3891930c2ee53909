"""Papers shown to the public, and closed to it again. Nothing is public until a person has said so."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from forebygg.accounts.models import User
from forebygg.audit.recording import record
from forebygg.papers import permissions
from forebygg.papers.errors import PaperIsKept
from forebygg.papers.events import PapersReleased, PapersWithheld
from forebygg.papers.models import Case, Paper, PaperQuerySet
from forebygg.papers.services.locking import lock_case


@transaction.atomic
def release(case: Case, numbers: Collection[int], *, by: User) -> list[int]:
    """Let the public see these papers of the case; gives the numbers of those that it did not see before.

    Raises PaperIsKept.
    """
    permissions.RELEASE.require(by, within=case.municipality)
    papers = _locked(case, numbers).filter(released_at=None)
    for paper in papers.filter(kept_by__isnull=False).select_related("kept_by"):
        raise PaperIsKept(paper=paper.number, authority=str(paper.kept_by))
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


@transaction.atomic
def release_only(case: Case, numbers: Collection[int], *, by: User) -> tuple[list[int], list[int]]:
    """Let the public see these papers of the case and no others; gives those shown and those closed by it."""
    shown = release(case, numbers, by=by)
    others = Paper.objects.filter(case=case).released().exclude(number__in=numbers)
    return shown, withhold(case, [*others.values_list("number", flat=True)], by=by)


def _locked(case: Case, numbers: Collection[int]) -> PaperQuerySet:
    """The papers, with the case held so that no import changes them meanwhile."""
    lock_case(case)
    return Paper.objects.filter(case=case, number__in=numbers).order_by("number")
