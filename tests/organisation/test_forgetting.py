import pytest
from django.core.exceptions import PermissionDenied

from forebygg.accounts.models import User
from forebygg.audit.models import Entry
from forebygg.audit.verifying import Chain
from forebygg.organisation.errors import StillHoldsPosts
from forebygg.organisation.models import Role
from forebygg.organisation.services.forgetting import forget
from forebygg.organisation.services.posts import appoint, relieve
from tests.contents import contents


@pytest.fixture
def alva(granvik, people, person):
    """Somebody who has left."""
    alva = people("Alva Birk", password="secret")
    relieve(appoint(alva, Role.REGISTRAR, within=granvik, by=person), by=person)
    return alva


def test_nothing_in_the_store_tells_who_a_forgotten_person_was(alva, granvik, person):
    forget(alva, within=granvik, by=person)

    assert "alva" not in str([*User.objects.values()]).casefold()
    assert "Alva Birk" not in str(contents())


def test_a_forgotten_person_can_never_log_in(alva, granvik, person):
    forget(alva, within=granvik, by=person)

    alva.refresh_from_db()
    assert (alva.is_active, alva.has_usable_password()) == (False, False)


def test_the_trail_is_whole_when_somebody_was_forgotten(alva, granvik, person):
    forget(alva, within=granvik, by=person)

    assert [*Chain(granvik).faults()] == []


def test_that_somebody_was_forgotten_is_told_once_where_they_were_known(
    alva, granvik, other_municipality, person
):
    for _ in range(2):
        forget(alva, within=granvik, by=person)

    told = Entry.objects.filter(event="organisation.person_forgotten")
    assert [(entry.municipality, entry.data) for entry in told] == [(granvik, {"user": alva.pk})]


def test_whoever_holds_a_post_anywhere_is_not_forgotten(alva, granvik, other_municipality, person):
    appoint(alva, Role.AUDITOR, within=other_municipality, by=person)

    with pytest.raises(StillHoldsPosts):
        forget(alva, within=granvik, by=person)

    alva.refresh_from_db()
    assert alva.name == "Alva Birk"


def test_only_an_administrator_of_a_municipality_that_knew_somebody_forgets_them(
    alva, granvik, other_municipality, people, person
):
    elsewhere, registrar = people("Ture Ask"), people("Berit Alm")
    appoint(elsewhere, Role.ADMINISTRATOR, within=other_municipality, by=person)
    appoint(registrar, Role.REGISTRAR, within=granvik, by=person)

    for by, within in ((elsewhere, granvik), (elsewhere, other_municipality), (registrar, granvik)):
        with pytest.raises(PermissionDenied):
            forget(alva, within=within, by=by)


def test_the_system_is_never_forgotten(granvik, person):
    with pytest.raises(PermissionDenied):
        forget(person, within=granvik, by=person)
