"""Says what this machine lacks, and how to get it.

Runs before anything is installed, under whatever `python3` is: standard library only, and nothing newer
than Python 3.6 can parse. Exit status 1 when something is missing without which nothing works; what only
some tasks need is named, no more.
"""

import ctypes.util
import importlib.util
import os
import shutil
import subprocess
import sys

NEEDED_PYTHON = (3, 11)
CHROMIUM = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def _how(debian, macos):
    if sys.platform == "darwin":
        return "brew install " + macos
    if shutil.which("apt-get"):
        return ("" if os.geteuid() == 0 else "sudo ") + "apt-get install " + debian
    return "install what Debian calls " + debian


def _reads_swedish():
    """Tesseract's Swedish language data is a package of its own."""
    if not shutil.which("tesseract"):
        return False
    listing = subprocess.run(
        ["tesseract", "--list-langs"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return b"swe" in listing.stdout.split()


def _has_pango():
    return bool(ctypes.util.find_library("pango-1.0"))


def _has_module(name):
    return importlib.util.find_spec(name) is not None


def needed(version=None):
    """What nothing works without, one line each."""
    version = version or sys.version_info[:3]
    if version[:2] < NEEDED_PYTHON:
        yield (
            "Python 3.11 or later is needed, and this is {}. Get it: {}. "
            "Is a newer one already there? Name it: make setup PYTHON=python3.12".format(
                ".".join(map(str, version)), _how("python3 python3-venv", "python")
            )
        )
    elif not (_has_module("venv") and _has_module("ensurepip")):
        yield "Python's venv is missing. Get it: " + _how("python3-venv", "python")


def useful():
    """What some tasks need, and which."""
    if not shutil.which("ocrmypdf"):
        yield "ocrmypdf, to read scanned papers with --ocr: " + _how(
            "ocrmypdf tesseract-ocr-swe", "ocrmypdf tesseract-lang"
        )
    elif not _reads_swedish():
        yield "Swedish for tesseract, to read scanned papers with --ocr: " + _how(
            "tesseract-ocr-swe", "tesseract-lang"
        )
    if not _has_pango():
        yield "Pango, to print PDF (not used yet): " + _how("libpango-1.0-0 libpangoft2-1.0-0", "pango")
    if not any(map(shutil.which, CHROMIUM)):
        yield "Chromium, to try pages in a browser (not used yet): " + _how("chromium", "--cask chromium")


def main(arguments):
    missing = list(needed())
    for line in missing:
        sys.stderr.write(line + "\n")
    if missing:
        return 1
    if "--needed" not in arguments:
        for line in useful():
            sys.stdout.write("Not found, and not needed until then: " + line + "\n")
        sys.stdout.write("Ready. Try: make demo\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
