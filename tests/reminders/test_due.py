import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forebygg.accounts.models import User
from forebygg.commitments.models import Commitment, Share, State
from forebygg.organisation.models import Holding, Kind, Role, Unit
from forebygg.organisation.services.posts import relieve
from forebygg.reminders.due import due
from forebygg.reminders.selectors.digests import letter, readers
from forebygg.reminders.selectors.hands import hands_of
from tests.reminders.conftest import TODAY

pytestmark = pytest.mark.django_db
IN_A_WEEK = TODAY + dt.timedelta(days=7)
UNTIL = TODAY + dt.timedelta(days=14)


def keys_of(user, within, until=UNTIL):
    return [item.key for item in due(within, until, among=hands_of(user, within))]


def test_a_commitment_falls_to_whoever_holds_its_owners_post(granvik, someone, post_of, promised):
    owner, other = someone(Role.MEMBER), someone(Role.SPECIALIST, name="Hedda Kvist")
    promised(IN_A_WEEK, owner=post_of(owner))

    assert keys_of(owner, granvik) == ["commitment-1"]
    assert keys_of(other, granvik) == []


def test_what_nobody_owns_any_longer_falls_to_the_coordinator(
    granvik, someone, post_of, promised, coordinator, person
):
    owner = someone(Role.MEMBER)
    promised(IN_A_WEEK, owner=post_of(owner))
    promised(IN_A_WEEK)
    assert keys_of(coordinator, granvik) == ["commitment-2"]
    relieve(Holding.objects.get(user=owner), by=person)

    assert keys_of(coordinator, granvik) == ["commitment-1", "commitment-2"]
    assert keys_of(owner, granvik) == []


def test_what_a_unit_is_to_answer_is_one_thing_a_day_however_many_answers_it_takes(
    granvik, schools, answerer, promised
):
    for _time in range(3):
        promised(IN_A_WEEK, units=[schools])
    promised(units=[schools])
    promised(TODAY + dt.timedelta(days=90), units=[schools])

    items = due(granvik, UNTIL, among=hands_of(answerer, granvik))
    assert [(item.key, item.on) for item in items] == [
        ("answers-3-open", None),
        (f"answers-3-{IN_A_WEEK}", IN_A_WEEK),
    ]
    assert items[1].title == "Granviksskolan: 3 svar"
    assert items[1].url == "/granvik/units/3/answers/"


def test_what_is_done_or_does_not_apply_is_due_no_more(granvik, schools, answerer, promised):
    for state in (State.DONE, State.NOT_APPLICABLE):
        commitment = promised(IN_A_WEEK, units=[schools])
        commitment.shares.update(state=state, answered_on=TODAY)

    assert due(granvik, UNTIL) == []


def test_what_comes_back_is_due_again_after_its_answer(granvik, schools, promised):
    commitment = promised(TODAY, units=[schools], rhythm="month")
    commitment.shares.update(state=State.DONE, answered_on=TODAY - dt.timedelta(days=1))

    due_on = dt.date(2026, 4, 11)
    assert due(granvik, due_on - dt.timedelta(days=1)) == []
    assert {item.on for item in due(granvik, due_on)} == {due_on}


def test_whoever_answers_for_the_board_is_told_of_its_units(granvik, schools, someone, promised):
    of_the_board = someone(Role.ANSWERER, schools.authority)
    promised(IN_A_WEEK, units=[schools])

    assert keys_of(of_the_board, granvik) == [f"answers-3-{IN_A_WEEK}"]


def test_commitments_that_have_lost_their_sentence_wait_for_the_coordinator(granvik, promise, coordinator):
    [item] = [item for item in due(granvik, UNTIL) if item.kind.key == "followed"]

    assert item.on is None
    assert "followed" in keys_of(coordinator, granvik)


def test_people_who_have_not_come_wait_for_the_administrator_unnamed(granvik, someone):
    administrator = someone(Role.ADMINISTRATOR, name="Karl Nordby")
    invited = someone(Role.MEMBER)
    invited.set_unusable_password()
    invited.save()
    today = Holding.objects.get(user=invited).since.date()

    assert keys_of(administrator, granvik, today) == []
    [item] = due(granvik, today + dt.timedelta(days=9), among=hands_of(administrator, granvik))
    assert (item.key, item.url) == ("invited", "/granvik/people/")
    assert "Mira" not in item.title


def test_the_neighbours_commitments_fall_to_nobody_here(granvik, other_municipality, promised, coordinator):
    promised(IN_A_WEEK)

    assert due(other_municipality, UNTIL) == []


def test_a_whole_municipality_is_asked_in_as_many_queries_whatever_its_size(crowd, granvik):
    asked = []
    for size in (3, 30):
        crowd(size)
        with CaptureQueriesContext(connection) as queries:
            assert len(readers(granvik, today=TODAY + dt.timedelta(days=4))) == size
        asked.append(len(queries))

    assert asked[0] == asked[1]


@pytest.fixture
def crowd(granvik, schools, someone, post_of, promised):
    """So many schools, each with somebody who answers for it and owns a commitment of its own."""

    def made(size):
        for number in range(Unit.objects.filter(number__gte=100).count(), size):
            unit = Unit.objects.create(
                municipality=granvik,
                number=100 + number,
                kind=Kind.UNIT,
                name=f"Skola {number}",
                above=schools,
            )
            user = someone(Role.ANSWERER, unit, name=f"Person {number}")
            promised(IN_A_WEEK, owner=post_of(user), units=[unit])

    return made


def test_whoever_is_told_alone_is_told_the_same_as_among_all(
    granvik, schools, someone, post_of, promised, request
):
    answerer, coordinator = map(request.getfixturevalue, ("answerer", "coordinator"))
    owner = someone(Role.MEMBER)
    promised(TODAY, owner=post_of(owner), units=[schools])
    promised(TODAY + dt.timedelta(days=3))
    promised(TODAY + dt.timedelta(days=5), units=[schools])

    alone = {user.pk for user in User.objects.all() if letter(user, granvik, today=TODAY)}
    assert alone == set(readers(granvik, today=TODAY)) == {owner.pk, answerer.pk, coordinator.pk}
    assert Commitment.objects.count() == 3 == Share.objects.count() + 1
