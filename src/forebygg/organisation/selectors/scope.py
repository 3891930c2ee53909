"""The scope register: all units, those that nobody has decided on, and what was decided before."""

from dataclasses import dataclass
from typing import Self

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery
from django.http import QueryDict

from forebygg.accounts.models import Municipality
from forebygg.organisation.models import Nearness, Scope, Unit
from forebygg.organisation.selectors.units import latest_nearness
from forebygg.web.numbers import whole_number

UNDECIDED = "undecided"


@dataclass(frozen=True)
class Asked:
    """What the list is narrowed to; empty is all."""

    nearness: str = ""
    words: str = ""
    under: int | None = None

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        """What makes no sense narrows nothing."""
        nearness = query.get("nearness", "")
        known = nearness in {UNDECIDED, *Nearness.values}
        return cls(
            nearness if known else "", query.get("words", "")[:200].strip(), whole_number(query.get("under"))
        )

    @property
    def is_anything(self) -> bool:
        return bool(self.nearness or self.words or self.under)


def found(municipality: Municipality, asked: Asked) -> QuerySet[Unit]:
    """The standing units that are asked for, by name, with `nearness`."""
    units = Unit.objects.of(municipality).standing().annotate(nearness=latest_nearness())
    if asked.nearness == UNDECIDED:
        units = units.filter(nearness=None)
    elif asked.nearness:
        units = units.filter(nearness=asked.nearness)
    if asked.words:
        units = units.filter(name__icontains=asked.words)
    if asked.under:
        units = units.filter(authority__number=asked.under)
    return units.select_related("above").order_by("name", "number")


def undecided(municipality: Municipality) -> tuple[int, int]:
    """How many units nobody has decided on, and how many there are. One query."""
    units = Unit.objects.of(municipality).standing()
    decided = Exists(Scope.objects.filter(unit=OuterRef("pk")))
    told = units.aggregate(all=Count("pk"), decided=Count("pk", filter=decided))
    return told["all"] - told["decided"], told["all"]


def latest(units: list[Unit]) -> dict[int, Scope]:
    """The decision that holds for each of the units that has one. One query."""
    last = Scope.objects.filter(unit=OuterRef("unit")).order_by("-decided_on", "-pk").values("pk")[:1]
    decisions = Scope.objects.filter(unit__in=units, pk=Subquery(last)).select_related("decided_by")
    return {decision.unit_id: decision for decision in decisions.order_by()}


def authorities(municipality: Municipality) -> QuerySet[Unit]:
    """Boards and those outside, to narrow the list to: each is its own authority."""
    return Unit.objects.of(municipality).standing().filter(authority=F("pk")).only("number", "name")
