"""What a measured command takes is the sum over its processes, and a failing command has no figures."""

import sys
from pathlib import Path

import pytest

from bench import process

HOLDS_FIFTY_MEGABYTES = "import time; held = bytearray(50_000_000); time.sleep(0.5)"
AND_SO_DOES_ITS_CHILD = (
    "import subprocess, sys; held = bytearray(50_000_000); "
    f"subprocess.run([sys.executable, '-c', {HOLDS_FIFTY_MEGABYTES!r}])"
)


@pytest.fixture(autouse=True)
def _python_as_the_command(monkeypatch):
    monkeypatch.setattr(process, "COMMAND", Path(sys.executable))


def test_the_memory_of_children_is_added_up():
    if not (process.STATUS / "self" / "status").exists():
        assert process.peak_memory("-c", AND_SO_DOES_ITS_CHILD) is None
    else:
        assert 100 < process.peak_memory("-c", AND_SO_DOES_ITS_CHILD) < 200


def test_a_system_without_proc_gives_no_figure(monkeypatch, tmp_path):
    monkeypatch.setattr(process, "STATUS", tmp_path)
    assert process.peak_memory("-c", "pass") is None


def test_a_command_that_fails_is_not_measured():
    with pytest.raises(process.Failed, match="no such paper"):
        process.run("-c", "raise SystemExit('no such paper')")
    with pytest.raises(process.Failed):
        process.peak_memory("-c", "raise SystemExit(1)")


def test_a_command_that_ends_well_takes_some_time():
    assert process.run("-c", "pass") > 0
