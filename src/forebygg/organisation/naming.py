"""What the keys in the audit trail are called. Entries hold no names; they are told anew for each reader.

The trail lies below the chapters and knows none of them. Whoever has things that events refer to registers
here in its AppConfig.ready(), and is asked once for each page, never once for each entry.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.db.models import QuerySet
from django.utils.functional import Promise

from forebygg.accounts.models import Municipality
from forebygg.organisation.permissions import Viewer

Key: TypeAlias = int | str


@dataclass(frozen=True)
class Named:
    """What a thing is called, and its address where the viewer may open it."""

    words: str
    url: str = ""


# The names of those of the keys that are known, in a number of queries that does not grow with them.
Names: TypeAlias = Callable[[Collection[Key], Municipality, Viewer], Mapping[Key, Named]]


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A kind of thing that entries are about.

    `numbered` gives the keys of the one that people know by a number. `kept_from` chooses those of which an
    entry tells this viewer nothing but that somebody did something: what another authority keeps to itself.
    """

    model: str
    title: str | Promise
    numbered: Callable[[int, Municipality], Iterable[int]] | None = None
    kept_from: Callable[[Viewer, Municipality], QuerySet[Any, Any]] | None = None


_names: dict[str, Names] = {}
_subjects: dict[str, Subject] = {}


def register_names(to: str, names: Names) -> None:
    """Say what the keys that `audit.references.Refers(to)` marks are called."""
    _names[to] = names


def register_subject(subject: Subject) -> None:
    """Let the trail be narrowed to what is about things of that model."""
    _subjects[subject.model] = subject


def subjects() -> Mapping[str, Subject]:
    """All that have registered, by their models."""
    return _subjects


def names_of(
    keys: Mapping[str, Collection[Key]], within: Municipality, viewer: Viewer
) -> dict[tuple[str, Key], Named]:
    """The names of all the keys, by what they refer to."""
    return {
        (to, key): named
        for to, wanted in keys.items()
        if to in _names
        for key, named in _names[to](wanted, within, viewer).items()
    }
