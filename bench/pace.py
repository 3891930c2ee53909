"""How fast this machine is just now: a shared one can be several times slower one minute than the next."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

ORDINARY: Final = 1.0  # seconds for ten million additions, where the limits were set
_FEW: Final = 2_000_000


def pace(additions: int = 10_000_000, clock: Callable[[], float] = time.process_time) -> float:
    """Seconds that ten million additions take, judged by so many: of processor time, or as one waits them."""
    start, total = clock(), 0
    for number in range(additions):
        total += number
    return (clock() - start) * 10_000_000 / additions


@dataclass
class Slowness:
    """How many times as long as on an ordinary machine that does nothing else one waited; at least once."""

    times: float = 1.0


@contextmanager
def paired() -> Iterator[Slowness]:
    """What is measured in the block is set beside a fixed piece of work, done before and after.

    Other programs make it wait as well as a slow machine does.
    """
    slow, before = Slowness(), pace(_FEW, time.perf_counter)
    yield slow
    slow.times = max(1.0, before / ORDINARY, pace(_FEW, time.perf_counter) / ORDINARY)
