"""A worker shows that it lives, every few seconds for as long as it works at a job."""

import logging
import threading

from django.db import DatabaseError, connections
from django_tasks import TaskResult
from django_tasks_db import DatabaseBackend

from forebygg.reminders.services.jobs import BEAT, hold

logger = logging.getLogger(__name__)
_beating: dict[str, "Heartbeat"] = {}


class Heartbeat(threading.Thread):
    """Beside the job, on a connection of its own: the job's may be in a transaction."""

    def __init__(self, result: str) -> None:
        super().__init__(name="heartbeat", daemon=True)
        self.result = result
        self.over = threading.Event()

    def run(self) -> None:
        """A beat that the database refuses is one missed; several are missed before the job is taken back."""
        try:
            while not self.over.wait(BEAT.total_seconds()):
                try:
                    hold(self.result)
                except DatabaseError:
                    logger.warning("The database was busy; %s goes on.", self.result, exc_info=True)
        finally:
            connections.close_all()


def begin(*, sender: object, task_result: TaskResult[object], **_: object) -> None:
    """Beat while the job is worked at; what is done at once, without a queue, needs none."""
    if isinstance(sender, DatabaseBackend):
        heart = _beating[task_result.id] = Heartbeat(task_result.id)
        heart.start()


def end(*, task_result: TaskResult[object], **_: object) -> None:
    """The job is done, or has failed."""
    if heart := _beating.pop(task_result.id, None):
        heart.over.set()
        heart.join()
