"""What the council's record adds to a plan's text: which paragraph adopted it, and who moved its changes.

Registered with `plans.threads`, which knows no meetings.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db.models import Q
from django.utils.translation import gettext as _

from forebygg.core.dates import DATE, read_date
from forebygg.decisions.models import Item
from forebygg.decisions.rules.standing import Standing, standing
from forebygg.decisions.selectors.progress import of_the_matter
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import may_see
from forebygg.plans.models import Change, Edition
from forebygg.plans.threads import Citation, CouncilDecision, Mover, Told

_TOLD = (
    *("municipality", "case", "paper", "body", "date", "paragraph"),
    *("registry_number", "outcome", "decision", "first_line", "last_line"),
    *("paper__number", "paper__first_line"),
    *("paper__case", "paper__kept_by", "paper__released_at"),
)
# A paragraph of a body, as a change names it.
_Place = tuple[str, int]


class CouncilRecord:
    """The items of the cases in which the editions lie. One query, whatever is asked."""

    def tell(self, editions: Sequence[Edition], changes: Sequence[Change], *, seen_by: Viewer) -> Told:
        """What they say; a mover whose item is not in the file is named at least, unless to the public."""
        every = _items(editions, changes)
        items = [item for item in every if may_see(item.paper, seen_by)]
        cited = {item.paper_id: citation(item) for item in items}
        return Told(
            adopted={key: decision(item) for key, item in adopted(editions, items).items()},
            movers=dict(_movers(changes, items, unseen=_unseen(every, items) if seen_by.reads else None)),
            papers=cited,
        )


def citation(item: Item) -> Citation:
    """The item as it is cited: the body and the paragraph, with its day beside them."""
    body = item.body or _("Body not read")
    return Citation(words=f"{body} §\u00a0{item.paragraph}", url=item.get_absolute_url(), on=item.date)


def decision(item: Item) -> CouncilDecision:
    """The item as what somebody may record: the paragraph as minutes print it, and where it stands."""
    cited = citation(item)
    return CouncilDecision(
        words=cited.words,
        url=cited.url,
        on=cited.on,
        body=item.body,
        paragraph=f"§ {item.paragraph}",
        paper=item.paper,
        first_line=item.first_line,
        last_line=item.last_line,
    )


def adopted(editions: Sequence[Edition], items: Sequence[Item]) -> dict[int, Item]:
    """By edition, the council's item that adopted it.

    An item adopts the edition whose day its decision names, else the one of its own day, else the last one
    before it: "Handlingsplan …, daterad 2025-03-12, antas".
    """
    found: dict[int, Item] = {}
    by_case: dict[int, list[Edition]] = {}
    for edition in editions:
        by_case.setdefault(edition.paper.case_id, []).append(edition)
    for those in by_case.values():
        case = those[0].paper.case
        own = of_the_matter([item for item in items if item.case_id == case.pk], case)
        for item in own:
            reached, _item = standing([item])
            by_it = _adopted_by(item, those) if reached is Standing.ADOPTED else None
            if by_it:
                found[by_it.pk] = item
    return found


def _adopted_by(item: Item, editions: Sequence[Edition]) -> Edition | None:
    named = {read_date(match) for point in item.decision for match in DATE.finditer(point)}
    day = item.date
    before = [edition for edition in editions if edition.date and day and edition.date <= day]
    of_the_day = [edition for edition in editions if edition.date and edition.date in named]
    undated = [edition for edition in editions if len(editions) == 1 and not edition.date]
    return next((those[-1] for those in (of_the_day, before, undated) if those), None)


def _unseen(every: Sequence[Item], seen: Sequence[Item]) -> set[_Place]:
    return {(item.body, item.paragraph) for item in every} - {(item.body, item.paragraph) for item in seen}


def _items(editions: Sequence[Edition], changes: Sequence[Change]) -> list[Item]:
    """Those that adopted something, that declare a change, or at which one was moved."""
    cases = {edition.paper.case_id: edition.paper.case for edition in editions}
    declaring = {change.declared_in_id for change in changes if change.declared_in_id}
    paragraphs = {mover["paragraph"] for change in changes for mover in change.moved_by}
    council = Q(outcome=Item.Outcome.DECIDED, body__endswith="fullmäktige")
    asked = council | Q(paragraph__in=paragraphs) | Q(paper__in=declaring)
    items = [
        *Item.objects.filter(asked, case__in=cases)
        .order_by("date", "pk")
        .only(*_TOLD)
        .select_related("paper")
    ]
    for item in items:
        item.case = cases[item.case_id]
        item.municipality = item.paper.municipality = item.case.municipality
        item.paper.case = item.case
    return items


def _movers(
    changes: Sequence[Change], items: Sequence[Item], *, unseen: Collection[_Place] | None
) -> Iterable[tuple[int, list[Mover]]]:
    places: Mapping[_Place, Item] = {(item.body, item.paragraph): item for item in items}
    for change in changes:
        found = []
        for told in change.moved_by:
            body, paragraph = told["body"] or "", told["paragraph"]
            item = places.get((body, paragraph))
            if item is None and (unseen is None or (body, paragraph) in unseen):
                continue
            where = citation(item) if item else Citation(words=f"{body} §\u00a0{paragraph}".strip())
            found.append(
                Mover(
                    name=told["name"],
                    party=told["party"] or "",
                    body=body,
                    paragraph=paragraph,
                    where=where,
                )
            )
        if found:
            yield change.pk, found
