"""Who waits for whom: the municipality is locked before its case, always in that order.

SQLite has one writer at a time and ignores row locks; there the transaction itself is the lock.
"""

from forebygg.accounts.models import Municipality
from forebygg.papers.models import Case


def lock(municipality: Municipality) -> Municipality:
    """Nobody else stores papers of the municipality until the act is done: a plan runs through its cases."""
    return Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)


def lock_case(case: Case) -> Case:
    """The case as it stands now, and as it will stand until the act is done."""
    lock(case.municipality)
    locked: Case = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    return locked
