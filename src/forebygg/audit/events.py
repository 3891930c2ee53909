"""What can happen: one frozen class an act, with the sentence that tells it."""

import dataclasses
import datetime as dt
import string
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar, get_type_hints

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forebygg.audit.references import Code, fits, refers_to
from forebygg.web.dates import written_day


class Event:
    """One kind of act. Subclasses are frozen dataclasses whose fields are keys and codes, never content.

    `sentence` names its fields and continues "NAME …": "imported {papers} papers into case {case}". A field's
    type says what it refers to (`audit.references`), so that the trail can tell it by name. `of_one` is the
    sentence when there is but one of what the field `counts` lists or counts.
    """

    name: ClassVar[str]
    sentence: ClassVar[str | Promise]
    counts: ClassVar[str] = ""
    of_one: ClassVar[str | Promise] = ""
    kinds: ClassVar[dict[str, type["Event"]]] = {}

    def __init_subclass__(cls, **options: object) -> None:
        """Know every kind by its name; two of one name is a mistake."""
        super().__init_subclass__(**options)
        if cls.name in Event.kinds:
            message = f"two events are named {cls.name}"
            raise TypeError(message)
        Event.kinds[cls.name] = cls

    def data(self) -> dict[str, Any]:
        """The fields as JSON holds them. Raises ValueError for a text that is no code of its field's."""
        held = {}
        for field, hint in fields(self.name).items():
            value = getattr(self, field)
            if not fits(value, hint):
                message = f"{self.name}: {field} is not written as it should be"
                raise ValueError(message)
            held[field] = _plain(value)
        return held


@cache
def fields(name: str) -> dict[str, Any]:
    """The fields of that kind of event, each with its type and what that says of it."""
    kind = Event.kinds[name]
    hints = get_type_hints(kind, include_extras=True)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}  # type: ignore[arg-type]


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date | dt.datetime) else value


@dataclass(frozen=True)
class Mention:
    """A value in a sentence, and what it is the key of, if of anything."""

    value: Any
    to: str | None = None

    def __str__(self) -> str:
        return _written(self.value)


def parts(name: str, data: dict[str, Any]) -> list[str | Mention]:
    """The sentence of an entry in the language now active, its values apart from the words between them.

    An event that is no longer known is told by its name, and a value that it did not yet have by three dots.
    """
    kind = Event.kinds.get(name)
    if kind is None:
        return [name]
    told: list[str | Mention] = []
    for words, field, _spec, _conversion in string.Formatter().parse(_sentence(kind, data)):
        if words:
            told.append(words)
        if field:
            told.extend(_mentions(data.get(field, "…"), refers_to(fields(name).get(field))))
    return told


def _sentence(kind: type[Event], data: dict[str, Any]) -> str:
    counted = data.get(kind.counts)
    count = len(counted) if isinstance(counted, list | tuple) else counted
    return str(kind.of_one if kind.of_one and count == 1 else kind.sentence)


def _mentions(value: Any, to: str | None) -> list[str | Mention]:  # noqa: ANN401 - as JSON holds it
    """The value; several of them as one lists things, "1, 2 and 3"."""
    if not isinstance(value, list | tuple):
        return [Mention(value, to)]
    told: list[str | Mention] = []
    for place, one in enumerate(value):
        if place:
            told.append(", " if place < len(value) - 1 else f" {gettext('and')} ")
        told.append(Mention(one, to))
    return told


def _written(value: object) -> str:
    """A day as it is written in running text; anything else as it is."""
    if isinstance(value, str) and len(value) == 10:
        try:
            return written_day(dt.date.fromisoformat(value))
        except ValueError:
            return value
    return str(value)


def told(name: str, data: dict[str, Any]) -> str:
    """The sentence of an entry in the language now active, things told by their keys."""
    return "".join(map(str, parts(name, data)))


@dataclass(frozen=True, kw_only=True)
class AuditExported(Event):
    """Somebody took away a copy of entries: how many, and the number of the last that there was then."""

    name: ClassVar = "audit.exported"
    sentence: ClassVar = _("took away a copy of {entries} entries of the audit trail, up to number {last}")
    counts: ClassVar = "entries"
    of_one: ClassVar = _("took away a copy of {entries} entry of the audit trail, up to number {last}")

    entries: int
    last: int
    form: Annotated[str, Code("csv|jsonl")]
