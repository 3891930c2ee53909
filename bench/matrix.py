"""The matrix of a large city, its filters, and all of it as a spreadsheet."""

import http.client
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench.city import COMMITMENTS, fill
from bench.figure import Figure, at_most
from bench.process import Failed
from bench.server import LOOPBACK, PATIENCE, Server, fetch, serving, waits
from bench.visitor import cookie

UNITS: Final = (50, 500)
PAGE: Final = 300  # milliseconds, nineteen of twenty
HOME: Final = 150
EXPORT: Final = 5  # seconds
_MATRIX: Final = "/granvik/commitments/matrix/"
PAGES: Final = {
    "the boards": _MATRIX,
    "a board": f"{_MATRIX}?board=3",
    "never answered": f"{_MATRIX}?state=never",
    "a level, last page": f"{_MATRIX}?level=group&page=99",
    "a unit's answers": "/granvik/units/1000/answers/",
}


def export(server: Server, form: str, colleague: str) -> float:
    """Seconds until all cells have come. Raises `Failed` when they do not."""
    connection = http.client.HTTPConnection(LOOPBACK, server.port, timeout=PATIENCE)
    start = time.perf_counter()
    if (status := fetch(connection, f"/granvik/commitments/matrix.{form}", colleague)) != http.client.OK:
        message = f"the {form} answered {status}"
        raise Failed(message)
    return time.perf_counter() - start


def figures() -> Iterator[Figure]:
    """At a tenth of a large city, then the whole of it."""
    for units in UNITS:
        size = f"{units * COMMITMENTS} cells"
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            fill(home, units=units)
            colleague = cookie(home)
            with serving(home) as server:
                for called, path in PAGES.items():
                    page = waits(server, path, cookie=colleague)
                    name = f"{called} of {size}, 19 of 20"
                    yield at_most(name, page.p95, PAGE, unit="ms", note=page.note)
                page = waits(server, "/granvik/", cookie=colleague)
                yield at_most(f"home of {size}, 19 of 20", page.p95, HOME, unit="ms", note=page.note)
                for form in ("xlsx", "csv"):
                    yield at_most(f"{form} of {size}", export(server, form, colleague), EXPORT, unit="s")
