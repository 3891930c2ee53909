"""Two editions compared: the summary, and the text with every change in its place."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, cast

from forebygg.organisation.permissions import Viewer
from forebygg.plans import threads
from forebygg.plans.models import Edition, Plan
from forebygg.plans.selectors.assembling import Block, Paragraph, blocks
from forebygg.plans.selectors.changes import ChangeRow, change_rows, stored_changes
from forebygg.plans.selectors.editions import EditionRow, Shelf, edition_rows
from forebygg.plans.selectors.margin import SentenceAddress
from forebygg.plans.selectors.matching import Matched, computed, stored, texts_of
from forebygg.plans.selectors.quoting import with_quoted_lines
from forebygg.web.addresses import address

Show = Literal["text", "changes", "declared", "not-declared", "noise", "unknown"]


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Everything the page shows. `counts` are by declaration; they add up to the changes."""

    plan: Plan
    earlier: EditionRow
    later: EditionRow
    editions: tuple[EditionRow, ...]
    changes: tuple[ChangeRow, ...]
    counts: Mapping[str, int]
    blocks: tuple[Block, ...]
    sentences: Mapping[int, str]
    # Whether the one follows on the other; and whether all that led from one to the other is told.
    are_neighbours: bool
    is_told: bool

    @property
    def title(self) -> str:
        """What the plan is called in the later edition."""
        return self.later.edition.title or self.plan.title


def comparison(plan: Plan, earlier: Edition, later: Edition, among: Shelf, *, seen_by: Viewer) -> Comparison:
    """The two editions, in a fixed number of queries."""
    way = among.between(earlier, later)
    on_the_way = stored_changes(plan, way)
    told = threads.tell(among.editions, on_the_way, seen_by=seen_by)
    steps = with_quoted_lines(change_rows(plan, among, on_the_way, told, seen_by=seen_by))
    old, new = texts_of(earlier, later)
    are_neighbours = among.follows(earlier, later)
    is_told = all(among.follows(one, other) for one, other in pairwise(way))
    if are_neighbours:
        matched = stored(old, new, steps)
    else:
        matched = computed(old, new, steps, _address(plan, earlier, later), is_told=is_told)
    matched = _told_once(matched)
    changes = tuple(placed.change for placed in matched.changes)
    address = SentenceAddress(plan)
    rows = edition_rows(plan, among, told, {})
    return Comparison(
        plan=plan,
        earlier=rows[among.order(earlier.pk)],
        later=rows[among.order(later.pk)],
        editions=rows,
        changes=changes,
        counts=Counter(change.state for change in changes),
        blocks=tuple(blocks(old, new, matched)),
        sentences={
            wording.sentence_id: address(wording.number) for wording in [*old.wordings, *new.wordings]
        },
        are_neighbours=are_neighbours,
        is_told=is_told,
    )


def _address(plan: Plan, earlier: Edition, later: Edition) -> str:
    return address("plans:compare", plan.municipality.slug, plan.number, earlier.number, later.number)


def _told_once(matched: Matched) -> Matched:
    """Changes that the same words declare point at the first of them, so that the words stand there alone."""
    first: dict[object, int] = {}
    changes = []
    for placed in matched.changes:
        change = placed.change
        number = first.setdefault(change.told_as, change.number)
        if change.quote and number != change.number:
            changes.append(replace(placed, change=replace(change, same_as=number)))
        else:
            changes.append(placed)
    return replace(matched, changes=changes)


def shown(every: Sequence[Block], show: Show) -> list[Block]:
    """The blocks with the changes that are asked for alone; the whole text when that is asked for."""
    if show == "text":
        return list(every)
    found = []
    for block in every:
        titles = tuple(one for one in block.titles if _is_shown(one.change, show))
        paragraphs = tuple(
            Paragraph((segment,))
            for paragraph in block.paragraphs
            for segment in paragraph.segments
            if _is_shown(segment.change, show)
        )
        if titles or paragraphs:
            found.append(replace(block, titles=titles, paragraphs=paragraphs))
    return found


def _is_shown(change: ChangeRow | None, show: Show) -> bool:
    return change is not None and (show == "changes" or change.state == cast("str", show))
