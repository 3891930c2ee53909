"""What an action plan holds, as data: frozen when it is proposed, the same for page, paper and JSON.

Version 1 of the schema (action_plan.schema.json). Keys may be added, never renamed; what was frozen once is
read for ever.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from forebygg.commitments.rules.actions import Action, Aim, Numbered, Owner, Part, Total

SCHEMA: Final = 1


@dataclass(frozen=True, kw_only=True)
class UnitContent:
    """A unit's action plan as it was one day."""

    unit: Numbered
    board: Numbered | None
    as_of: dt.date
    parts: tuple[Part, ...] = ()

    @property
    def actions(self) -> tuple[Action, ...]:
        return tuple(part.action for part in self.parts)


@dataclass(frozen=True, kw_only=True)
class UnitStanding:
    """What a unit has decided, for the municipality's plan: when and where, or nothing yet.

    `changed` is how many of its actions are otherwise now than when its board decided.
    """

    unit: Numbered
    actions: int
    plan: int | None = None
    decided_on: dt.date | None = None
    decided_at: str = ""
    is_older: bool = False
    changed: int = 0

    @property
    def is_lacking(self) -> bool:
        """Whether nothing is decided, or it carries out an edition that holds no longer."""
        return self.plan is None or self.is_older


@dataclass(frozen=True, kw_only=True)
class BoardStanding:
    """A board with its units; None is what lies above every authority."""

    board: Numbered | None
    units: tuple[UnitStanding, ...]

    @property
    def lacking(self) -> int:
        return sum(1 for one in self.units if one.is_lacking)


@dataclass(frozen=True, kw_only=True)
class WholeContent:
    """The municipality's action plan as it was one day: the sum of its units'."""

    municipality: str
    as_of: dt.date
    totals: tuple[Total, ...] = ()
    boards: tuple[BoardStanding, ...] = ()

    @property
    def actions(self) -> tuple[Action, ...]:
        return tuple(total.action for total in self.totals)

    @property
    def lacking(self) -> int:
        """How many units lack a decided plan that carries out what holds now."""
        return sum(board.lacking for board in self.boards)

    @property
    def units(self) -> int:
        return sum(len(board.units) for board in self.boards)

    @property
    def is_ready(self) -> bool:
        """Whether every unit that is concerned has had its own decided."""
        return self.units > 0 and not self.lacking


Content = UnitContent | WholeContent


def as_json(content: Content) -> dict[str, Any]:
    """As it is frozen, and as programs get it."""
    if isinstance(content, UnitContent):
        return {
            "schema": SCHEMA,
            "kind": "unit",
            "unit": _named(content.unit),
            "board": _named(content.board),
            "as_of": content.as_of.isoformat(),
            "actions": [
                _action_json(part.action)
                | {
                    "state": part.state or None,
                    "answered_on": _day(part.answered_on),
                    "shown": part.shown or None,
                }
                for part in content.parts
            ],
        }
    return {
        "schema": SCHEMA,
        "kind": "municipality",
        "municipality": content.municipality,
        "as_of": content.as_of.isoformat(),
        "actions": [
            _action_json(total.action)
            | {"boards": [_named(board, states=dict(counts)) for board, counts in total.boards]}
            for total in content.totals
        ],
        "boards": [
            {"board": _named(one.board), "units": [_standing_json(unit) for unit in one.units]}
            for one in content.boards
        ],
    }


def from_json(data: Mapping[str, Any]) -> Content:
    """What was frozen."""
    as_of = dt.date.fromisoformat(data["as_of"])
    if data["kind"] == "unit":
        return UnitContent(
            unit=Numbered(data["unit"]["number"], data["unit"]["name"]),
            board=_numbered(data["board"]),
            as_of=as_of,
            parts=tuple(_part_of(one) for one in data["actions"]),
        )
    return WholeContent(
        municipality=data["municipality"],
        as_of=as_of,
        totals=tuple(_total_of(one) for one in data["actions"]),
        boards=tuple(
            BoardStanding(
                board=_numbered(one["board"]), units=tuple(_standing_of(unit) for unit in one["units"])
            )
            for one in data["boards"]
        ),
    )


def _action_json(action: Action) -> dict[str, Any]:
    owner = action.owner
    return {
        "kind": action.kind,
        "number": action.number,
        "what": action.what,
        "level": action.level or None,
        "accountable": _named(action.accountable),
        "owner": owner and {"role": owner.role, "unit": _named(owner.unit), "held": owner.is_held},
        "due_on": _day(action.due_on),
        "rhythm": action.rhythm or None,
        "evidence": action.evidence or None,
        "goals": [{"plan": aim.plan, "number": aim.number, "text": aim.text} for aim in action.goals],
    }


def _action_of(data: Mapping[str, Any]) -> Action:
    owner = data["owner"]
    return Action(
        kind=data["kind"],
        number=data["number"],
        what=data["what"],
        level=data["level"] or "",
        accountable=_numbered(data["accountable"]),
        owner=owner and Owner(owner["role"], _numbered(owner["unit"]), owner["held"]),
        due_on=_day_of(data["due_on"]),
        rhythm=data["rhythm"] or "",
        evidence=data["evidence"] or "",
        goals=tuple(Aim(one["plan"], one["number"], one["text"]) for one in data["goals"]),
    )


def _part_of(data: Mapping[str, Any]) -> Part:
    return Part(
        action=_action_of(data),
        state=data["state"] or "",
        answered_on=_day_of(data["answered_on"]),
        shown=data["shown"] or "",
    )


def _total_of(data: Mapping[str, Any]) -> Total:
    boards = tuple((Numbered(one["number"], one["name"]), one["states"]) for one in data["boards"])
    return Total(action=_action_of(data), boards=boards)


def _standing_json(one: UnitStanding) -> dict[str, Any]:
    return {
        "number": one.unit.number,
        "name": one.unit.name,
        "actions": one.actions,
        "plan": one.plan,
        "decided_on": _day(one.decided_on),
        "decided_at": one.decided_at or None,
        "older_edition": one.is_older,
        "changed_since": one.changed,
    }


def _standing_of(data: Mapping[str, Any]) -> UnitStanding:
    return UnitStanding(
        unit=Numbered(data["number"], data["name"]),
        actions=data["actions"],
        plan=data["plan"],
        decided_on=_day_of(data["decided_on"]),
        decided_at=data["decided_at"] or "",
        is_older=data["older_edition"],
        changed=data["changed_since"],
    )


def _named(one: Numbered | None, **more: object) -> dict[str, Any] | None:
    return {"number": one.number, "name": one.name, **more} if one else None


def _numbered(data: Mapping[str, Any] | None) -> Numbered | None:
    return Numbered(data["number"], data["name"]) if data else None


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _day_of(told: str | None) -> dt.date | None:
    return dt.date.fromisoformat(told) if told else None
