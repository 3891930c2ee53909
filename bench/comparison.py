"""Whether finding copies and comparing editions grow with the number of papers, not with its square."""

from collections.abc import Callable, Iterator
from typing import Final

from bench.figure import Figure, at_most, seconds
from bench.invented import copies, editions
from bench.papers import as_text
from forebygg.casefile import CaseFile, read_texts

TOLERANCE: Final = 1.3
SEED: Final = 20261122
SMALLEST: Final = 10  # papers at 1 ×


def timed(papers: list[tuple[str, str]], *, runs: int) -> tuple[float, CaseFile]:
    """Median processor seconds for the papers as one case, and what was read."""
    texts = [as_text(name, content) for name, content in papers]
    cases: list[CaseFile] = []

    def read() -> None:
        cases[:] = [read_texts(texts)]

    return seconds(read, runs=runs, warm_up=runs > 1, own=True), cases[0]


def grown(
    name: str, make: Callable[[int], list[tuple[str, str]]], told: Callable[[CaseFile], str]
) -> Iterator[Figure]:
    """Time for ten, a hundred and a thousand papers as one case."""
    base = 0.0
    for factor, runs in ((1, 9), (10, 3), (100, 1)):
        papers = make(SMALLEST * factor)
        took, case = timed(papers, runs=runs)
        base = base or took
        label = f"{name}, {len(papers)} papers"
        note = f"{took:.3f} s, {told(case)}"
        if factor == 1:
            yield Figure(name=label, measured=f"{took:.3f} s", note=told(case))
        else:
            yield at_most(label, took / base, factor * TOLERANCE, unit="× as long", note=note)


def figures() -> Iterator[Figure]:
    """Editions with a noisy copy each, and one edition copied over and over."""
    yield from grown(
        "editions and copies",
        lambda papers: editions(seed=SEED, count=papers // 2),
        lambda case: f"{found_copies(case)} copies, {len(case.changes)} changes",
    )
    yield from grown(
        "one paper copied",
        lambda papers: copies(seed=SEED, count=papers),
        lambda case: f"{found_copies(case)} copies",
    )


def found_copies(case: CaseFile) -> int:
    """How many papers were known as copies."""
    return sum(document.copy_of is not None for document in case.documents)
