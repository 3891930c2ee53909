"""Where action plans get their actions: from commitments, and from the chapters above that carry them out.

Commitments know no measures, routines or courses. Whoever has actions registers here in AppConfig.ready(),
and is asked once for each page, never once for each unit. An action plan goes to a board and is a public
paper: a source gives only what every colleague may read.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from django.utils.functional import Promise

from forebygg.accounts.models import Municipality
from forebygg.commitments.rules.actions import Part, Total


class ActionSource(Protocol):
    """A chapter whose things are done by units."""

    key: str
    """The `kind` of its actions."""
    title: str | Promise
    """What one of them is called: "commitment"."""

    def of_units(self, units: Collection[int], within: Municipality) -> Mapping[int, Sequence[Part]]:
        """By the key of each unit all that it is to do now, by number; in a fixed number of queries."""

    def concerned(self, within: Municipality) -> Collection[int]:
        """The keys of the units that stand and are to do something. One query."""

    def counts(self, within: Municipality) -> Mapping[int, int]:
        """By the key of each of them how much. One query, which costs more the more there is."""

    def totals(self, within: Municipality) -> Sequence[Total]:
        """Everything that is to be done now, with how many units of each board stand how, by number.

        In a fixed number of queries; what no unit is to do yet is there too.
        """

    def url(self, number: int, within: Municipality) -> str:
        """The page of the one that has this number."""


_sources: dict[str, ActionSource] = {}


def register_actions(source: ActionSource) -> None:
    """Add a chapter; one of the same key takes the earlier one's place."""
    _sources[source.key] = source


def sources() -> list[ActionSource]:
    """All that have registered, in the order that a plan tells them."""
    return [_sources[key] for key in sorted(_sources)]


def of_units(units: Collection[int], within: Municipality) -> dict[int, list[Part]]:
    """What every chapter wants of the units."""
    told: dict[int, list[Part]] = {unit: [] for unit in units}
    for source in sources():
        for unit, parts in source.of_units(units, within).items():
            told[unit].extend(parts)
    return told


def concerned(within: Municipality) -> set[int]:
    """The units that are to do something."""
    return {unit for source in sources() for unit in source.concerned(within)}


def counts(within: Municipality) -> dict[int, int]:
    """How many actions each unit has, of those that have any."""
    told: dict[int, int] = {}
    for source in sources():
        for unit, count in source.counts(within).items():
            told[unit] = told.get(unit, 0) + count
    return told


def totals(within: Municipality) -> list[Total]:
    """What every chapter wants of the whole municipality."""
    return [total for source in sources() for total in source.totals(within)]


def source_of(kind: str) -> ActionSource | None:
    """The chapter that such actions come from; None when it is no longer there."""
    return _sources.get(kind)
