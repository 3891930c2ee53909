"""Papers into the database, told as it goes. Django has to have begun before this module is read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import typer

from forebygg.accounts.models import Municipality, SystemUser, User
from forebygg.accounts.services import system_user
from forebygg.casefile.errors import SourceError
from forebygg.casefile.paper import Text
from forebygg.casefile.sources import bytes_of, expand
from forebygg.cli.complaints import complain, progress, said
from forebygg.cli.language import translation
from forebygg.cli.reading import Read
from forebygg.core.messages import N_, Translate
from forebygg.decisions.services import Imported, import_papers
from forebygg.papers.models import Case
from forebygg.papers.receiving import Received
from forebygg.papers.services.releasing import release

NOTHING_FOUND = N_("There is no paper to read here. Give a file or a folder with text, PDF or DOCX.")
NOTHING_IMPORTED = N_("Nothing was imported: half a case would mislead.")
IMPORTED = N_("Case {number}, {title}: files added: {added}; there already: {unchanged}.")
UNTITLED = N_("without a title")


@dataclass(frozen=True, kw_only=True)
class Import:
    """What to import, and where to; without a *case* the papers say themselves which they belong to."""

    files: Sequence[Path]
    municipality: Municipality
    case: Case | None = None
    each: bool = False
    ocr: bool = False
    release: bool = False


@dataclass(frozen=True)
class _Followed(Received):
    """A file that says how its reading went."""

    told: Callable[[Read], None] = field(kw_only=True, compare=False)

    def read(self, *, ocr: bool = False) -> Text:
        """As any other's, and told on standard error."""
        try:
            text = super().read(ocr=ocr)
        except SourceError as error:
            self.told(Read(file=self.name, error=error))
            raise
        self.told(Read(file=self.name, text=text))
        return text


def import_files(wanted: Import, language: str) -> tuple[list[Imported], bool]:
    """Import the files, saying what became of them; what was imported, and whether that is all of it.

    Files that are one case are imported all or none. Raises a CodedError when the store refuses them.
    """
    tell = translation(language)
    found = expand(wanted.files)
    for notice in found.notices:
        typer.echo(said(notice, tell), err=True)
    if not found.files:
        typer.echo(f"{wanted.files[0]}: {tell(NOTHING_FOUND)}", err=True)
        return [], False
    by = system_user(SystemUser.COMMAND)
    done: list[Imported] = []
    groups = [[path] for path in found.files] if wanted.each else [list(found.files)]
    with progress(len(found.files), tell) as advance:
        for group in groups:
            received = _received(group, tell, advance)
            try:
                imported = received and import_papers(
                    wanted.municipality, received, case=wanted.case, by=by, ocr=wanted.ocr
                )
            except SourceError:
                continue
            if imported:
                done.append(imported)
                if wanted.release:
                    _show(imported, by)
                typer.echo(_told(imported, tell))
    whole = len(done) == len(groups)
    if not (whole or wanted.each or len(found.files) == 1):
        typer.echo(tell(NOTHING_IMPORTED), err=True)
    return done, whole


def _show(imported: Imported, by: User) -> None:
    """The papers of these files, and no others of the case, shown to the public."""
    files = [*imported.added, *imported.unchanged]
    papers = imported.case.papers.filter(original__in=files)
    release(imported.case, list(papers.values_list("number", flat=True)), by=by)


def _received(paths: Sequence[Path], tell: Translate, advance: Callable[[], None]) -> list[Received]:
    """The files' bytes; none at all when one of them cannot be had."""

    def told(read: Read) -> None:
        complain(read, tell)
        advance()

    received: list[Received] = []
    for path in paths:
        try:
            received.append(_Followed(str(path), bytes_of(path), told=told))
        except SourceError as error:
            told(Read(file=str(path), error=error))
    return received if len(received) == len(paths) else []


def _told(imported: Imported, tell: Translate) -> str:
    return tell(IMPORTED).format(
        number=imported.case.number,
        title=imported.case.title or tell(UNTITLED),
        added=len(imported.added),
        unchanged=len(imported.unchanged),
    )
