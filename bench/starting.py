"""How long a person waits for the command to answer at all, and for the example."""

from collections.abc import Iterator
from typing import Final

from bench.figure import Figure, at_most, seconds
from bench.process import run

HELP: Final = 0.5  # seconds
EXAMPLE: Final = 3


def figures() -> Iterator[Figure]:
    """The help text, and the bundled example told as a story."""
    yield at_most("forebygg --help", seconds(lambda: run("--help"), runs=5), HELP, unit="s")
    yield at_most("forebygg demo", seconds(lambda: run("demo"), runs=3), EXAMPLE, unit="s")
