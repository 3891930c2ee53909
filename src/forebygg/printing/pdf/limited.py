"""Runs the child process that makes a PDF, and turns every way it can end into a file or an error."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Final

from forebygg.printing.errors import NoPango, PrinterStopped, TooLong
from forebygg.printing.pdf.child import NO_PANGO

CHILD: Final = Path(__file__).with_name("child.py")
# What the child may take by the clock, beside what it may take of processor time.
_PATIENCE: Final = 2


def make(html: str, target: IO[bytes], *, seconds: int, told: IO[bytes] | int = subprocess.DEVNULL) -> None:
    """Write the PDF of the page to *target*; raises a PrintingError, whatever the child comes to.

    The child tells *told* how far it has come; see `child.Progress`.
    """
    with TemporaryFile() as source:
        source.write(html.encode())
        source.seek(0)
        try:
            done = subprocess.run(
                [sys.executable, "-P", str(CHILD), str(seconds)],
                stdin=source,
                stdout=target,
                stderr=told,
                timeout=seconds * _PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise TooLong(seconds=seconds) from None
    if done.returncode == NO_PANGO:
        raise NoPango
    if done.returncode < 0:
        # Past its processor time or its memory.
        raise TooLong(seconds=seconds)
    if done.returncode:
        raise PrinterStopped
