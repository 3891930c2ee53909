"""Papers into the store: read first, which may take its time, then stored at once or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from django.db import transaction

from forebygg.accounts.models import Municipality, User
from forebygg.audit.recording import record
from forebygg.casefile import CaseFile, read_texts
from forebygg.casefile.amending import Correction
from forebygg.casefile.paper import Text
from forebygg.decisions.errors import CaseKeptChanging, NoPapers
from forebygg.decisions.events import PapersImported
from forebygg.decisions.permissions import IMPORT
from forebygg.decisions.services.storing import store
from forebygg.papers.models import Case, Original
from forebygg.papers.receiving import Received, distinct
from forebygg.papers.rules import unlike
from forebygg.papers.selectors import case_holding, case_of, corrections, texts
from forebygg.papers.services.amending import keep_corrections
from forebygg.papers.services.cases import open_case
from forebygg.papers.services.keeping import keep
from forebygg.papers.services.locking import lock, lock_case

_ATTEMPTS: Final = 8


@dataclass(frozen=True, kw_only=True)
class Imported:
    """What became of the files: those now added to the case, and those that it had already."""

    case: Case
    added: Sequence[Original] = ()
    unchanged: Sequence[Original] = ()
    is_new: bool = False


def import_papers(
    municipality: Municipality,
    files: Iterable[Received],
    *,
    case: Case | None = None,
    saying: Sequence[Correction] = (),
    by: User,
    ocr: bool = False,
) -> Imported:
    """Store the files in *case*, or in the one to which they belong, or in a new one.

    Files that the case has already are known by their checksum; when it has them all nothing is written.
    *saying* are corrections of files that are new, under the names they are received by. Raises a SourceError
    for a file that cannot be read, NoPapers, and CaseKeptChanging.
    """
    IMPORT.require(by, within=municipality)
    incoming = _Incoming(municipality, distinct(files), saying, ocr=ocr)
    for _ in range(_ATTEMPTS):
        seen = Case.objects.of(municipality).get(pk=case.pk) if case else incoming.belongs_to()
        new = incoming.lacking(seen)
        if seen and not new:
            return Imported(case=seen, unchanged=incoming.held(seen))
        reading = incoming.read(seen, new)
        with transaction.atomic():
            if imported := _store(incoming, seen, reading, named=case is not None, by=by):
                return imported
    raise CaseKeptChanging


@dataclass(frozen=True, kw_only=True)
class _Reading:
    """The new files with the texts that were found in them, and the whole case as it reads with them."""

    added: Sequence[tuple[Received, Text]]
    corrections: Sequence[Correction]
    told: CaseFile


class _Incoming:
    """The files of one import; each is extracted once, however often its case is read."""

    def __init__(
        self,
        municipality: Municipality,
        files: Sequence[Received],
        saying: Sequence[Correction],
        *,
        ocr: bool,
    ) -> None:
        if not files:
            raise NoPapers
        self.municipality, self.files, self.saying, self.ocr = municipality, files, saying, ocr
        self.checksums = [file.sha256 for file in files]
        self._texts: dict[str, Text] = {}

    def belongs_to(self) -> Case | None:
        """The case that has all the files, else the one they point at."""
        held = case_holding(self.municipality, self.checksums)
        return held or case_of(self.municipality, self.alone.told.case.registry_number, self.checksums)

    def lacking(self, case: Case | None) -> list[Received]:
        """The files that the case has not."""
        held = {original.sha256 for original in self.held(case)} if case else set()
        return [file for file in self.files if file.sha256 not in held]

    def held(self, case: Case) -> list[Original]:
        """Those of the files that the case has."""
        return [*case.originals.filter(sha256__in=self.checksums).defer("text")]

    @cached_property
    def alone(self) -> _Reading:
        """What the files say by themselves."""
        return self._read(self.files, (), ())

    def read(self, case: Case | None, new: Sequence[Received]) -> _Reading:
        """The whole case, since each paper is read in the light of the others."""
        return self._read(new, texts(case), corrections(case)) if case else self.alone

    def _read(
        self, new: Sequence[Received], standing: Sequence[Text], said: Sequence[Correction]
    ) -> _Reading:
        names = {text.file for text in standing}
        added: list[tuple[Received, Text]] = []
        corrected = [*said]
        for file in new:
            # Every text bears a name that is its own in the case, since facts name their file.
            text = self._text(file)
            name = unlike(text.file, names)
            names.add(name)
            added.append((file, replace(text, file=name)))
            corrected.extend(replace(one, file=name) for one in self.saying if one.file == file.name)
        told = read_texts([*standing, *(text for _, text in added)], corrected)
        return _Reading(added=added, corrections=corrected, told=told)

    def _text(self, file: Received) -> Text:
        if file.sha256 not in self._texts:
            self._texts[file.sha256] = file.read(ocr=self.ocr)
        return self._texts[file.sha256]


def _store(
    incoming: _Incoming, seen: Case | None, reading: _Reading, *, named: bool, by: User
) -> Imported | None:
    """Store the reading; None when somebody else changed, meanwhile, what it was made from."""
    municipality = lock(incoming.municipality)
    if not named and incoming.belongs_to() != seen:
        return None
    case = lock_case(seen) if seen else open_case(municipality)
    if seen and case.revision != seen.revision:
        return None
    added = keep(case, reading.added, by=by)
    keep_corrections(case, reading.corrections, unplaced=reading.told.unplaced, by=by)
    stored = store(case, reading.told)
    record(
        PapersImported(
            case=case.number,
            files=len(added),
            papers=stored.papers,
            checksums=tuple(original.sha256 for original in added),
            withdrawn=tuple(stored.withdrawn),
        ),
        about=case,
        by=by,
    )
    unchanged = [original for original in incoming.held(case) if original not in added]
    return Imported(case=case, added=added, unchanged=unchanged, is_new=seen is None)
