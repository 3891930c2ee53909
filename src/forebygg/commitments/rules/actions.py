"""What stands in an action plan (åtgärdsplan): actions, whose they are, and how a unit stands with each."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final, TypeVar

LEVELS: Final = ("general", "group", "individual", "")
"""In the order that a plan tells them; the last holds what is for all levels, or for none that was chosen."""

TERMS: Final = ("what", "level", "accountable", "owner", "due_on", "rhythm", "evidence", "goals")
"""What a board decides of an action. How far it has come may change without a decision."""

_terms: Final = attrgetter(*TERMS)


@dataclass(frozen=True)
class Numbered:
    """A part of the organisation: known by its number, so that a new name is no change."""

    number: int
    name: str = field(compare=False)


@dataclass(frozen=True)
class Owner:
    """A post: the role and where. `is_held` is whether anybody held it then."""

    role: str
    unit: Numbered | None = None
    is_held: bool = field(default=True, compare=False)


@dataclass(frozen=True)
class Aim:
    """A goal that the action serves, by its number in a plan."""

    plan: int
    number: int
    text: str = field(compare=False)


@dataclass(frozen=True, kw_only=True)
class Action:
    """One thing to do (åtgärd). `kind` is that of the chapter it comes from, `number` its own there."""

    kind: str
    number: int
    what: str
    level: str = ""
    accountable: Numbered | None = None
    owner: Owner | None = None
    due_on: dt.date | None = None
    rhythm: str = ""
    evidence: str = ""
    goals: tuple[Aim, ...] = ()

    @property
    def key(self) -> tuple[str, int]:
        """By which it is the same action after it has been changed."""
        return self.kind, self.number

    @property
    def is_dated(self) -> bool:
        return bool(self.due_on or self.rhythm)


@dataclass(frozen=True, kw_only=True)
class Part:
    """An action as one unit has it: where the unit says that it stands, since when, and what shows it.

    `state` is empty while the unit has never answered.
    """

    action: Action
    state: str = ""
    answered_on: dt.date | None = None
    shown: str = ""


@dataclass(frozen=True, kw_only=True)
class Total:
    """An action as the whole municipality has it: by board, how many of its units stand how."""

    action: Action
    boards: tuple[tuple[Numbered, Mapping[str, int]], ...] = ()

    @property
    def states(self) -> dict[str, int]:
        """How many units stand how, whichever their board."""
        told: dict[str, int] = {}
        for _board, counts in self.boards:
            for state, count in counts.items():
                told[state] = told.get(state, 0) + count
        return told

    @property
    def units(self) -> int:
        return sum(self.states.values())


@dataclass(frozen=True)
class Changed:
    """An action before and now, and the names of the terms that differ."""

    before: Action
    now: Action

    @property
    def terms(self) -> tuple[str, ...]:
        return tuple(name for name in TERMS if getattr(self.before, name) != getattr(self.now, name))


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What is otherwise than what was decided."""

    added: tuple[Action, ...] = ()
    gone: tuple[Action, ...] = ()
    changed: tuple[Changed, ...] = ()

    def __len__(self) -> int:
        return len(self.added) + len(self.gone) + len(self.changed)


def changes(before: Iterable[Action], now: Iterable[Action]) -> Changes:
    """What differs between two plans in the terms of their actions, in the order of each."""
    old, new = {one.key: one for one in before}, {one.key: one for one in now}
    return Changes(
        added=tuple(one for key, one in new.items() if key not in old),
        gone=tuple(one for key, one in old.items() if key not in new),
        changed=tuple(
            Changed(old[key], one)
            for key, one in new.items()
            if key in old and _terms(old[key]) != _terms(one)
        ),
    )


Held = TypeVar("Held", Part, Total)


def by_level(those: Iterable[Held]) -> list[tuple[str, Sequence[Held]]]:
    """The three levels, with what each holds; the last only where there is something for all or none."""
    told: dict[str, list[Held]] = {level: [] for level in LEVELS}
    for one in those:
        told[one.action.level if one.action.level in told else ""].append(one)
    return [(level, held) for level, held in told.items() if held or level]


def by_goal(those: Iterable[Held]) -> list[tuple[Aim | None, Sequence[Held]]]:
    """The goals in their order, each with what serves it first of all; last what serves none."""
    told: dict[Aim | None, list[Held]] = {}
    for one in those:
        told.setdefault(min(one.action.goals, key=_place, default=None), []).append(one)
    order = sorted(told, key=lambda aim: (aim is None, _place(aim) if aim else (0, 0)))
    return [(aim, told[aim]) for aim in order]


def _place(aim: Aim) -> tuple[int, int]:
    return aim.plan, aim.number
