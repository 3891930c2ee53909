"""A plan's purposes with their goals, what follows each, and what serves it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from forebygg.indicators.models import Indicator
from forebygg.indicators.selectors import IndicatorRow, indicator_rows
from forebygg.organisation.permissions import Viewer
from forebygg.plans.aims import Aim, Stood, aims
from forebygg.plans.models import Edition, Goal, Plan
from forebygg.plans.selectors.wordings import wordings_of
from forebygg.plans.threads import Strand, serving
from forebygg.web.addresses import address


@dataclass(frozen=True, kw_only=True)
class GoalRow:
    """A purpose or a goal with its indicators, what serves it, and what lies under it."""

    goal: Goal
    indicators: tuple[IndicatorRow, ...]
    strands: tuple[Strand, ...]
    below: tuple["GoalRow", ...] = ()
    sentence_url: str = ""

    @property
    def is_bare(self) -> bool:
        """Whether it is a goal that nothing follows and nobody works towards."""
        return self.goal.kind == Goal.Kind.GOAL and not self.indicators and not self.strands


@dataclass(frozen=True, kw_only=True)
class Goals:
    """Everything that the page shows; `alone` are the goals under no purpose."""

    purposes: tuple[GoalRow, ...]
    alone: tuple[GoalRow, ...]
    ended: tuple[Goal, ...]

    @property
    def bare(self) -> list[GoalRow]:
        """The goals with neither indicator nor anything that serves them."""
        every = [*(goal for purpose in self.purposes for goal in purpose.below), *self.alone]
        return [row for row in every if row.is_bare]


def goals(plan: Plan, *, seen_by: Viewer) -> Goals:
    """The whole page: three queries, and those of the chapters that serve goals."""
    of = Goal.objects.of(plan.municipality).filter(plan=plan).select_related("sentence")
    every = list(of.prefetch_related("indicators").order_by("number"))
    current = [goal for goal in every if goal.ended_on is None]
    followed = {one.pk: one for goal in current for one in goal.indicators.all()}
    for one in followed.values():
        one.municipality = plan.municipality
    rows = indicator_rows(plan.municipality, [*followed.values()])
    strands = serving(current, seen_by=seen_by)
    below: dict[int | None, list[GoalRow]] = {}
    for goal in current:
        if goal.kind == Goal.Kind.GOAL:
            below.setdefault(goal.above_id, []).append(_row(plan, goal, rows, strands))
    return Goals(
        purposes=tuple(
            _row(plan, goal, rows, strands, below.get(goal.pk, ()))
            for goal in current
            if goal.kind == Goal.Kind.PURPOSE
        ),
        alone=tuple(below.get(None, ())),
        ended=tuple(goal for goal in every if goal.ended_on),
    )


def purposes(plan: Plan, *, but: Goal | None = None) -> list[Goal]:
    """What a goal can lie under. One query."""
    of = Goal.objects.of(plan.municipality).current().filter(plan=plan, kind=Goal.Kind.PURPOSE)
    return [one for one in of.order_by("number") if one != but]


def indicators_of(plan: Plan) -> list[Indicator]:
    """What a goal can be followed by. One query."""
    return list(Indicator.objects.of(plan.municipality).order_by("number"))


def proposed(plan: Plan, edition: Edition) -> list[Aim]:
    """The edition's sentences that may be goals and are none yet, by the sentence's number. Three queries."""
    taken: Collection[int] = set(
        Goal.objects.of(plan.municipality)
        .current()
        .filter(plan=plan, sentence__isnull=False)
        .values_list("sentence__number", flat=True)
    )
    by_section: dict[int, list[tuple[int, str]]] = {}
    for one in wordings_of(edition):
        by_section.setdefault(one.section_id, []).append((one.number, one.text))
    sections = [
        Stood(section.label, section.title, by_section.get(section.pk, ()))
        for section in edition.sections.order_by("position")
    ]
    return [aim for aim in aims(sections) if aim.key not in taken]


def _row(
    plan: Plan,
    goal: Goal,
    rows: dict[int, IndicatorRow],
    strands: dict[int, list[Strand]],
    below: Sequence[GoalRow] = (),
) -> GoalRow:
    url = ""
    if goal.sentence:
        url = address("plans:sentence", plan.municipality.slug, plan.number, goal.sentence.number)
    return GoalRow(
        goal=goal,
        indicators=tuple(rows[one.pk] for one in goal.indicators.all()),
        strands=tuple(strands.get(goal.pk, ())),
        below=tuple(below),
        sentence_url=url,
    )
