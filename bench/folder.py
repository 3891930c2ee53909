"""A folder of many papers through the command: both cores against one, and the memory it takes."""

import os
import tempfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Final

from bench.figure import Figure, at_least, at_most, not_measured, seconds
from bench.papers import stack
from bench.process import peak_memory, run

MEGABYTE: Final = 1_000_000
SPEED_UP: Final = 1.5
MEMORY: Final = 300
MANY: Final = 20  # megabytes, enough to outweigh the start of the workers
LARGE: Final = 100


def fill(folder: Path, *, megabytes: int) -> int:
    """Write papers into the folder until it holds that much; gives the number of files."""
    size = count = 0
    for name, content in cycle(stack("minutes").texts):
        data = content.encode()
        (folder / f"{count:05d}-{name}").write_bytes(data)
        size, count = size + len(data), count + 1
        if size >= megabytes * MEGABYTE:
            return count
    return count


def cores() -> Iterator[Figure]:
    """Seconds with one process against seconds with one for every core."""
    available = os.cpu_count() or 1
    if available < 2:
        yield not_measured("many files, all cores against one", "this machine has one core")
        return
    with tempfile.TemporaryDirectory() as folder:
        count = fill(Path(folder), megabytes=MANY)
        reading = ("casefile", "read", folder, "--format", "json")
        one = seconds(lambda: run(*reading, "--jobs", "1"), runs=3, warm_up=True)
        two = seconds(lambda: run(*reading, "--jobs", "2"), runs=3, warm_up=False)
    note = f"{count} files, {MANY} MB: {one:.1f} s on one core, {two:.1f} s on two"
    yield at_least("many files, two cores against one", one / two, SPEED_UP, unit="× as fast", note=note)


def memory() -> Iterator[Figure]:
    """Highest memory of all processes together while a large folder is read."""
    name = f"memory for a folder of {LARGE} MB"
    with tempfile.TemporaryDirectory() as folder:
        count = fill(Path(folder), megabytes=LARGE)
        peak = peak_memory("casefile", "read", folder, "--format", "json")
    if peak is None:
        yield not_measured(name, "this system does not show its processes' memory")
        return
    yield at_most(name, peak, MEMORY, unit="MB", note=f"{count} files, all processes added up")


def figures() -> Iterator[Figure]:
    """Both cores, then memory."""
    yield from cores()
    yield from memory()
