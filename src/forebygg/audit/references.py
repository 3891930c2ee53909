"""What an event's field may hold: numbers, days, keys and codes. No field takes words that a person wrote."""

import datetime as dt
import enum
import re
import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin


@dataclass(frozen=True)
class Refers:
    """To what the field holds the key: the label of a model, or what an app has registered a naming for.

    The trail tells it by its name, where the reader may see it (`organisation.naming`).
    """

    to: str


@dataclass(frozen=True)
class Code:
    """How a field that is no number is written. What is written otherwise is not recorded."""

    pattern: str


UserKey = Annotated[int, Refers("accounts.user")]
MunicipalityKey = Annotated[int, Refers("accounts.municipality")]
Checksum = Annotated[str, Code(r"[0-9a-f]{64}")]
Version = Annotated[str, Code(r"[0-9][0-9A-Za-z.+-]{0,29}")]

_SAFE: Final = (bool, int, dt.date, dt.datetime, type(None))
_MANY: Final = {list, tuple, frozenset, set}
_EITHER: Final = {Union, types.UnionType}


def refers_to(hint: object) -> str | None:
    """What values of that type are the keys of; of a list, what those in it are."""
    for part in _parts(hint):
        for note in getattr(part, "__metadata__", ()):
            if isinstance(note, Refers):
                return note.to
    return None


def is_free(hint: object) -> bool:
    """Whether a value of that type could be words: a text without a code, or a type nobody knows."""
    return any(not _is_safe(part) for part in _parts(hint))


def fits(value: object, hint: object) -> bool:
    """Whether the value is written as its code demands, and each of several."""
    if isinstance(value, list | tuple | set | frozenset):
        return all(fits(one, hint) for one in value)
    patterns = [
        note.pattern
        for part in _parts(hint)
        for note in getattr(part, "__metadata__", ())
        if isinstance(note, Code)
    ]
    return (
        not patterns
        or not isinstance(value, str)
        or any(re.fullmatch(pattern, value) for pattern in patterns)
    )


def _parts(hint: object) -> Iterator[Any]:
    """The types that a value, or each of several, can be of."""
    origin = get_origin(hint)
    if origin in _MANY or origin in _EITHER:
        for inner in get_args(hint):
            if inner is not Ellipsis:
                yield from _parts(inner)
    else:
        yield hint


def _is_safe(part: object) -> bool:
    if get_origin(part) is Literal:
        return True
    notes = getattr(part, "__metadata__", ())
    if any(isinstance(note, Code) for note in notes):
        return True
    kind = get_args(part)[0] if notes else part
    return isinstance(kind, type) and (kind in _SAFE or issubclass(kind, enum.Enum))
