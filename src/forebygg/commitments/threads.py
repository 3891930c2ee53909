"""What commitments add to a plan's margin: beside each sentence, those that stand on it.

Registered with `plans.threads`, which knows no commitments.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from django.utils.translation import gettext

from forebygg.accounts.models import Municipality
from forebygg.commitments.models import Commitment, Ground
from forebygg.commitments.permissions import CHANGE
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import Case
from forebygg.plans.models import Edition, Goal
from forebygg.plans.threads import Strand
from forebygg.web.addresses import address


class CommitmentsOfGoals:
    """One query for a list of goals; the public is told of none."""

    key = "commitments"

    def serving(self, goals: Sequence[Goal], *, seen_by: Viewer) -> Mapping[int, Sequence[Strand]]:
        """The standing commitments that serve each."""
        if not seen_by.reads or not goals:
            return {}
        municipality = goals[0].municipality
        found: dict[int, list[Strand]] = defaultdict(list)
        served = Commitment.objects.of(municipality).standing().filter(goals__in=[goal.pk for goal in goals])
        for goal, number in served.order_by("number").values_list("goals", "number"):
            found[goal].append(_strand(number, municipality))
        return found


def _strand(number: int, within: Municipality, board: str | None = None) -> Strand:
    words = gettext("Commitment {number}").format(number=number)
    return Strand(
        words=f"{words}: {board}" if board else words,
        url=address("commitments:commitment", within.slug, number),
    )


class CommitmentsOfFindings:
    """Whoever may add commitments takes on what a reading of a case has found."""

    def taken(self, case: Case, *, seen_by: Viewer) -> Mapping[str, Sequence[Strand]]:
        """By finding, the commitments that stand on it."""
        if not seen_by.reads:
            return {}
        found: dict[str, list[Strand]] = defaultdict(list)
        grounds = Ground.objects.of(case.municipality).filter(case=case, finding__gt="")
        told = grounds.order_by("commitment__number").values_list(
            "finding", "commitment__number", "commitment__accountable__name"
        )
        for finding, number, board in told:
            found[finding].append(_strand(number, case.municipality, board))
        return found

    def offer(self, case: Case, key: str, words: str, *, seen_by: Viewer) -> str:
        """The form for a new one, filled in with what was found."""
        if not seen_by.may(CHANGE):
            return ""
        told = {"kind": Ground.Kind.FINDING.value, "case": case.number, "cited": words[:500], "finding": key}
        return f"{address('commitments:make', case.municipality.slug)}?{urlencode(told)}"


class CommitmentThread:
    """One query for an edition; the public is told of none."""

    key = "commitments"

    def strands(self, edition: Edition, *, seen_by: Viewer) -> Mapping[int, Sequence[Strand]]:
        """By sentence of the edition."""
        if not seen_by.reads:
            return {}
        found: dict[int, list[Strand]] = defaultdict(list)
        grounds = Ground.objects.of(edition.municipality).filter(
            sentence__wordings__edition=edition, commitment__ended_on=None
        )
        told = grounds.order_by("commitment__number").values_list(
            "sentence", "commitment__number", "commitment__accountable__name"
        )
        for sentence, number, board in told:
            found[sentence].append(_strand(number, edition.municipality, board))
        return found
