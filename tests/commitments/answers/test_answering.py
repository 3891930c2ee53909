import datetime as dt
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from forebygg.accounts.models import User
from forebygg.audit.models import Entry
from forebygg.commitments.errors import EvidenceMissing, NotConcerned, NothingAnswered, ReasonMissing
from forebygg.commitments.models import Answer, Commitment, Share, State
from forebygg.commitments.services.answering import Given, answer
from forebygg.organisation.errors import FutureDay
from forebygg.organisation.models import Role
from forebygg.organisation.services.posts import appoint

TODAY = dt.date(2025, 10, 2)


def test_an_answer_tells_where_the_unit_stands_and_leaves_one_entry(promised, answerer, entries):
    [given] = answer(promised, [said(1, evidence="Rutinen är beslutad.")], on=TODAY, by=answerer)

    share = Share.objects.get(unit=promised, commitment__number=1)
    assert (given.number, share.state, share.evidence) == (1, "done", "Rutinen är beslutad.")
    assert entries() == ["commitments.unit_answered"]


def test_what_a_unit_said_before_stays_as_history(promised, answerer):
    answer(promised, [said(1, State.NOT_BEGUN)], on=TODAY, by=answerer)
    answer(promised, [said(1, State.UNDER_WAY)], on=TODAY, by=answerer)

    share = Share.objects.get(unit=promised, commitment__number=1)
    assert share.state == "under_way"
    assert [one.state for one in share.answers.order_by("number")] == ["not_begun", "under_way"]


def test_the_same_key_again_gives_the_first_answer_and_changes_nothing(promised, answerer, entries):
    once = said(1, State.UNDER_WAY)
    [first] = answer(promised, [once], on=TODAY, by=answerer)

    assert answer(promised, [once], on=TODAY, by=answerer) == [first]
    assert len(entries()) == 1


def test_what_is_sent_again_with_more_keeps_the_more(promised, answerer):
    once = said(1, State.UNDER_WAY)
    answer(promised, [once], on=TODAY, by=answerer)
    answers = answer(promised, [once, said(2, State.NOT_BEGUN)], on=TODAY, by=answerer)

    assert [(one.number, one.share.commitment.number) for one in answers] == [(1, 1), (2, 2)]


@pytest.mark.parametrize(
    ("state", "refusal"), [(State.NOT_APPLICABLE, ReasonMissing), (State.DONE, EvidenceMissing)]
)
def test_of_several_answers_none_is_kept_when_one_lacks_its_words(promised, answerer, state, refusal):
    with pytest.raises(refusal):
        answer(promised, [said(1, State.UNDER_WAY), said(2, state)], on=TODAY, by=answerer)

    assert not Answer.objects.exists()


def test_nobody_answers_on_a_day_that_has_not_come(promised, answerer):
    with pytest.raises(FutureDay):
        answer(promised, [said(1, State.UNDER_WAY)], on=dt.date(2999, 1, 1), by=answerer)


def test_no_answer_at_all_is_told(promised, answerer):
    with pytest.raises(NothingAnswered):
        answer(promised, [], on=TODAY, by=answerer)


def test_what_concerns_a_unit_no_longer_is_not_answered(promised, answerer):
    Share.objects.filter(commitment__number=1).update(lifted_on=TODAY)
    Commitment.objects.filter(number=2).update(ended_on=TODAY, ended_because="Det är gjort.")

    for number in (1, 2, 99):
        with pytest.raises(NotConcerned):
            answer(promised, [said(number, State.UNDER_WAY)], on=TODAY, by=answerer)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADMINISTRATOR, Role.REGISTRAR])
def test_nobody_else_answers_for_a_unit(granvik, promised, person, role):
    other = User.objects.create(email="rut@granvik.example", name="Rut Hav")
    appoint(other, role, within=granvik, by=person)

    for by in (other, person):
        with pytest.raises(PermissionDenied):
            answer(promised, [said(1, State.UNDER_WAY)], on=TODAY, by=by)


def test_somebody_of_the_board_answers_for_its_units_and_not_for_anothers(
    granvik, promised, social_board, person
):
    own, other = (User.objects.create(email=f"{name}@granvik.example", name="Ali Berg") for name in "ab")
    appoint(own, Role.ANSWERER, within=granvik, unit=promised.authority, by=person)
    appoint(other, Role.ANSWERER, within=granvik, unit=social_board, by=person)

    assert answer(promised, [said(1, State.UNDER_WAY)], on=TODAY, by=own)
    with pytest.raises(PermissionDenied):
        answer(promised, [said(1, State.UNDER_WAY)], on=TODAY, by=other)


def said(number, state=State.DONE, **words):
    return Given(commitment=number, key=uuid4(), state=state, **words)


@pytest.fixture
def entries(granvik, answerer, promised):
    """What has been recorded since."""
    before = Entry.objects.of(granvik).count()
    return lambda: [entry.event for entry in Entry.objects.of(granvik).order_by("number")][before:]
