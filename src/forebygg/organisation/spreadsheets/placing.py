"""Which unit each line means, where it lies, and which of the units that are there already it is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from forebygg.core.messages import N_, Notice
from forebygg.organisation.rules import DEEPEST, known_by
from forebygg.organisation.spreadsheets.lines import Fault, Line

_WHICH: Final = N_("Several units are called “{unit}”. Write what it lies under.")
_WHICH_ABOVE: Final = N_("Several units are called “{under}”. Which of them is meant cannot be told.")
_UNKNOWN: Final = N_("There is no unit “{under}”, neither in the file nor in the organisation.")
_CIRCLE: Final = N_("“{unit}” would lie under itself.")
_DEEP: Final = N_("“{unit}” would lie deeper than {limit} levels.")
_TWO_KINDS: Final = N_("“{unit}” is said to be two kinds: here, and on row {row}.")
_KINDLESS: Final = N_("“{unit}” is new. Write what kind it is.")
_TWICE: Final = N_("“{unit}” stands twice: here, and on row {row}.")
_GROUP_TWICE: Final = N_("“{group}” in “{unit}” stands twice: here, and on row {row}.")


@dataclass(frozen=True)
class Known:
    """A unit that is there already."""

    key: int
    name: str
    kind: str
    above: int | None


@dataclass(eq=False)
class Place:
    """A unit that the file tells of; `known` when it is there already."""

    name: str
    under: str
    lines: list[Line] = field(default_factory=list)
    above: "Place | Known | None" = None
    known: Known | None = None
    level: int = 0
    """How many levels of the organisation end with it."""
    is_settled: bool = False
    is_lost: bool = False
    """Where it lies cannot be told, by its own fault or that of what it lies under."""

    @property
    def kind(self) -> str:
        """What the file says it is, or what it has been."""
        told = next((line.kind for line in self.lines if line.kind), "")
        return told or (self.known.kind if self.known else "")


class Placing:
    """The lines' units. `places` are in the order of the file, `faults` not in any."""

    def __init__(self, lines: Iterable[Line], known: Sequence[Known]) -> None:
        self.faults: list[Fault] = []
        self._known = {unit.key: unit for unit in known}
        self._called: dict[str, list[Known]] = defaultdict(list)
        for unit in known:
            self._called[known_by(unit.name)].append(unit)
        self._told = self._gathered(lines)
        self.places = [place for of_name in self._told.values() for place in of_name.values()]
        for place in self.places:
            self._settle(place)
        self.places = [place for place in self.places if place.is_settled]
        for place in self.places:
            self._check(place)

    def _gathered(self, lines: Iterable[Line]) -> Mapping[str, dict[str, Place]]:
        """Name → under → the place; a line that does not say under what means the only one that does."""
        told: dict[str, dict[str, Place]] = defaultdict(dict)
        for line in lines:
            beside = told[known_by(line.unit)]
            beside.setdefault(known_by(line.under), Place(line.unit, line.under)).lines.append(line)
        for beside in told.values():
            if "" not in beside or len(beside) == 1:
                continue
            bare = beside.pop("")
            if len(beside) == 1:
                [place] = beside.values()
                place.lines = sorted([*place.lines, *bare.lines], key=lambda line: line.number)
            else:
                self._lose(bare, _WHICH, unit=bare.name)
        return told

    def _settle(self, place: Place) -> None:
        """Find which unit a place is, when it is known which unit it lies under; so the uppermost first."""
        way = [place]
        while way:
            here = way[-1]
            if here.is_settled or here.is_lost:
                way.pop()
                continue
            above = self._above(here) if here.under else None
            if here.under and above is None:
                continue
            if not isinstance(above, Place) or above.is_settled:
                self._lay(here, above)
            elif above.is_lost:
                here.is_lost = True
            elif above in way:
                self._lose(above, _CIRCLE, unit=above.name)
            elif len(way) > DEEPEST:
                self._lose(place, _DEEP, unit=place.name, limit=DEEPEST)
                return
            else:
                way.append(above)

    def _above(self, place: Place) -> "Place | Known | None":
        """What is called as the place says; the place is lost when that is nothing, or several things."""
        told = list(self._told.get(known_by(place.under), {}).values())
        known = self._called.get(known_by(place.under), [])
        if not told and not known:
            self._lose(place, _UNKNOWN, under=place.under)
        elif len(told) > 1 or len(known) > 1:
            self._lose(place, _WHICH_ABOVE, under=place.under)
        else:
            return told[0] if told else known[0]
        return None

    def _lay(self, place: Place, above: "Place | Known | None") -> None:
        """Put the place there, unless it is lost."""
        called = self._called.get(known_by(place.name), [])
        if isinstance(above, Place) and any(
            unit != above.known for unit in self._called.get(known_by(above.name), ())
        ):
            self._lose(place, _WHICH_ABOVE, under=place.under)
        elif above is None and len(called) > 1:
            self._lose(place, _WHICH, unit=place.name)
        if place.is_lost:
            return
        if above is None:  # the file does not say: where it is, or at the top
            place.known = called[0] if called else None
            place.above = self._known[called[0].above] if called and called[0].above else None
        else:
            there = above.known if isinstance(above, Place) else above
            place.known = next((unit for unit in called if there and unit.above == there.key), None)
            place.above = above
        place.level = 1 + (place.above.level if isinstance(place.above, Place) else self._level(place.above))
        if place.level > DEEPEST:
            self._lose(place, _DEEP, unit=place.name, limit=DEEPEST)
        place.is_settled = not place.is_lost

    def _level(self, unit: Known | None) -> int:
        level = 0
        while unit is not None:
            level += 1
            unit = self._known[unit.above] if unit.above else None
        return level

    def _check(self, place: Place) -> None:
        """One kind, and nothing twice."""
        kinds = [line for line in place.lines if line.kind]
        for line in kinds:
            if line.kind != kinds[0].kind:
                self._say(line, _TWO_KINDS, unit=place.name, row=kinds[0].number)
        if not place.kind:
            self._say(place.lines[0], _KINDLESS, unit=place.name)
        first: dict[str, int] = {}
        for line in place.lines:
            row = first.setdefault(known_by(line.group), line.number)
            if row != line.number and line.group:
                self._say(line, _GROUP_TWICE, unit=place.name, group=line.group, row=row)
            elif row != line.number:
                self._say(line, _TWICE, unit=place.name, row=row)

    def _lose(self, place: Place, what: str, **values: object) -> None:
        place.is_lost = True
        for line in place.lines:
            self._say(line, what, **values)

    def _say(self, line: Line, what: str, **values: object) -> None:
        self.faults.append(Fault(line.number, Notice(what, **values)))
