"""Stored changes as the pages show them: without what the reader of the page may not see."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import Paper, may_see
from forebygg.plans.marking import Marked, marked
from forebygg.plans.models import Change, Edition, Plan
from forebygg.plans.selectors.editions import Shelf
from forebygg.plans.threads import Citation, Mover, Told
from forebygg.web.marks import STATES, Mark

# Where no case holds both editions, no paper was read for what it declares of them: not known.
Declaration = Literal["declared", "not-declared", "noise", "unknown"]
MARKS: Final[dict[Declaration, Mark]] = {
    "declared": STATES["declared"],
    "not-declared": STATES["not-declared"],
    "noise": STATES["noise"],
    "unknown": Mark(_("not known if declared"), "dash"),
}

Lines = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class ChangeRow:
    """One change between two editions.

    `quote` and `declared_in` are empty where the paper that declares it may not be seen; `sentence` is None
    for a title, `number` counts within the comparison.
    """

    key: int | None
    number: int
    kind: str
    section: str
    before: str
    after: str
    before_lines: Lines | None
    after_lines: Lines | None
    sentence: int | None
    earlier_section: int | None
    later_section: int | None
    state: Declaration
    may_be_noise: bool
    quote: str = ""
    quote_lines: Lines | None = None
    declared_in: Citation | None = None
    declaring: Paper | None = None
    # The number of an earlier change of the comparison that the same words declare.
    same_as: int | None = None
    movers: tuple[Mover, ...] = ()
    earlier: int
    later: int
    on: dt.date | None
    url: str

    @property
    def mark(self) -> Mark:
        """Whether it is declared, in words and shape."""
        return MARKS[self.state]

    @property
    def told_as(self) -> tuple[object, ...]:
        """What changes must have in common for one telling to do for them."""
        return self.state, self.declared_in, self.quote, self.movers

    @property
    def marked(self) -> Marked:
        """Both wordings in one."""
        return marked(self.before, self.after)

    @property
    def is_title(self) -> bool:
        """Whether a section's title changed, and no sentence."""
        return self.sentence is None


def stored_changes(plan: Plan, editions: Iterable[Edition]) -> list[Change]:
    """The changes between any two of these editions, as they come: `change_rows` orders them. One query."""
    seen = [edition.pk for edition in editions]
    return [
        *Change.objects.of(plan.municipality)
        .filter(earlier__in=seen, later__in=seen)
        .select_related("declared_in", "declared_in__case")
        .order_by()
    ]


def change_rows(
    plan: Plan, among: Shelf, changes: Sequence[Change], told: Told, *, seen_by: Viewer
) -> list[ChangeRow]:
    """The changes with who moved them and where they are declared, in the editions' order."""
    editions = {edition.pk: edition for edition in among.editions}
    order = {edition.pk: place for place, edition in enumerate(among.editions)}
    pages = _Pages(plan, {key: edition.number for key, edition in editions.items()})
    rows = []
    for change in sorted(changes, key=lambda change: (order[change.later_id], change.number)):
        declaring = change.declared_in
        if declaring and not may_see(declaring, seen_by):
            declaring = None
        if declaring:
            declaring.municipality = declaring.case.municipality = plan.municipality
        rows.append(
            ChangeRow(
                key=change.pk,
                number=change.number,
                kind=change.kind,
                section=change.section,
                before=change.before,
                after=change.after,
                before_lines=_lines(change.before_lines),
                after_lines=_lines(change.after_lines),
                sentence=change.sentence_id,
                earlier_section=change.earlier_section_id,
                later_section=change.later_section_id,
                state=declaration(declared=change.declared, may_be_noise=change.may_be_noise),
                may_be_noise=change.may_be_noise,
                quote=change.described_as if declaring else "",
                declared_in=cited(declaring, told) if declaring else None,
                declaring=declaring,
                movers=tuple(told.movers.get(change.pk, ())),
                earlier=change.earlier_id,
                later=change.later_id,
                on=editions[change.later_id].date,
                url=pages.change(change.earlier_id, change.later_id, change.number),
            )
        )
    return rows


def declaration(*, declared: bool, may_be_noise: bool) -> Declaration:
    """What is declared is no noise; of the rest, what may be a misreading is told apart."""
    if declared:
        return "declared"
    return "noise" if may_be_noise else "not-declared"


def cited(paper: Paper, told: Told) -> Citation:
    """The paper as the record cites it, or else by its own title."""
    return told.papers.get(paper.pk) or Citation(
        words=str(paper), url=paper.get_absolute_url(), on=paper.date
    )


def _lines(stored: Sequence[int] | None) -> Lines | None:
    return (stored[0], stored[1]) if stored else None


class _Pages:
    """Addresses of changes; each comparison's is looked up once."""

    def __init__(self, plan: Plan, numbers: Mapping[int, int]) -> None:
        self.plan, self.numbers = plan, numbers
        self.found: dict[tuple[int, int], str] = {}

    def change(self, earlier: int, later: int, number: int) -> str:
        if (earlier, later) not in self.found:
            at = [self.plan.municipality.slug, self.plan.number, self.numbers[earlier], self.numbers[later]]
            self.found[earlier, later] = reverse("plans:compare", args=at)
        return f"{self.found[earlier, later]}#change-{number}"
