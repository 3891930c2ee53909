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
import re
import resource
import sys
from collections.abc import Iterator
from typing import Any, Final

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

MEMORY: Final = 1_000_000_000
SECONDS: Final = 60
OUTPUT: Final = 300_000_000
MOST_PAGES: Final = 5_000
MOST_OBJECTS: Final = 5_000
"""Drawn objects a page that are looked at for table borders and pictures; maps have more, tables not."""

MOST_SEGMENTS: Final = 400
FEW_WORDS: Final = 12
THIN: Final = 3.0
"""Points; a drawn shape no thicker than this is a rule."""

HYPHEN: Final = "\ufffe"  # what pdfium makes of a hyphen at a line end, without an end of line after it
UNKNOWN: Final = "\ufffd"
WORD: Final = re.compile(rf"[^\s{HYPHEN}]*{HYPHEN}|[^\s{HYPHEN}]+")

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


class Words:
    """The words of one page in the order that the file draws them, each with its place.

    A word is [text, x and y where it starts on the baseline, x and y where it ends, size, direction in
    degrees counter-clockwise, 1 when no space parts it from the word before]. Where the pen jumps a word
    is cut in pieces, which the reading order puts together again.

    Every question to pdfium costs more than looking at a whole word here, so a word in the same hand as
    the one before, whose ends lie where its length says, is taken to run straight between them.
    """

    def __init__(self, text_page: Handle) -> None:
        self.text_page = text_page
        self.found: list[Word] = []
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.box, self.matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self.x_ref, self.y_ref = ctypes.byref(self.x), ctypes.byref(self.y)
        self.box_ref, self.matrix_ref = ctypes.byref(self.box), ctypes.byref(self.matrix)
        self.size = 0.0
        self.hand: tuple[float, float] | None = None  # box above and below the baseline, while upright

    def collect(self) -> list[Word]:
        """All words of the page."""
        before = -1
        for match in WORD.finditer(characters(self.text_page)):
            first, last = match.start(), match.end() - 1
            text = match[0].replace(HYPHEN, "-")
            if not self.straight(text, first, last, first == before):
                self.pieces(text, first, first == before)
            before = match.end()
        return self.found

    def straight(self, text: str, first: int, last: int, glued: bool) -> bool:  # noqa: FBT001 - inner loop
        """Add the word if it is plainly in the same hand as the one before."""
        if self.hand is None:
            return False
        pdfium.FPDFText_GetCharOrigin(self.text_page, first, self.x_ref, self.y_ref)
        pdfium.FPDFText_GetLooseCharBox(self.text_page, last, self.box_ref)
        x, y, box = self.x.value, self.y.value, self.box
        above, below = self.hand
        if abs(box.top - y - above) > 0.1 or abs(y - box.bottom - below) > 0.1:
            return False
        if not -1 < box.right - x < self.size * (1.1 * len(text) + 1):
            return False
        self.found.append(
            (text, round(x, 2), round(y, 2), round(box.right, 2), round(y, 2), self.size, 0, int(glued))
        )
        return True

    def pieces(self, text: str, first: int, glued: bool) -> None:  # noqa: FBT001 - inner loop
        """Add the word, cut where the pen jumps."""
        start, begun, before = 0, (0.0, 0.0), (0.0, 0.0)
        for index in range(len(text)):
            pdfium.FPDFText_GetCharOrigin(self.text_page, first + index, self.x_ref, self.y_ref)
            at = (self.x.value, self.y.value)
            right, up = at[0] - before[0], at[1] - before[1]
            runs = (-1 < right < 30 and -1 < up < 1) or (-0.05 < right < 0.05 and -30 < up < 30)
            if index > start and not runs:
                self.add(text[start:index], first + start, begun, before, glued=glued or start > 0)
                start = index
            if index == start:
                begun = at
            before = at
        self.add(text[start:], first + start, begun, before, glued=glued or start > 0)

    def add(
        self, text: str, first: int, begun: tuple[float, float], before: tuple[float, float], *, glued: bool
    ) -> None:
        """Add one piece that starts at *begun* and whose last letter starts at *before*."""
        pdfium.FPDFText_GetMatrix(self.text_page, first, self.matrix_ref)
        pdfium.FPDFText_GetLooseCharBox(self.text_page, first + len(text) - 1, self.box_ref)
        matrix, box = self.matrix, self.box
        size = abs(pdfium.FPDFText_GetFontSize(self.text_page, first) * math.hypot(matrix.c, matrix.d))
        angle = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
        end_x, end_y = box.right, before[1]
        if angle:
            across, up = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            width = abs((box.right - box.left) * across) + abs((box.top - box.bottom) * up)
            advance = min(width, size or width)
            end_x, end_y = before[0] + advance * across, before[1] + advance * up
        self.size = round(size, 2)
        self.hand = None if angle else (box.top - before[1], before[1] - box.bottom)
        x0, y0, x1, y1 = (round(value, 2) for value in (*begun, end_x, end_y))
        self.found.append((text, x0, y0, x1, y1, self.size, angle, int(glued)))


def characters(text_page: Handle) -> str:
    """The page's characters, one for every index by which pdfium knows them."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", errors="replace")
    if len(text) == count:
        return text
    codes = (pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count))
    return "".join(
        chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else UNKNOWN for code in codes
    ).replace("\x02", HYPHEN)


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
        found = Words(text_page).collect()
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
