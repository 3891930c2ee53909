"""`forebygg manage clock`: enqueues what is due, for as long as it runs."""

import logging
import signal
import threading

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from forebygg.reminders.clock import tick

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Enqueues what is due. One clock is enough; several do no harm."

    def add_arguments(self, parser: CommandParser) -> None:
        """How often, or only once (for cron)."""
        parser.add_argument("--once", action="store_true", help="Look once and end.")
        parser.add_argument("--interval", type=float, default=30, help="Seconds between looks (default 30).")

    def handle(self, *, once: bool, interval: float, **_: object) -> None:
        """A database that does not answer is asked again; asked only once, its error is the command's."""
        if once:
            tick(timezone.now())
            return
        over = threading.Event()
        for sign in (signal.SIGINT, signal.SIGTERM):
            signal.signal(sign, lambda *_: over.set())
        while not over.is_set():
            try:
                tick(timezone.now())
            except DatabaseError:
                logger.exception("The clock could not reach the database, and tries again.")
            close_old_connections()
            over.wait(interval)
