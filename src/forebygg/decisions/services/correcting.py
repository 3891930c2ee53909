"""What the reader misread, corrected by a person: kept beside the papers, and the case read anew with it."""

from collections.abc import Callable, Sequence
from typing import Final

from django.db import transaction

from forebygg.accounts.models import User
from forebygg.audit.events import Event
from forebygg.audit.recording import record
from forebygg.casefile import read_texts
from forebygg.casefile.amending import Correction
from forebygg.decisions.errors import CaseKeptChanging
from forebygg.decisions.events import CaseReread, CorrectionWithdrawn, ReadingCorrected
from forebygg.decisions.permissions import CORRECT, REREAD
from forebygg.decisions.services.storing import Stored, reader, store
from forebygg.papers.models import Case
from forebygg.papers.models import Correction as StoredCorrection
from forebygg.papers.selectors import corrections as kept
from forebygg.papers.selectors import texts
from forebygg.papers.services.amending import as_printed, keep_corrections, with_corrections
from forebygg.papers.services.locking import lock_case

_ATTEMPTS: Final = 8


def correct(case: Case, corrections: Sequence[Correction], *, by: User) -> None:
    """Keep what a person says that the papers say; all that follows from it follows.

    A correction of the same field of the same fact takes the place of the one before. Raises
    CaseKeptChanging.
    """
    CORRECT.require(by, within=case.municipality)
    corrections = as_printed(case, corrections)
    places = [_place(one) for one in corrections]
    _read_anew(
        case,
        lambda standing: with_corrections(standing, corrections),
        lambda _: ReadingCorrected(case=case.number, corrected=places),
        by=by,
    )


def withdraw(correction: StoredCorrection, *, by: User) -> None:
    """Take back a correction: the paper reads as the reader reads it. Raises CaseKeptChanging."""
    CORRECT.require(by, within=correction.municipality)
    gone = correction.told()
    _read_anew(
        correction.case,
        lambda standing: [one for one in standing if one != gone],
        lambda _: CorrectionWithdrawn(case=correction.case.number, place=_place(gone)),
        by=by,
    )


def reread(case: Case, *, by: User) -> None:
    """Read the case again, as when the reader has become better. Raises CaseKeptChanging."""
    REREAD.require(by, within=case.municipality)
    _read_anew(
        case,
        lambda standing: standing,
        lambda stored: CaseReread(
            case=case.number, reader=reader(), papers=stored.papers, withdrawn=tuple(stored.withdrawn)
        ),
        by=by,
    )


def _place(correction: Correction) -> str:
    """What the audit may hold of a correction: where it stands, not what it says."""
    return f"{correction.kind} {correction.field or correction.act} {correction.line}"


def _read_anew(
    case: Case,
    amended: Callable[[Sequence[Correction]], Sequence[Correction]],
    event: Callable[[Stored], Event],
    *,
    by: User,
) -> None:
    """Read with the corrections as *amended*, then store at once what came of it, if nobody was before us."""
    for _ in range(_ATTEMPTS):
        seen = Case.objects.of(case.municipality).get(pk=case.pk)
        corrections = amended(kept(seen))
        told = read_texts(texts(seen), corrections)
        with transaction.atomic():
            locked = lock_case(seen)
            if locked.revision == seen.revision:
                keep_corrections(locked, corrections, unplaced=told.unplaced, by=by)
                record(event(store(locked, told)), about=locked, by=by)
                return
    raise CaseKeptChanging
