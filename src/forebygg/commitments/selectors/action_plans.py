"""Units' action plans: what each would hold now, what is decided, and what has changed since."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Q

from forebygg.accounts.models import Municipality
from forebygg.commitments import actions
from forebygg.commitments.models import ActionPlan, ActionPlanReview
from forebygg.commitments.rules.actions import Changes, Numbered, changes
from forebygg.commitments.rules.contents import Content, UnitContent, from_json
from forebygg.commitments.selectors.numbering import numbered
from forebygg.commitments.selectors.places import holding
from forebygg.organisation.models import Unit
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import may_see
from forebygg.plans.models import Edition

_HISTORY: Final = 50
_DECISION: Final = ("decided_on", "body", "paragraph")


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where a plan stands: what is in force, what waits for the board, and whether either is behind.

    `is_older` is that what is in force carries out an edition that holds no longer; `is_due` that it was to
    be followed up by today.
    """

    in_force: ActionPlan | None = None
    proposed: ActionPlan | None = None
    is_older: bool = False
    is_due: bool = False

    @property
    def marks(self) -> tuple[str, ...]:
        """The keys of its marks."""
        told = [
            ("decided", self.in_force is not None),
            ("proposed", self.proposed is not None),
            ("draft", not (self.in_force or self.proposed)),
            ("older", self.is_older),
            ("due", self.is_due),
        ]
        return tuple(key for key, holds in told if holds)


@dataclass(frozen=True, kw_only=True)
class UnitPage:
    """Everything about a unit's action plan: `draft` is what it would hold if it were proposed now."""

    draft: UnitContent
    standing: Standing
    changes: Changes
    history: Sequence[ActionPlan]
    reviews: Sequence[ActionPlanReview]

    @property
    def without_owner(self) -> int:
        return sum(1 for one in self.draft.actions if one.owner is None)

    @property
    def without_date(self) -> int:
        return sum(1 for one in self.draft.actions if not one.is_dated)


def unit_page(unit: Unit, *, today: dt.date) -> UnitPage:
    """The page of one unit, in a fixed number of queries."""
    within = unit.municipality
    draft = contents_of([unit], within, today=today)[unit.pk]
    standing = standings([unit.pk], within, today=today)[unit.pk]
    in_force = standing.in_force
    return UnitPage(
        draft=draft,
        standing=standing,
        changes=changes(frozen(in_force).actions, draft.actions) if in_force else Changes(),
        history=history(within, unit),
        reviews=list(in_force.reviews.select_related("recorded_by").order_by("-on")) if in_force else [],
    )


def contents_of(units: Collection[Unit], within: Municipality, *, today: dt.date) -> dict[int, UnitContent]:
    """What the plan of each would hold today, by key; units come with their authorities."""
    parts = actions.of_units([unit.pk for unit in units], within)
    return {
        unit.pk: UnitContent(
            unit=Numbered(unit.number, unit.name),
            board=numbered(unit.authority),
            as_of=today,
            parts=tuple(parts[unit.pk]),
        )
        for unit in units
    }


def standings(
    units: Collection[int | None], within: Municipality, *, today: dt.date, is_light: bool = False
) -> dict[int | None, Standing]:
    """By the key of each unit, None for the whole municipality. Three queries.

    Where it is light only what a list tells of a plan is fetched: of hundreds, the rest is most of the work.
    """
    plans = ActionPlan.objects.of(within).filter(
        status__in=[ActionPlan.Status.DECIDED, ActionPlan.Status.PROPOSED]
    )
    if is_light:
        plans = plans.only("unit", "status", "number", "edition", "review_on", *_DECISION)
    else:
        plans = plans.select_related("unit", "edition__plan", "edition__paper", "review_by__unit")
    keys = [unit for unit in units if unit is not None]
    of = Q(unit__in=keys) | Q(unit=None) if None in units else Q(unit__in=keys)
    known: dict[tuple[int | None, str], ActionPlan] = {}
    for one in plans.filter(of):
        one.municipality = within
        known[one.unit_id, one.status] = one
    now = {None, *(edition.pk for edition in holding(within).values())}
    told: dict[int | None, Standing] = {}
    for unit in units:
        in_force = known.get((unit, ActionPlan.Status.DECIDED))
        told[unit] = Standing(
            in_force=in_force,
            proposed=known.get((unit, ActionPlan.Status.PROPOSED)),
            is_older=in_force is not None and in_force.edition_id not in now,
            is_due=in_force is not None and in_force.review_on <= today,
        )
    return told


def history(within: Municipality, unit: Unit | None) -> list[ActionPlan]:
    """What has been decided, the last first. One query."""
    of = ActionPlan.objects.of(within).decided_once().filter(unit=unit).defer("content")
    return list(of.select_related("municipality")[:_HISTORY])


def frozen(plan: ActionPlan) -> Content:
    """What was proposed, as it was then."""
    return from_json(plan.content)


def edition_of(plan: ActionPlan, viewer: Viewer) -> Edition | None:
    """What it carries out, where the viewer may see that."""
    edition = plan.edition
    if edition is None or not may_see(edition.paper, viewer):
        return None
    edition.municipality = edition.plan.municipality = plan.municipality
    return edition


def editions(within: Municipality, viewer: Viewer) -> list[Edition]:
    """What a plan can carry out: of each plan the edition that holds, where the viewer may see it."""
    return [one for one in holding(within).values() if may_see(one.paper, viewer)]
