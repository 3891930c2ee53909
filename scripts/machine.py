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


def _how(debian: str, macos: str) -> str:
    if sys.platform == "darwin":
        return f"brew install {macos}"
    if shutil.which("apt-get"):
        return f"apt-get install {debian}" if os.geteuid() == 0 else f"sudo apt-get install {debian}"
    return f"install what Debian calls {debian}"


def _reads_swedish() -> bool:
    """Tesseract's Swedish language data is a package of its own."""
    if not shutil.which("tesseract"):
        return False
    command = ["tesseract", "--list-langs"]
    listing = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return b"swe" in listing.stdout.split()


def _has_pango() -> bool:
    return bool(ctypes.util.find_library("pango-1.0"))


def _has_module(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def needed(version: tuple = tuple(sys.version_info[:3])) -> list:
    """What nothing works without, one line each."""
    if version[:2] < NEEDED_PYTHON:
        found = ".".join(map(str, version))
        how = _how("python3 python3-venv", "python")
        return [
            f"Python 3.11 or later is needed, and this is {found}. Get it: {how}",
            "If a newer one is there under another name, say which: make setup PYTHON=python3.12",
        ]
    # Debian keeps ensurepip in a package of its own, and without it venv makes only half an environment.
    if not (_has_module("venv") and _has_module("ensurepip")):
        return [f"Python's venv is missing. Get it: {_how('python3-venv', 'python')}"]
    return []


def useful() -> list:
    """What some tasks need, and which."""
    lines = []
    if not shutil.which("ocrmypdf"):
        how = _how("ocrmypdf tesseract-ocr-swe", "ocrmypdf tesseract-lang")
        lines.append(f"ocrmypdf, to read scanned papers with --ocr: {how}")
    elif not _reads_swedish():
        how = _how("tesseract-ocr-swe", "tesseract-lang")
        lines.append(f"Swedish for tesseract, to read scanned papers with --ocr: {how}")
    if not _has_pango():
        how = _how("libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0", "pango")
        lines.append(f"Pango, to print PDF: {how}")
    return lines


def tested() -> list:
    """What the tests need and nobody else, and how to get it."""
    if any(map(shutil.which, CHROMIUM)):
        return []
    how = _how("chromium fonts-dejavu-core", "--cask chromium")
    return [f"Chromium, in which make test opens the pages: {how}"]


def main(arguments: list) -> int:
    missing = needed()
    for line in missing:
        print(line, file=sys.stderr)
    if missing:
        return 1
    if "--needed" not in arguments:
        for line in tested():
            print(f"Not found, and only the tests need it: {line}")
        for line in useful():
            print(f"Not found, and you can do without it: {line}")
        print("Ready. Try: make demo")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
