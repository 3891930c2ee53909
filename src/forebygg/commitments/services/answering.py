"""A unit answers where it stands with what has been promised; what it said before stays as its history."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from forebygg.accounts.models import Municipality, User
from forebygg.audit.recording import record
from forebygg.commitments import permissions
from forebygg.commitments.errors import EvidenceMissing, NotConcerned, NothingAnswered, ReasonMissing
from forebygg.commitments.events import UnitAnswered
from forebygg.commitments.models import Answer, Share, State, Via
from forebygg.organisation.models import Unit
from forebygg.organisation.services.checking import check_day
from forebygg.organisation.services.placing import lock, standing
from forebygg.organisation.services.turns import in_turn

_AT_A_TIME = 500


@dataclass(frozen=True, kw_only=True)
class Given:
    """What a unit says of the commitment with that number; `key` is made where it is written."""

    commitment: int
    key: UUID
    state: State
    evidence: str = ""
    because: str = ""


@in_turn
@transaction.atomic
def answer(unit: Unit, given: Sequence[Given], *, on: dt.date, by: User) -> list[Answer]:
    """What somebody of the unit, or of its authority, says of it: all of it is kept, or nothing.

    What comes again with a key that is known is kept once; the first answer is given back. Raises
    NothingAnswered, FutureDay, UnitClosed, NotConcerned, ReasonMissing, EvidenceMissing.
    """
    permissions.ANSWER.require(by, within=unit.municipality, at=unit)
    lock(unit.municipality)
    answers, new = keep_of_unit(unit, given, on=on, via=Via.PRODUCT, given_by=by)
    if new:
        record(
            UnitAnswered(unit=unit.pk, answers=new, last=answers[-1].number, via="product"), about=unit, by=by
        )
    return answers


def keep_of_unit(
    unit: Unit, given: Sequence[Given], *, on: dt.date, via: Via, given_by: User | None
) -> tuple[list[Answer], int]:
    """The answers, in the order of their numbers, and how many of them are new. A part of acts that lock."""
    if not given:
        raise NothingAnswered
    check_day(on)
    within = unit.municipality
    known = list(Answer.objects.of(within).filter(key__in=[one.key for one in given]).order_by("number"))
    is_known = {one.key for one in known}
    left = [one for one in given if one.key not in is_known]
    if not left:
        return known, 0
    numbers = {one.commitment for one in left}
    concerned = Share.objects.of(within).current().filter(unit=unit, commitment__number__in=numbers)
    shares = {share.commitment.number: share for share in concerned.select_related("commitment")}
    for one in left:
        if one.commitment not in shares:
            raise NotConcerned(number=one.commitment, unit=str(standing(unit, within)))
    pairs = [(shares[one.commitment], one) for one in left]
    new = keep(pairs, within=within, on=on, via=via, given_by=given_by)
    return [*known, *new], len(new)


def keep(
    pairs: Iterable[tuple[Share, Given]],
    *,
    within: Municipality,
    on: dt.date,
    via: Via,
    given_by: User | None,
) -> list[Answer]:
    """Number the answers on, and let each share stand where its last one says. A part of acts that lock.

    Raises ReasonMissing, EvidenceMissing.
    """
    number = last_number(within)
    now = timezone.now()
    answers: list[Answer] = []
    changed: dict[int, Share] = {}
    for share, one in pairs:
        check(one)
        number += 1
        share.state, share.answered_on = one.state, on
        share.evidence, share.because = one.evidence.strip(), one.because.strip()
        changed[share.pk] = share
        answers.append(
            Answer(
                municipality=within,
                number=number,
                key=one.key,
                share=share,
                state=one.state,
                evidence=share.evidence,
                because=share.because,
                on=on,
                via=via,
                given_by=given_by,
                given_at=now,
            )
        )
    made = Answer.objects.bulk_create(answers, batch_size=_AT_A_TIME)
    stands = ["state", "answered_on", "evidence", "because"]
    if len(changed) == 1:
        changed.popitem()[1].save(update_fields=stands)
    else:
        Share.objects.bulk_update(changed.values(), stands, batch_size=_AT_A_TIME)
    return made


def check(given: Given) -> None:
    """Raises ReasonMissing, EvidenceMissing."""
    if given.state is State.NOT_APPLICABLE and not given.because.strip():
        raise ReasonMissing(number=given.commitment)
    if given.state is State.DONE and not given.evidence.strip():
        raise EvidenceMissing(number=given.commitment)


def last_number(within: Municipality) -> int:
    """The highest number of the municipality's answers; none is given twice, since no answer is deleted."""
    last: int | None = Answer.objects.of(within).aggregate(last=Max("number"))["last"]
    return last or 0
