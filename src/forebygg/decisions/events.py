"""What can happen to a case."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from django.utils.translation import gettext_lazy as _

from forebygg.audit.events import Event
from forebygg.audit.references import Checksum, Code, Refers, Version
from forebygg.papers.events import CaseNumber

# Kind of fact, field or act, line: "motion party 21".
Place = Annotated[str, Code(r"[a-z_]{1,30} [a-z_]{1,30} [0-9]{1,9}"), Refers("decisions.place")]


@dataclass(frozen=True, kw_only=True)
class PapersImported(Event):
    """`checksums` are those of the files that were added, `papers` how many papers the case now has.

    `withdrawn` are the numbers of papers that were released and no longer are, having changed.
    """

    name: ClassVar = "decisions.papers_imported"
    sentence: ClassVar = _("imported into {case}: new files {files}, papers in all {papers}")

    case: CaseNumber
    files: int
    papers: int
    checksums: tuple[Checksum, ...]
    withdrawn: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CaseReread(Event):
    """`reader` is the version of the reader that read it; `withdrawn` as of an import."""

    name: ClassVar = "decisions.case_reread"
    sentence: ClassVar = _("had {case} read again by version {reader} of the reader")

    case: CaseNumber
    reader: Version
    papers: int
    withdrawn: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReadingCorrected(Event):
    """`corrected` names kind, field and line of each, never the value."""

    name: ClassVar = "decisions.reading_corrected"
    sentence: ClassVar = _("corrected the reading of {case}: {corrected}")

    case: CaseNumber
    corrected: list[Place]


@dataclass(frozen=True, kw_only=True)
class CorrectionWithdrawn(Event):
    """Where the correction stood, never its value."""

    name: ClassVar = "decisions.correction_withdrawn"
    sentence: ClassVar = _("withdrew a correction in {case}: {place}")

    case: CaseNumber
    place: Place
