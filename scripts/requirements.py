"""Pins every dependency, with hashes, for Linux and macOS on both kinds of processor and all our Pythons.

No lock file is kept: it would name the host that each file came from (docs/adr/0006).
"""

import subprocess
import sys
from pathlib import Path

HEADING = "# Pinned by `make requirements` from pyproject.toml; don't edit.\n"
COMPILE = (
    "uv pip compile --quiet --universal --upgrade --generate-hashes --python-version 3.11"
    " --no-header --no-annotate"
)


def compile_into(target: Path, *options: str) -> None:
    command = [sys.executable, "-m", *COMPILE.split(), *options]
    pinned = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    target.write_text(HEADING + pinned, encoding="utf-8")


if __name__ == "__main__":
    compile_into(Path("requirements.txt"), "pyproject.toml", "--group", "build")
    # Constrained, so that a developer runs the very versions that a user does.
    compile_into(
        Path("requirements-dev.txt"),
        "pyproject.toml",
        "--group",
        "build",
        "--group",
        "dev",
        "--constraints",
        "requirements.txt",
    )
    # Not a part of the others: it is installed by itself (pyproject.toml says why).
    compile_into(Path("requirements-checker.txt"), "--group", "checker")
