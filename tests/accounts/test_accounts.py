import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from forebygg.accounts.models import Municipality, SystemUser, User
from forebygg.accounts.permissions import Permission
from forebygg.accounts.services import settle_municipality, system_user

RING = Permission("tests.ring")
WIND = Permission("tests.wind", frozenset({SystemUser.CLOCK}))


@pytest.mark.parametrize("which", SystemUser)
def test_a_system_user_is_made_once(db, which):
    assert system_user(which) == system_user(which)
    assert User.objects.filter(system=which).count() == 1


def test_a_system_user_is_called_by_what_it_is(db):
    assert str(system_user(SystemUser.CLOCK)) == str(SystemUser.CLOCK.label)


def test_a_person_is_called_by_name(db):
    assert str(User(email="anna@granvik.example", name="Anna Åkerblom")) == "Anna Åkerblom"


@pytest.mark.parametrize("who", [{}, {"email": "anna@granvik.example", "system": SystemUser.CLOCK}])
def test_a_user_is_a_person_or_the_system_and_not_both(db, who):
    User.objects.filter(system=SystemUser.CLOCK).delete()

    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(name="Anna Åkerblom", **who)


def test_a_municipality_is_made_once_and_keeps_its_name(db):
    first = settle_municipality("solvik", "Solviks kommun")

    assert settle_municipality("solvik", "Något annat") == first
    assert str(Municipality.objects.get(slug="solvik")) == "Solviks kommun"


def test_a_system_user_may_act(person, granvik):
    assert RING.allows(person, within=granvik)
    RING.require(person, within=granvik)


@pytest.mark.parametrize(
    "user",
    [
        AnonymousUser(),
        User(email="anna@granvik.example", name="Anna Åkerblom"),
        User(system=SystemUser.LOCAL, name="local", is_active=False),
    ],
    ids=["anybody", "a person without a role", "one no longer active"],
)
def test_nobody_else_may(granvik, user):
    with pytest.raises(PermissionDenied):
        RING.require(user, within=granvik)


def test_a_right_may_be_one_system_users_alone(db, granvik):
    assert WIND.allows(system_user(SystemUser.CLOCK), within=granvik)
    assert not WIND.allows(system_user(SystemUser.LOCAL), within=granvik)
