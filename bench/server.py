"""The product served as an operator serves it, and how long a reader waits for its pages."""

import http.client
import os
import socket
import statistics
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.process import COMMAND, Failed, processor_time

LOOPBACK = "127.0.0.1"
PATIENCE = 30  # seconds to begin to answer
ROUNDS = 5


@dataclass(frozen=True, kw_only=True)
class Server:
    """One that answers: the seconds from the command to the first page, and of processor time until then."""

    port: int
    pid: int
    began: float
    worked: float


@dataclass(frozen=True, kw_only=True)
class Waits:
    """How long each answer took, in milliseconds, and how many came a second over all connections.

    `processor` is what the server's processes worked for one answer, in milliseconds: other programs on the
    machine lengthen it much less than the wait.
    """

    median: float
    p95: float
    per_second: float
    processor: float

    @property
    def note(self) -> str:
        return f"median {self.median:.0f} ms, {self.processor:.1f} ms of processor time each"


def environment(home: Path, database: str = "") -> dict[str, str]:
    """The environment of an installation that keeps everything in *home*, or its rows in a *database*."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("FOREBYGG_")}
    told = {"FOREBYGG_HOME": str(home), "FOREBYGG_DATABASE_URL": database}
    return inherited | {name: value for name, value in told.items() if value}


def command(home: Path, *arguments: str, database: str = "") -> float:
    """Seconds that a command takes in the installation; raises `Failed` with its complaint."""
    start = time.perf_counter()
    ended = subprocess.run(
        [COMMAND, *arguments],
        env=environment(home, database),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    if ended.returncode:
        raise Failed(ended.stderr.decode(errors="replace")[-500:])
    return time.perf_counter() - start


def told(home: Path, code: str, database: str = "") -> str:
    """What *code* prints, run inside the installation; raises `Failed` with its complaint."""
    ended = subprocess.run(
        [COMMAND, "manage", "shell", "--no-imports", "-c", code],
        env=environment(home, database),
        capture_output=True,
        text=True,
        check=False,
    )
    if ended.returncode:
        raise Failed(ended.stderr[-500:])
    return ended.stdout.strip()


@contextmanager
def serving(home: Path, database: str = "") -> Iterator[Server]:
    """The installation in *home*, served until the block ends."""
    with socket.socket() as free:
        free.bind((LOOPBACK, 0))
        port = free.getsockname()[1]
    start = time.perf_counter()
    process = subprocess.Popen(
        [COMMAND, "serve", "--port", str(port)],
        env=environment(home, database),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not answers(port):
            if process.poll() is not None or time.perf_counter() - start > PATIENCE:
                message = "the server does not answer"
                raise Failed(message)
            time.sleep(0.02)
        began = time.perf_counter() - start
        yield Server(port=port, pid=process.pid, began=began, worked=processor_time(process.pid))
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def answers(port: int) -> bool:
    """Whether the front page comes, following where it leads."""
    try:
        return fetch(http.client.HTTPConnection(LOOPBACK, port, timeout=PATIENCE), "/") < 400
    except OSError:
        return False


def fetch(connection: http.client.HTTPConnection, path: str, cookie: str = "") -> int:
    """The status of the answer, read to its end."""
    connection.request("GET", path, headers={"Cookie": cookie} if cookie else {})
    answer = connection.getresponse()
    answer.read()
    return answer.status


def waits(server: Server, path: str, *, cookie: str = "", connections: int = 4, requests: int = 200) -> Waits:
    """Fetch the page *requests* times over some connections at once; each fetches once first, uncounted.

    The system gives every connection to one of the server's processes, and how many share one is chance: so
    that no figure is, connections are opened anew some times. A *cookie* makes it the page of whoever has
    logged in with it. Raises `Failed` when an answer is not the page.
    """
    times: list[float] = []
    took = worked = 0.0
    for _ in range(ROUNDS):
        readers = Readers(server.port, path, cookie, connections, requests // ROUNDS // connections)
        readers.begin()
        before, start = processor_time(server.pid), time.perf_counter()
        times += readers.end()
        took += time.perf_counter() - start
        worked += processor_time(server.pid) - before
    return Waits(
        median=statistics.median(times),
        p95=statistics.quantiles(times, n=20)[-1],
        per_second=len(times) / took,
        processor=1000 * worked / len(times),
    )


class Readers:
    """Some who fetch the same page at once, each over a connection of their own."""

    def __init__(self, port: int, path: str, cookie: str, connections: int, each: int) -> None:
        self.port, self.path, self.cookie, self.each = port, path, cookie, each
        self.times: list[float] = []
        self.wrong: list[int] = []
        self.ready = threading.Barrier(connections + 1, timeout=2 * PATIENCE)
        self.threads = [threading.Thread(target=self._read) for _ in range(connections)]

    def begin(self) -> None:
        """Let each have fetched once."""
        for thread in self.threads:
            thread.start()
        self.ready.wait()

    def end(self) -> list[float]:
        """How long each answer took, in milliseconds."""
        for thread in self.threads:
            thread.join()
        if self.wrong:
            message = f"{self.path} answered {self.wrong[0]}"
            raise Failed(message)
        return self.times

    def _read(self) -> None:
        connection = http.client.HTTPConnection(LOOPBACK, self.port, timeout=PATIENCE)
        fetch(connection, self.path, self.cookie)
        self.ready.wait()
        for _ in range(self.each):
            start = time.perf_counter()
            if (status := fetch(connection, self.path, self.cookie)) != http.client.OK:
                self.wrong.append(status)
            self.times.append(1000 * (time.perf_counter() - start))
        connection.close()
