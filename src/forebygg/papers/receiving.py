"""A file as it comes in, before it is anybody's paper."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

from forebygg.casefile.paper import Text
from forebygg.casefile.sources import bytes_of, expand, read_bytes
from forebygg.papers.rules import file_name, storable


@dataclass(frozen=True)
class Received:
    """A file's name and bytes."""

    name: str
    data: bytes

    @classmethod
    def from_paths(cls, paths: Iterable[Path]) -> list[Self]:
        """The files in *paths*, folders walked through; raises a SourceError for one that cannot be had."""
        return [cls(str(path), bytes_of(path)) for path in expand(paths).files]

    @cached_property
    def sha256(self) -> str:
        """The checksum by which the file is known again."""
        return hashlib.sha256(self.data).hexdigest()

    def read(self, *, ocr: bool = False) -> Text:
        """Its text, in characters that every database takes; raises a SourceError."""
        text = read_bytes(self.data, file=file_name(self.name), ocr=ocr)
        lines = tuple(map(storable, text.lines))
        return Text(file=text.file, form=text.form, lines=lines, encoding=text.encoding, notices=text.notices)


def distinct(files: Iterable[Received]) -> list[Received]:
    """The files in order, each content once."""
    found: dict[str, Received] = {}
    for file in files:
        found.setdefault(file.sha256, file)
    return [*found.values()]
