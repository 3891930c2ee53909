"""The figures of a round: the same whether they are worked out now or were frozen when it was closed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any, Final, NamedTuple, Protocol, Self, TypeVar

from forebygg.followup.rules.doing import Done, done
from forebygg.followup.rules.nearing import Movement, weakest

Told = TypeVar("Told")

VERSION: Final = 1
"""Of round.schema.json. Keys may be added, never renamed."""


class Cell(NamedTuple):
    """A unit's part in a commitment, both by their numbers; `on` is a day as ISO 8601 writes it.

    `state` is empty and `answer` None when the unit has never answered; `in_round` says
    whether it has in this one.
    """

    commitment: int
    unit: int
    state: str
    on: str | None
    answer: int | None
    in_round: bool


@dataclass(frozen=True, kw_only=True)
class UnitTold:
    """How much a unit was asked about, and how much of that it has answered: in the round, and never."""

    number: int
    name: str
    asked: int
    answered: int
    never: int

    @property
    def earlier(self) -> int:
        """What it has answered, but not in this round."""
        return self.asked - self.answered - self.never

    @property
    def left(self) -> int:
        """What it has not answered in this round."""
        return self.asked - self.answered


@dataclass(frozen=True, kw_only=True)
class BoardTold:
    """A board with its units; `number` is None for those that stand above every authority."""

    number: int | None
    name: str
    units: tuple[UnitTold, ...]

    @property
    def asked(self) -> int:
        return sum(unit.asked for unit in self.units)

    @property
    def answered(self) -> int:
        return sum(unit.answered for unit in self.units)

    @property
    def never(self) -> int:
        return sum(unit.never for unit in self.units)

    @property
    def earlier(self) -> int:
        return sum(unit.earlier for unit in self.units)

    @property
    def waiting(self) -> int:
        """How many of its units have something left to answer."""
        return sum(1 for unit in self.units if unit.left)

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Self:
        """As it was frozen."""
        return cls(
            number=told["number"],
            name=told["name"],
            units=tuple(_known(UnitTold, unit) for unit in told["units"]),
        )


@dataclass(frozen=True, kw_only=True)
class PointTold:
    """A commitment in the round: how its units stand (done?), and what the council said of it (did it help?).

    `counts` is how many units stand how, "never" those that have never answered. What the council has not
    concluded is empty.
    """

    number: int
    what: str
    board: str
    counts: Mapping[str, int]
    answered: int
    ended_on: str | None = None
    conclusion: str = ""
    words: str = ""
    helped: str = ""
    method: str = ""
    source: str = ""

    @property
    def units(self) -> int:
        return sum(self.counts.values())

    @property
    def done(self) -> Done:
        return done({"" if state == "never" else state: units for state, units in self.counts.items()})

    @property
    def is_left(self) -> bool:
        """Whether the council has still to conclude something of it."""
        return not (self.conclusion or self.ended_on)


@dataclass(frozen=True, kw_only=True)
class FigureTold:
    """An indicator before the round and in it: numbers as decimals are written, days as ISO 8601."""

    number: int
    name: str
    unit: str
    period: str
    before: str | None
    before_on: str | None
    now: str | None
    now_on: str | None
    target: str | None
    target_on: str | None
    movement: str


@dataclass(frozen=True, kw_only=True)
class GoalTold:
    """A goal, under a purpose or by itself, with the figures that it is followed by."""

    number: int
    text: str
    purpose: str
    figures: tuple[FigureTold, ...]

    @property
    def movement(self) -> Movement:
        return weakest({Movement(figure.movement) for figure in self.figures})

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Self:
        """As it was frozen."""
        return cls(
            number=told["number"],
            text=told["text"],
            purpose=told["purpose"],
            figures=tuple(_known(FigureTold, figure) for figure in told["figures"]),
        )


class Place(NamedTuple):
    """A unit's name, and the board that it lies under; `board` is None above every authority."""

    unit: str
    board: int | None
    name: str


class Figures(Protocol):
    """What a round's pages ask for, each in a number of queries that does not grow."""

    def places(self) -> Mapping[int, Place]:
        """The units that are asked, by number."""

    def board(self, number: int | None) -> BoardTold | None:
        """One of the boards; None when none of its units is asked."""

    def boards(self) -> Sequence[BoardTold]:
        """The boards whose units are asked, by name."""

    def points(self, counted: Collection[int] | None = None) -> Sequence[PointTold]:
        """The commitments, by number; how units stand is known of those that are *counted*, or of all."""

    def goals(self) -> Sequence[GoalTold]:
        """The goals, by number."""

    def cells(self, boards: Collection[int | None]) -> Sequence[Cell]:
        """The parts of the units of those boards."""


def plain(told: PointTold | GoalTold | BoardTold) -> dict[str, Any]:
    """As JSON holds it."""
    return asdict(told)


def point_of(told: Mapping[str, Any]) -> PointTold:
    """As it was frozen."""
    return _known(PointTold, told)


def _known(kind: type[Told], told: Mapping[str, Any]) -> Told:
    """What a later version has added is left out."""
    names = {one.name for one in fields(kind)}  # type: ignore[arg-type]
    return kind(**{name: value for name, value in told.items() if name in names})
