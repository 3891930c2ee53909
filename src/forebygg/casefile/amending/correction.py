"""What a person says that a paper says, where it was read otherwise."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from forebygg.casefile.amending.errors import NoSuchAct, NoSuchLine, NotFields
from forebygg.casefile.amending.fields import Act, Kind, KindName, listed
from forebygg.casefile.amending.kinds import kind
from forebygg.casefile.amending.values import Json


@dataclass(frozen=True, kw_only=True)
class Correction:
    """One correction of what was read, anchored to where the fact stands in the original.

    `file` is the text's file, `line` the fact's own line, counted from 1: the first one of a document, a
    meeting or an item. Of several facts of the kind on one line it is the one `called` so, else number
    `which` of them, from 0. `printed` is the line as it stood then: when the file is extracted anew and
    lines come or go above, the nearest line that reads so takes its place.

    A change gives a field its `value`; an addition gives all that is known of a missed fact, field by
    field; a removal gives nothing. Making one that fits no fact raises CorrectionError.
    """

    file: str
    line: int
    kind: KindName
    act: Act = "change"
    field: str = ""
    value: Json = None
    which: int = 0
    called: str = ""
    printed: str = ""

    def __post_init__(self) -> None:
        """Raise CorrectionError if no fact could be corrected so."""
        if self.line < 1:
            raise NoSuchLine(line=self.line)
        of = kind(self.kind)
        if self.act not in of.acts:
            raise NoSuchAct(act=self.act, kind=self.kind, known=listed(sorted(of.acts)))
        if self.act == "change":
            of.field(self.field).parse(self.value)
        elif self.act == "add":
            _fields(of, self.value)

    def values(self) -> dict[str, Any]:
        """The fields that it gives a fact, with what the fact is to hold."""
        of = kind(self.kind)
        if self.act == "change":
            return {self.field: of.field(self.field).parse(self.value)}
        return _fields(of, self.value) if self.act == "add" else {}

    def as_json(self) -> dict[str, Json]:
        """All of it, for storing and sending."""
        return asdict(self)

    @classmethod
    def from_json(cls, given: Mapping[str, Any]) -> Self:
        """The correction that `as_json` told; raises CorrectionError."""
        return cls(**given)


def _fields(of: Kind, value: Json) -> dict[str, Any]:
    """What a missed fact holds; a field that is not given holds nothing."""
    required = [field.name for field in of.fields if field.required]
    if not isinstance(value, dict) or not value.keys() >= set(required):
        raise NotFields(known=listed(required))
    return {name: of.field(name).parse(given) for name, given in value.items()}
