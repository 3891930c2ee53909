"""The ends of chains, kept where whoever can change the database does not reach: heads, a line each.

A head says which entry was a municipality's last at a moment, and that entry's hash, which depends on every
entry before it. One that was kept elsewhere therefore proves that nothing before it has been changed, put in
or cut away, whoever did it and with whatever rights.
"""

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

from django.utils import timezone

from forebygg.audit.models import Head
from forebygg.core.errors import CodedError
from forebygg.core.messages import N_

_HASH: Final = re.compile(r"[0-9a-f]{64}")
_LONGEST_LINE: Final = 1_000


class NotAHead(CodedError):
    """A file that should hold heads holds something else."""

    code = "audit.not_a_head"
    message = N_(
        "{file}, line {line}: this is no head of an audit trail. "
        "Give a file that “forebygg audit head” has written."
    )


@dataclass(frozen=True, kw_only=True)
class ExportedHead:
    """That the municipality with this address had so many entries at the moment, and the last one's hash."""

    municipality: str
    number: int
    hash: str
    at: dt.datetime

    @classmethod
    def of(cls, head: Head) -> Self:
        """The head as it is now."""
        return cls(municipality=head.municipality.slug, number=head.number, hash=head.hash, at=timezone.now())

    def line(self) -> str:
        """As it is kept, one line of JSON, short enough to be copied from paper."""
        at = self.at.astimezone(dt.UTC).isoformat(timespec="seconds")
        said = {"municipality": self.municipality, "number": self.number, "hash": self.hash, "at": at}
        return json.dumps(said, ensure_ascii=False)

    @classmethod
    def read(cls, line: str) -> Self:
        """What was kept; a hash may have been typed in groups and in capitals. Raises ValueError."""
        said: Any = json.loads(line)
        if not isinstance(said, dict):
            raise TypeError
        digest = "".join(str(said["hash"]).split()).lower()
        number, at = said["number"], dt.datetime.fromisoformat(said["at"])
        is_sound = isinstance(number, int) and number > 0 and at.tzinfo and _HASH.fullmatch(digest)
        if not is_sound or not isinstance(said["municipality"], str):
            raise ValueError
        return cls(municipality=said["municipality"], number=number, hash=digest, at=at)


def heads_in(path: Path) -> list[ExportedHead]:
    """The heads that a file holds. Raises NotAHead, and OSError where there is no file to read."""
    return list(_read(path.name, path.read_text(encoding="utf-8", errors="replace").splitlines()))


def _read(name: str, lines: Iterable[str]) -> Iterator[ExportedHead]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield ExportedHead.read(line[:_LONGEST_LINE])
        except (KeyError, TypeError, ValueError) as error:
            raise NotAHead(file=name, line=number) from error


def kept_at(folder: Path, municipality: str) -> Path:
    """Where an installation itself keeps the heads of a municipality, one for each day with new entries."""
    return folder / f"{municipality}.jsonl"


def keep(head: ExportedHead, folder: Path) -> bool:
    """Add the head to the file there unless its last line is the same entry's; whether it was added."""
    path = kept_at(folder, head.municipality)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    last = path.read_text(encoding="utf-8").splitlines()[-1:] if path.exists() else []
    if not head.number or (last and ExportedHead.read(last[0]).hash == head.hash):
        return False
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{head.line()}\n")
    return True
