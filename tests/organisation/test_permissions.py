import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from forebygg.accounts.models import SystemUser
from forebygg.accounts.services import system_user
from forebygg.organisation.models import Role
from forebygg.organisation.permissions import READING, Permission, Viewer
from forebygg.organisation.services.posts import appoint, relieve

RING = Permission("tests.ring", frozenset({Role.SECRETARY, Role.REGISTRAR}))
SIGN = Permission("tests.sign", frozenset({Role.SECRETARY}), by_system=False)


def test_a_role_gives_the_right_in_its_own_municipality_only(granvik, other_municipality, people, person):
    alva = people("Alva Birk")
    appoint(alva, Role.REGISTRAR, within=granvik, by=person)

    assert RING.allows(alva, within=granvik)
    assert not RING.allows(alva, within=other_municipality)


def test_another_role_does_not_give_it(granvik, people, person):
    alva = people("Alva Birk")
    appoint(alva, Role.AUDITOR, within=granvik, by=person)

    with pytest.raises(PermissionDenied):
        RING.require(alva, within=granvik)


def test_a_post_that_has_ended_gives_nothing(granvik, people, person):
    alva = people("Alva Birk")
    relieve(appoint(alva, Role.REGISTRAR, within=granvik, by=person), by=person)

    assert not RING.allows(alva, within=granvik)


def test_nobody_acts_without_a_post_or_when_their_account_is_closed(granvik, people, person):
    closed = people("Alva Birk", is_active=False)
    appoint(closed, Role.REGISTRAR, within=granvik, by=person)

    for user in (AnonymousUser(), people("Ture Ask"), closed):
        assert not RING.allows(user, within=granvik)


def test_the_system_acts_but_not_where_a_person_must_answer_for_it(granvik):
    command = system_user(SystemUser.COMMAND)

    assert RING.allows(command, within=granvik)
    assert not SIGN.allows(command, within=granvik)


def test_a_post_at_the_authority_reaches_the_units_below_and_no_other(
    granvik, schools, social_board, people, person
):
    secretary = people("Alva Birk")
    appoint(secretary, Role.SECRETARY, within=granvik, unit=schools.authority, by=person)

    assert RING.allows(secretary, within=granvik, at=schools)
    assert not RING.allows(secretary, within=granvik, at=social_board)


def test_a_post_in_the_whole_municipality_reaches_everywhere(granvik, schools, people, person):
    registrar = people("Alva Birk")
    appoint(registrar, Role.REGISTRAR, within=granvik, by=person)

    assert RING.allows(registrar, within=granvik, at=schools)


@pytest.mark.parametrize("role", Role)
def test_all_roles_read_but_the_administrators_and_the_guests(granvik, schools, people, person, role):
    alva = people("Alva Birk")
    appoint(alva, role, within=granvik, unit=schools, by=person)

    assert Viewer.of(alva, granvik).reads is (role in READING)
    assert (Role.ADMINISTRATOR in READING, Role.GUEST in READING) == (False, False)


def test_one_query_tells_who_is_looking(granvik, schools, people, person, django_assert_num_queries):
    alva = people("Alva Birk")
    for role in (Role.ANSWERER, Role.MEMBER):
        appoint(alva, role, within=granvik, unit=schools, by=person)

    with django_assert_num_queries(1):
        viewer = Viewer.of(alva, granvik)
    assert viewer.authorities == {schools.authority_id}
    assert viewer.roles == {Role.ANSWERER, Role.MEMBER}
