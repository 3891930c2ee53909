"""Pages that are pictures, read by ocrmypdf where it is installed."""

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from forebygg.casefile.errors import OcrFailed, OcrMissing, TooSlow

PROGRAM: Final = "ocrmypdf"
SECONDS: Final = 1800
LONGEST_REASON: Final = 200


def recognised(data: bytes) -> bytes:
    """The PDF with a layer of text under its pictures; pages that have text keep it.

    Raises OcrMissing, OcrFailed or TooSlow. The letters are left as tesseract read them: a section sign
    may come out as "$" or "S", which only the reader of the lines can judge.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        raise OcrMissing
    with TemporaryDirectory() as folder:
        scanned, read = Path(folder, "scanned.pdf"), Path(folder, "read.pdf")
        scanned.write_bytes(data)
        try:
            done = subprocess.run(
                [program, "--skip-text", "-l", "swe", "--output-type", "pdf", "--quiet", scanned, read],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise TooSlow(seconds=SECONDS) from None
        except OSError as error:
            raise OcrFailed(reason=error.strerror or str(error)) from error
        if done.returncode or not read.is_file():
            raise OcrFailed(reason=_last_line(done.stderr) or f"status {done.returncode}")
        return read.read_bytes()


def _last_line(complaint: bytes) -> str:
    lines = complaint.decode(errors="replace").split("\n")
    return next((line.strip()[:LONGEST_REASON] for line in reversed(lines) if line.strip()), "").rstrip(".")
