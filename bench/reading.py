"""How fast one core reads, and whether the time grows as the text does."""

import gc
import time
from collections.abc import Iterator
from typing import Final

from bench.figure import Figure, at_least, at_most, seconds
from bench.papers import as_text, stack
from forebygg.casefile import read_texts

MEGABYTE: Final = 1_000_000
SPEED: Final = 2.0  # megabytes a second on one core
TOLERANCE: Final = 1.3  # ten times the text may take thirteen times as long


def once(content: str) -> float:
    """Seconds for one reading of the content as one case."""
    gc.collect()
    text = as_text("bench.txt", content)
    start = time.perf_counter()
    read_texts([text])
    return time.perf_counter() - start


def speed() -> Iterator[Figure]:
    """Megabytes a second over all papers, each file its own case; the whole way from lines to findings."""
    for folders, name in (
        (("minutes", "casefile"), "reading, one core"),
        (("minutes",), "reading minutes, one core"),
        (("casefile",), "reading a case file, one core"),
    ):
        papers = stack(*folders)
        texts = [as_text(file, content) for file, content in papers.texts]
        took = seconds(lambda texts=texts: [read_texts([text]) for text in texts], runs=5)
        yield at_least(name, papers.size / MEGABYTE / took, SPEED, unit="MB/s", note=papers.source)


def growth() -> Iterator[Figure]:
    """The minutes after one another as one case, once, ten and a hundred times."""
    papers = stack("minutes")
    small = papers.times(1)
    base = seconds(lambda: once(small), runs=5)
    yield Figure(
        name="minutes as one text, 1 ×",
        measured=f"{base:.2f} s",
        note=f"{papers.size / MEGABYTE:.2f} MB, {papers.source}",
    )
    for factor, runs in ((10, 3), (100, 1)):
        content = papers.times(factor)
        took = seconds(lambda content=content: once(content), runs=runs, warm_up=False)
        yield at_most(
            f"minutes as one text, {factor} ×",
            took / base,
            factor * TOLERANCE,
            unit="× as long",
            note=f"{took:.2f} s, {papers.size * factor / MEGABYTE / took:.2f} MB/s",
        )


def figures() -> Iterator[Figure]:
    """Speed and growth."""
    yield from speed()
    yield from growth()
