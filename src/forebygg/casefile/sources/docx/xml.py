"""XML read within bounds: no document type, so no entities; no endless depth; no endless number of parts.

Names come out short: an element of WordprocessingML as its own name ("p", "tbl"), others with the prefix
that their standard uses ("mc:Choice", "m:t"), unknown ones as "other". Attributes likewise.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from forebygg.casefile.errors import BrokenDocx, DocxTooDeep, DocxTooMany

DEEPEST: Final = 250
MOST_ELEMENTS: Final = 1_000_000
"""A plan of a hundred pages has some fifty thousand."""

MOST_NAMES: Final = 4096
_LOOKS: Final = frozenset(
    "b bCs bookmarkEnd bookmarkStart color i iCs jc kern lang lastRenderedPageBreak noProof proofErr "
    "rFonts shd sz szCs u w".split()
)
"""How letters look, and marks: most of a document by number, never read, and none holds anything."""

_PREFIXES: Final = {
    "": "",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
}


def tree_of(chunks: Iterable[bytes]) -> Element:
    """The whole part as one tree: for the small ones."""
    return next(_elements(chunks, 1), Element("empty"))


def blocks_of(chunks: Iterable[bytes]) -> Iterator[Element]:
    """The paragraphs, tables and the rest of the body, one after another and then forgotten."""
    return _elements(chunks, 3)


def _elements(chunks: Iterable[bytes], level: int) -> Iterator[Element]:
    """Every element at *level* of the tree, the root being level 1."""
    reader = _Reader(level)
    for chunk in chunks:
        yield from reader.feed(chunk, final=False)
    yield from reader.feed(b"", final=True)


class _Reader:
    def __init__(self, level: int) -> None:
        self.level = level
        self.depth = self.count = 0
        self.builder: TreeBuilder | None = None
        self.done: list[Element] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.StartDoctypeDeclHandler = self.doctype

    def feed(self, chunk: bytes, *, final: bool) -> list[Element]:
        self.done = []
        try:
            self.parser.Parse(chunk, final)
        except expat.ExpatError as error:
            raise BrokenDocx from error
        return self.done

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.count += 1
        if self.depth > DEEPEST:
            raise DocxTooDeep(limit=DEEPEST)
        if self.count > MOST_ELEMENTS:
            raise DocxTooMany(limit=MOST_ELEMENTS)
        short = _SHORT[name]
        if short in _LOOKS:
            return
        if self.depth == self.level:
            self.builder = TreeBuilder()
        if self.builder is not None:
            if attributes:
                attributes = {_SHORT[key]: value for key, value in attributes.items()}
            self.builder.start(short, attributes)

    def end(self, name: str) -> None:
        if self.builder is not None:
            if (short := _SHORT[name]) not in _LOOKS:
                self.builder.end(short)
            if self.depth == self.level:
                self.done.append(self.builder.close())
                self.builder = None
        self.depth -= 1

    def characters(self, text: str) -> None:
        if self.builder is not None:
            self.builder.data(text)

    def doctype(self, *_declaration: Any) -> None:  # noqa: ANN401 - whatever expat tells of it
        raise BrokenDocx


class _Short(dict[str, str]):
    """Short names by the long ones; a paper uses some hundred."""

    def __missing__(self, name: str) -> str:
        namespace, _, local = name.rpartition(" ")
        prefix = _PREFIXES.get(namespace)
        short = "other" if prefix is None else prefix + local
        if len(self) < MOST_NAMES:
            self[name] = short
        return short


_SHORT: Final = _Short()
