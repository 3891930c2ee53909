"""The numbers of pages, filled in when all pages are known.

Left to `counter(pages)` and `target-counter`, WeasyPrint lays out every page three times: once to learn the
numbers, once to set them, once to see that they stood still. Ours stand at the right edge of a line with room
to spare, and so move nothing. The stylesheet sets UNKNOWN where one is to come.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

UNKNOWN: Final = "0000"

Box = Any  # of WeasyPrint's layout


def number(pages: Sequence[Any], text_box: type, split: Callable[..., Any]) -> None:
    """Fill in how many pages there are at the foot of each, and in the contents where each heading stands."""
    of_anchor = {anchor: at for at, page in enumerate(pages, start=1) for anchor in page.anchors}
    for page in pages:
        for box in _words(page._page_box, text_box):  # noqa: SLF001 - it has no other name
            if not box.text.endswith(UNKNOWN):
                continue
            target = None if box.element is None else box.element.attrib.get("data-to")
            known = len(pages) if target is None else of_anchor[target]
            _write(box, box.text.removesuffix(UNKNOWN) + str(known), split)


def _words(box: Box, text_box: type) -> Iterator[Box]:
    if isinstance(box, text_box):
        yield box
    for child in getattr(box, "children", ()):
        yield from _words(child, text_box)


def _write(box: Box, words: str, split: Callable[..., Any]) -> None:
    """Set other words in the box, which ends where it ended."""
    box.pango_layout, _length, _rest, width, *_height = split(words, box.style, None, None, 0)
    box.text = words
    box.position_x += box.width - width
    box.width = width
