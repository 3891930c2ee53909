"""Corrections of what stands in rows: who was there, who moved what, ballots, statements.

Every correction finds its row before any row is changed, so that it does not matter in which order they
are told.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar

from forebygg.casefile.amending.correction import Correction
from forebygg.casefile.amending.holding import TYPES, Row, called, holding

SomeRow = TypeVar("SomeRow", bound=Row)

_NAMING: Final = frozenset({"name", "kind", "yes", "no"})


@dataclass
class _Entry(Generic[SomeRow]):
    """A row, what it is called by its reading and by corrections, and what is to be done to it."""

    fact: SomeRow
    names: set[str]
    changes: list[Correction] = field(default_factory=list)
    removed: bool = False


def amended(
    rows: Sequence[SomeRow], corrections: Sequence[Correction]
) -> tuple[tuple[SomeRow, ...], list[Correction]]:
    """The rows of one meeting or item as corrected, and the corrections that found their place.

    A missed row stands after those of its line. One that is read by now is not added again, but holds
    what was given for it.
    """
    sheet = _Sheet(rows)
    placed = [one for one in corrections if one.act == "add"]
    # Those on one line come in an order of their own, whichever was told first.
    for one in sorted(placed, key=lambda one: (one.line, _name(one))):
        sheet.add(one)
    waiting = [one for one in corrections if one.act != "add"]
    while found := [(one, entry) for one in waiting if (entry := sheet.find(one))]:
        for one, entry in found:
            sheet.mark(entry, one)
        placed.extend(one for one, _ in found)
        # What was renamed is found by those who knew it by its new name.
        waiting = [one for one in waiting if all(one is not done for done, _ in found)]
    order = {id(one): number for number, one in enumerate(corrections)}
    return tuple(sheet.rows(order)), placed


def _name(addition: Correction) -> str:
    return called(_made(addition))


def _made(addition: Correction) -> Any:  # noqa: ANN401 the row that the correction's kind says
    given: dict[str, Any] = {"party": None} if addition.kind == "motion" else {}
    return TYPES[addition.kind](**given | addition.values(), line=addition.line)


class _Sheet(Generic[SomeRow]):
    def __init__(self, rows: Sequence[SomeRow]) -> None:
        self._entries = [_Entry(row, {called(row)}) for row in rows]

    def add(self, addition: Correction) -> None:
        made = _made(addition)
        name = called(made)
        for entry in self._on(addition.line):
            if name in entry.names:
                entry.changes.append(addition)
                return
        after = [at for at, entry in enumerate(self._entries) if entry.fact.line <= addition.line]
        self._entries.insert(after[-1] + 1 if after else 0, _Entry(made, {name}))

    def find(self, one: Correction) -> _Entry[SomeRow] | None:
        """The row that the correction means.

        On its line the one that is called so, or stands alone there and is only read otherwise now; on
        another line if it is the only one of its name. A row of another name is never removed.
        """
        here = self._on(one.line)
        if not one.called:
            return here[one.which] if one.which < len(here) else None
        named = [entry for entry in here if one.called in entry.names]
        if named:
            return here[one.which] if one.which < len(here) and here[one.which] in named else named[0]
        if here:
            return here[0] if len(here) == 1 and one.act == "change" else None
        elsewhere = [entry for entry in self._entries if one.called in entry.names]
        return elsewhere[0] if len(elsewhere) == 1 else None

    def mark(self, entry: _Entry[SomeRow], one: Correction) -> None:
        """Note what is to be done to the row."""
        if one.act == "remove":
            entry.removed = True
            return
        entry.changes.append(one)
        if one.field in _NAMING:
            entry.names.add(called(_changed(entry, {})))

    def rows(self, order: dict[int, int]) -> Iterable[SomeRow]:
        """The rows as they are now; of two values for one field the one told later counts."""
        return [_changed(entry, order) for entry in self._entries if not entry.removed]

    def _on(self, line: int) -> list[_Entry[SomeRow]]:
        return [entry for entry in self._entries if entry.fact.line == line]


def _changed(entry: _Entry[SomeRow], order: dict[int, int]) -> SomeRow:
    fact = entry.fact
    for one in sorted(entry.changes, key=lambda one: order.get(id(one), 0)):
        for name, value in one.values().items():
            fact = holding(fact, name, value)
    return fact
