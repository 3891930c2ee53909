"""What was printed, kept for a day under a name that its content gives.

Nobody asks for a file by its name: a view gathers what its visitor may see, and what comes of that has one
name. So two who see the same share a file, and nobody comes by another's.
"""

import hashlib
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Final

from django.conf import settings

from forebygg.printing.pdf import child

DAY: Final = 24 * 60 * 60
_PAGE: Final = re.compile(rb"^page ([0-9]+)$", re.MULTILINE)
# So much of what the child tells is looked at: its last lines.
_TAIL: Final = 200


def name_of(html: str) -> str:
    """What the PDF of this page is called; another when we come to print otherwise."""
    return hashlib.sha256(_manner() + html.encode()).hexdigest()


@cache
def _manner() -> bytes:
    ours = sorted([*child.STYLE.parent.glob("*.py"), child.STYLE, *child.FONTS.glob("*.ttf")])
    return hashlib.sha256(b"".join(one.read_bytes() for one in ours)).digest()


def folder() -> Path:
    """Where it is kept: nobody else's to read."""
    found: Path = settings.HOME / "printed"
    found.mkdir(mode=0o700, parents=True, exist_ok=True)
    return found


def pdf(name: str) -> Path:
    return folder() / f"{name}.pdf"


def page(name: str) -> Path:
    """The HTML that waits to be printed."""
    return folder() / f"{name}.html"


def told(name: str) -> Path:
    """What the child tells on its way."""
    return folder() / f"{name}.told"


def failure(name: str) -> Path:
    """Why it could not be printed: the code of a PrintingError."""
    return folder() / f"{name}.failed"


def pages_done(name: str) -> int:
    """How many pages have been laid out so far."""
    with suppress(OSError), told(name).open("rb") as lines:
        lines.seek(max(0, told(name).stat().st_size - _TAIL))
        if found := _PAGE.findall(lines.read()):
            return int(found[-1])
    return 0


@contextmanager
def placed(path: Path) -> Iterator[IO[bytes]]:
    """A file that comes into place whole, or not at all."""
    with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
        part = Path(file.name)
        try:
            yield file
            file.flush()
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def clear(*, now: float | None = None) -> int:
    """Forget what is older than a day; how many files."""
    before = (time.time() if now is None else now) - DAY
    old = [path for path in folder().iterdir() if path.stat().st_mtime < before]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
