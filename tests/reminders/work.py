"""Jobs for the tests to enqueue; a worker finds them by this module's name."""

import time
from pathlib import Path

from django_tasks import task

SLOW = 60


@task()
def write(about, day):
    """Add a line to the file *about*."""
    with Path(about).open("a", encoding="utf-8") as file:
        file.write(f"{day}\n")


@task()
def write_slowly(about, day):
    """The same, and the first time so slowly that somebody has the time to kill whoever does it."""
    path = Path(about)
    first = not path.exists()
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{day}\n")
    if first:
        time.sleep(SLOW)


@task()
def fail(about, day):
    raise ValueError(about)
