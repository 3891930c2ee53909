"""A whole reading of a case, stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version

from forebygg.casefile import CaseFile
from forebygg.decisions.services.meetings import write_meetings
from forebygg.decisions.services.remarks import write_remarks
from forebygg.papers.models import Case
from forebygg.papers.services.cases import tell
from forebygg.papers.services.filing import file_papers, mark_copies, note_unread, remove
from forebygg.plans.services.settling import settle_plans


@dataclass(frozen=True, kw_only=True)
class Stored:
    """What the reading came to: how many rows were written, and which papers are released no more."""

    papers: int
    withdrawn: Sequence[int]
    written: int


def reader() -> str:
    """The version of the reader that is installed."""
    return version("forebygg")


def store(case: Case, told: CaseFile) -> Stored:
    """Make the case's rows say what *told* does, inside the transaction and the locks of whoever calls."""
    originals = {original.name: original for original in case.originals.defer("text")}
    filed = file_papers(case, told.documents, originals)
    plans = settle_plans(case, told, filed.papers)
    meetings = write_meetings(case, told, filed.papers)
    copies = {one.id: filed.papers[one.copy_of] for one in told.documents if one.copy_of} | plans.copies
    written = (
        filed.written
        + plans.written
        + meetings.written
        + mark_copies(filed, copies)
        + note_unread(originals, told.unread)
        + write_remarks(case, told, filed, originals, meetings.items)
    )
    remove(filed.vanished)
    tell(case, told.case, reader=reader())
    return Stored(papers=len(filed.papers), withdrawn=filed.no_longer_released, written=written)
