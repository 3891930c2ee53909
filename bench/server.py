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

from bench.process import COMMAND, Failed

LOOPBACK = "127.0.0.1"
PATIENCE = 30  # seconds to begin to answer


@dataclass(frozen=True, kw_only=True)
class Server:
    """One that answers; `began` are the seconds from the command to the first page."""

    port: int
    pid: int
    began: float


@dataclass(frozen=True, kw_only=True)
class Waits:
    """How long each answer took, in milliseconds, and how many came a second over all connections."""

    median: float
    p95: float
    per_second: float


def environment(home: Path) -> dict[str, str]:
    """The environment of an installation that keeps everything in *home*."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("FOREBYGG_")}
    return inherited | {"FOREBYGG_HOME": str(home)}


def command(home: Path, *arguments: str) -> float:
    """Seconds that a command takes in the installation; raises `Failed` with its complaint."""
    start = time.perf_counter()
    ended = subprocess.run(
        [COMMAND, *arguments],
        env=environment(home),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    if ended.returncode:
        raise Failed(ended.stderr.decode(errors="replace")[-500:])
    return time.perf_counter() - start


@contextmanager
def serving(home: Path) -> Iterator[Server]:
    """The installation in *home*, served until the block ends."""
    with socket.socket() as free:
        free.bind((LOOPBACK, 0))
        port = free.getsockname()[1]
    start = time.perf_counter()
    process = subprocess.Popen(
        [COMMAND, "serve", "--port", str(port)],
        env=environment(home),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not answers(port):
            if process.poll() is not None or time.perf_counter() - start > PATIENCE:
                message = "the server does not answer"
                raise Failed(message)
            time.sleep(0.02)
        yield Server(port=port, pid=process.pid, began=time.perf_counter() - start)
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


def waits(port: int, path: str, *, cookie: str = "", connections: int = 4, requests: int = 200) -> Waits:
    """Fetch the page *requests* times over some connections at once; each fetches once first, uncounted.

    A *cookie* makes it the page of whoever has logged in with it.
    Raises `Failed` when an answer is not the page.
    """
    times: list[float] = []
    wrong: list[int] = []
    ready = threading.Barrier(connections + 1)

    def read() -> None:
        connection = http.client.HTTPConnection(LOOPBACK, port, timeout=PATIENCE)
        fetch(connection, path, cookie)
        ready.wait()
        for _ in range(requests // connections):
            start = time.perf_counter()
            if (status := fetch(connection, path, cookie)) != http.client.OK:
                wrong.append(status)
            times.append(1000 * (time.perf_counter() - start))

    readers = [threading.Thread(target=read) for _ in range(connections)]
    for reader in readers:
        reader.start()
    ready.wait()
    start = time.perf_counter()
    for reader in readers:
        reader.join()
    took = time.perf_counter() - start
    if wrong:
        message = f"{path} answered {wrong[0]}"
        raise Failed(message)
    return Waits(
        median=statistics.median(times),
        p95=statistics.quantiles(times, n=20)[-1],
        per_second=len(times) / took,
    )
