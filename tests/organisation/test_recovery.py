"""A second factor is lost, and two administrators give its person a new start."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from forebygg.audit.models import Entry
from forebygg.organisation.errors import RecoveryNeedsAnother, RecoveryOver
from forebygg.organisation.models import Recovery, Role
from forebygg.organisation.services.posts import appoint, relieve
from forebygg.organisation.services.recovery import approve_recovery, ask_for_recovery
from tests.browsing import Browser, words
from tests.organisation.test_people import somebody


@pytest.fixture
def administrators(granvik, person):
    two = somebody("Karl Nordby", "x"), somebody("Lova Orre", "x")
    for one in two:
        appoint(one, Role.ADMINISTRATOR, within=granvik, by=person)
    return two


@pytest.fixture
def alva(granvik, person):
    """Somebody with a post and a second factor."""
    alva = somebody("Alva Birk", "x")
    appoint(alva, Role.COORDINATOR, within=granvik, by=person)
    alva.authenticator_set.create(type="totp", data={})
    return alva


def test_two_administrators_take_a_lost_factor_away(alva, administrators, granvik):
    karl, lova = administrators
    before = Entry.objects.count()

    recovery = ask_for_recovery(alva, within=granvik, by=karl)
    assert alva.authenticator_set.exists()
    approve_recovery(recovery, by=lova)

    assert not alva.authenticator_set.exists()
    assert Entry.objects.count() == before + 2


def test_a_new_start_ends_every_login_of_the_person_and_no_others(alva, administrators, granvik):
    karl, lova = administrators
    theirs, others = Client(), Client()
    theirs.force_login(alva)
    others.force_login(karl)

    approve_recovery(ask_for_recovery(alva, within=granvik, by=karl), by=lova)

    assert theirs.get("/granvik/people/").status_code == 302
    assert others.get("/granvik/people/").status_code == 200


def test_one_administrator_is_not_two(alva, administrators, granvik):
    karl, _lova = administrators
    recovery = ask_for_recovery(alva, within=granvik, by=karl)

    assert ask_for_recovery(alva, within=granvik, by=karl) == recovery
    with pytest.raises(RecoveryNeedsAnother):
        approve_recovery(recovery, by=karl)

    assert alva.authenticator_set.exists()


def test_nobody_takes_part_in_their_own(administrators, granvik):
    karl, lova = administrators

    with pytest.raises(RecoveryNeedsAnother):
        ask_for_recovery(karl, within=granvik, by=karl)
    with pytest.raises(RecoveryNeedsAnother):
        approve_recovery(ask_for_recovery(karl, within=granvik, by=lova), by=karl)


def test_the_database_refuses_it_too(alva, administrators, granvik):
    karl, _lova = administrators
    row = {"municipality": granvik, "asked_at": timezone.now()}

    for wrong in (
        {"user": alva, "asked_by": alva},
        {"user": alva, "asked_by": karl, "approved_by": karl, "approved_at": timezone.now()},
        {"user": alva, "asked_by": karl, "approved_by": alva, "approved_at": timezone.now()},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Recovery.objects.create(**row, **wrong)


def test_it_is_approved_within_three_days_and_once(alva, administrators, granvik):
    karl, lova = administrators
    recovery = ask_for_recovery(alva, within=granvik, by=karl)
    Recovery.objects.update(asked_at=timezone.now() - timedelta(days=3, minutes=1))
    with pytest.raises(RecoveryOver):
        approve_recovery(recovery, by=lova)

    again = ask_for_recovery(alva, within=granvik, by=karl)
    approve_recovery(again, by=lova)
    with pytest.raises(RecoveryOver):
        approve_recovery(again, by=lova)


def test_whoever_asked_and_has_left_since_counts_no_more(alva, administrators, granvik, person):
    karl, lova = administrators
    recovery = ask_for_recovery(alva, within=granvik, by=karl)
    relieve(karl.holdings.get(), by=person)

    with pytest.raises(PermissionDenied):
        approve_recovery(recovery, by=lova)


def test_only_people_of_the_municipality_and_by_its_administrators(alva, administrators, granvik, person):
    karl, _lova = administrators

    for who, by in ((somebody("Gun Asp"), karl), (alva, alva), (alva, person)):
        with pytest.raises((PermissionDenied, RecoveryNeedsAnother)):
            ask_for_recovery(who, within=granvik, by=by)


def test_the_two_find_the_way_on_the_page(alva, administrators, granvik):
    pages = []
    for one in administrators:
        client = Client()
        client.force_login(one)
        pages.append(Browser(client))
    karl, lova = pages
    address = f"/granvik/people/{alva.pk}/recovery/"

    assert "Begär att få börja om" in words(karl.page(address))
    karl.page(address, data={"ask": "1"})
    assert "En annan administratör gör nästa steg" in words(karl.page(address))
    assert "Karl Nordby har begärt det" in words(lova.page(address))
    lova.page(address, data={"approve": "1"})

    assert not alva.authenticator_set.exists()


def test_whoever_asks_at_the_same_moment_as_another_has_not_approved(alva, administrators, granvik):
    karl, lova = administrators
    client = Client()
    client.force_login(lova)
    ask_for_recovery(alva, within=granvik, by=karl)

    Browser(client).page(f"/granvik/people/{alva.pk}/recovery/", data={"ask": "1"})

    assert alva.authenticator_set.exists()


def test_what_is_over_is_told_at_the_form(alva, administrators):
    client = Client()
    client.force_login(administrators[0])

    page = Browser(client).page(f"/granvik/people/{alva.pk}/recovery/", status=422, data={"approve": "1"})

    assert "Begär det på nytt" in words(page.select_one("#error-summary"))
