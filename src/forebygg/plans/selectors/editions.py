"""A plan's editions in their order: which somebody may see, and which comes before which."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import Count, F, Q

from forebygg.accounts.models import Municipality
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import may_see
from forebygg.plans.models import Change, Edition, Plan
from forebygg.plans.selectors.adoptions import Adopted, Standing, adopted_editions
from forebygg.plans.threads import Citation, CouncilDecision, Told, tell
from forebygg.web.addresses import address


@dataclass(frozen=True, kw_only=True)
class EditionRow:
    """An edition among the others. `changes` counts what differs from the one before; None is not known.

    `adopted` is the decision that is recorded; `found` is one that the record holds and nobody has recorded.
    """

    edition: Edition
    standing: Standing
    adopted: Citation | None = None
    found: CouncilDecision | None = None
    earlier: Edition | None = None
    changes: int | None = None
    undeclared: int = 0
    url: str
    compare_url: str = ""


@dataclass(frozen=True, kw_only=True)
class PlanRow:
    """A plan and the editions that may be seen, the oldest first."""

    plan: Plan
    editions: tuple[EditionRow, ...]

    @property
    def newest(self) -> EditionRow:
        """The last of them, adopted or not."""
        return self.editions[-1]


@dataclass(frozen=True)
class Shelf:
    """A plan's editions that may be seen, in order, each with its neighbour if that may be seen too.

    `standings` has those that the council has adopted, also what has been superseded by one that is not seen.
    """

    editions: tuple[Edition, ...]
    before: dict[int, Edition | None]
    standings: Mapping[int, Adopted]

    def edition(self, number: int) -> Edition | None:
        """The edition of that number, if it may be seen."""
        return next((edition for edition in self.editions if edition.number == number), None)

    def follows(self, earlier: Edition, later: Edition) -> bool:
        """Whether the one comes next after the other in the same case: only then are their changes stored."""
        return (
            self.before.get(later.pk) == earlier
            and earlier.paper.case_id == later.paper.case_id
            and None not in (earlier.date, later.date)
        )

    def between(self, earlier: Edition, later: Edition) -> tuple[Edition, ...]:
        """The editions from the one to the other, both included."""
        return self.editions[self.order(earlier.pk) : self.order(later.pk) + 1]

    def order(self, edition_id: int) -> int:
        """Its place, from 0."""
        return next(place for place, edition in enumerate(self.editions) if edition.pk == edition_id)


def shelf(plan: Plan, *, seen_by: Viewer) -> Shelf:
    """The plan's editions. Two queries, for the public three."""
    return _shelves([plan], seen_by=seen_by)[plan.pk]


def plan_rows(municipality: Municipality, *, seen_by: Viewer) -> list[PlanRow]:
    """Every plan with its editions; the record is asked once for all of them."""
    plans = [*Plan.objects.of(municipality).visible_to(seen_by).order_by("number")]
    for plan in plans:
        plan.municipality = municipality
    shelves = _shelves(plans, seen_by=seen_by)
    every = [edition for one in shelves.values() for edition in one.editions]
    told = tell(every, (), seen_by=seen_by)
    counts = change_counts(every)
    return [
        PlanRow(plan=plan, editions=edition_rows(plan, shelves[plan.pk], told, counts))
        for plan in plans
        if shelves[plan.pk].editions
    ]


def edition_rows(
    plan: Plan, among: Shelf, told: Told, counts: dict[tuple[int, int], tuple[int, int]]
) -> tuple[EditionRow, ...]:
    """The editions as they are listed, told what the record and the stored changes say of them."""
    slug = plan.municipality.slug
    rows = []
    for place, edition in enumerate(among.editions):
        earlier = among.editions[place - 1] if place else None
        is_told = earlier is not None and among.follows(earlier, edition)
        changes = counts.get((earlier.pk, edition.pk), (0, 0)) if earlier and is_told else None
        adopted, found = among.standings.get(edition.pk), told.adopted.get(edition.pk)
        rows.append(
            EditionRow(
                edition=edition,
                standing=adopted.standing if adopted else "proposed",
                adopted=adopted.cited(found) if adopted else None,
                found=None if adopted else found,
                earlier=earlier,
                changes=changes and changes[0],
                undeclared=changes[1] if changes else 0,
                url=edition.get_absolute_url(),
                compare_url=address("plans:compare", slug, plan.number, earlier.number, edition.number)
                if earlier
                else "",
            )
        )
    return tuple(rows)


def change_counts(editions: Sequence[Edition]) -> dict[tuple[int, int], tuple[int, int]]:
    """By the earlier and the later edition: how many changes, and how many of them nobody declares."""
    rows = (
        Change.objects.filter(later__in=[edition.pk for edition in editions])
        .order_by()
        .values_list("earlier", "later")
        .annotate(every=Count("pk"), silent=Count("pk", filter=Q(declared=False, may_be_noise=False)))
    )
    return {(earlier, later): (every, silent) for earlier, later, every, silent in rows}


def _shelves(plans: Sequence[Plan], *, seen_by: Viewer) -> dict[int, Shelf]:
    of = Edition.objects.filter(plan__in=[plan.pk for plan in plans]).order_by(
        F("date").asc(nulls_first=True), "number"
    )
    # Of what the public may not see nothing is fetched but that it is there.
    found = [*(of if seen_by.reads else of.visible_to(seen_by)).select_related("paper", "paper__case")]
    seen = [edition for edition in found if may_see(edition.paper, seen_by)]
    known = {plan.pk: plan for plan in plans}
    by_key = {edition.pk: edition for edition in seen}
    for edition in seen:
        edition.plan = known[edition.plan_id]
        edition.municipality = edition.plan.municipality
        edition.paper.municipality = edition.paper.case.municipality = edition.municipality
    every: dict[int, list[int]] = {plan.pk: [] for plan in plans}
    places = [(one.plan_id, one.pk) for one in found] if seen_by.reads else of.values_list("plan", "pk")
    for plan_id, key in places:
        every[plan_id].append(key)
    standings = adopted_editions(by_key, seen_by=seen_by)
    shelves = {}
    for plan_id, keys in every.items():
        before = {later: by_key.get(earlier) for earlier, later in pairwise(keys)}
        editions = tuple(by_key[key] for key in keys if key in by_key)
        shelves[plan_id] = Shelf(editions, {key: before.get(key) for key in keys}, standings)
    return shelves
