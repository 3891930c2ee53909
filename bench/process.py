"""The console command as the user runs it, and what its processes take."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

COMMAND: Final = Path(sys.executable).with_name("forebygg")
STATUS: Final = Path("/proc")


class Failed(Exception):
    """The measured command did not end well, so its figures would mean nothing."""


def run(*arguments: str, output: Path | None = None) -> float:
    """Seconds that the command takes; raises `Failed` when it ends with another status than 0."""
    with (output or Path(os.devnull)).open("wb") as sink:
        start = time.perf_counter()
        ended = subprocess.run([COMMAND, *arguments], stdout=sink, stderr=subprocess.PIPE, check=False)
        took = time.perf_counter() - start
    if ended.returncode:
        raise Failed(ended.stderr.decode(errors="replace")[-500:])
    return took


def peak_memory(*arguments: str) -> float | None:
    """Megabytes: the sum of every process's highest resident size, the command's children included.

    Pages that the processes share are counted once for each of them, so the true figure is lower.
    None where the system does not show its processes in /proc.
    """
    if not (STATUS / "self" / "status").exists():
        return None
    peaks: dict[int, int] = {}
    with Path(os.devnull).open("wb") as sink:
        process = subprocess.Popen([COMMAND, *arguments], stdout=sink, stderr=sink)
        while process.poll() is None:
            for pid in family(process.pid):
                peaks[pid] = max(peaks.get(pid, 0), highest_resident(pid))
            time.sleep(0.02)
    if process.returncode:
        message = f"ended with status {process.returncode}"
        raise Failed(message)
    return sum(peaks.values()) / 1000


def family(pid: int) -> list[int]:
    """The process and all its descendants that are alive now."""
    found = [pid]
    for parent in found:
        for children in (STATUS / str(parent) / "task").glob("*/children"):
            try:
                found.extend(int(child) for child in children.read_text().split())
            except OSError:  # it ended between the two looks
                continue
    return found


def processor_time(pid: int) -> float:
    """Seconds of processor time that the process and its living descendants have taken; 0 without /proc."""
    ticks = 0
    for each in family(pid):
        try:
            told = (STATUS / str(each) / "stat").read_text()
        except OSError:
            continue
        # Behind the name, which may hold anything: in user mode and in the kernel.
        ticks += sum(map(int, told.rpartition(")")[2].split()[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")


def highest_resident(pid: int) -> int:
    """Kilobytes, from the system's own high-water mark; 0 when the process is gone."""
    try:
        status = (STATUS / str(pid) / "status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)
