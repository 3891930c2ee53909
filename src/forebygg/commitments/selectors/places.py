"""Where commitments stand in the plan now: the edition in force, or the newest where none is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F

from forebygg.accounts.models import Municipality
from forebygg.commitments.models import Ground
from forebygg.plans.models import Edition
from forebygg.plans.selectors.adoptions import in_force_editions
from forebygg.web.addresses import address


@dataclass(frozen=True, kw_only=True)
class Place:
    """A sentence that a commitment stands on, in the edition that holds now."""

    plan: int
    sentence: int
    label: str
    title: str
    position: int
    url: str

    @property
    def section(self) -> str:
        """What the section is called."""
        return f"{self.label} {self.title}".strip()

    @property
    def section_key(self) -> str:
        """The section as a list is narrowed to it."""
        return f"{self.plan}/{self.label or self.title}"


def holding(municipality: Municipality) -> Mapping[int, Edition]:
    """By plan, the edition that holds now: the one in force, else the newest. Two queries."""
    in_force = in_force_editions(municipality)
    found: dict[int, Edition] = {}
    for edition in _editions(municipality):
        if in_force.get(edition.plan_id, edition) == edition:
            found[edition.plan_id] = edition
    return found


def proposals(municipality: Municipality) -> list[Edition]:
    """The newest edition of each plan that another is in force of: what may be adopted next. Two queries."""
    in_force = in_force_editions(municipality)
    newest = {edition.plan_id: edition for edition in _editions(municipality)}
    return [edition for key, edition in newest.items() if key in in_force and in_force[key].pk != edition.pk]


def _editions(municipality: Municipality) -> Iterator[Edition]:
    editions = Edition.objects.of(municipality).select_related("plan", "paper")
    for edition in editions.order_by("plan", F("date").asc(nulls_first=True), "number"):
        edition.municipality = edition.plan.municipality = municipality
        yield edition


def places(
    municipality: Municipality, editions: Iterable[Edition] | None = None
) -> Mapping[int, Sequence[Place]]:
    """By commitment, in the order of the plan. Two queries."""
    among = [*(holding(municipality).values() if editions is None else editions)]
    found: dict[int, list[Place]] = defaultdict(list)
    grounds = Ground.objects.of(municipality).filter(
        sentence__wordings__edition__in=[one.pk for one in among]
    )
    told = grounds.order_by("sentence__wordings__position").values_list(
        "commitment",
        "sentence__plan__number",
        "sentence__number",
        "sentence__wordings__section__label",
        "sentence__wordings__section__title",
        "sentence__wordings__position",
    )
    for commitment, plan, sentence, label, title, position in told:
        url = address("plans:sentence", municipality.slug, plan, sentence)
        found[commitment].append(
            Place(plan=plan, sentence=sentence, label=label, title=title, position=position, url=url)
        )
    return found
