"""A case's editions of the plan, and the changes between them as far as somebody may see them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from forebygg.decisions.selectors.folder import Folder
from forebygg.plans.models import Change, Edition
from forebygg.web.addresses import address


@dataclass(frozen=True)
class EditionRow:
    """One edition, and how its text differs from the edition before: declared, not declared, maybe noise."""

    edition: Edition
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
    """The changes between editions of which both may be seen. One query."""
    seen = {edition.pk: edition for edition in held}
    found = Change.objects.filter(later__paper__case=folder.case).order_by("later", "number")
    rows = [change for change in found if change.later_id in seen and change.earlier_id in seen]
    for change in rows:
        change.earlier, change.later = seen[change.earlier_id], seen[change.later_id]
        change.municipality = folder.case.municipality
    return rows


def edition_rows(held: Sequence[Edition], between: Sequence[Change]) -> list[EditionRow]:
    """Each edition with what changed in it. No query."""
    counted: dict[int, Counter[str]] = {}
    before: dict[int, Edition] = {}
    for change in between:
        count = counted.setdefault(change.later_id, Counter())
        before[change.later_id] = change.earlier
        count["declared" if change.declared else "undeclared"] += 1
        count["noise"] += change.may_be_noise
    none: Counter[str] = Counter()
    return [
        EditionRow(
            edition,
            **counted.get(edition.pk, none),
            compare_url=compare_url(before[edition.pk], edition) if edition.pk in before else "",
        )
        for edition in held
    ]


def change_row(change: Change) -> ChangeRow:
    """The change and where the comparison shows it."""
    return ChangeRow(change, f"{compare_url(change.earlier, change.later)}#change-{change.number}")


def compare_url(earlier: Edition, later: Edition) -> str:
    """The page that compares two editions."""
    plan = later.plan
    return address("plans:compare", plan.municipality.slug, plan.number, earlier.number, later.number)
