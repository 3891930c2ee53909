"""What a fact holds in the fields that can be corrected, and the same fact holding something else."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from forebygg.casefile.amending.fields import Field, KindName
from forebygg.casefile.amending.kinds import KINDS
from forebygg.casefile.amending.values import Json
from forebygg.casefile.facts import Attendance, Document, Item, Meeting, Motion, Notice, Statement, Vote

Fact = Document | Meeting | Attendance | Item | Motion | Vote | Statement
Row = Attendance | Motion | Vote | Statement

TYPES: Final[Mapping[KindName, type[Any]]] = {
    "document": Document,
    "meeting": Meeting,
    "attendance": Attendance,
    "item": Item,
    "motion": Motion,
    "vote": Vote,
    "statement": Statement,
}
_NAMES: Final = {held: name for name, held in TYPES.items()}
# A notice is no fact of its own to correct, but a part of its meeting.
_NOTICE: Final = "notice_"


def kind_of(fact: Fact) -> KindName:
    """Which kind a fact is of."""
    return _NAMES[type(fact)]


def called(row: Row) -> str:
    """What tells a row from others on its line."""
    match row:
        case Vote():
            return f"{row.yes}–{row.no}"
        case Statement():
            return f"{row.kind} {row.name or ''}".strip()
    return row.name


def correctable(fact: Fact) -> tuple[tuple[Field, Json], ...]:
    """The fact's fields with what they hold."""
    return tuple((field, field.value(held(fact, field.name))) for field in KINDS[kind_of(fact)].fields)


def held(fact: Fact, name: str) -> object:
    """What the fact holds in that field."""
    if isinstance(fact, Meeting) and name.startswith(_NOTICE):
        return getattr(fact.notice, name.removeprefix(_NOTICE), None)
    found: object = getattr(fact, name)
    return found


def holding(fact: Any, name: str, value: object) -> Any:  # noqa: ANN401 the same kind of fact comes back
    """The fact with that value in that field; a meeting has a notice while the notice says something."""
    if not isinstance(fact, Meeting):
        return replace(fact, **{name: value})
    # What a person says stands by itself, and no longer follows from something else.
    meeting = replace(fact, derived=tuple(one for one in fact.derived if one != name))
    if name.startswith(_NOTICE):
        said: dict[str, Any] = {name.removeprefix(_NOTICE): value}
        notice = replace(fact.notice or Notice(), **said)
        return replace(meeting, notice=notice if notice != Notice() else None)
    given: dict[str, Any] = {name: value}
    return replace(meeting, **given)
