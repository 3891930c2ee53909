"""How long a reader waits for a page, how the lists bear ten thousand items, and what a worker weighs."""

import http.client
import tempfile
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Final

from bench.figure import Figure, at_most, not_measured
from bench.invented import minutes
from bench.pace import paired
from bench.process import STATUS, Failed, family, highest_resident
from bench.server import LOOPBACK, Server, command, fetch, serving, told, waits
from bench.visitor import cookie

BEGIN: Final = 3  # seconds from the command to the first page
PAGE: Final = 100  # milliseconds, the slowest of twenty
TIMES_BARE: Final = 20  # the work that a page may be, counted in bare views by the same colleague
READERS: Final = 4  # at once; chance may give them all to the same process
LIST: Final = 150
BARE: Final = 20
MEMORY: Final = 200  # megabytes a process
SIZES: Final = (100, 1_000, 10_000)  # items in the lists
EACH: Final = 100  # items in one paper
# The second case holds all of them.
CASE: Final = "/granvik/cases/2"
A_MEETING: Final = """
from forebygg.decisions.models import Meeting
print(Meeting.objects.filter(case__number=2).latest("pk").pk)
"""
JSON_PATIENCE: Final = 120  # seconds
PAGES: Final = {
    "the case": "/granvik/cases/1/",
    "an English page, the case": "/en/granvik/cases/1/",
    "the dates": "/granvik/cases/1/dates/",
    "the plan": "/granvik/plans/1/editions/3/",
    "the comparison": "/granvik/plans/1/compare/1/2/",
    "the comparison, side by side": "/granvik/plans/1/compare/1/2/?view=side",
}


def beginning(name: str, home: Path) -> Iterator[Figure]:
    """How long it is from the command to the first page."""
    with paired() as slow, serving(home) as server:
        pass
    note = f"{server.worked:.1f} s of processor time"
    yield at_most(f"{name}, to the first page", server.began, BEGIN, unit="s", note=note, slow=slow.times)


def pages(server: Server, colleague: str) -> Iterator[Figure]:
    """The bare view of the same server first: what the machine and the server take by themselves.

    Milliseconds say what somebody waits here and now. How many bare views a page is worth says what the page
    is, on a fast machine as on a slow or busy one. Where a bare view takes more than a millisecond of
    processor time, the limit of the wait grows with it (docs/adr/0013).
    """
    bare = waits(server, "/robots.txt", cookie=colleague, requests=2_000)
    note = f"{bare.per_second:.0f} a second, {bare.note}"
    yield at_most("bare view, 19 of 20 within", bare.p95, BARE, unit="ms", note=note)
    limit = max(PAGE, round(READERS * TIMES_BARE * bare.processor))
    for name, path in PAGES.items():
        page = waits(server, path, cookie=colleague, connections=READERS)
        yield at_most(f"{name}, 19 of 20 within", page.p95, limit, unit="ms", note=page.note)
        if bare.processor:
            worth = page.processor / bare.processor
            yield at_most(f"{name}, work", worth, TIMES_BARE, unit="bare views")


def lists(server: Server, items: int, colleague: str) -> Iterator[Figure]:
    """The list of all items, its last page, and a search in it."""
    for called, path in (
        ("items", "/granvik/items/"),
        ("items, last page", "/granvik/items/?page=100000"),
        ("items, searched", "/granvik/items/?q=redovisning"),
    ):
        with paired() as slow:
            page = waits(server, path, cookie=colleague)
        name = f"{called} of {items}, 19 of 20 within"
        yield at_most(name, page.p95, LIST, unit="ms", note=page.note, slow=slow.times)


def one_case(server: Server, items: int, colleague: str, meeting: str) -> Iterator[Figure]:
    """Pages of the case that holds them all, by the work of each; then its JSON, by the memory it took."""
    for called, path in (
        ("dates of a case", f"{CASE}/dates/"),
        ("dates of a case, last page", f"{CASE}/dates/?page=100000"),
        ("findings of a case", f"{CASE}/findings/"),
        ("a meeting of a case", f"{CASE}/meetings/{meeting}/"),
    ):
        page = waits(server, path, cookie=colleague, connections=1, requests=50)
        yield at_most(f"{called} of {items} items, work", page.processor, LIST, unit="ms", note=page.note)
    connection = http.client.HTTPConnection(LOOPBACK, server.port, timeout=JSON_PATIENCE)
    if (status := fetch(connection, f"{CASE}.json", colleague)) != http.client.OK:
        message = f"the JSON of the case answered {status}"
        raise Failed(message)
    connection.close()
    yield weight(server, f"memory of the heaviest process, JSON of {items} items fetched")


def weight(server: Server, name: str = "memory of the heaviest process") -> Figure:
    """The heaviest process of the served product."""
    if not (STATUS / "self" / "status").exists():
        return not_measured(name, "this system does not show its processes' memory")
    heaviest = max(highest_resident(pid) for pid in family(server.pid)) / 1000
    return at_most(name, heaviest, MEMORY, unit="MB", note=f"{len(family(server.pid))} processes")


def figures() -> Iterator[Figure]:
    """A new home served, then the invented Granvik's case, then lists that grow beside it."""
    example = resources.files("forebygg.casefile") / "examples" / "granvik" / "granvik.txt"
    with tempfile.TemporaryDirectory() as empty:
        yield from beginning("new home", Path(empty))
    with tempfile.TemporaryDirectory() as folder, resources.as_file(example) as papers:
        home, stored = Path(folder, "home"), 0
        command(home, "municipality", "add", "Granviks kommun", "--slug", "granvik")
        command(home, "casefile", "import", str(papers), "--municipality", "granvik")
        colleague = cookie(home)
        yield from beginning("home in use", home)
        with serving(home) as server:
            yield from pages(server, colleague)
            yield weight(server)
        for size in SIZES:
            more = Path(folder, f"more-{size}")
            more.mkdir()
            for number in range(stored, size // EACH):
                paper = more / f"minutes-{number:04d}.txt"
                paper.write_text(minutes(seed=number, items=EACH), encoding="utf-8")
            stored = size // EACH
            command(home, "casefile", "import", *([] if size == SIZES[0] else ["--case", "2"]), str(more))
            with serving(home) as server:
                yield from lists(server, size, colleague)
                yield from one_case(server, size, colleague, told(home, A_MEETING))
