"""What the council has adopted, as the registrar has recorded it: which edition is in force, which was."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from django.db.models import Exists, F, OuterRef

from forebygg.accounts.models import Municipality
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import may_see
from forebygg.plans.models import Adoption, AdoptionQuerySet, Edition, Plan
from forebygg.plans.threads import Citation, CouncilDecision

Standing = Literal["adopted", "proposed", "superseded"]


@dataclass(frozen=True)
class Adopted:
    """An edition's decision that stands, as it is cited to somebody."""

    adoption: Adoption
    standing: Standing
    citation: Citation

    def cited(self, found: CouncilDecision | None) -> Citation:
        """The decision; where the record holds it under the same day, as a link to its place there."""
        if found and found.on == self.citation.on:
            return replace(self.citation, url=found.url)
        return self.citation


def in_force(plan: Plan) -> Edition | None:
    """The plan's edition that the latest decision adopts, whoever may see it. One query."""
    latest = _standing(plan.municipality).filter(plan=plan).select_related("edition__paper").first()
    if latest is None or latest.edition is None:
        return None
    latest.edition.plan, latest.edition.municipality = plan, plan.municipality
    return latest.edition


def in_force_editions(municipality: Municipality) -> dict[int, Edition]:
    """The same for all plans of the municipality, by the plan's key. One query."""
    found: dict[int, Edition] = {}
    for one in _standing(municipality).select_related("plan", "edition__paper"):
        if one.edition and one.plan_id not in found:
            one.plan.municipality = one.edition.municipality = municipality
            one.edition.plan = one.plan
            found[one.plan_id] = one.edition
    return found


def adopted_editions(editions: Collection[int], *, seen_by: Viewer) -> dict[int, Adopted]:
    """By edition, of those whose keys these are, the decision that stands. One query."""
    later = Adoption.objects.standing().filter(
        plan=OuterRef("plan"), decided_on__gt=OuterRef("decided_on"), edition__isnull=False
    )
    rows = Adoption.objects.standing().filter(edition__in=editions).annotate(is_over=Exists(later))
    found = {}
    for one in rows.select_related("extract__case__municipality"):
        is_over: bool = one.is_over  # type: ignore[attr-defined] # annotated
        if one.edition_id:
            standing: Standing = "superseded" if is_over else "adopted"
            found[one.edition_id] = Adopted(one, standing, _citation(one, seen_by))
    return found


def standing_adoption(edition: Edition) -> Adoption | None:
    """The decision that adopts the edition, unless it was withdrawn. One query."""
    of = Adoption.objects.of(edition.municipality).standing().filter(edition=edition)
    return of.select_related("municipality", "recorded_by", "extract__case").first()


def withdrawn_adoptions(edition: Edition) -> list[Adoption]:
    """What was recorded of the edition and taken back, the latest first. One query."""
    of = Adoption.objects.of(edition.municipality).filter(edition=edition, withdrawn_at__isnull=False)
    return list(of.select_related("withdrawn_by").order_by(F("withdrawn_at").desc()))


def _standing(municipality: Municipality) -> AdoptionQuerySet:
    """The decisions that stand, each plan's latest first."""
    of = Adoption.objects.of(municipality).standing().filter(edition__isnull=False)
    return of.order_by("plan", "-decided_on")


def _citation(one: Adoption, viewer: Viewer) -> Citation:
    url = ""
    if one.extract and may_see(one.extract, viewer):
        one.extract.municipality = one.extract.case.municipality
        url = one.extract.get_absolute_url()
    return Citation(words=_words(one), url=url, on=one.decided_on)


def _words(one: Adoption) -> str:
    """As one cites it; the number does not fall onto the next line."""
    paragraph = one.paragraph.replace(" ", "\u00a0")
    return f"{one.body} {paragraph}"
