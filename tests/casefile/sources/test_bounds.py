"""Time and memory of reading, measured in a process of its own."""

import json
import subprocess
import sys

import pytest

MEASURE = """
import json, os, resource, sys
from pathlib import Path
from forebygg.casefile.errors import SourceError
from forebygg.casefile.sources import read_source
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = os.times()
try:
    outcome = len(read_source(Path(sys.argv[1])).lines)
except SourceError as error:
    outcome = error.code
end = os.times()
seconds = sum(end[:4]) - sum(start[:4])  # of this process and of those it started
unit = 1 if sys.platform == "darwin" else 1024
swelled = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * unit / 1e6
print(json.dumps([outcome, seconds, swelled]))
"""


@pytest.fixture
def measure(keep):
    """Outcome, seconds and megabytes of reading these bytes."""

    def measured(data):
        done = subprocess.run(
            [sys.executable, "-c", MEASURE, keep(data)], capture_output=True, check=True, timeout=120
        )
        return json.loads(done.stdout)

    return measured


@pytest.mark.parametrize("piece", [b"a", b"a ", b"- ", b"\xe5", b"\xc3\xa5", b"1.", b"\t"])
def test_a_single_line_of_fifty_megabytes_is_refused_in_bounded_time_and_memory(measure, piece):
    outcome, seconds, megabytes = measure(piece * (50_000_000 // len(piece)) + b"x")

    assert outcome == "casefile.long_line"
    assert seconds < 10
    assert megabytes < 600


@pytest.mark.parametrize("piece", [b"\n", b"\f", b"a\f\n", "a\u030a\n".encode(), b"\xe5\n"])
def test_countless_lines_are_refused_in_bounded_time_and_memory(measure, piece):
    outcome, seconds, megabytes = measure(piece * (50_000_000 // len(piece)))

    assert outcome == "casefile.too_many_lines"
    assert seconds < 10
    assert megabytes < 600


def test_thirty_megabytes_of_minutes_are_read_within_seconds(measure):
    line = "Kommunfullmäktige beslutar att anta handlingsplanen – enligt förslag.\n".encode()
    outcome, seconds, megabytes = measure(line * (30_000_000 // len(line)))

    assert outcome == 30_000_000 // len(line)
    assert seconds < 10
    assert megabytes < 500


def test_a_hundred_pages_of_pdf_are_read_within_five_seconds(measure, draw, column):
    text = [
        f"Kommunstyrelsen beslutar enligt förslaget i ärende nummer {number} på listan."
        for number in range(50)
    ]
    data = draw(*[lambda sheet: column(sheet, 72, 780, text)] * 100)

    outcome, seconds, _ = measure(data)

    assert outcome == 5000
    assert seconds < 5
