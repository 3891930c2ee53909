"""The reader of council papers: files in, frozen facts out. No Django, no database, nothing guessed.

`read_case` reads files and folders as one case; `read_texts` does the same for texts already read, with what
a person has corrected (`forebygg.casefile.amending`). `forebygg.casefile.starting` begins a plan from a text.

The reader takes half a second to load, all its forms and words, and is loaded when something is first read
(docs/adr/0013): whoever serves pages or waits for jobs seldom reads.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from forebygg.casefile.case import CaseFile

if TYPE_CHECKING:
    from forebygg.casefile.amending import Correction
    from forebygg.casefile.paper import Text

__all__ = ["CaseFile", "read_case", "read_texts"]


def read_case(paths: Iterable[Path], *, ocr: bool = False) -> CaseFile:
    """The papers in the files and folders, taken as one case. Raises SourceError for an unreadable one."""
    from forebygg.casefile.sources import expand, read_source  # noqa: PLC0415 - loaded with the reader

    return read_texts([read_source(path, ocr=ocr) for path in expand(paths).files])


def read_texts(texts: Sequence["Text"], corrections: Sequence["Correction"] = ()) -> CaseFile:
    """The case that the texts hold, as corrected by hand; all that is derived follows the corrections.

    Reading itself never fails: what is not understood is in `unread`, and a correction whose place is no
    longer there in `unplaced`.
    """
    from forebygg.casefile.reading import read  # noqa: PLC0415 - loads the reader

    return read(texts, corrections)
