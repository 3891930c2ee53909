"""The parent: starts the children, starts again those that die, and ends them all."""

import asyncio
import contextlib
import os
import signal
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from forebygg.cli.serving.children import CLOCK, EXPLAINED, SERVER, WORKER
from forebygg.core.messages import N_

STARTED_AGAIN = N_("{name} ended ({status}) and is started again in {seconds} s.")
NEVER_ANSWERED = N_("The server ended ({status}) before it had answered.")

NAMES: Final = {SERVER: N_("The server"), WORKER: N_("The worker"), CLOCK: N_("The clock")}

_SHORTEST, _LONGEST = 0.5, 30.0  # seconds until a child is started again
_STEADY = 60  # seconds after which a child has proved itself
_PATIENCE = 4  # seconds that the children have to end by themselves
_POLL = 0.05

Say = Callable[..., None]


@dataclass
class Child:
    """One program to keep going."""

    name: str
    arguments: tuple[str, ...] = ()
    process: Process | None = field(default=None, init=False)

    async def start(self, language: str) -> Process:
        """Start it and let it be seen."""
        process = await self.begin(language)
        self.let()
        return process

    async def begin(self, language: str) -> Process:
        """Start it as the head of a group of its own: Ctrl-C at the terminal reaches the parent alone."""
        self.process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "forebygg.cli.serving", language, self.name, *self.arguments),
            stdin=PIPE,
            start_new_session=True,
        )
        return self.process

    def let(self) -> None:
        """Let it be seen: it may have been begun while something else had to be done first."""
        if self.process and self.process.stdin:
            self.process.stdin.write(b"\n")

    def signal(self, number: int) -> None:
        """Tell it, if it is still there."""
        if self.process and self.process.returncode is None:
            self.process.send_signal(number)

    def sweep(self) -> None:
        """End whatever it left behind of what it had started."""
        if self.process:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)


@dataclass(kw_only=True)
class Supervisor:
    """Server first; the others once it answers, so that the first page comes soon."""

    server: Child
    others: Sequence[Child]
    address: tuple[str, int]
    language: str
    say: Say

    async def begin(self) -> Process:
        """Start the server, which makes itself ready but answers nobody before `run`."""
        return await self.server.begin(self.language)

    async def run(self, ready: Callable[[], None]) -> bool:
        """Until SIGTERM or SIGINT. Calls *ready* when the server answers; False when it never came to."""
        over = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, over.set)
        first = self.server.process or await self.begin()
        self.server.let()
        answering = asyncio.create_task(self._answers(first))
        stopping = asyncio.create_task(over.wait())
        tasks: set[asyncio.Task[None]] = set()
        try:
            await asyncio.wait({answering, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if not stopping.done():
                if not answering.result():
                    if first.returncode != EXPLAINED:
                        self.say(NEVER_ANSWERED, status=_status(first))
                    return False
                ready()
                tasks = {asyncio.create_task(self._keep(self.server, first))}
                tasks |= {asyncio.create_task(self._keep(child)) for child in self.others}
                await stopping
            return True
        finally:
            for task in (answering, stopping, *tasks):
                task.cancel()
            await asyncio.gather(answering, stopping, *tasks, return_exceptions=True)
            await self.end()

    async def _keep(self, child: Child, process: Process | None = None) -> None:
        delay = _SHORTEST
        while True:
            began = time.monotonic()
            try:
                process = process or await child.start(self.language)
                await process.wait()
                child.sweep()
                status = _status(process)
            except OSError as error:  # the machine has no room for another process just now
                status = error.strerror or str(error)
            process = None
            delay = _SHORTEST if time.monotonic() - began > _STEADY else delay
            self.say(STARTED_AGAIN, name=NAMES[child.name], status=status, seconds=f"{delay:g}")
            await asyncio.sleep(delay)
            delay = min(2 * delay, _LONGEST)

    async def _answers(self, process: Process) -> bool:
        """Whether it came to answer before it ended; the question is the first page itself."""
        while process.returncode is None:
            with contextlib.suppress(OSError):
                reader, writer = await asyncio.open_connection(*self.address)
                writer.write(b"GET / HTTP/1.0\r\nHost: localhost\r\n\r\n")
                answered = await reader.read(5) == b"HTTP/"
                writer.close()
                if answered:
                    return True
            await asyncio.sleep(_POLL)
        return False

    async def end(self) -> None:
        """All children, and what they had started."""
        children = (self.server, *self.others)
        for child in children:
            child.signal(signal.SIGTERM)
        ending = [asyncio.create_task(child.process.wait()) for child in children if child.process]
        await asyncio.wait(ending, timeout=_PATIENCE)
        for child in children:
            child.sweep()
        await asyncio.gather(*ending)


def _status(process: Process) -> str:
    code = process.returncode or 0
    return signal.Signals(-code).name if code < 0 else str(code)
