"""A DOCX is a package of XML parts: opened within bounds, whatever its directory promises."""

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Final

from forebygg.casefile.errors import BrokenDocx, DocxTooLarge
from forebygg.casefile.sources.docx.xml import tree_of

MEGABYTE: Final = 1_000_000
MOST_UNPACKED: Final = 60 * MEGABYTE
"""Of all parts that are read together; the longest plan seen unpacks to a tenth of it."""

LARGEST_DIRECTORY: Final = 4 * MEGABYTE
CHUNK: Final = 65_536
_END: Final = b"PK\x05\x06"
_RELATION: Final = "/relationships/"


class Package:
    """The parts by name; raises BrokenDocx when they are not there, DocxTooLarge when they swell."""

    def __init__(self, data: bytes) -> None:
        _check_directory(data)
        self.left = MOST_UNPACKED
        try:
            self.archive = zipfile.ZipFile(BytesIO(data))
            self.names = frozenset(self.archive.namelist())
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as error:
            raise BrokenDocx from error
        self.main = self._main_part()
        self.parts = dict(self._relations(self.main))

    def chunks(self, name: str) -> Iterator[bytes]:
        """The part piece by piece, counted against the bound that all parts share."""
        try:
            with self.archive.open(name) as part:
                while chunk := part.read(CHUNK):
                    self.left -= len(chunk)
                    if self.left < 0:
                        raise DocxTooLarge(limit=MOST_UNPACKED // MEGABYTE)
                    yield chunk
        except (
            KeyError,
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            RuntimeError,
            ValueError,
        ) as error:
            raise BrokenDocx from error

    def related(self, kind: str) -> str | None:
        """The name of the part that is the main part's *kind*: "styles", "numbering", "footnotes"."""
        return next((name for of, name in self.parts.values() if of == kind), None)

    def _main_part(self) -> str:
        for kind, name in dict(self._relations("")).values():
            if kind == "officeDocument":
                return name
        return "word/document.xml"

    def _relations(self, part: str) -> Iterator[tuple[str, tuple[str, str]]]:
        """Identity, kind and name of the parts to which *part* refers; what lies outside is left out."""
        folder, file = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        if name not in self.names:
            return
        for relation in tree_of(self.chunks(name)):
            values: Mapping[str, str] = relation.attrib
            kind = values.get("Type", "").rpartition(_RELATION)[2]
            target = posixpath.normpath(posixpath.join("/", folder, values.get("Target", ""))).lstrip("/")
            if values.get("TargetMode") != "External" and target in self.names:
                yield values.get("Id", ""), (kind, target)


def _check_directory(data: bytes) -> None:
    """Refuse a package whose list of parts alone would fill the memory."""
    end = data.rfind(_END)
    if end < 0 or len(data) < end + 22:
        raise BrokenDocx
    (size,) = struct.unpack_from("<I", data, end + 12)
    if size > LARGEST_DIRECTORY:
        raise DocxTooLarge(limit=MOST_UNPACKED // MEGABYTE)
