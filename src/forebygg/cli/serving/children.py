"""What each child of `forebygg serve` does."""

import gc
import multiprocessing
import time
from collections.abc import Callable
from typing import Final

from forebygg.cli.migrate import make_ready
from forebygg.cli.startup import start_django

SERVER, WORKER, CLOCK = "server", "worker", "clock"
# The status of a child that has said itself why it cannot begin.
EXPLAINED: Final = 78
# Pages wait for the database more than they compute, but SQLite and the interpreter let few work at once.
_THREADS: Final = 4


def run(language: str, name: str, *arguments: str, wait: Callable[[], object]) -> None:
    """Be the child of that name until told to end. The server makes itself ready, then waits to be seen."""
    match name:
        case "server":
            address, port, workers = arguments
            # What is loaded now is kept: looking through it for garbage takes a tenth of the start.
            gc.disable()
            make_ready(language)
            _load()
            wait()
            _serve(address, int(port), int(workers))
        case "worker":
            start_django(language)
            _work()
        case "clock":
            start_django(language)
            _command("clock")


def _serve(address: str, port: int, workers: int) -> None:
    """Granian over WSGI; a server process that dies is started again by Granian."""
    from granian import Granian  # noqa: PLC0415 - the other children do without
    from granian.constants import Interfaces  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415

    Granian(
        "forebygg.config.wsgi:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=_THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=3,
        log_level=LogLevels.warning,
    ).serve()


def _load() -> None:
    from forebygg.config.storage import collect  # noqa: PLC0415 - Django has to have begun

    collect()
    if multiprocessing.get_start_method() == "fork":
        _load_before_forking()
    gc.enable()


def _load_before_forking() -> None:
    """The processes share what is loaded here: they begin sooner and weigh less. No connection is shared."""
    from django.db import connection  # noqa: PLC0415 - Django has to have begun
    from django.urls import get_resolver  # noqa: PLC0415

    import forebygg.config.wsgi  # noqa: F401, PLC0415

    get_resolver().url_patterns  # noqa: B018 - loads every view
    connection.close()
    gc.freeze()


def _work() -> None:
    """SQLite makes the worker wait while a large import is written, and in the end its patience runs out."""
    from django.db import OperationalError  # noqa: PLC0415 - Django has to have begun
    from django_tasks_db.utils import is_locked_database_exception  # noqa: PLC0415

    while True:
        try:
            _command("db_worker", "--no-startup-delay", "--no-reload", "--queue-name", "*")
        except OperationalError as error:
            if not is_locked_database_exception(error):
                raise
            time.sleep(1)


def _command(*arguments: str) -> None:
    from django.core.management import call_command  # noqa: PLC0415 - Django has to have begun

    call_command(*arguments)
