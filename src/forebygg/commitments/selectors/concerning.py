"""The units that a commitment can concern, by their boards, with what the scope register says of each."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from forebygg.commitments.models import Commitment, Share
from forebygg.commitments.rules.bodies import NEVER_BOUND
from forebygg.organisation.models import Nearness, Unit
from forebygg.organisation.selectors.units import latest_nearness


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A unit; `nearness` is empty until somebody has decided, `answered` whether it has answered already."""

    unit: Unit
    nearness: str
    is_chosen: bool
    has_answered: bool

    @property
    def is_outside(self) -> bool:
        """Whether the scope register says that the plan does not concern it."""
        return self.nearness == Nearness.OUTSIDE


@dataclass(frozen=True, kw_only=True)
class Board:
    """An authority with its units; None is what lies above every authority."""

    unit: Unit | None
    choices: Sequence[Choice]

    def chosen(self, units: Collection[int], boards: Collection[int]) -> list[Unit]:
        """Those that are ticked, by their numbers; of a board that is, all but those not concerned."""
        whole = self.unit is not None and self.unit.number in boards
        return [
            one.unit
            for one in self.choices
            if one.unit.number in units or (whole and not one.is_outside and one.unit != self.unit)
        ]


def choosable(commitment: Commitment) -> list[Board]:
    """All units of the municipality's own that stand. Two queries."""
    shares = {share.unit_id: share for share in Share.objects.filter(commitment=commitment)}
    units = Unit.objects.of(commitment.municipality).standing().annotate(nearness=latest_nearness())
    found: dict[Unit | None, list[Choice]] = {}
    units = units.exclude(authority__kind__in=NEVER_BOUND)
    for unit in units.select_related("authority").order_by("name", "number"):
        nearness: str | None = unit.nearness  # type: ignore[attr-defined] # annotated
        share = shares.get(unit.pk)
        found.setdefault(unit.authority, []).append(
            Choice(
                unit=unit,
                nearness=nearness or "",
                is_chosen=share is not None and share.lifted_on is None,
                has_answered=share is not None and bool(share.state),
            )
        )
    order = sorted(found, key=lambda unit: (unit is None, str(unit).casefold()))
    return [Board(unit=unit, choices=found[unit]) for unit in order]
