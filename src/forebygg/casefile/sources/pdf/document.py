"""A PDF to a text, with the pages that could not be read named."""

import re
from collections.abc import Sequence
from typing import Final

from forebygg.casefile.errors import BrokenPdf, NoText, ScannedPdf, TruncatedPdf
from forebygg.casefile.paper import Text
from forebygg.casefile.sources.lines import lines_of
from forebygg.casefile.sources.ocr import recognised
from forebygg.casefile.sources.pdf.layout import lines_of_pages
from forebygg.casefile.sources.pdf.limited import pages_of
from forebygg.core.messages import N_, Notice

_PICTURE_PAGES: Final = N_("Pages without text, which --ocr can read: {pages}.")
_BROKEN_PAGES: Final = N_("Pages that are damaged and could not be read: {pages}.")
_RECOGNISED: Final = N_("Pages read from pictures by ocrmypdf, where letters may be wrong: {pages}.")
_DOUBTFUL: Final = N_("Lines where § may have been read as another sign: {lines}.")
_SECTION_SIGN: Final = re.compile(r"\f?\s*[$S]\s?[0-9]{1,3}\b(?![ .,:/-]?[0-9])")
_END: Final = b"%%EOF"
_LENGTH: Final = re.compile(rb"/Linearized\b[^>]{0,200}?/L\s+(\d+)")


def read_pdf(data: bytes, *, file: str, ocr: bool) -> Text:
    """The text of the PDF; raises SourceError."""
    _refuse_truncated(data)
    pages = pages_of(data)
    # A page whose letters were drawn as curves is a picture too: no page of such a PDF has words.
    wordless = not any(page.words or page.aside for page in pages)
    pictures = [number for number, page in enumerate(pages, 1) if page.is_picture or wordless]
    broken = [number for number, page in enumerate(pages, 1) if page.is_broken]
    notices: list[str] = []
    if len(broken) == len(pages):
        raise BrokenPdf
    if broken:
        notices.append(Notice(_BROKEN_PAGES, pages=_spans(broken)))
    if pictures and ocr:
        pages = pages_of(recognised(data))
        notices.append(Notice(_RECOGNISED, pages=_spans(pictures)))
    elif pictures:
        if len(pictures) == len(pages):
            raise ScannedPdf
        notices.append(Notice(_PICTURE_PAGES, pages=_spans(pictures)))
    if not any(page.words or page.aside for page in pages):
        raise NoText
    lines = lines_of("\n".join(lines_of_pages(pages)))
    if (
        pictures
        and ocr
        and (doubtful := [number for number, line in enumerate(lines, 1) if _SECTION_SIGN.match(line)])
    ):
        notices.append(Notice(_DOUBTFUL, lines=_spans(doubtful)))
    return Text(file=file, form="pdf", lines=lines, notices=tuple(notices))


def _refuse_truncated(data: bytes) -> None:
    """A cut PDF may still open, with pages missing and nobody told; its own marks tell."""
    end = data.rfind(_END)
    if end < 0:
        raise TruncatedPdf
    if b" obj" in data[end:]:  # a later change to the file was begun and not finished
        raise TruncatedPdf
    if (promised := _LENGTH.search(data, 0, 2048)) and len(data) < int(promised[1]):
        raise TruncatedPdf


def _spans(numbers: Sequence[int]) -> str:
    """Numbers as a person writes them: 1-3, 7."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(f"{first}-{last}" if first != last else str(first) for first, last in spans)
