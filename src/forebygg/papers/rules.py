"""What is decided about files and papers before anything is stored."""

import datetime as dt
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from forebygg.casefile.facts import LineRange

LONGEST_NAME: Final = 255
# What somebody outside is let in to, and forgotten about, is looked at anew at least so often.
LONGEST_INVITATION: Final = dt.timedelta(days=365)
_UNNAMED: Final = "namnlös"


class Span(NamedTuple):
    """Lines of one original."""

    original: int
    lines: LineRange


def storable(text: str) -> str:
    """*text* without what no database takes: NUL, and halves of characters, become replacement characters."""
    return text.replace("\0", "\ufffd").encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def file_name(given: str) -> str:
    """The last part of a path as a name that can be stored and shown: one line, at most 255 characters.

    A name that is too long keeps its beginning and its ending, such as ".pdf".
    """
    last = given.replace("\\", "/").rstrip("/").rpartition("/")[2]
    plain = "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in storable(last))
    name = unicodedata.normalize("NFC", " ".join(plain.split())) or _UNNAMED
    if len(name) <= LONGEST_NAME:
        return name
    ending = PurePosixPath(name).suffix[:20]
    return name[: LONGEST_NAME - len(ending)] + ending


def unlike(name: str, taken: Collection[str]) -> str:
    """*name*, with a number when another file of the case is called so already."""
    ending = PurePosixPath(name).suffix[:20]
    stem = name.removesuffix(ending)
    number, other = 1, name
    while other in taken:
        number += 1
        mark = f" ({number}){ending}"
        other = stem[: LONGEST_NAME - len(mark)] + mark
    return other


def latest_day(today: dt.date) -> dt.date:
    """The last day that an invitation made today may have."""
    return today + LONGEST_INVITATION


def one_number(registry_number: str | None) -> str:
    """The registry number in the one form by which two papers' are compared; "" for none."""
    return "".join((registry_number or "").split()).casefold()


def followed(stored: Mapping[int, Span], read: Sequence[Span]) -> list[int | None]:
    """Which stored paper each paper of a new reading is; None for one that is new.

    It is the one that begins at the same line. When the reader cuts elsewhere than it did, a paper is the
    one with which it shares most lines, at least half of both.
    """
    begins = {(span.original, span.lines[0]): key for key, span in stored.items()}
    found = [begins.get((span.original, span.lines[0])) for span in read]
    left = {key: span for key, span in stored.items() if key not in found}
    for place, span in enumerate(read):
        if found[place] is None and (key := _likest(span, left)) is not None:
            found[place] = key
            del left[key]
    return found


def _likest(span: Span, among: Mapping[int, Span]) -> int | None:
    shares = ((_shared(span, other), key) for key, other in among.items())
    share, key = max(shares, default=(0.0, 0))
    return key if share >= 0.5 else None


def _shared(one: Span, other: Span) -> float:
    """The part of the longer of the two that both hold."""
    if one.original != other.original:
        return 0.0
    common = min(one.lines[1], other.lines[1]) - max(one.lines[0], other.lines[0]) + 1
    return common / max(_length(one.lines), _length(other.lines))


def _length(lines: LineRange) -> int:
    return lines[1] - lines[0] + 1
