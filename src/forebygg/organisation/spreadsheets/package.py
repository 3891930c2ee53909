"""An XLSX file is a package of XML parts: looked through before anything opens it."""

import struct
import zipfile
import zlib
from io import BytesIO
from typing import Final

from forebygg.organisation.spreadsheets.errors import BrokenSpreadsheet, SpreadsheetTooLarge
from forebygg.organisation.spreadsheets.sheet import MEGABYTE

MOST_UNPACKED: Final = 60 * MEGABYTE
"""All parts together; 100 000 rows of five columns unpack to half of it."""

_LARGEST_DIRECTORY: Final = MEGABYTE
_CHUNK: Final = 65_536
_END: Final = b"PK\x05\x06"
_PLAIN: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
# A document type may define words that swell a thousandfold. No spreadsheet program writes one.
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(name) for name in ("ascii", "utf-16-le", "utf-16-be"))


def check_package(data: bytes) -> None:
    """Raises SpreadsheetTooLarge for what would fill the memory, BrokenSpreadsheet for what is no package.

    A part is never unpacked further than its entry says, so that the sum of these is a bound.
    """
    end = data.rfind(_END)
    if end < 0 or len(data) < end + 22:
        raise BrokenSpreadsheet
    (size,) = struct.unpack_from("<I", data, end + 12)
    if size > _LARGEST_DIRECTORY:
        raise SpreadsheetTooLarge(limit=MOST_UNPACKED // MEGABYTE)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            if any(part.compress_type not in _PLAIN for part in parts):
                raise BrokenSpreadsheet
            if sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise SpreadsheetTooLarge(limit=MOST_UNPACKED // MEGABYTE)
            if any(
                _has_doctype(archive, part) for part in parts if part.filename.endswith((".xml", ".rels"))
            ):
                raise BrokenSpreadsheet
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        RuntimeError,
        ValueError,
        struct.error,
    ) as error:
        raise BrokenSpreadsheet from error


def _has_doctype(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    overlap = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            seen = overlap + chunk
            if any(sign in seen for sign in _DOCTYPES):
                return True
            overlap = seen[-20:]
    return False
