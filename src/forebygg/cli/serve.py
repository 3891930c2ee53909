"""`forebygg serve`: the product in the browser, for this machine."""

import contextlib
import errno
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from ipaddress import ip_address
from typing import Annotated

import typer

from forebygg.cli.language import LanguageOption, translation
from forebygg.core.messages import N_, Translate

HELP = N_("Serve the product to the browsers of this machine, until Ctrl-C.")
HELP_PORT = N_("Where to answer.")
HELP_HOST = N_("127.0.0.1 or ::1. Others come through a proxy, where TLS ends.")
HELP_WORKERS = N_("How many processes answer.")
NOT_LOOPBACK = N_(
    "Only this machine can be served, so --host is 127.0.0.1 or ::1, not {host}. Let others in through a"
    " proxy on this machine, where TLS ends."
)
TAKEN = N_(
    "Port {port} is used by another program. Choose another, such as: forebygg serve --port {other}. If it is"
    " Förebygg that is already running, open {url}"
)
NOT_ALLOWED = N_("Port {port} cannot be used here: {reason}. Choose another, such as: --port 8000")
READY = N_("Förebygg answers at {url} (Ctrl-C ends it).")


LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Where:
    """Where the product answers, and the page to open first."""

    address: str
    port: int
    path: str = "/"

    @property
    def url(self) -> str:
        """http://127.0.0.1:8000/."""
        host = f"[{self.address}]" if ":" in self.address else self.address
        return f"http://{host}:{self.port}{self.path}"


def add_to(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the person's language."""
    tell = translation(language)

    @app.command(help=tell(HELP))
    def serve(
        port: Annotated[int, typer.Option(min=1, max=65535, help=tell(HELP_PORT))] = 8000,
        host: Annotated[str, typer.Option(help=tell(HELP_HOST))] = LOOPBACK,
        workers: Annotated[int, typer.Option(min=1, max=64, help=tell(HELP_WORKERS))] = 2,
        asked: LanguageOption = None,
    ) -> None:
        address = loopback(host, translation(asked or language))
        check_port(address, port, translation(asked or language))
        answered = run(Where(address, port), workers=workers, language=asked or language)
        raise typer.Exit(0 if answered else 1)


def loopback(host: str, tell: Translate) -> str:
    """The address of this machine itself, or the command ended with why no other will do."""
    try:
        address = ip_address(LOOPBACK if host == "localhost" else host)
    except ValueError:
        address = None
    if address is None or not address.is_loopback:
        typer.echo(tell(NOT_LOOPBACK).format(host=host), err=True)
        raise typer.Exit(2)
    return str(address)


def check_port(address: str, port: int, tell: Translate) -> None:
    """End the command when the port is not to be had.

    The server itself would not notice: it shares its port among its processes, and so with a stranger.
    """
    try:
        _bind(address, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            other = port + 1 if port < 65535 else 8000
            told = tell(TAKEN).format(port=port, other=other, url=Where(address, port).url)
        else:
            told = tell(NOT_ALLOWED).format(port=port, reason=error.strerror)
        typer.echo(told, err=True)
        raise typer.Exit(1) from error


def free_port(among: Sequence[int]) -> int:
    """The first that is free; the first of all when none is, so that its own complaint is heard."""
    for port in among:
        with contextlib.suppress(OSError):
            _bind(LOOPBACK, port)
            return port
    return among[0]


def _bind(address: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        tried.bind((address, port))


def run(
    where: Where,
    *,
    workers: int = 2,
    language: str,
    browser: bool = False,
    first: Callable[[], str] | None = None,
) -> bool:
    """Serve until told to end; whether the server came to answer.

    What is done *first* is done while the server makes itself ready, and gives the page to open.
    """
    import asyncio  # noqa: PLC0415 - the other commands do without

    from forebygg.cli.serving.children import CLOCK, SERVER, WORKER  # noqa: PLC0415
    from forebygg.cli.serving.supervisor import Child, Supervisor  # noqa: PLC0415

    tell = translation(language)
    supervisor = Supervisor(
        server=Child(SERVER, (where.address, str(where.port), str(workers))),
        others=[Child(WORKER), Child(CLOCK)],
        address=(where.address, where.port),
        language=language,
        say=_saying(tell),
    )
    with asyncio.Runner() as runner:
        runner.run(supervisor.begin())
        try:
            opened = replace(where, path=first()) if first else where
        except BaseException:
            runner.run(supervisor.end())
            raise
        return runner.run(supervisor.run(lambda: _open(opened, tell, browser=browser)))


def _open(where: Where, tell: Translate, *, browser: bool) -> None:
    typer.echo(tell(READY).format(url=where.url))
    if browser and has_browser():
        # Some ways to open one wait until it is closed.
        threading.Thread(target=webbrowser.open, args=(where.url,), daemon=True).start()


def has_browser(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether a page can be opened beside the terminal; without a desktop one in text would take it over."""
    return platform == "darwin" or any(map(environment.get, ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")))


def _saying(tell: Translate) -> Callable[..., None]:
    def say(message: str, **values: object) -> None:
        told = {name: tell(value) if isinstance(value, str) else value for name, value in values.items()}
        typer.echo(tell(message).format(**told), err=True)

    return say
