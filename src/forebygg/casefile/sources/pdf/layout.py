"""A page to lines of text."""

from collections.abc import Iterable, Sequence

from forebygg.casefile.sources.pdf.cells import divided, table_lines
from forebygg.casefile.sources.pdf.columns import Block, reading_order
from forebygg.casefile.sources.pdf.grids import Grid, grids_of
from forebygg.casefile.sources.pdf.page import Page
from forebygg.casefile.sources.pdf.rows import Row, rows_of
from forebygg.casefile.sources.pdf.spacing import USUAL, is_parted, line_spacing


def lines_of_pages(pages: Iterable[Page]) -> list[str]:
    """The lines of all pages; the first line of every page but the first begins with a form feed.

    A line is a line on the paper, its words parted by one space and its cells by a tab; hyphens at line
    ends stay. Blank lines stand where the paper leaves more space than between the lines of a paragraph.
    """
    lines: list[str] = []
    spacing = USUAL
    for number, page in enumerate(pages):
        found, spacing = _page(page, spacing)
        if number:
            found[:1] = ["\f" + (found[0] if found else "")]
        lines += found
    return lines


def _page(page: Page, usual: float) -> tuple[list[str], float]:
    """The page's lines, and the line spacing that it taught us."""
    grids = grids_of(page.rules)
    words, cells = divided(page.words, grids)
    parts = [reading_order(rows) for rows in _between(rows_of(words), grids)]
    spacing = line_spacing((block for blocks in parts for block in blocks), usual)
    lines = _lines(parts[0], spacing)
    for grid, inside, blocks in zip(grids, cells, parts[1:], strict=True):
        for more in (table_lines(grid, inside, spacing), _lines(blocks, spacing)):
            lines += ["", *more] if lines and more else more
    for aside in page.aside:
        lines += ["", *(row.text for row in rows_of(aside))]
    return lines, spacing


def _between(rows: Sequence[Row], grids: Sequence[Grid]) -> list[list[Row]]:
    """The rows above the first table, between each two, and below the last."""
    parts: list[list[Row]] = [[] for _ in range(len(grids) + 1)]
    part = 0
    for row in rows:
        while part < len(grids) and row.y < grids[part].ys[0]:
            part += 1
        parts[part].append(row)
    return parts


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
