"""`forebygg` as a person runs it: a process of its own, in an installation of its own."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import psutil

GRANVIK = Path(__file__).parents[2] / "src/forebygg/casefile/examples/granvik/granvik.txt"
COMMAND = [sys.executable, "-m", "forebygg"]


def environment(home=None, **more):
    """What a new user's shell holds: nothing of ours, and nothing of the tests' own settings."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("FOREBYGG_", "DJANGO_"))
    }
    ours = {"FOREBYGG_HOME": str(home)} if home else {}
    return {**kept, "LANG": "C.UTF-8", "PYTHONUTF8": "1", **ours, **more}


def forebygg(*arguments, home=None, **more):
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
        env=environment(home, **more),
    )


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Served:
    """A `forebygg serve`, or a `forebygg demo`, that runs."""

    def __init__(self, home, *arguments, **more):
        self.home, self.port = home, free_port()
        self.log = home / "said.txt"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [*COMMAND, *map(str, arguments), "--port", str(self.port)],
                stdout=log,
                stderr=subprocess.STDOUT,
                env=environment(home, **more),
            )

    def said(self):
        return self.log.read_text(encoding="utf-8")

    def get(self, path="/", **headers):
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            answer.text = answer.read()
            return answer

    def wait_until(self, what, seconds=120):
        """Wait for *what* to hold; the log is the reason when it never does."""
        end = time.monotonic() + seconds
        while not what():
            assert time.monotonic() < end, self.said()
            time.sleep(0.05)

    def answers(self):
        try:
            return self.get("/robots.txt").status == 200
        except OSError:
            return False

    def children(self):
        """The process of each child, by its name."""
        found = {}
        for child in self._running():
            with suppress(psutil.Error):
                match child.cmdline():
                    case [_python, "-P", "-m", "forebygg.cli.serving", _language, name, *_arguments]:
                        found[name] = child.pid
        return found

    def all_children(self):
        """The same, when all three are there at once."""
        found = {}

        def all_are_there():
            found.clear()
            found.update(self.children())
            return found.keys() >= {"server", "worker", "clock"}

        self.wait_until(all_are_there)
        return found

    def descendants(self):
        """Every process that it started, and those that these started."""
        return {process.pid for process in self._running(recursive=True)}

    def _running(self, **how):
        try:
            return psutil.Process(self.process.pid).children(**how)
        except psutil.NoSuchProcess:
            return []

    def end(self, sign=signal.SIGTERM):
        """Seconds that it takes to end."""
        start = time.monotonic()
        self.process.send_signal(sign)
        self.process.wait(timeout=60)
        return time.monotonic() - start


@contextmanager
def serving(home, *arguments, command="serve", **more):
    served = Served(home, command, *arguments, **more)
    try:
        served.wait_until(lambda: served.answers() or served.process.poll() is not None)
        assert served.process.poll() is None, served.said()
        yield served
    finally:
        if served.process.poll() is None:
            served.end()


def alive(pid):
    """Whether the process runs; one that nobody has asked about yet has ended all the same."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
