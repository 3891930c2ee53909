"""One file in, its text out, whatever its form."""

from pathlib import Path
from typing import Final

from forebygg.casefile.errors import FolderGiven, MissingFile, NotAFile, TooLarge, UnreadableFile
from forebygg.casefile.paper import Text
from forebygg.casefile.sources.encodings import decode
from forebygg.casefile.sources.kinds import Kind, kind_of
from forebygg.casefile.sources.lines import lines_of

MEGABYTE: Final = 1_000_000
LARGEST_FILE: Final = 300 * MEGABYTE
LARGEST_TEXT: Final = 60 * MEGABYTE
"""A year of a large city's minutes is some 5 MB of text."""


def read_source(path: Path, *, ocr: bool = False, name: str | None = None) -> Text:
    """The text of the paper in *path*, which is called *name* in what follows.

    With *ocr*, pages of a PDF that are only pictures are read by ocrmypdf. Raises a SourceError when
    the file cannot be read at all.
    """
    return read_bytes(bytes_of(path), file=str(path) if name is None else name, ocr=ocr)


def read_bytes(data: bytes, *, file: str, ocr: bool = False) -> Text:
    """The same for a file that is at hand already, called *file*."""
    _refuse_above(LARGEST_FILE, len(data))
    match kind_of(data):
        case Kind.PDF:
            from forebygg.casefile.sources.pdf.document import read_pdf  # noqa: PLC0415 - as below

            return read_pdf(data, file=file, ocr=ocr)
        case Kind.DOCX:
            # Text needs no reader of other forms, nor does whoever asks for a file's bytes alone.
            from forebygg.casefile.sources.docx.document import read_docx  # noqa: PLC0415

            return read_docx(data, file=file)
        case Kind.TEXT:
            _refuse_above(LARGEST_TEXT, len(data))
            characters, encoding = decode(data)
            return Text(file=file, form="text", lines=lines_of(characters), encoding=encoding)


def bytes_of(path: Path) -> bytes:
    """What the file holds; raises a SourceError when it cannot be had."""
    try:
        if path.is_dir():
            raise FolderGiven
        if path.exists() and not path.is_file():  # a device or a pipe may never end
            raise NotAFile
        _refuse_above(LARGEST_FILE, path.stat().st_size)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise MissingFile from None
    except (OSError, ValueError) as error:  # a NUL in the name is a ValueError
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFile(reason=reason) from error


def _refuse_above(limit: int, size: int) -> None:
    if size > limit:
        raise TooLarge(size=size // MEGABYTE, limit=limit // MEGABYTE)
