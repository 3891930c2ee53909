"""The matrix of a large city, its filters, and all of it as a spreadsheet."""

import http.client
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench.city import COMMITMENTS, fill
from bench.figure import Figure, at_most
from bench.pace import paired
from bench.process import Failed
from bench.server import LOOPBACK, PATIENCE, Server, fetch, serving, waits
from bench.visitor import cookie

UNITS: Final = (50, 500)
PAGE: Final = 300  # milliseconds, nineteen of twenty
HOME: Final = 150
EXPORT: Final = 5  # seconds
_REQUESTS: Final = 100
_MATRIX: Final = "/granvik/commitments/matrix/"
PAGES: Final = {
    "the boards": (_MATRIX, PAGE),
    "a board": (f"{_MATRIX}?board=3", PAGE),
    "never answered": (f"{_MATRIX}?state=never", PAGE),
    "a level, last page": (f"{_MATRIX}?level=group&page=99", PAGE),
    "a unit's answers": ("/granvik/units/1000/answers/", PAGE),
    "home": ("/granvik/", HOME),
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
                for called, (path, limit) in PAGES.items():
                    with paired() as slow:
                        page = waits(server, path, cookie=colleague, requests=_REQUESTS)
                    name = f"{called} of {size}, 19 of 20"
                    yield at_most(name, page.p95, limit, unit="ms", note=page.note, slow=slow.times)
                for form in ("xlsx", "csv"):
                    with paired() as slow:
                        took = export(server, form, colleague)
                    yield at_most(f"{form} of {size}", took, EXPORT, unit="s", slow=slow.times)
