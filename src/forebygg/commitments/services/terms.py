"""What a commitment says, as a person has it, and what it may say."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Max

from forebygg.accounts.models import Municipality
from forebygg.commitments.errors import CannotAnswerForIt, CommitmentEnded, SameOwnerTwice
from forebygg.commitments.models import Commitment
from forebygg.commitments.rules.bodies import MAY_ANSWER
from forebygg.organisation.errors import UnitClosed
from forebygg.organisation.models import Post, Unit
from forebygg.plans.models import Goal


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What is promised, by whom and until when. `goals` are those it serves; None leaves them as they are."""

    what: str
    level: str = ""
    accountable: Unit | None = None
    counterparts: str = ""
    due_on: dt.date | None = None
    rhythm: str = ""
    evidence: str = ""
    hours: int | None = None
    money: int | None = None
    goals: Sequence[Goal] | None = None

    def check(self, within: Municipality) -> None:
        """Raise CannotAnswerForIt, UnitClosed; Unit.DoesNotExist for another municipality's."""
        if self.accountable is None:
            return
        unit = Unit.objects.of(within).get(pk=self.accountable.pk)
        if unit.closed_on:
            raise UnitClosed(unit=str(unit))
        if unit.kind not in MAY_ANSWER:
            raise CannotAnswerForIt(unit=str(unit))

    def fields(self) -> Mapping[str, Any]:
        """As the model's fields are called."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__ if name != "goals"}

    def aim(self, commitment: Commitment) -> bool:
        """Let the commitment serve those goals; whether that is a change."""
        if self.goals is None:
            return False
        wanted = {goal.pk for goal in self.goals if goal.municipality_id == commitment.municipality_id}
        if wanted == {*commitment.goals.values_list("pk", flat=True)}:
            return False
        commitment.goals.set(wanted)
        return True


def lock(municipality: Municipality) -> None:
    """Nobody else settles or changes the municipality's commitments until the act is done."""
    Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)


def standing(commitment: Commitment) -> Commitment:
    """The commitment as it stands now. Raises CommitmentEnded."""
    lock(commitment.municipality)
    found = Commitment.objects.select_related("municipality", "plan", "accountable").get(pk=commitment.pk)
    if found.ended_on:
        raise CommitmentEnded(number=found.number)
    return found


def next_number(municipality: Municipality) -> int:
    """None is given twice, since no commitment is deleted."""
    last: int | None = Commitment.objects.of(municipality).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def check_owners(owner: Post | None, deputy: Post | None, within: Municipality) -> None:
    """Raise SameOwnerTwice; Post.DoesNotExist for one of another municipality."""
    for post in (owner, deputy):
        if post is not None:
            Post.objects.of(within).get(pk=post.pk)
    if owner is not None and owner == deputy:
        raise SameOwnerTwice
