import datetime as dt
import threading
from collections import Counter

import pytest
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from forebygg.audit.heads import heads_in
from forebygg.audit.models import Head
from forebygg.reminders import heartbeat, tasks
from forebygg.reminders.clock import tick
from forebygg.reminders.models import Job
from forebygg.reminders.services.jobs import SILENCE, TRIES, enqueue, hold, reap
from tests.reminders.work import fail, write

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 11, 22)
NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "done.txt"


def work():
    """What a worker does until the queue is empty."""
    call_command("db_worker", batch=True, startup_delay=False, verbosity=0)


def lines(path):
    return path.read_text(encoding="utf-8").splitlines()


@pytest.fixture
def held(path):
    """A job that a worker began long ago and never said more about."""
    enqueue(write, about=str(path), day=DAY)
    result = DBTaskResult.objects.get()
    result.claim("worker")
    DBTaskResult.objects.update(started_at=NOW - 2 * SILENCE)
    return result


def test_a_job_is_done_once_however_often_it_is_enqueued(path):
    first, again = enqueue(write, about=str(path), day=DAY), enqueue(write, about=str(path), day=DAY)

    work()

    assert (first, again) == (True, False)
    assert lines(path) == ["2026-11-22"]


def test_a_job_that_is_done_is_not_enqueued_again_for_that_day(path):
    enqueue(write, about=str(path), day=DAY)
    work()

    assert enqueue(write, about=str(path), day=DAY) is False
    assert enqueue(write, about=str(path), day=DAY + dt.timedelta(days=1)) is True


def test_two_that_enqueue_at_once_put_it_in_the_queue_once(path, monkeypatch):
    enqueue(write, about=str(path), day=DAY)
    # The other one has looked, and found nothing, before the first has written.
    monkeypatch.setattr("django.db.models.query.QuerySet.exists", lambda _: False)

    assert enqueue(write, about=str(path), day=DAY) is False
    assert DBTaskResult.objects.count() == Job.objects.count() == 1


def test_a_job_of_an_act_that_fails_was_never_enqueued(path):
    @transaction.atomic
    def act():
        enqueue(write, about=str(path), day=DAY)
        message = "the act fails"
        raise ValueError(message)

    with pytest.raises(ValueError, match="the act fails"):
        act()

    assert not DBTaskResult.objects.exists()


def test_a_job_that_fails_is_kept_with_its_reason():
    enqueue(fail, about="why", day=DAY)

    work()

    result = DBTaskResult.objects.get()
    assert result.status == TaskResultStatus.FAILED
    assert "ValueError: why" in result.traceback


def test_what_a_killed_worker_held_goes_back_to_the_queue(held, path):
    given_back = reap(now=NOW)

    work()

    assert given_back == 1
    assert lines(path) == ["2026-11-22"]


def test_what_a_living_worker_holds_stays_with_it(held):
    hold(str(held.id))

    assert reap(now=timezone.now()) == 0
    assert DBTaskResult.objects.get().status == TaskResultStatus.RUNNING


def test_what_was_just_begun_again_is_not_taken_for_what_was_held_before(held):
    Job.objects.update(seen_at=NOW - 2 * SILENCE)
    DBTaskResult.objects.update(started_at=NOW)

    assert reap(now=NOW) == 0


def test_a_job_that_kills_every_worker_is_given_up(held, caplog):
    DBTaskResult.objects.update(worker_ids=["worker"] * TRIES)

    assert reap(now=NOW) == 0
    assert DBTaskResult.objects.get().status == TaskResultStatus.FAILED
    assert "given up" in caplog.text


def test_a_worker_shows_that_it_lives_for_as_long_as_it_works(held, monkeypatch):
    beaten = threading.Event()
    monkeypatch.setattr(heartbeat, "BEAT", dt.timedelta(milliseconds=1))
    monkeypatch.setattr(heartbeat, "hold", lambda _: beaten.set())

    heartbeat.begin(sender=held.task.get_backend(), task_result=held.task_result)
    assert beaten.wait(10)
    heartbeat.end(task_result=held.task_result)

    assert "heartbeat" not in [thread.name for thread in threading.enumerate()]


def test_a_busy_database_does_not_stop_the_heart(held, monkeypatch):
    beats = []
    beaten = threading.Event()

    def busy(result):
        beats.append(result)
        if len(beats) > 1:
            beaten.set()
        message = "database is locked"
        raise DatabaseError(message)

    monkeypatch.setattr(heartbeat, "BEAT", dt.timedelta(milliseconds=1))
    monkeypatch.setattr(heartbeat, "hold", busy)

    heartbeat.begin(sender=held.task.get_backend(), task_result=held.task_result)
    assert beaten.wait(10)
    heartbeat.end(task_result=held.task_result)


def test_the_clock_enqueues_what_each_day_asks_for_once(granvik):
    for hours in (0, 1, 24):
        tick(NOW + dt.timedelta(hours=hours))

    enqueued = Counter((job.kind.rpartition(".")[2], job.about, job.day.day) for job in Job.objects.all())
    wanted = {("end_invitations", ""), ("keep_audit_head", "granvik"), ("remind", "granvik"), ("prune", "")}
    assert {(*one, day) for one in wanted for day in (22, 23)} <= enqueued.keys()
    assert {*enqueued.values()} == {1}


def test_the_day_is_that_of_swedish_clocks(granvik):
    tick(dt.datetime(2026, 6, 30, 22, 30, tzinfo=dt.UTC))

    assert {job.day for job in Job.objects.all()} == {dt.date(2026, 7, 1)}


def test_the_clock_gives_back_what_killed_workers_held(held):
    tick(NOW)

    assert DBTaskResult.objects.get(pk=held.pk).status == TaskResultStatus.READY


def test_the_head_of_the_audit_trail_is_kept_in_the_home_once(granvik, settings, tmp_path):
    settings.HOME = tmp_path
    head = Head.objects.get(municipality=granvik)

    for day in ("2026-11-22", "2026-11-23"):
        tasks.keep_audit_head.call("granvik", day)

    [kept] = heads_in(tmp_path / "audit" / "granvik.jsonl")
    assert (kept.municipality, kept.number, kept.hash) == ("granvik", head.number, head.hash)


def test_what_was_done_long_ago_is_forgotten_and_the_rest_kept(path):
    for day in (DAY, DAY + dt.timedelta(days=1)):
        enqueue(write, about=str(path), day=day)
    work()
    old = DBTaskResult.objects.filter(job__day=DAY)
    old.update(finished_at=timezone.now() - dt.timedelta(days=tasks.KEPT_DAYS + 1))

    tasks.prune.call("", "2026-11-22")

    assert [job.day for job in Job.objects.all()] == [DAY + dt.timedelta(days=1)]


def test_the_clock_can_be_asked_once(granvik):
    call_command("clock", once=True)

    assert Job.objects.filter(about="granvik").exists()
