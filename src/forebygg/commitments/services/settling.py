"""Settling an edition's sentences: each becomes one commitment or several, joins others, or is none."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db import transaction

from forebygg.accounts.models import User
from forebygg.audit.recording import record
from forebygg.commitments import permissions
from forebygg.commitments.errors import (
    AlreadySettled,
    NoSuchSentence,
    NotEnoughToJoin,
    NothingChosen,
)
from forebygg.commitments.events import CommitmentConfirmed, SentenceReopened, SentencesRejected
from forebygg.commitments.models import Commitment, Ground, Settled
from forebygg.commitments.services.terms import Terms, lock, next_number
from forebygg.plans.models import Edition, Sentence, Wording


@transaction.atomic
def confirm(edition: Edition, wanted: Mapping[int, Sequence[Terms]], *, by: User) -> list[Commitment]:
    """Make each sentence, by its number, the commitments that it holds: one, or several when it is split.

    Raises NothingChosen, AlreadySettled, NoSuchSentence, CannotAnswerForIt, UnitClosed.
    """
    permissions.SETTLE.require(by, within=edition.municipality)
    settling = _Settling(edition, wanted, by)
    made = [
        settling.make([wording], terms)
        for number, wording in settling.wordings.items()
        for terms in wanted[number]
    ]
    settling.settle(Settled.Outcome.CONFIRMED)
    for commitment, wording in made:
        record(_confirmed(commitment, edition, wording), about=commitment, by=by)
    return [commitment for commitment, _wordings in made]


@transaction.atomic
def join(edition: Edition, sentences: Collection[int], terms: Terms, *, by: User) -> Commitment:
    """Make one commitment of several sentences, by their numbers.

    Raises NotEnoughToJoin, AlreadySettled, NoSuchSentence, CannotAnswerForIt, UnitClosed.
    """
    permissions.SETTLE.require(by, within=edition.municipality)
    if len(set(sentences)) < 2:
        raise NotEnoughToJoin
    settling = _Settling(edition, sentences, by)
    commitment, wordings = settling.make(list(settling.wordings.values()), terms)
    settling.settle(Settled.Outcome.CONFIRMED)
    record(_confirmed(commitment, edition, wordings), about=commitment, by=by)
    return commitment


@transaction.atomic
def reject(edition: Edition, sentences: Collection[int], because: str, *, by: User) -> list[Settled]:
    """Decide that sentences, by their numbers, are no commitments.

    Raises NothingChosen, AlreadySettled, NoSuchSentence.
    """
    permissions.SETTLE.require(by, within=edition.municipality)
    settling = _Settling(edition, sentences, by)
    rejected = settling.settle(Settled.Outcome.REJECTED, because)
    keys = [one.sentence_id for one in rejected]
    record(SentencesRejected(edition=edition.pk, sentences=keys), about=edition, by=by)
    return rejected


@transaction.atomic
def reopen(edition: Edition, sentence: Sentence, *, by: User) -> None:
    """Take up a rejected sentence again; one that is not rejected stays as it is."""
    permissions.SETTLE.require(by, within=edition.municipality)
    lock(edition.municipality)
    rejected = Settled.objects.of(edition.municipality).filter(
        edition__plan=edition.plan_id, sentence=sentence, outcome=Settled.Outcome.REJECTED
    )
    if rejected.delete()[0]:
        record(SentenceReopened(edition=edition.pk, reopened=sentence.pk), about=edition, by=by)


class _Settling:
    """Some sentences of one edition, that nobody has settled and nobody else settles meanwhile."""

    def __init__(self, edition: Edition, numbers: Iterable[int], by: User) -> None:
        self.edition, self.by = edition, by
        lock(edition.municipality)
        asked = sorted(set(numbers))
        if not asked:
            raise NothingChosen
        found = {
            wording.sentence.number: wording
            for wording in Wording.objects.of(edition.municipality)
            .filter(edition=edition, sentence__number__in=asked)
            .select_related("sentence")
            .order_by("-position")
        }
        for number in asked:
            if number not in found:
                raise NoSuchSentence(sentence=number)
        self.wordings = dict(sorted(found.items(), key=lambda pair: pair[1].position))
        self._require_unsettled()
        self.number = next_number(edition.municipality)

    def _require_unsettled(self) -> None:
        keys = [wording.sentence_id for wording in self.wordings.values()]
        settled = {
            *Settled.objects.filter(edition=self.edition, sentence__in=keys).values_list(
                "sentence", flat=True
            ),
            *Ground.objects.of(self.edition.municipality)
            .filter(sentence__in=keys, commitment__ended_on=None)
            .values_list("sentence", flat=True),
        }
        taken = [number for number, wording in self.wordings.items() if wording.sentence_id in settled]
        if taken:
            raise AlreadySettled(sentences=", ".join(map(str, taken)))

    def make(self, wordings: list[Wording], terms: Terms) -> tuple[Commitment, list[Wording]]:
        within = self.edition.municipality
        terms.check(within)
        commitment = Commitment.objects.create(
            municipality=within, number=self.number, plan_id=self.edition.plan_id, **terms.fields()
        )
        self.number += 1
        terms.aim(commitment)
        Ground.objects.bulk_create(
            Ground(
                municipality=within,
                commitment=commitment,
                kind=Ground.Kind.SENTENCE,
                sentence=wording.sentence,
                edition=self.edition,
                as_worded=wording.text,
            )
            for wording in wordings
        )
        return commitment, wordings

    def settle(self, outcome: Settled.Outcome, because: str = "") -> list[Settled]:
        return Settled.objects.bulk_create(
            Settled(
                municipality=self.edition.municipality,
                edition=self.edition,
                sentence=wording.sentence,
                outcome=outcome,
                because=because,
                by=self.by,
            )
            for wording in self.wordings.values()
        )


def _confirmed(commitment: Commitment, edition: Edition, wordings: Sequence[Wording]) -> CommitmentConfirmed:
    keys = [wording.sentence_id for wording in wordings]
    return CommitmentConfirmed(commitment=commitment.pk, edition=edition.pk, sentences=keys)
