import pytest
from django.core.exceptions import PermissionDenied

from forebygg.accounts.models import User
from forebygg.audit.models import Entry
from forebygg.commitments.errors import (
    AlreadySettled,
    CannotAnswerForIt,
    NoSuchSentence,
    NotEnoughToJoin,
    NothingChosen,
)
from forebygg.commitments.models import Commitment, Settled
from forebygg.commitments.services.settling import confirm, join, reject, reopen
from forebygg.organisation.models import Kind
from forebygg.organisation.services.units import open_unit


def numbers(wordings):
    return [wording.sentence.number for wording in wordings]


def test_sentences_become_commitments_that_stand_on_their_words(edition, wordings, terms, person):
    first, second = wordings[:2]

    made = confirm(edition, {number: [terms()] for number in numbers([second, first])}, by=person)

    assert [one.number for one in made] == [1, 2]
    assert [one.grounds.get().as_worded for one in made] == [first.text, second.text]
    assert [*Settled.objects.values_list("outcome", flat=True)] == ["confirmed", "confirmed"]
    assert Entry.objects.filter(event="commitments.confirmed").count() == 2


def test_a_sentence_is_split_in_several(edition, wordings, terms, person):
    confirm(edition, {wordings[0].sentence.number: [terms("Lära ut."), terms("Följa upp.")]}, by=person)

    assert [one.what for one in Commitment.objects.filter(grounds__sentence=wordings[0].sentence)] == [
        "Lära ut.",
        "Följa upp.",
    ]


def test_several_sentences_are_joined_in_one(edition, wordings, terms, person):
    made = join(edition, numbers(wordings[:3]), terms(), by=person)

    assert [ground.as_worded for ground in made.grounds.all()] == [one.text for one in wordings[:3]]


def test_what_is_settled_is_not_settled_again(edition, wordings, terms, person):
    settled, free = numbers(wordings[:2])
    confirm(edition, {settled: [terms()]}, by=person)

    with pytest.raises(AlreadySettled, match=f": {settled}\\."):
        confirm(edition, {settled: [terms()], free: [terms()]}, by=person)

    assert Commitment.objects.count() == 1


def test_a_sentence_that_carries_a_commitment_is_settled_in_every_edition(
    editions, commitment, terms, person
):
    number = commitment.grounds.get().sentence.number
    older = next(one for one in editions[:-1] if one.wordings.filter(sentence__number=number).exists())

    with pytest.raises(AlreadySettled):
        confirm(older, {number: [terms()]}, by=person)


def test_a_rejected_sentence_can_be_taken_up_again(edition, wordings, terms, person):
    number = wordings[0].sentence.number
    reject(edition, [number], "Det är bakgrund.", by=person)

    reopen(edition, wordings[0].sentence, by=person)

    assert confirm(edition, {number: [terms()]}, by=person)


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (lambda edition, _terms, by: confirm(edition, {}, by=by), NothingChosen),
        (lambda edition, terms, by: confirm(edition, {9999: [terms()]}, by=by), NoSuchSentence),
        (lambda edition, terms, by: join(edition, [1], terms(), by=by), NotEnoughToJoin),
        (lambda edition, _terms, by: reject(edition, [], "Nej.", by=by), NothingChosen),
    ],
)
def test_what_makes_no_sense_is_refused(edition, terms, person, act, error):
    with pytest.raises(error):
        act(edition, terms, person)

    assert not Commitment.objects.exists()


def test_an_outside_actor_is_never_bound(granvik, edition, wordings, terms, person):
    school = open_unit("Friskolan Lärkan", Kind.SCHOOL, within=granvik, by=person)
    bound = terms().__class__(what="Lära ut.", accountable=school)

    with pytest.raises(CannotAnswerForIt):
        confirm(edition, {wordings[0].sentence.number: [bound]}, by=person)


def test_only_a_coordinator_settles(edition, wordings, terms):
    stranger = User.objects.create(name="Alva Birk", email="alva.birk@granvik.example")

    with pytest.raises(PermissionDenied):
        confirm(edition, {wordings[0].sentence.number: [terms()]}, by=stranger)

    assert not Commitment.objects.exists()
