"""How fast one core reads, and whether the time grows as the text does."""

from collections.abc import Iterator
from typing import Final

from bench.figure import Figure, at_least, at_most, seconds
from bench.papers import as_text, stack
from forebygg.casefile import read_texts

MEGABYTE: Final = 1_000_000
SPEED: Final = 2.0  # megabytes a second on one core
TOLERANCE: Final = 1.3  # ten times the text may take thirteen times as long


def speed() -> Iterator[Figure]:
    """Megabytes a second over all papers, each file its own case; the whole way from lines to findings."""
    for folders, name in (
        (("minutes", "casefile"), "reading, one core"),
        (("minutes",), "reading minutes, one core"),
        (("casefile",), "reading a case file, one core"),
    ):
        papers = stack(*folders)
        texts = [as_text(file, content) for file, content in papers.texts]
        took = seconds(lambda texts=texts: [read_texts([text]) for text in texts], runs=5, own=True)
        yield at_least(name, papers.size / MEGABYTE / took, SPEED, unit="MB/s", note=papers.source)


def taken(content: str, *, runs: int) -> float:
    """Processor seconds for one reading of the content as one case."""
    text = as_text("bench.txt", content)
    return seconds(lambda: read_texts([text]), runs=runs, warm_up=runs > 1, own=True)


def growth() -> Iterator[Figure]:
    """The minutes after one another as one case, once, ten and a hundred times."""
    papers = stack("minutes")
    base = taken(papers.times(1), runs=5)
    yield Figure(
        name="minutes as one text, 1 ×",
        measured=f"{base:.2f} s",
        note=f"{papers.size / MEGABYTE:.2f} MB, {papers.source}",
    )
    for factor, runs in ((10, 3), (100, 1)):
        took = taken(papers.times(factor), runs=runs)
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
