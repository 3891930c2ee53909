"""Acts that many do at the same moment, one after another, each as soon as the one before has ended.

SQLite lets one write at a time and has the others ask again after a while, longer and longer, so that nobody
writes while all of them sleep, and somebody is always passed by. A lock of the system's wakes the next.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from django.db import connection

if sys.platform != "win32":  # there they ask again, which works
    import fcntl

Told = ParamSpec("Told")
Given = TypeVar("Given")


def in_turn(act: Callable[Told, Given]) -> Callable[Told, Given]:
    """The act, which waits for its turn before its transaction begins. PostgreSQL keeps its own queues."""

    @wraps(act)
    def waiting(*args: Told.args, **kwargs: Told.kwargs) -> Given:
        with _turn():
            return act(*args, **kwargs)

    return waiting


@contextmanager
def _turn() -> Iterator[None]:
    """Nobody else's turn, where that has to be said and the act is not part of another."""
    name = str(connection.settings_dict["NAME"])
    is_file = connection.vendor == "sqlite" and not name.startswith((":memory:", "file:"))
    if sys.platform == "win32" or not is_file or connection.in_atomic_block:
        yield
        return
    with Path(f"{name}-turns").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # let go of when the file is closed, or the process killed
        yield
