"""Which files there are to read: folders walked in the order a person would lay the papers out."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from forebygg.core.messages import N_, Notice

READ: Final = frozenset({".txt", ".text", ".md", ".pdf", ".docx", ".docm"})
_SKIPPED: Final = N_("{file} is passed over: only text, PDF and DOCX are read.")
_CLOSED: Final = N_("{file} is passed over: the folder cannot be opened ({reason}).")
_DIGITS: Final = re.compile(r"(\d+)")


@dataclass(frozen=True, kw_only=True)
class Found:
    """The files to read, in order, and what was passed over."""

    files: tuple[Path, ...]
    notices: tuple[str, ...] = ()


def expand(paths: Iterable[Path]) -> Found:
    """The files in *paths*, folders walked through in natural order (§ 2 before § 10), each file once.

    A file that is named is kept whatever it is called, also when it does not exist: reading it gives the
    error. In folders hidden files and the lock files of word processors are left out in silence, and
    files of a form that is not read with a notice. Links to folders are followed, never in a circle.
    """
    files: dict[Path, Path] = {}
    notices: list[str] = []
    for path in paths:
        candidates = _walk(path, notices, frozenset()) if _is_dir(path) else (path,)
        for file in candidates:
            files.setdefault(_identity(file), file)
    return Found(files=tuple(files.values()), notices=tuple(notices))


def natural(name: str) -> tuple[tuple[int, int | str], ...]:
    """A key by which "§ 2" comes before "§ 10" and letter case does not matter."""
    return tuple(
        (0, int(part)) if part.isdecimal() else (1, part.casefold()) for part in _DIGITS.split(name) if part
    )


def _walk(folder: Path, notices: list[str], above: frozenset[Path]) -> Iterator[Path]:
    identity = _identity(folder)
    if identity in above:
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: natural(entry.name))
    except OSError as error:
        notices.append(Notice(_CLOSED, file=folder, reason=error.strerror or ""))
        return
    folders: list[Path] = []
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith((".", "~$")):
            continue
        if _is_dir(path):
            folders.append(path)
        elif path.suffix.casefold() in READ:
            yield path
        else:
            notices.append(Notice(_SKIPPED, file=path))
    for inner in folders:
        yield from _walk(inner, notices, above | {identity})


def _is_dir(path: Path) -> bool:
    try:
        return path.is_dir()
    except ValueError:  # a NUL in the name
        return False


def _identity(path: Path) -> Path:
    """The file itself, however it was reached."""
    try:
        return Path(os.path.realpath(path))
    except ValueError:
        return path
