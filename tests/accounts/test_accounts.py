import pytest
from django.db import IntegrityError, transaction

from forebygg.accounts.models import Municipality, SystemUser, User
from forebygg.accounts.services import settle_municipality, system_user


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
    first, is_new = settle_municipality("solvik", "Solviks kommun")

    assert is_new
    assert settle_municipality("solvik", "Något annat") == (first, False)
    assert str(Municipality.objects.get(slug="solvik")) == "Solviks kommun"
