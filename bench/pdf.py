"""A PDF of a hundred pages, from the file to its facts."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench.figure import Figure, at_most, seconds
from bench.invented import minutes
from forebygg.casefile import read_case

PAGES: Final = 100
LINES: Final = 48
LIMIT: Final = 5  # seconds


def write(path: Path) -> None:
    """Minutes set on a hundred pages, with page numbers and running heads as councils print them."""
    lines = [line.strip("\f") for line in minutes(seed=7, items=400).split("\n")]
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    for page in range(PAGES):
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 800, "Kommunstyrelsen")
        canvas.drawString(440, 800, "Sammanträdesdatum: 2024-03-06")
        for place, line in enumerate(lines[page * LINES : (page + 1) * LINES]):
            canvas.drawString(60, 770 - place * 15, line)
        canvas.drawString(290, 30, f"{page + 1} ({PAGES})")
        canvas.showPage()
    canvas.save()


def figures() -> Iterator[Figure]:
    """Seconds from the file to the facts, the child process that opens it included."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "minutes.pdf"
        write(path)
        case = read_case([path])
        took = seconds(lambda: read_case([path]), runs=3, warm_up=False)
    yield at_most(f"a PDF of {PAGES} pages", took, LIMIT, unit="s", note=f"{len(case.items)} items read")
