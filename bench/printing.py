"""A plan of a hundred pages as PDF, in a process of its own."""

import random
import resource
import time
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import Final

import pypdfium2
from django.conf import settings

from bench.figure import Figure, at_most
from forebygg.printing.documents import Document, Heading, Paragraph, Part, Points
from forebygg.printing.markup import markup
from forebygg.printing.pdf.limited import make

PAGES: Final = 100
LIMIT: Final = 20  # seconds
MEMORY: Final = 1000  # MB
_WORDS: Final = (
    "kommunen ska förebygga våldsbejakande extremism tillsammans med skolan polisen och föreningar".split()
)


def figures() -> Iterator[Figure]:
    """Seconds of the child's processor time, for the machine is shared; and the most memory that it took."""
    if not settings.configured:
        settings.configure(USE_I18N=False)
    html = markup(_plan())
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    with TemporaryFile() as file:
        make(html, file, seconds=300)
        file.seek(0)
        with pypdfium2.PdfDocument(file.read()) as pdf:
            pages = len(pdf)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    note = f"{pages} pages, {time.perf_counter() - begun:.1f} s by the clock"
    yield at_most(f"a plan of {PAGES} pages printed", took / pages * PAGES, LIMIT, unit="s", note=note)
    yield at_most("the memory it took", after.ru_maxrss / 1024, MEMORY, unit="MB", note="on Linux")


def _plan() -> Document:
    chance = random.Random(7)

    def sentence() -> str:
        return " ".join(chance.choices(_WORDS, k=14)).capitalize() + "."

    parts: list[Part] = []
    for number in range(1, 2 * PAGES + 1):
        parts.append(Heading(words=f"Avsnitt {number}", label=str(number), said=True))
        parts += [Paragraph(words=" ".join(sentence() for _ in range(4)), said=True) for _ in range(3)]
        parts.append(Points(items=tuple(sentence() for _ in range(3)), said=True))
    return Document(
        title="Handlingsplan", said_title=True, publisher="Granviks kommun", language="sv", parts=tuple(parts)
    )
