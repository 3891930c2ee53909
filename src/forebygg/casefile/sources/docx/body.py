"""Blocks to lines: paragraphs parted as the paper parts them, numbered as Word numbers them."""

import re
from collections.abc import Iterable, Iterator
from typing import Final
from xml.etree.ElementTree import Element

from forebygg.casefile.sources.docx.numbering import Numbering
from forebygg.casefile.sources.docx.paragraphs import PAGE, Reading
from forebygg.casefile.sources.docx.styles import SPACED, Shape, Styles
from forebygg.casefile.sources.tables import lines_of_rows

SHORT: Final = 80
"""Characters; paragraphs without space between them are a list or an address when they are shorter."""

_CONTENTS: Final = re.compile(r"\t\s*[0-9]{1,4}\s*$")
"""A title and its page, also where nobody used a style for the table of contents."""

_CONTAINERS: Final = frozenset(
    {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "mc:AlternateContent", "mc:Choice"}
)


class Body:
    """Takes the blocks of a document one by one; `lines` is what they have come to so far."""

    def __init__(self, styles: Styles, numbering: Numbering, reading: Reading) -> None:
        self.styles, self.numbering, self.reading = styles, numbering, reading
        self.lines: list[str] = []
        self.before: tuple[Shape, str] | None = None
        self.page = False

    def add(self, blocks: Iterable[Element]) -> None:
        """Take in more blocks: paragraphs, tables, and what merely holds some."""
        for block in blocks:
            match block.tag:
                case "p":
                    self._paragraph(block)
                case "tbl":
                    self._table(block)
                case "sdt" if block.find("sdtPr/showingPlcHdr") is not None:
                    continue
                case name if name in _CONTAINERS:
                    self.add(block)
                case _:
                    continue

    def _paragraph(self, paragraph: Element) -> None:
        properties = paragraph.find("pPr")
        shape = self.styles.shape(properties)
        text = self.reading.text(paragraph)
        boxes, self.reading.boxes = self.reading.boxes, []
        gone = properties is not None and properties.find("rPr/del") is not None
        self.page |= shape.page_break_before
        if not text.strip():
            self.page |= PAGE in text
            if shape.run is not None and not gone and shape.is_heading:
                self.numbering.label(shape.run, shape.level or 0)
            self._blank()
        else:
            self._text(shape, self._labelled(shape, text))
        for box in boxes:
            self._blank()
            self.add(box)
            self._blank()
        if properties is not None and (section := properties.find("sectPr")) is not None:
            kind = section.find("type")
            self.page |= kind is None or kind.get("val") != "continuous"

    def _labelled(self, shape: Shape, text: str) -> str:
        if shape.run is None:
            return text
        label = self.numbering.label(shape.run, shape.level or 0)
        return f"{label} {text.lstrip()}" if label else text

    def _text(self, shape: Shape, text: str) -> None:
        if self.before is not None and self._parted(*self.before, shape, text):
            self._blank()
        first, *pages = text.split(PAGE)
        self._lines(first)
        for page in pages:
            self.page = True
            self._lines(page)
        self.before = shape, text

    def _lines(self, text: str) -> None:
        for line in text.split("\n"):
            if stripped := line.strip(" "):
                self.lines.append(PAGE + stripped if self.page else stripped.rstrip())
                self.page = False

    def _parted(self, above: Shape, text_above: str, below: Shape, text: str) -> bool:
        """Whether a blank line stands between two paragraphs that follow each other."""
        if above.is_heading or below.is_heading:
            return True
        if above.run is not None and below.run is not None:
            return False
        if (above.is_contents and below.is_contents) or (
            _CONTENTS.search(text_above) and _CONTENTS.search(text)
        ):
            return False
        same = above.style == below.style
        after = 0 if same and above.contextual else above.after
        before = 0 if same and below.contextual else below.before
        return max(after, before) >= SPACED or len(text_above) > SHORT or len(text) > SHORT

    def _blank(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")
        self.before = None

    def _table(self, table: Element) -> None:
        self._blank()
        rows = list(self._rows(table))
        if all(len(row) == 1 for row in rows):  # a frame around ordinary text
            lines = [line for row in rows for line in (*row[0], "")]
        else:
            lines = lines_of_rows([[[line for line in cell if line] for cell in row] for row in rows])
        for line in lines:
            if line:
                self._lines(line)
            else:
                self._blank()
        self._blank()

    def _rows(self, table: Element) -> Iterator[list[list[str]]]:
        for row in _inside(table, "tr"):
            if row.find("trPr/del") is None:
                yield [self._cell(cell) for cell in _inside(row, "tc")]

    def _cell(self, cell: Element) -> list[str]:
        inner = Body(self.styles, self.numbering, self.reading)
        inner.add(cell)
        return [line.replace(PAGE, "") for line in inner.lines]


def _inside(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those in content controls."""
    for child in element:
        if child.tag == name:
            yield child
        elif child.tag in _CONTAINERS:
            yield from _inside(child, name)
