"""A page to lines of text."""

from collections.abc import Iterable, Sequence

from forebygg.casefile.sources.pdf.columns import Block, reading_order
from forebygg.casefile.sources.pdf.page import Page
from forebygg.casefile.sources.pdf.rows import rows_of
from forebygg.casefile.sources.pdf.spacing import USUAL, is_parted, line_spacing


def lines_of_pages(pages: Iterable[Page]) -> list[str]:
    """The lines of all pages; the first line of every page but the first begins with a form feed."""
    lines: list[str] = []
    spacing = USUAL
    for number, page in enumerate(pages):
        blocks = reading_order(rows_of(page.words))
        spacing = line_spacing(blocks, spacing)
        found = _lines(blocks, spacing)
        for words in page.aside:
            found += ["", *(row.text for row in rows_of(words))]
        if number:
            found[:1] = ["\f" + (found[0] if found else "")]
        lines += found
    return lines


def _lines(blocks: Sequence[Block], spacing: float) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        if lines:
            lines.append("")
        for index, row in enumerate(block):
            if index and is_parted(block[index - 1], row, spacing):
                lines.append("")
            lines.append(row.text)
    return lines
