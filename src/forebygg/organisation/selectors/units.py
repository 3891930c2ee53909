"""The organisation as pages show it: what each unit is, how many work there, how near the plan comes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from django.db.models import OuterRef, QuerySet, Subquery, Sum

from forebygg.accounts.models import Municipality
from forebygg.organisation.models import HeadCount, Scope, StaffGroup, Unit
from forebygg.organisation.rules import MUNICIPAL

MOST_SHOWN: Final = 600
"""Units on one page; of more only the upper levels open, and each unit's page shows the rest."""


@dataclass(frozen=True)
class Staff:
    """A group and how many it is, where anybody has counted."""

    name: str
    heads: int | None


@dataclass
class Node:
    """A unit with those under it; `nearness` is empty until somebody has decided."""

    key: int
    number: int
    name: str
    kind: str
    above: int | None = None
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

    def __len__(self) -> int:
        return len(self.below) + sum(map(len, self.below))

    def __bool__(self) -> bool:
        return True


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
    tops = [node for node in nodes.values() if node.above is None]
    _fold(tops)
    _tell_staff(municipality, tops)
    heads = _groups(municipality).annotate(latest=_latest_heads()).aggregate(heads=Sum("latest"))["heads"]
    undecided = sum(1 for node in nodes.values() if not node.nearness)
    return Organisation(tops=tops, units=len(nodes), undecided=undecided, heads=heads or 0)


def beneath(unit: Unit) -> Node:
    """The unit with those that lie under it, as on the page of all. Two queries."""
    node = _nodes(unit.municipality).get(unit.pk) or Node(unit.pk, unit.number, unit.name, unit.kind)
    _fold([node])
    _tell_staff(unit.municipality, node.below)
    return node


def _nodes(municipality: Municipality) -> Mapping[int, Node]:
    """Every standing unit by key, in order of name, each knowing those under it. One query."""
    units = Unit.objects.of(municipality).standing().annotate(nearness=latest_nearness())
    rows = units.order_by("name", "number").values_list("pk", "number", "name", "kind", "above", "nearness")
    nodes = {row[0]: Node(*row[:-1], nearness=row[-1] or "") for row in rows}
    for node in nodes.values():
        if (above := nodes.get(node.above or 0)) is not None:
            above.below.append(node)
    return nodes


def _groups(municipality: Municipality) -> QuerySet[StaffGroup, StaffGroup]:
    """The staff groups of the units that stand."""
    return StaffGroup.objects.of(municipality).filter(unit__closed_on=None)


def _latest_heads() -> Subquery:
    """How many a group is, as it was counted last."""
    latest = HeadCount.objects.filter(group=OuterRef("pk")).order_by("-counted_on", "-pk")
    return Subquery(latest.values("heads")[:1])


def _tell_staff(municipality: Municipality, nodes: Iterable[Node]) -> None:
    """Put the staff groups to the nodes, and to all that is shown under them. One query."""
    shown = {one.key: one for node in nodes for one in (node, *node)}
    staff: dict[int, list[Staff]] = defaultdict(list)
    told = _groups(municipality).filter(unit__in=shown).annotate(latest=_latest_heads()).order_by("name")
    for key, name, heads in told.values_list("unit", "name", "latest"):
        if heads != 0:  # a group that nobody belongs to any more
            staff[key].append(Staff(name, heads))
    for key, node in shown.items():
        node.staff = staff[key]


def _fold(tops: Sequence[Node]) -> None:
    """Close the lowest levels until no more is open than a page may show; the upper level never is."""
    level = [node for top in tops for node in top.below]
    shown, closing = len(tops), tops
    while level and shown + len(level) <= MOST_SHOWN:
        shown, closing = shown + len(level), level
        level = [node for above in closing for node in above.below]
    for node in closing:
        node.hidden, node.below = len(node), []


def places_for(unit: Unit | None, municipality: Municipality) -> list[tuple[int, str]]:
    """Where a unit may lie, by number, each told with its way down; not within itself. One query."""
    nodes = _nodes(municipality)
    barred = {unit.pk, *(node.key for node in nodes[unit.pk])} if unit and unit.pk in nodes else set()

    def told(node: Node, way: str) -> Iterator[tuple[int, str]]:
        if node.key not in barred:
            here = f"{way}{node.name}"
            yield node.number, here
            for under in node.below:
                yield from told(under, f"{here} / ")

    return [one for node in nodes.values() if node.above is None for one in told(node, "")]


def successors_of(unit: Unit) -> QuerySet[Unit, Unit]:
    """The municipality's other authorities: one of them can take over what this one keeps."""
    standing = Unit.objects.of(unit.municipality).standing()
    return standing.filter(kind__in=MUNICIPAL).exclude(pk=unit.pk).order_by("name")
