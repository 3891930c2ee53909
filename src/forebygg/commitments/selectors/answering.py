"""What a unit has promised, and what it has said of it."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from forebygg.accounts.models import Municipality
from forebygg.commitments.models import Answer, Commitment, Share
from forebygg.commitments.rules.states import next_due
from forebygg.commitments.rules.waiting import may_stand, waits
from forebygg.organisation.models import Role, Unit
from forebygg.organisation.permissions import Viewer


@dataclass(frozen=True, kw_only=True)
class Promise:
    """A commitment as it concerns one unit; `due` is the day by which the unit is to answer next."""

    share: Share
    due: dt.date | None
    waits: bool
    may_stand: bool

    @property
    def commitment(self) -> Commitment:
        return self.share.commitment

    @property
    def number(self) -> int:
        return self.share.commitment.number


def promises(unit: Unit, numbers: Collection[int] | None = None) -> Sequence[Promise]:
    """All that concerns the unit, or those of it with these numbers. One query.

    What waits for an answer comes first, then by number.
    """
    shares = Share.objects.of(unit.municipality).current().filter(unit=unit).select_related("commitment")
    if numbers is not None:
        shares = shares.filter(commitment__number__in=numbers)
    today = timezone.localdate()
    told = [_promise(share, today) for share in shares]
    return sorted(told, key=lambda one: (not one.waits, one.number))


def answered_by(viewer: Viewer, within: Municipality) -> Sequence[Unit]:
    """The units that the viewer answers for and that have promised something. At most one query.

    Each with how much it has `promised`, and how much of that has `never` been answered.
    """
    held = [one.unit for one in viewer.held if one.role is Role.ANSWERER]
    if not held:
        return ()
    current = Q(shares__lifted_on=None, shares__commitment__ended_on=None)
    units = Unit.objects.of(within).standing().filter(Q(pk__in=held) | Q(authority__in=held))
    counted = units.annotate(
        promised=Count("shares", filter=current), never=Count("shares", filter=current & Q(shares__state=""))
    )
    return list(counted.filter(promised__gt=0).order_by("-never", "name"))


def _promise(share: Share, today: dt.date) -> Promise:
    of = share.commitment
    return Promise(
        share=share,
        due=next_due(of.due_on, of.rhythm, share.answered_on),
        waits=waits(
            share.state, answered_on=share.answered_on, due_on=of.due_on, rhythm=of.rhythm, today=today
        ),
        may_stand=may_stand(share.state, of.rhythm),
    )


def share_of(within: Municipality, commitment: int, unit: int) -> QuerySet[Share]:
    """The share of the unit in the commitment, both by their numbers; one that was lifted, too."""
    found = Share.objects.of(within).filter(commitment__number=commitment, unit__number=unit)
    return found.select_related("commitment", "unit__authority")


def history(share: Share) -> QuerySet[Answer]:
    """What the unit has answered, the last first. One query."""
    return share.answers.select_related("given_by").order_by("-number")
