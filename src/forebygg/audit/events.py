"""What can happen: one frozen class an act, with the sentence that tells it."""

import dataclasses
import datetime as dt
from typing import Any, ClassVar

from django.utils.functional import Promise


class Event:
    """One kind of act. Subclasses are frozen dataclasses whose fields are identifiers, never content.

    `sentence` names its fields and continues "NAME …": "imported {papers} papers into case {case}".
    """

    name: ClassVar[str]
    sentence: ClassVar[str | Promise]
    kinds: ClassVar[dict[str, type["Event"]]] = {}

    def __init_subclass__(cls, **options: object) -> None:
        """Know every kind by its name; two of one name is a mistake."""
        super().__init_subclass__(**options)
        if cls.name in Event.kinds:
            message = f"two events are named {cls.name}"
            raise TypeError(message)
        Event.kinds[cls.name] = cls

    def data(self) -> dict[str, Any]:
        """The fields as JSON holds them."""
        fields = dataclasses.fields(self)  # type: ignore[arg-type]
        return {field.name: _plain(getattr(self, field.name)) for field in fields}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date | dt.datetime) else value


def told(name: str, data: dict[str, Any]) -> str:
    """The sentence of an entry in the language now active; an event no longer known is told by its name."""
    kind = Event.kinds.get(name)
    if kind is None:
        return name
    words = {
        key: ", ".join(map(str, value)) if isinstance(value, list) else value for key, value in data.items()
    }
    return str(kind.sentence).format_map(words)
