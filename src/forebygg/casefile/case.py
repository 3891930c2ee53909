"""What the reader gives: one case, and all that was found in its papers."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forebygg.casefile.facts import (
    BodyChange,
    CaseHeading,
    Change,
    Document,
    Event,
    Finding,
    Item,
    Meeting,
    Plan,
    Unread,
)

if TYPE_CHECKING:  # they load what compares and what corrects, which whoever only names a case does without
    from forebygg.casefile.amending import Correction
    from forebygg.casefile.comparison.alignment import Alignment


@dataclass(frozen=True, kw_only=True)
class CaseFile:
    """Everything that was read from one or more files taken as one case.

    `alignments` tell of the same consecutive editions as `changes` do; `unplaced` are the corrections
    that no longer find what they corrected.
    """

    case: CaseHeading
    documents: tuple[Document, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    items: tuple[Item, ...] = ()
    plans: tuple[Plan, ...] = ()
    changes: tuple[Change, ...] = ()
    alignments: tuple["Alignment", ...] = ()
    body_changes: tuple[BodyChange, ...] = ()
    findings: tuple[Finding, ...] = ()
    timeline: tuple[Event, ...] = ()
    unread: tuple[Unread, ...] = ()
    unplaced: tuple["Correction", ...] = ()
