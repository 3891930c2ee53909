"""The words of a PDF and where they stand; run as a process of its own, under limits.

PDFs come from anywhere and the library that parses them is written in C, so a file that makes it crash,
swell or spin must harm nobody but this process. The script therefore imports nothing of ours, reads the
file from standard input and writes JSON Lines to standard output: first {"pages": 12}, then one page a
line as `page_facts` shapes it. A failure is one line {"error": code}, with a code that `limited` knows.

Lengths are in points, x from the left and y from the bottom of the unrotated page.
"""

import ctypes
import json
import math
import resource
import sys
from collections.abc import Iterator
from typing import Any, Final

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

MEMORY: Final = 1_500_000_000
SECONDS: Final = 60
OUTPUT: Final = 300_000_000
MOST_PAGES: Final = 5_000
MOST_OBJECTS: Final = 5_000
"""Drawn objects a page that are looked at for table borders and pictures; maps have more, tables not."""

MOST_SEGMENTS: Final = 400
FEW_WORDS: Final = 12
THIN: Final = 3.0
"""Points; a drawn shape no thicker than this is a rule."""

GAPS: Final = frozenset((9, 10, 13, 32, 0xA0))
HYPHEN: Final = 2  # what pdfium makes of a hyphen at a line end

Word = tuple[str, float, float, float, float, float, int, int]
Rule = tuple[float, float, float, float]
Handle = Any  # a pointer that only pdfium can follow


def limit() -> None:
    """Bound this process; a bound that the system does not know is left out (macOS: memory)."""
    for kind, bound in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, OUTPUT),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(kind, (bound, bound))
        except (ValueError, OSError):
            continue


def words(text_page: Handle) -> list[Word]:
    """The words in the order that the file draws them, each with its place.

    A word is [text, x and y where it starts on the baseline, x and y where it ends, size, direction in
    degrees counter-clockwise, 1 when no space parts it from the word before]. A word may be cut in
    pieces where the pen jumps; the reading order puts them together again.
    """
    found: list[Word] = []
    unicode, origin = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharOrigin
    x, y, box, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x_ref, y_ref, box_ref, matrix_ref = map(ctypes.byref, (x, y, box, matrix))
    letters: list[str] = []
    first = last = glued = 0
    start_x = start_y = before_x = before_y = 0.0

    def close() -> None:
        pdfium.FPDFText_GetMatrix(text_page, first, matrix_ref)
        pdfium.FPDFText_GetLooseCharBox(text_page, last, box_ref)
        size = pdfium.FPDFText_GetFontSize(text_page, first) * math.hypot(matrix.c, matrix.d)
        angle = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
        end_x, end_y = box.right, before_y
        if angle:
            across, up = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            width, height = box.right - box.left, box.top - box.bottom
            advance = min(abs(width * across) + abs(height * up), abs(size) or width)
            end_x, end_y = before_x + advance * across, before_y + advance * up
        place = (round(value, 2) for value in (start_x, start_y, end_x, end_y, abs(size)))
        found.append(("".join(letters), *place, angle, glued))  # type: ignore[arg-type]

    for index in range(pdfium.FPDFText_CountChars(text_page)):
        code = unicode(text_page, index)
        if code in GAPS:
            if letters:
                close()
                letters = []
            glued = 0
            continue
        origin(text_page, index, x_ref, y_ref)
        if letters:
            right, up = x.value - before_x, y.value - before_y
            if not (-1 < right < 30 and -1 < up < 1) and not (-0.05 < right < 0.05 and -30 < up < 30):
                close()
                letters, glued = [], 1
        if not letters:
            first, start_x, start_y = index, x.value, y.value
        letters.append(
            "-" if code == HYPHEN else chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"
        )
        last, before_x, before_y = index, x.value, y.value
    if letters:
        close()
    return found


def drawn(page: Handle) -> tuple[list[Rule], float]:
    """The page's rules (straight lines along its sides), and the area that pictures cover."""
    count = pdfium.FPDFPage_CountObjects(page)
    rules: list[Rule] = []
    pictures = 0.0
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(count, MOST_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
            continue
        if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            continue
        rule = (left.value, bottom.value, right.value, top.value)
        if kind != pdfium.FPDF_PAGEOBJ_PATH:
            pictures += abs(rule[2] - rule[0]) * abs(rule[3] - rule[1])
        elif min(rule[2] - rule[0], rule[3] - rule[1]) <= THIN:
            rules.append(rule)
        else:
            rules.extend(strokes(item))
    return [tuple(round(value, 1) for value in rule) for rule in rules], pictures  # type: ignore[misc]


def strokes(path: Handle) -> Iterator[Rule]:
    """The straight strokes of a larger shape: the frame of a table, or its whole grid."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    segments = pdfium.FPDFPath_CountSegments(path)
    if not stroke.value or not 0 < segments <= MOST_SEGMENTS:
        return
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    at = begun = (0.0, 0.0)
    for index in range(segments):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        to = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begun = to
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from along(at, to)
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from along(to, begun)
        at = to


def along(start: tuple[float, float], end: tuple[float, float]) -> Iterator[Rule]:
    """The stroke, if it runs along a side of the page."""
    if min(abs(start[0] - end[0]), abs(start[1] - end[1])) < 1:
        yield min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1])


def page_facts(document: Handle, number: int) -> dict[str, Any]:
    """Size, words, rules and, where there are hardly any words, the share that pictures cover."""
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return {"broken": True}
    try:
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        text_page = pdfium.FPDFText_LoadPage(page)
        found = words(text_page)
        pdfium.FPDFText_ClosePage(text_page)
        rules, pictures = drawn(page)
        covered = pictures / (width * height or 1) if len(found) <= FEW_WORDS else 0.0
        return {"words": found, "rules": rules, "pictures": round(min(covered, 1.0), 2)}
    finally:
        pdfium.FPDF_ClosePage(page)


def facts(data: bytes) -> Iterator[dict[str, Any]]:
    """What the parent is told, line by line."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        code = pdfium.FPDF_GetLastError()
        yield {
            "error": "encrypted" if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY) else "broken"
        }
        return
    pages = pdfium.FPDF_GetPageCount(document)
    if pages > MOST_PAGES:
        yield {"error": "pages", "pages": pages, "limit": MOST_PAGES}
        return
    yield {"pages": pages}
    for number in range(pages):
        yield page_facts(document, number)


def main() -> None:
    """Read standard input, write standard output."""
    limit()
    try:
        for line in facts(sys.stdin.buffer.read()):
            sys.stdout.write(json.dumps(line, separators=(",", ":")) + "\n")
    except MemoryError:
        sys.stdout.write('{"error":"memory"}\n')


if __name__ == "__main__":
    main()
