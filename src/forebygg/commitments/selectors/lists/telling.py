"""A row of a list as its preview tells it: what it wants, beside what holds now."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from forebygg.commitments.models import Commitment, Level, Rhythm
from forebygg.commitments.rules.lists.heads import Column
from forebygg.commitments.selectors.lists.comparing import Effect, Outcome

LABELS: Final = {
    "what": _("What is promised"),
    "accountable": _("Accountable"),
    "owner": _("Owner"),
    "units": _("Units"),
    "due_on": _("Due on"),
    "rhythm": _("How often"),
    "level": _("Level"),
    "goals": _("Goals that it serves"),
    "evidence": _("What counts as evidence"),
    "counterparts": _("Counterparts"),
    "hours": _("Hours needed"),
    "money": _("Money needed"),
    "mark": _("Number in the list"),
    "words": _("In the list’s words"),
}
_SHOWN: Final = ("accountable", "owner", "units", "due_on", "rhythm", "level", "goals", "hours", "money")
_MANY: Final = frozenset({"units", "goals"})
_WORDS: Final[Mapping[str, Callable[[Any], str]]] = {
    "rhythm": lambda value: str(Rhythm(value).label),
    "level": lambda value: str(Level(value).label),
    "owner": lambda value: capfirst(str(value)),
    "due_on": lambda value: str(value.isoformat()),
}


@dataclass(frozen=True)
class Part:
    """One thing that the row says; `before` is what holds now, where that is otherwise."""

    label: str
    now: str
    before: str = ""


@dataclass(frozen=True)
class Told:
    """A row as the page shows it. `left` is what was not understood, and is kept in the list's own words."""

    row: int
    what: str
    parts: Sequence[Part]
    left: Sequence[str]
    commitment: Commitment | None
    has_ended: bool


def told(outcome: Outcome) -> Told:
    """A query or two for a row that changes something; none for any other."""
    wanted, commitment = outcome.wanted, outcome.commitment
    if outcome.effect is Effect.CHANGED and commitment:
        parts = [
            Part(
                str(LABELS[name]), _written(name, wanted.fields[name]), _written(name, _now(commitment, name))
            )
            for name in outcome.changed
            if name in wanted.fields
        ]
    else:
        parts = [
            Part(str(LABELS[name]), _written(name, value))
            for name in _SHOWN
            if (value := wanted.fields.get(name))
        ]
    return Told(
        row=wanted.row,
        what=wanted.what,
        parts=parts,
        left=[f"{LABELS_OF[Column(name)]}: {words}" for name, words in wanted.words.items()],
        commitment=commitment,
        has_ended=commitment is not None and commitment.ended_on is not None,
    )


def _now(commitment: Commitment, name: str) -> object:
    if name == "units":
        current = commitment.shares.filter(lifted_on=None).select_related("unit").order_by("unit__number")
        return [share.unit for share in current]
    return list(commitment.goals.order_by("number")) if name == "goals" else getattr(commitment, name)


def _written(name: str, value: Any) -> str:  # noqa: ANN401 - any field's
    if value in (None, "", []):
        return ""
    if name in _MANY:
        return ", ".join(map(str, value))
    return _WORDS[name](value) if name in _WORDS else str(value)


LABELS_OF: Final = {
    Column.DUE: _("When it is due"),
    Column.STATUS: _("Where it stands"),
    Column.MARK: LABELS["mark"],
    **{Column(name): words for name, words in LABELS.items() if name in {*Column} and name != "due_on"},
}
"""What is kept in a list's own words, by column."""
