"""Jobs: put in the queue once, held while they are worked at, given back when their worker was killed."""

import datetime as dt
import logging
from typing import Any, Final, TypeAlias
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from forebygg.reminders.models import Job

logger = logging.getLogger(__name__)

# What can be enqueued: a `django_tasks.task` whose function takes `about` and `day`.
Kind: TypeAlias = Task[[str, str], None]
# A worker says that it lives every BEAT; one that has been silent for SILENCE was killed.
BEAT: Final = dt.timedelta(seconds=10)
SILENCE: Final = dt.timedelta(seconds=60)
# A job that has killed so many workers is not given to another.
TRIES: Final = 3


class WorkerKilledError(Exception):
    """The job's worker was killed, each time."""


def enqueue(kind: Kind, *, day: dt.date, about: str = "", after: dt.datetime | None = None) -> bool:
    """Put a job in the queue, in the transaction of the act it follows from; whether it was not there yet.

    It is not begun before *after*. It may be done twice, when a worker is killed between doing it and saying
    so: a job does no harm by that.
    """
    key: dict[str, Any] = {"kind": kind.module_path, "about": about, "day": day}
    if Job.objects.filter(**key).exists():
        return False
    try:
        with transaction.atomic():
            waiting = kind if after is None else kind.using(run_after=after)
            result = waiting.enqueue(about, day.isoformat())
            Job.objects.create(**key, result_id=result.id)
    except IntegrityError:
        # Somebody else enqueued it meanwhile.
        return False
    return True


def hold(result: str) -> None:
    """Say that the worker of the job lives."""
    Job.objects.filter(result_id=UUID(result)).update(seen_at=timezone.now())


@transaction.atomic
def reap(*, now: dt.datetime) -> int:
    """Give back to the queue what killed workers held; how many."""
    silent = now - SILENCE
    held = (
        DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lt=silent)
        .filter(Q(job__seen_at=None) | Q(job__seen_at__lt=silent))
        .select_for_update(of=("self",), skip_locked=True)
    )
    given_back = 0
    for result in held:
        if len(result.worker_ids) >= TRIES:
            logger.error("%s killed its worker %s times and is given up", result.task_path, TRIES)
            result.set_failed(WorkerKilledError(f"{TRIES} times"))
            continue
        logger.warning("%s goes back to the queue: its worker was killed", result.task_path)
        result.status = TaskResultStatus.READY
        result.save(update_fields=["status"])
        given_back += 1
    return given_back
