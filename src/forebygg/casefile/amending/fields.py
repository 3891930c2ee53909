"""A kind of fact that can be corrected, and its fields: what they are called, and of what type they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from forebygg.casefile.amending.errors import Missing, NoSuchField, NotAChoice
from forebygg.casefile.amending.values import FORMS, Json, ValueType, told

Act = Literal["change", "add", "remove"]
KindName = Literal[
    "line", "file", "heading", "document", "meeting", "attendance", "item", "motion", "vote", "statement"
]
Choice = tuple[str, str]  # the value, and what it is called

CHANGE: Final = frozenset[Act]({"change"})
# Facts that stand in rows can also be missed, or seen where there is none.
ROW: Final = frozenset[Act]({"change", "add", "remove"})


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field of a kind of fact; `required` can be corrected, but never to nothing."""

    name: str
    label: str
    type: ValueType = "text"
    required: bool = False
    choices: tuple[Choice, ...] = ()

    def parse(self, value: Json) -> object:
        """The value as the facts hold it; raises CorrectionError."""
        parsed = None if value is None else FORMS[self.type].parse(value)
        if self.choices and parsed is not None and parsed not in dict(self.choices):
            raise NotAChoice(value=told(value), known=", ".join(known for known, _ in self.choices))
        if parsed in (None, "", ()):
            if self.required:
                raise Missing(field=self.label)
            return () if self.type in {"names", "texts"} else None
        return parsed

    def value(self, held: object) -> Json:
        """What the facts hold, as JSON."""
        return None if held is None else FORMS[self.type].value(held)

    def typed(self, text: str) -> Json:
        """What a person typed, as JSON; raises CorrectionError."""
        return FORMS[self.type].typed(text)

    def shown(self, value: Json) -> str:
        """The value as it is shown to a person who may type another."""
        return FORMS[self.type].shown(value)


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of fact, or what stands before the facts: lines, headings, the whole file."""

    name: KindName
    label: str
    acts: frozenset[Act] = CHANGE
    fields: tuple[Field, ...]

    def field(self, name: str) -> Field:
        """The field of that name; raises NoSuchField."""
        for one in self.fields:
            if one.name == name:
                return one
        raise NoSuchField(kind=self.name, field=name, known=listed(one.name for one in self.fields))


def listed(names: Iterable[str]) -> str:
    return ", ".join(names)
