"""The rounds there are, and what is told of one."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from forebygg.accounts.models import Municipality
from forebygg.followup.figures import BoardTold, GoalTold, PointTold
from forebygg.followup.models import Note, Point, Round
from forebygg.followup.rules.stages import ALIVE
from forebygg.followup.selectors.figures import figures
from forebygg.organisation.permissions import Viewer
from forebygg.plans.models import Plan
from forebygg.plans.selectors.adoptions import in_force_editions


@dataclass(frozen=True, kw_only=True)
class Summary:
    """What is counted over the points, the goals and the boards of a round."""

    points: Sequence[PointTold]
    goals: Sequence[GoalTold]
    boards: Sequence[BoardTold]

    @property
    def done(self) -> Mapping[str, int]:
        """How many commitments are done how far."""
        return Counter(point.done.value for point in self.points)

    @property
    def helped(self) -> Mapping[str, int]:
        """Of how many it is known whether they helped; "" is what the council has not judged."""
        return Counter(point.helped for point in self.points if not point.ended_on or point.conclusion)

    @property
    def conclusions(self) -> Mapping[str, int]:
        """How many points end in what; "" is what is left."""
        return Counter(point.conclusion for point in self.points if not point.ended_on or point.conclusion)

    @property
    def movements(self) -> Mapping[str, int]:
        """How many goals have come nearer, and not."""
        return Counter(goal.movement.value for goal in self.goals)

    @property
    def asked(self) -> int:
        return sum(board.asked for board in self.boards)

    @property
    def answered(self) -> int:
        return sum(board.answered for board in self.boards)

    @property
    def never(self) -> int:
        return sum(board.never for board in self.boards)

    @property
    def earlier(self) -> int:
        return sum(board.earlier for board in self.boards)

    @property
    def waiting(self) -> int:
        """How many units have something left to answer."""
        return sum(board.waiting for board in self.boards)


def rounds(within: Municipality) -> QuerySet[Round]:
    """All of them, the newest first."""
    return Round.objects.of(within).select_related("plan").order_by("-number")


def summary(of: Round) -> Summary:
    """In a fixed number of queries. Until the council has met there is nothing to count over the points."""
    found = figures(of)
    points = found.points() if of.reviewed_on else ()
    return Summary(points=points, goals=found.goals(), boards=found.boards())


def notes(of: Round) -> QuerySet[Note]:
    """What was said of it afterwards, in order."""
    return Note.objects.of(of.municipality).filter(round=of).select_related("by").order_by("number")


def closed_rounds(of: Round) -> Sequence[Round]:
    """The other closed rounds of the plan, the newest first: what it can be compared with. One query."""
    others = Round.objects.of(of.municipality).closed().filter(plan=of.plan_id).exclude(pk=of.pk)
    return list(others.order_by("-number")[:20])


def alive(within: Municipality) -> Sequence[Round]:
    """Those that are open for answers or reviewed now. One query."""
    return list(rounds(within).filter(stage__in=ALIVE))


def plans_in_force(within: Municipality, viewer: Viewer) -> Sequence[Plan]:
    """Of which rounds can be held: those with an edition in force. Two queries."""
    seen = Plan.objects.of(within).visible_to(viewer).filter(pk__in=in_force_editions(within))
    return list(seen.order_by("number"))


def versions(of: Round, commitments: Sequence[int]) -> Mapping[int, int]:
    """How often each point has been recorded, by the number of its commitment. One query."""
    points = Point.objects.of(of.municipality).filter(round=of, commitment__number__in=commitments)
    return dict(points.values_list("commitment__number", "version"))


def said_before(of: Round) -> Mapping[int, Point]:
    """What the council concluded in the round before, by the number of the commitment. One query."""
    if of.previous_id is None:
        return {}
    points = Point.objects.of(of.municipality).filter(round=of.previous_id).select_related("commitment")
    return {point.commitment.number: point for point in points}


def is_late(of: Round, today: dt.date) -> bool:
    """Whether what has not been answered is late."""
    return today > of.answers_by
