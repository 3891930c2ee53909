"""The organisation as pages show it: what each unit is, how many work there, how near the plan comes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from django.db.models import OuterRef, QuerySet, Subquery

from forebygg.accounts.models import Municipality
from forebygg.organisation.models import HeadCount, Scope, StaffGroup, Unit
from forebygg.organisation.rules import MUNICIPAL

MOST_SHOWN: Final = 600
"""Units on one page; above that only the upper two levels open, and each unit's page shows the rest."""


@dataclass(frozen=True)
class Staff:
    """A group and how many it is, where anybody has counted."""

    name: str
    heads: int | None


@dataclass
class Node:
    """A unit with those under it; `nearness` is empty until somebody has decided."""

    unit: Unit
    nearness: str = ""
    staff: Sequence[Staff] = ()
    below: list["Node"] = field(default_factory=list)
    hidden: int = 0
    """How many under it are not shown here."""

    def __iter__(self) -> Iterator["Node"]:
        """All under it, at any depth."""
        for node in self.below:
            yield node
            yield from node

    @property
    def heads(self) -> int:
        """Those who work here, as far as they are counted."""
        return sum(group.heads or 0 for group in self.staff)


@dataclass(frozen=True)
class Organisation:
    """All of it: what lies at the top, and what it comes to."""

    tops: Sequence[Node]
    units: int
    undecided: int
    heads: int


def latest_nearness() -> Subquery:
    """How near the plan comes to a unit, as it was decided last; None where nobody has."""
    latest = Scope.objects.filter(unit=OuterRef("pk")).order_by("-decided_on", "-pk")
    return Subquery(latest.values("nearness")[:1])


def organisation(municipality: Municipality) -> Organisation:
    """Three queries, however many units there are."""
    nodes = _nodes(municipality)
    tops = [node for node in nodes.values() if node.unit.above_id is None]
    if len(nodes) > MOST_SHOWN:
        for node in tops:
            _fold(node)
    return Organisation(
        tops=tops,
        units=len(nodes),
        undecided=sum(1 for node in nodes.values() if not node.nearness),
        heads=sum(node.heads for node in nodes.values()),
    )


def beneath(unit: Unit) -> Node:
    """The unit with those that lie under it, as on the page of all. Three queries."""
    nodes = _nodes(unit.municipality)
    node = nodes.get(unit.pk) or Node(unit)
    if sum(1 for _under in node) > MOST_SHOWN:
        _fold(node)
    return node


def _nodes(municipality: Municipality) -> Mapping[int, Node]:
    """Every standing unit by key, in order of name, each knowing those under it."""
    staff: dict[int, list[Staff]] = defaultdict(list)
    latest = HeadCount.objects.filter(group=OuterRef("pk")).order_by("-counted_on", "-pk")
    groups = StaffGroup.objects.of(municipality).filter(unit__closed_on=None).order_by("name")
    told = groups.annotate(latest=Subquery(latest.values("heads")[:1]))
    for key, name, heads in told.values_list("unit", "name", "latest"):
        if heads != 0:  # a group that nobody belongs to any more
            staff[key].append(Staff(name, heads))
    units = Unit.objects.of(municipality).standing()
    nearness = dict(units.annotate(nearness=latest_nearness()).values_list("pk", "nearness"))
    nodes: dict[int, Node] = {}
    for unit in units.order_by("name", "number"):
        unit.municipality = municipality
        nodes[unit.pk] = Node(unit, nearness[unit.pk] or "", staff[unit.pk])
    for node in nodes.values():
        if (above := nodes.get(node.unit.above_id or 0)) is not None:
            above.below.append(node)
    return nodes


def _fold(top: Node) -> None:
    """Leave only those right under it to be seen."""
    for node in top.below:
        node.hidden = sum(1 for _under in node)
        node.below = []


def places_for(unit: Unit | None, municipality: Municipality) -> list[tuple[int, str]]:
    """Where a unit may lie, by number, each told with its way down; not within itself."""
    nodes = _nodes(municipality)
    barred = {unit.pk, *(node.unit.pk for node in nodes[unit.pk])} if unit and unit.pk in nodes else set()

    def told(node: Node, way: str) -> Iterator[tuple[int, str]]:
        if node.unit.pk not in barred:
            here = f"{way}{node.unit}"
            yield node.unit.number, here
            for under in node.below:
                yield from told(under, f"{here} / ")

    return [one for node in nodes.values() if node.unit.above_id is None for one in told(node, "")]


def successors_of(unit: Unit) -> QuerySet[Unit, Unit]:
    """The municipality's other authorities: one of them can take over what this one keeps."""
    standing = Unit.objects.of(unit.municipality).standing()
    return standing.filter(kind__in=MUNICIPAL).exclude(pk=unit.pk).order_by("name")
