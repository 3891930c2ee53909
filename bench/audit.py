"""How fast audit trails are verified, that time grows as they do and memory does not, and their page."""

import hashlib
import json
import resource
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from bench.figure import Figure, at_least, at_most
from bench.server import command, serving, waits
from bench.visitor import cookie

SPEED: Final = 10_000  # entries a second
TOLERANCE: Final = 1.3
MEMORY: Final = 200  # megabytes
PAGE: Final = 150  # milliseconds, the slowest of twenty
SIZES: Final = (10_000, 100_000, 1_000_000)
PAGES: Final = {
    "the trail": "/granvik/audit/",
    "the trail, oldest": "/granvik/audit/?after=0",
    "the trail, halfway": "/granvik/audit/?before=5000",
    "the trail, until a day": "/granvik/audit/?until=2021-01-03",
    "the trail, narrowed": "/granvik/audit/?kind=papers.released&about=papers.case&since=2021-02-01",
}


def lengthen(database: Path, until: int) -> None:
    """Add entries to the only trail there until it has so many.

    Written past the program, and hashed as docs/howto/audit.md says, which the verification then confirms.
    """
    with closing(sqlite3.connect(database)) as base, base:
        [(municipality, number, digest)] = base.execute(
            "SELECT municipality_id, number, hash FROM audit_head"
        ).fetchall()
        [(by, about)] = base.execute("SELECT min(by_id), max(about_id) FROM audit_entry").fetchall()
        base.executemany(
            "INSERT INTO audit_entry (municipality_id, number, at, by_id, event, data, about_type, about_id,"
            " previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            _entries(municipality, by, about, digest, range(number + 1, until + 1)),
        )
        base.execute("UPDATE audit_head SET number = ?", [until])
        base.execute("UPDATE audit_head SET hash = (SELECT hash FROM audit_entry WHERE number = ?)", [until])


def _entries(
    municipality: int, by: int, about: int, digest: str, numbers: range
) -> Iterator[tuple[int | str, ...]]:
    """A minute lies between two."""
    for number in numbers:
        at = datetime(2021, 1, 1, microsecond=1, tzinfo=UTC) + timedelta(minutes=number)
        data = {"case": 1, "papers": [number % 7, number % 11]}
        said = [
            municipality,
            number,
            at.isoformat(),
            by,
            "papers.released",
            data,
            "papers.case",
            about,
            digest,
        ]
        text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        previous, digest = digest, hashlib.sha256(text.encode()).hexdigest()
        said[2], said[5], said[8] = at.replace(tzinfo=None).isoformat(sep=" "), json.dumps(data), previous
        yield (*said, digest)


def verifying(home: Path) -> float:
    """Seconds of processor time that the command takes, which other work on the machine hardly lengthens."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command(home, "audit", "verify")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def figures() -> Iterator[Figure]:
    """One trail, ever longer; what the command takes to begin is not counted."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        command(home, "municipality", "add", "Granviks kommun", "--slug", "granvik")
        colleague = cookie(home)
        verifying(home)
        begins = verifying(home)
        taken: list[float] = []
        for size in SIZES:
            lengthen(home / "forebygg.sqlite3", size)
            taken.append(verifying(home) - begins)
            note = f"{taken[-1]:.2f} s of processor time"
            name = f"verified, {size} entries"
            yield at_least(name, size / taken[-1], SPEED, unit="entries/s", note=note)
            with serving(home) as server:
                for page, path in PAGES.items():
                    waited = waits(server, path, cookie=colleague)
                    name = f"{page}, {size} entries, 19 of 20"
                    yield at_most(name, waited.p95, PAGE, unit="ms", note=waited.note)
        yield at_most(
            "verified, 10 times as many entries", taken[2] / taken[1], 10 * TOLERANCE, unit="× the time"
        )
        heaviest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
        yield at_most("memory of the heaviest process", heaviest, MEMORY, unit="MB")
