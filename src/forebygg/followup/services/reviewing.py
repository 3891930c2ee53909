"""The council reviews a round: it meets, and ends each point in something."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from forebygg.accounts.models import User
from forebygg.audit.recording import record
from forebygg.followup import permissions
from forebygg.followup.errors import (
    MeetingTooEarly,
    MethodMissing,
    NoSuchPoint,
    NothingConcluded,
    PointChanged,
    WordsMissing,
)
from forebygg.followup.events import PointsConcluded, ReviewBegun
from forebygg.followup.models import Conclusion, Helped, Point, Round
from forebygg.followup.rules.stages import Stage
from forebygg.followup.selectors.live import commitments
from forebygg.followup.services.stages import locked
from forebygg.organisation.services.checking import check_day


@dataclass(frozen=True, kw_only=True)
class Concluded:
    """What becomes of the commitment with that number; `version` is that of the point that was looked at."""

    commitment: int
    version: int
    conclusion: Conclusion
    words: str
    helped: Helped = Helped.UNKNOWN
    method: str = ""
    source: str = ""

    def check(self) -> None:
        """Raises WordsMissing, MethodMissing."""
        if not self.words.strip():
            raise WordsMissing(number=self.commitment)
        if self.helped != Helped.UNKNOWN and not (self.method.strip() and self.source.strip()):
            raise MethodMissing(number=self.commitment)


@transaction.atomic
def begin_review(of: Round, *, met_on: dt.date, by: User) -> Round:
    """The council met that day. Answers still belong to the round until it is closed.

    Raises FutureDay, MeetingTooEarly, WrongStage.
    """
    permissions.REVIEW.require(by, within=of.municipality)
    check_day(met_on)
    found = locked(of, Stage.OPEN)
    if met_on < found.starts_on:
        raise MeetingTooEarly
    found.stage, found.reviewed_on = Stage.REVIEW.value, met_on
    found.save(update_fields=["stage", "reviewed_on"])
    record(ReviewBegun(round=found.pk, met_on=met_on), about=found, by=by)
    return found


@transaction.atomic
def conclude(of: Round, told: Sequence[Concluded], *, by: User) -> list[Point]:
    """What the council ended those points in: all are kept, or none. Again, until the round is closed.

    Raises WrongStage, NothingConcluded, NoSuchPoint, PointChanged, WordsMissing, MethodMissing.
    """
    within = of.municipality
    permissions.REVIEW.require(by, within=within)
    if not told:
        raise NothingConcluded
    for one in told:
        one.check()
    found = locked(of, Stage.REVIEW)
    wanted = [one.commitment for one in told]
    known = {one.number: one for one in commitments(found).filter(number__in=wanted)}
    recorded = {
        point.commitment.number: point
        for point in Point.objects.of(within)
        .filter(round=found, commitment__number__in=wanted)
        .select_related("commitment")
    }
    points = []
    for one in told:
        if one.commitment not in known:
            raise NoSuchPoint(number=one.commitment)
        point = recorded.get(one.commitment) or Point(
            municipality=within, round=found, commitment=known[one.commitment], version=0
        )
        if point.version != one.version:
            raise PointChanged(number=one.commitment)
        _say(point, one, by)
        point.save()
        points.append(point)
    record(
        PointsConcluded(round=found.pk, commitments=[point.commitment_id for point in points]),
        about=found,
        by=by,
    )
    return points


def _say(point: Point, told: Concluded, by: User) -> None:
    point.version += 1
    point.conclusion, point.helped = told.conclusion.value, told.helped.value
    point.words, point.method, point.source = told.words.strip(), told.method.strip(), told.source.strip()
    point.recorded_by, point.recorded_at = by, timezone.now()
