"""The case as a PDF: wrapped lines, running heads, page numbers, and one list set in two columns.

Neither fonts nor streams are compressed or dated, so that the same parts give the same bytes on every
machine.
"""

import io
import re
from collections.abc import Sequence

from granvik.markup import Block, Kind, Part
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT, RIGHT = 70.0, WIDTH - 70.0
TOP, BOTTOM = HEIGHT - 90.0, 80.0
LEADING, GAP = 14.0, 10.0
VALUES = 170.0  # where the second cell of a row begins, from the left edge of the column
BODY, BOLD = "Helvetica", "Helvetica-Bold"


def as_pdf(parts: Sequence[Part]) -> bytes:
    """All papers in one file, each beginning on a new page and with its own page numbers."""
    paper = io.BytesIO()
    canvas = Canvas(paper, pagesize=A4, invariant=1, pageCompression=0)
    canvas.setTitle("Granviks kommun, KS 2024/00412")
    canvas.setAuthor("Granviks kommun")
    for part in parts:
        _Setting(canvas, part, _Setting(_unseen(), part, 0).run()).run()
    canvas.save()
    return paper.getvalue()


def _unseen() -> Canvas:
    """A canvas to count pages on: "2 (5)" needs the five before the first page is set."""
    return Canvas(io.BytesIO(), pagesize=A4, invariant=1)


class _Setting:
    """One paper being set; `y` is the next base line and `edges` the column it stands in."""

    def __init__(self, canvas: Canvas, part: Part, pages: int) -> None:
        self.canvas, self.part, self.pages = canvas, part, pages
        self.page, self.y, self.edges = 1, TOP, (LEFT, RIGHT)

    def run(self) -> int:
        """Set the paper and return its number of pages."""
        self._furniture()
        for block in self.part.blocks():
            self._block(block)
        self.canvas.showPage()
        return self.page

    def _furniture(self) -> None:
        number = self.part.page.format(page=self.page, pages=self.pages)
        for text, y in ((self.part.head, HEIGHT - 45), (number, HEIGHT - 59), (self.part.foot, 45)):
            cells = text.split("\t")
            self._text(cells[0], LEFT if text != number else RIGHT - stringWidth(number, BODY, 9), y, BODY, 9)
            if len(cells) > 2:
                self._text(cells[1], (WIDTH - stringWidth(cells[1], BODY, 9)) / 2, y, BODY, 9)
            if len(cells) > 1:
                self._text(cells[-1], RIGHT - stringWidth(cells[-1], BODY, 9), y, BODY, 9)

    def _text(self, text: str, x: float, y: float, font: str, size: float) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)

    def _room(self, lines: int) -> None:
        """Turn the page unless so many lines fit."""
        if self.y - (lines - 1) * LEADING < BOTTOM:
            self._turn()

    def _turn(self) -> None:
        self.canvas.showPage()
        self.page, self.y = self.page + 1, TOP
        self._furniture()

    def _block(self, block: Block) -> None:
        if block.kind is Kind.COLUMNS:
            self._columns(block)
            return
        if block.kind is Kind.TURN:
            self._turn()
            return
        for line in block.lines:
            match block.kind:
                case Kind.TITLE:
                    self._wrapped(line, BOLD, 14, keep=3)
                case Kind.HEADING:
                    self._row(line, BOLD, 11, keep=3)
                case Kind.CONTENTS:
                    self._contents(line)
                case Kind.BULLETS | Kind.NUMBERS:
                    self._wrapped(line, BODY, 10, hanging=14)
                case _:
                    self._row(line, BODY, 10)
        self.y -= GAP

    def _wrapped(self, line: str, font: str, size: float, *, hanging: float = 0, keep: int = 1) -> None:
        left, right = self.edges
        for number, text in enumerate(simpleSplit(line, font, size, right - left - hanging)):
            self._room(keep)
            self._text(text, left + (hanging if number else 0), self.y, font, size)
            self.y -= LEADING

    def _row(self, line: str, font: str, size: float, *, keep: int = 1) -> None:
        label, *cells = line.split("\t")
        if not cells:
            self._wrapped(line, font, size, keep=keep)
            return
        left, right = self.edges
        step = (right - left - VALUES) / len(cells)
        columns = [simpleSplit(label, font, size, VALUES - 10)]
        columns += [simpleSplit(cell, font, size, step) for cell in cells]
        for depth in range(max(map(len, columns))):
            self._room(keep)
            for place, column in enumerate(columns):
                if depth < len(column):
                    x = left + (VALUES + step * (place - 1) if place else 0)
                    self._text(column[depth], x, self.y, font, size)
            self.y -= LEADING

    def _contents(self, line: str) -> None:
        number, title, page = re.sub(r"\.+\t", "\t", line).split("\t")
        self._room(1)
        self._text(number, LEFT, self.y, BODY, 10)
        room = RIGHT - LEFT - 30 - stringWidth(title, BODY, 10) - 16
        self._text(title + "." * int(room / stringWidth(".", BODY, 10)), LEFT + 30, self.y, BODY, 10)
        self._text(page, RIGHT - stringWidth(page, BODY, 10), self.y, BODY, 10)
        self.y -= LEADING

    def _columns(self, block: Block) -> None:
        """Columns side by side; each must fit on what is left of the page."""
        top, middle, lowest = self.y, (LEFT + RIGHT) / 2, self.y
        for column, edges in zip(block.columns, ((LEFT, middle - 10), (middle + 10, RIGHT)), strict=True):
            self.y, self.edges = top, edges
            for inner in column:
                self._block(inner)
            lowest = min(lowest, self.y)
        self.y, self.edges = lowest, (LEFT, RIGHT)
