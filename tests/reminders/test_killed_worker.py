"""A worker killed in the middle of a job, in processes of their own, as it happens."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.cli.commands import environment

ROOT = Path(__file__).parents[2]
BEGIN = """\
import datetime as dt
from forebygg.cli.migrate import make_ready
make_ready("en")
from django.utils import timezone
from forebygg.reminders.services.jobs import enqueue, reap
from tests.reminders.work import write_slowly
"""
ENQUEUE = "enqueue(write_slowly, about={path!r}, day=dt.date(2026, 11, 22))"
REAP = "print(reap(now=timezone.now() + dt.timedelta(minutes=2)))"


def python(home, *arguments, **options):
    where = environment(home, PYTHONPATH=str(ROOT))
    return subprocess.Popen([sys.executable, *arguments], env=where, cwd=ROOT, **options)


def run(home, code):
    process = python(home, "-c", BEGIN + code, stdout=subprocess.PIPE, text=True)
    told, _ = process.communicate(timeout=300)
    assert process.returncode == 0
    return told


def worker(home):
    return python(home, "-m", "forebygg", "manage", "db_worker", "--batch", "--no-startup-delay")


def test_the_job_of_a_killed_worker_is_done_once_more(tmp_path):
    home, path = tmp_path / "home", tmp_path / "done.txt"
    run(home, ENQUEUE.format(path=str(path)))
    killed = worker(home)
    end = time.monotonic() + 120
    while not path.exists() and time.monotonic() < end:
        time.sleep(0.05)
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait()

    given_back = run(home, REAP)
    assert worker(home).wait(timeout=300) == 0

    assert given_back == "1\n"
    assert path.read_text(encoding="utf-8").splitlines() == ["2026-11-22"] * 2
