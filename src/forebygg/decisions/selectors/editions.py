"""A case's editions of the plan, and the changes between them as far as somebody may see them."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from forebygg.decisions.selectors.folder import Folder
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import Case
from forebygg.plans.models import Adoption, Change, Edition
from forebygg.plans.selectors.adoptions import Standing, adopted_editions
from forebygg.web.addresses import address


@dataclass(frozen=True)
class EditionRow:
    """One edition, and how its text differs from the edition before: declared, not declared, maybe noise."""

    edition: Edition
    standing: Standing
    declared: int = 0
    undeclared: int = 0
    noise: int = 0
    compare_url: str = ""

    @property
    def changes(self) -> int:
        return self.declared + self.undeclared


@dataclass(frozen=True)
class ChangeRow:
    """A change with its number and the page that shows it."""

    change: Change
    url: str

    @property
    def edition(self) -> Edition:
        return self.change.later


def editions(folder: Folder) -> list[Edition]:
    """The editions that lie in the case. One query."""
    found = Edition.objects.filter(paper__case=folder.case).select_related("plan").order_by("date", "pk")
    rows = [edition for edition in found if edition.paper_id in folder.papers]
    for edition in rows:
        edition.paper = folder.papers[edition.paper_id]
        edition.municipality = edition.plan.municipality = folder.case.municipality
    return rows


def changes(folder: Folder, held: Sequence[Edition]) -> list[Change]:
    """The changes between editions of which both may be seen, in the editions' order. One query."""
    seen = {edition.pk: edition for edition in held}
    rows = [*Change.objects.filter(earlier__in=seen, later__in=seen).order_by()]
    for change in rows:
        change.earlier, change.later = seen[change.earlier_id], seen[change.later_id]
        change.municipality = folder.case.municipality
    return sorted(rows, key=_place)


def _place(change: Change) -> tuple[int, dt.date, int, int]:
    later = change.later
    return later.plan.number, later.date or dt.date.min, later.number, change.number


def edition_rows(held: Sequence[Edition], *, seen_by: Viewer) -> list[EditionRow]:
    """Each edition with what changed in it, and whether it is adopted. Two queries."""
    adopted = adopted_editions([edition.pk for edition in held], seen_by=seen_by)
    seen = {edition.pk: edition for edition in held}
    between = Change.objects.filter(earlier__in=seen, later__in=seen).order_by()
    counted: dict[int, Counter[str]] = {}
    before: dict[int, Edition] = {}
    for earlier, later, declared, noise in between.values_list(
        "earlier", "later", "declared", "may_be_noise"
    ):
        count = counted.setdefault(later, Counter())
        before[later] = seen[earlier]
        count["declared" if declared else "undeclared"] += 1
        count["noise"] += noise
    none: Counter[str] = Counter()
    return [
        EditionRow(
            edition,
            adopted[edition.pk].standing if edition.pk in adopted else "proposed",
            **counted.get(edition.pk, none),
            compare_url=compare_url(before[edition.pk], edition) if edition.pk in before else "",
        )
        for edition in held
    ]


def proposals(cases: Collection[Case]) -> set[int]:
    """The keys of the cases that hold editions of a plan, none of which is recorded as adopted. One query."""
    held = Edition.objects.filter(paper__case__in=cases).order_by()
    adopted = Exists(Adoption.objects.standing().filter(edition=OuterRef("pk")))
    rows = set(held.values_list("paper__case", adopted))
    return {case for case, is_adopted in rows if not is_adopted and (case, True) not in rows}


def change_row(change: Change) -> ChangeRow:
    """The change and where the comparison shows it."""
    return ChangeRow(change, f"{compare_url(change.earlier, change.later)}#change-{change.number}")


def compare_url(earlier: Edition, later: Edition) -> str:
    """The page that compares two editions."""
    plan = later.plan
    return address("plans:compare", plan.municipality.slug, plan.number, earlier.number, later.number)
