"""The figures of a round as they are now, before it is closed."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from forebygg.commitments.models import Answer, Commitment, Share
from forebygg.followup.figures import BoardTold, Cell, FigureTold, GoalTold, Place, PointTold, UnitTold
from forebygg.followup.models import Point, Round
from forebygg.followup.rules.nearing import Measured, movement, within
from forebygg.indicators.models import Indicator
from forebygg.indicators.rules import end_of
from forebygg.indicators.selectors import IndicatorRow, indicator_rows
from forebygg.organisation.models import Unit
from forebygg.plans.models import Goal

NEVER: Final = "never"


class Live:
    """Worked out when they are asked for, each in one to three queries."""

    def __init__(self, of: Round) -> None:
        self.round = of
        self.within = of.municipality

    def places(self) -> Mapping[int, Place]:
        """One query."""
        parts = asked(self.round).filter(unit=OuterRef("pk"))
        units = Unit.objects.of(self.within).filter(Exists(parts)).select_related("authority")
        return {
            unit.number: Place(unit.name, unit.authority.number, unit.authority.name)
            if unit.authority
            else Place(unit.name, None, "")
            for unit in units
        }

    def boards(self) -> Sequence[BoardTold]:
        """By name. Four queries."""
        return self._boards(self._lean())

    def board(self, number: int | None) -> BoardTold | None:
        """Four queries, over its units alone."""
        found = self._boards(self._lean().filter(unit__in=self._units([number])))
        return next((board for board in found if board.number == number), None)

    def _boards(self, shares: QuerySet[Share]) -> Sequence[BoardTold]:
        counted = shares.values("unit").annotate(
            asked=Count("pk"), answered=Count("pk", filter=in_round(self.round)), never=_NEVER
        )
        tallies = {key: counts for key, *counts in counted.values_list("unit", "asked", "answered", "never")}
        below: dict[int | None, list[UnitTold]] = defaultdict(list)
        units = Unit.objects.of(self.within).filter(pk__in=tallies).select_related("authority")
        boards: dict[int | None, Unit | None] = {}
        for unit in units.order_by("name", "number"):
            board = unit.authority
            boards[board.number if board else None] = board
            every, answered, never = tallies[unit.pk]
            told = UnitTold(number=unit.number, name=unit.name, asked=every, answered=answered, never=never)
            below[board.number if board else None].append(told)
        found = [
            BoardTold(number=number, name=board.name if board else "", units=tuple(below[number]))
            for number, board in boards.items()
        ]
        return sorted(found, key=lambda one: (one.name.casefold(), one.number or 0))

    def points(self, counted: Collection[int] | None = None) -> Sequence[PointTold]:
        """Five queries."""
        found = list(commitments(self.round).select_related("accountable").order_by("number"))
        recorded = {
            point.commitment_id: point for point in Point.objects.of(self.within).filter(round=self.round)
        }
        counts: dict[int, dict[str, int]] = defaultdict(dict)
        answered: dict[int, int] = defaultdict(int)
        shares = self._lean()
        if counted is not None:
            shares = shares.filter(commitment__in=[one.pk for one in found if one.number in counted])
        tallies = shares.values_list("commitment", "state").annotate(
            units=Count("pk"), answered=Count("pk", filter=in_round(self.round))
        )
        for key, state, units, said in tallies:
            counts[key][state or NEVER] = units
            answered[key] += said
        return [_point(one, counts.get(one.pk, {}), answered[one.pk], recorded.get(one.pk)) for one in found]

    def goals(self) -> Sequence[GoalTold]:
        """Three queries."""
        found = Goal.objects.of(self.within).current().filter(plan=self.round.plan_id, kind=Goal.Kind.GOAL)
        goals = list(found.select_related("above").prefetch_related("indicators").order_by("number"))
        followed = {one.pk: one for goal in goals for one in goal.indicators.all()}
        rows = indicator_rows(self.within, [*followed.values()])
        return [
            GoalTold(
                number=goal.number,
                text=goal.text,
                purpose=goal.above.text if goal.above else "",
                figures=tuple(
                    _figure(one, rows[one.pk], self.round)
                    for one in sorted(goal.indicators.all(), key=lambda one: one.number)
                ),
            )
            for goal in goals
        ]

    def cells(self, boards: Collection[int | None]) -> Sequence[Cell]:
        """Three queries."""
        shares = asked(self.round).filter(unit__in=self._units(boards))
        return [cell for _board, cell in self._cells(shares)]

    def _units(self, boards: Collection[int | None]) -> list[int]:
        """The keys of the units of those boards. One query."""
        wanted = Q(authority__number__in=[number for number in boards if number is not None])
        if None in boards:
            wanted |= Q(authority=None)
        return list(Unit.objects.of(self.within).filter(wanted).values_list("pk", flat=True))

    def _lean(self) -> QuerySet[Share]:
        """What the round asks, by keys: two tables less to look into for each of 75 000. Two queries."""
        standing = Commitment.objects.of(self.within).standing().filter(of_round(self.round))
        closed = Unit.objects.of(self.within).exclude(closed_on=None)
        return (
            Share.objects.of(self.within)
            .filter(lifted_on=None, commitment__in=list(standing.values_list("pk", flat=True)))
            .exclude(unit__in=list(closed.values_list("pk", flat=True)))
            .order_by()
        )

    def all_cells(self) -> Mapping[int | None, Sequence[Cell]]:
        """Of every board, by its number. One query."""
        found: dict[int | None, list[Cell]] = defaultdict(list)
        for board, cell in self._cells(asked(self.round)):
            found[board].append(cell)
        return found

    def _cells(self, shares: QuerySet[Share]) -> Iterator[tuple[int | None, Cell]]:
        """By commitment and unit, each with the number of its board."""
        starts_on, after = self.round.starts_on, self.round.after_answer
        last = Answer.objects.filter(share=OuterRef("pk")).order_by("-number").values("number")[:1]
        rows = shares.order_by("commitment__number", "unit__number").values_list(
            "unit__authority__number",
            "commitment__number",
            "unit__number",
            "state",
            "answered_on",
            Subquery(last),
        )
        days: dict[Any, str] = {}  # few, and asked for again and again
        for board, commitment, unit, state, on, answer in rows.iterator(chunk_size=5000):
            if on is None:
                yield board, Cell(commitment, unit, state, None, answer, False)  # noqa: FBT003 - in the order of cells
                continue
            if (day := days.get(on)) is None:
                day = days[on] = on.isoformat()
            yield board, Cell(commitment, unit, state, day, answer, on >= starts_on and (answer or 0) > after)


_NEVER: Final = Count("pk", filter=Q(state=""))


def asked(of: Round) -> QuerySet[Share]:
    """The parts that the round asks about: of the plan's commitments, and of those that stand on no plan."""
    shares = Share.objects.of(of.municipality).current()
    return shares.filter(commitment__in=Commitment.objects.of(of.municipality).filter(of_round(of)))


def of_round(of: Round) -> Q:
    """That a commitment stands on the round's plan, or on none."""
    return Q(plan=of.plan_id) | Q(plan=None)


def in_round(of: Round) -> Q:
    """That the last thing a unit said was said in the round.

    What was answered on a day after the round before was closed is newer than all that it has frozen; only
    for what is older the numbers of the answers have to be looked at.
    """
    said = Q(answered_on__gte=of.starts_on)
    if of.previous is None or of.previous.closed_at is None:
        return said
    newer = Answer.objects.filter(share=OuterRef("pk"), number__gt=of.after_answer)
    closed_on = timezone.localdate(of.previous.closed_at)
    return said & (Q(answered_on__gt=closed_on) | Q(Exists(newer)))


def commitments(of: Round) -> QuerySet[Commitment]:
    """Those that stand, and those that were ended since the round began or are among its points."""
    every = Commitment.objects.of(of.municipality).filter(of_round(of))
    recorded = Point.objects.filter(round=of, commitment=OuterRef("pk"))
    return every.filter(Q(ended_on=None) | Q(ended_on__gte=of.starts_on) | Q(Exists(recorded)))


def left(of: Round) -> int:
    """How many of the commitments that stand the council has not ended in anything. One query."""
    recorded = Point.objects.filter(round=of, commitment=OuterRef("pk"))
    return commitments(of).filter(~Exists(recorded), ended_on=None).count()


def _point(one: Commitment, counts: Mapping[str, int], answered: int, point: Point | None) -> PointTold:
    told = PointTold(
        number=one.number,
        what=one.what,
        board=one.accountable.name if one.accountable else "",
        counts=counts,
        answered=answered,
        ended_on=one.ended_on.isoformat() if one.ended_on else None,
    )
    if point is None:
        return told
    said = {name: getattr(point, name) for name in ("conclusion", "words", "helped", "method", "source")}
    return PointTold(**{**told.__dict__, **said})


def _figure(one: Indicator, row: IndicatorRow, of: Round) -> FigureTold:
    """What may be shown of it: a figure that is hidden is not measured."""
    measured = [
        Measured(until=end_of(period.period, period.starts_on), value=period.all.value)
        for period in row.periods
        if period.all and period.all.value is not None
    ]
    before, now = within(measured, of.starts_on, of.ends_on)
    if (
        before is None
        and one.baseline is not None
        and one.baseline_on
        and (now is None or one.baseline_on < now.until)
    ):
        before = Measured(until=one.baseline_on, value=one.baseline)
    gone = movement(one.direction, one.target, before.value if before else None, now.value if now else None)
    return FigureTold(
        number=one.number,
        name=one.name,
        unit=one.unit,
        period=one.period,
        before=f"{before.value:f}" if before else None,
        before_on=before.until.isoformat() if before else None,
        now=f"{now.value:f}" if now else None,
        now_on=now.until.isoformat() if now else None,
        target=f"{one.target:f}" if one.target is not None else None,
        target_on=one.target_on.isoformat() if one.target_on else None,
        movement=gone.value,
    )
