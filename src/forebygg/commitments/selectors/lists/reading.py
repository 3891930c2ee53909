"""A measure of a list as a commitment would have it; what is not understood is kept in its own words."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from forebygg.commitments.rules.lists import values
from forebygg.commitments.rules.lists.heads import Column
from forebygg.commitments.rules.lists.measures import Measure
from forebygg.commitments.selectors.lists.meaning import How, Meant, Organisation
from forebygg.core.messages import N_, Notice
from forebygg.organisation.models import Post, Unit
from forebygg.organisation.rules import known_by
from forebygg.plans.models import Goal

LONGEST: Final = 10_000
"""Characters of a text; as many as the page takes."""

_NO_MEASURE: Final = N_("No measure is written. Write it on the row, or leave the row out.")
_LONG: Final = N_("“{begins}…” has {length} characters, and there is room for {longest}.")
_PERSON: Final = N_(
    "The row names a person, and people own no commitments: posts do. "
    "Write the post instead, for example “rektor, Granviksskolan”."
)

TEXTS: Final = (Column.WHAT, Column.EVIDENCE, Column.COUNTERPARTS)
_NAMING: Final = (Column.ACCOUNTABLE, Column.OWNER, Column.UNITS)


@dataclass
class Wanted:
    """What a row wants of a commitment. `fields` are those that its columns tell of; `words` all the rest.

    A field that the list has no column for is not among them, and stays as it is.
    """

    measure: Measure
    fields: dict[str, Any] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    faults: list[Notice] = field(default_factory=list)

    @property
    def row(self) -> int:
        return self.measure.row

    @property
    def what(self) -> str:
        return self.measure[Column.WHAT]

    @property
    def mark(self) -> str:
        return self.measure[Column.MARK]

    @property
    def is_ownerless(self) -> bool:
        """Whether the list names an owner whom nobody here is known to be."""
        return Column.OWNER in self.words

    @property
    def said(self) -> dict[str, Any]:
        """As it is kept beside the commitment: what is compared with when the list comes again."""
        return {name: _kept(value) for name, value in self.fields.items()} | {
            "mark": self.mark,
            "words": self.words,
        }

    @property
    def texts(self) -> list[str]:
        """What the guard looks through."""
        return [text for column in TEXTS if (text := self.measure[column])] + [*self.words.values()]


class Reader:
    """Reads the measures of one list."""

    def __init__(
        self, organisation: Organisation, goals: Sequence[Goal], columns: Sequence[Column | None]
    ) -> None:
        self.organisation = organisation
        self.columns = frozenset(column for column in columns if column)
        self._goals: dict[str, Goal] = {}
        for goal in goals:
            for name in (str(goal), f"mål {goal.number}", f"goal {goal.number}"):
                self._goals.setdefault(known_by(name).rstrip("."), goal)

    def read(self, measure: Measure) -> Wanted:
        """What it wants, and what is wrong with it."""
        wanted = Wanted(measure)
        for column in TEXTS:
            if column in self.columns:
                wanted.fields[column] = measure[column]
            if len(measure[column]) > LONGEST:
                values_ = {"begins": measure[column][:30], "length": len(measure[column]), "longest": LONGEST}
                wanted.faults.append(Notice(_LONG, **values_))
        if not wanted.what:
            wanted.faults.append(Notice(_NO_MEASURE))
        self._read_days(wanted)
        self._read_means(wanted)
        self._read_goals(wanted)
        self._read_people(wanted)
        if measure[Column.STATUS]:
            wanted.words[Column.STATUS] = measure[Column.STATUS]
        return wanted

    def _read_days(self, wanted: Wanted) -> None:
        told, how_often = wanted.measure[Column.DUE], wanted.measure[Column.RHYTHM]
        day = values.day(told) if told else None
        rhythm = values.rhythm(how_often) or ("" if day else values.rhythm(told))
        if Column.DUE in self.columns:
            wanted.fields["due_on"] = day
            if told and not (day or values.is_no_day(told) or (rhythm and not any(map(str.isdigit, told)))):
                wanted.words[Column.DUE] = told
        if Column.RHYTHM in self.columns or rhythm:
            wanted.fields["rhythm"] = rhythm
            if how_often and not values.rhythm(how_often):
                wanted.words[Column.RHYTHM] = how_often

    def _read_means(self, wanted: Wanted) -> None:
        for column, understood in (
            (Column.LEVEL, lambda told: values.level(told) or None),
            (Column.HOURS, values.amount),
            (Column.MONEY, values.amount),
        ):
            if column not in self.columns:
                continue
            told = wanted.measure[column]
            value = understood(told) if told else None
            wanted.fields[column] = value if column is not Column.LEVEL else value or ""
            if told and value is None:
                wanted.words[column] = told

    def _read_goals(self, wanted: Wanted) -> None:
        if Column.GOALS not in self.columns:
            return
        told = wanted.measure[Column.GOALS]
        parts = [told] if known_by(told).rstrip(".") in self._goals else told.split(";")
        found = [self._goals.get(known_by(part).rstrip(".")) for part in parts]
        wanted.fields["goals"] = [goal for goal in dict.fromkeys(found) if goal]
        if told and None in found:
            wanted.words[Column.GOALS] = told

    def _read_people(self, wanted: Wanted) -> None:
        """Board, owner and units; the owner's unit is concerned, and its board answers when no other does."""
        meant = {column: self._meant(wanted, column) for column in _NAMING}
        units: dict[Unit, None] = {}
        boards = [one.unit for one in meant[Column.ACCOUNTABLE] if one.unit]
        owner: Post | None = None
        for one in meant[Column.OWNER]:
            unit = one.unit
            if one.post:
                owner, unit = one.post, one.post.unit
            elif unit and not one.is_all_under:
                owner = self.organisation.answerer_of(unit)
            if unit and (board := self.organisation.answering(unit)):
                boards.append(board)
        for one in (*meant[Column.OWNER], *meant[Column.UNITS]):
            units |= dict.fromkeys(self._concerned(one, wanted))
        if Column.OWNER in self.columns:
            wanted.fields["owner"] = owner
        if boards or Column.ACCOUNTABLE in self.columns:
            wanted.fields["accountable"] = boards[0] if boards else None
        if units or Column.UNITS in self.columns:
            wanted.fields["units"] = sorted(units, key=lambda unit: unit.number)

    def _concerned(self, one: Meant, wanted: Wanted) -> list[Unit]:
        unit = one.unit
        if unit is None:
            return []
        if self.organisation.is_outside(unit):
            known = wanted.fields.get(Column.COUNTERPARTS, "")
            if unit.name not in known:
                wanted.fields[Column.COUNTERPARTS] = "; ".join(filter(None, (known, unit.name)))
            return []
        if one.is_all_under:
            return self.organisation.all_under(unit)
        return [] if unit in self.organisation.boards else [unit]

    def _meant(self, wanted: Wanted, column: Column) -> list[Meant]:
        """Whom the cell means; the words of it that mean nobody known are kept."""
        told = wanted.measure[column]
        if not told:
            return []
        parts = [told]
        if column is Column.UNITS and self._is_several(told):
            parts = [part.strip() for part in told.replace("\n", ";").replace(",", ";").split(";")]
        found = [self.organisation.meant(column, part) for part in parts if part]
        if any(one.how is How.PERSON for one in found):
            wanted.faults.append(Notice(_PERSON))
        elif any(one.meant is None or one.meant == Meant() for one in found):
            wanted.words[column] = told
        return [one.meant for one in found if one.meant]

    def _is_several(self, told: str) -> bool:
        """Whether it is a list of units, and no one unit whose name has a comma."""
        return any(mark in told for mark in ";,") and not self.organisation.is_known(Column.UNITS, told)


def _kept(value: object) -> object:
    """As JSON holds it."""
    if isinstance(value, Unit):
        return value.number
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Post | Goal):
        return value.pk
    return [_kept(one) for one in value] if isinstance(value, list) else value
