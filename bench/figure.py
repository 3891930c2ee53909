"""A measured figure beside its limit, and how a figure is measured."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One row of the table. `kept` is None where the figure could not be measured; `note` then says why."""

    name: str
    measured: str
    limit: str = ""
    kept: bool | None = True
    note: str = ""


def at_least(
    name: str, value: float, limit: float, *, unit: str, note: str = "", slow: float = 1.0
) -> Figure:
    """A figure that must not fall below its limit; what is done in a second may, as in `at_most`."""
    if slow > 1:
        note = _slow(note, slow)
    return Figure(
        name=name,
        measured=f"{value:.2f} {unit}",
        limit=f"≥ {limit:g} {unit}",
        kept=value >= limit / slow,
        note=note,
    )


def at_most(name: str, value: float, limit: float, *, unit: str, note: str = "", slow: float = 1.0) -> Figure:
    """A figure that must not rise above its limit; a wait may where the machine was so many times *slow*."""
    if slow > 1:
        note = _slow(note, slow)
    return Figure(
        name=name,
        measured=f"{value:.2f} {unit}",
        limit=f"≤ {limit:g} {unit}",
        kept=value <= limit * slow,
        note=note,
    )


def _slow(note: str, slow: float) -> str:
    return ", ".join(filter(None, [note, f"the machine {slow:.1f} times as slow as an ordinary one"]))


def not_measured(name: str, why: str) -> Figure:
    """A figure that this machine or checkout cannot give; it breaks no limit but is not silently left out."""
    return Figure(name=name, measured="–", kept=None, note=why)


def seconds(act: Callable[[], object], *, runs: int = 3, warm_up: bool = True, own: bool = False) -> float:
    """The median time of `runs` runs, after one that is not counted.

    Wall-clock time as a person waits it, or with `own` the processor time of this process alone: what one
    core needs, whatever else the machine is doing.
    """
    clock = time.process_time if own else time.perf_counter
    if warm_up:
        act()
    times = []
    for _ in range(runs):
        gc.collect()
        start = clock()
        act()
        times.append(clock() - start)
    return statistics.median(times)
