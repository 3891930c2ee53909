import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from forebygg.audit.models import Entry
from forebygg.organisation.errors import LastAdministrator, PostNeedsUnit, SamePerson, UnitClosed
from forebygg.organisation.models import Holding, Post, Role, Unit
from forebygg.organisation.services.posts import appoint, hand_over, relieve


@pytest.fixture
def administrator(granvik, people, person):
    user = people("Berit Alm")
    appoint(user, Role.ADMINISTRATOR, within=granvik, by=person)
    return user


def entries(municipality):
    return [entry.event for entry in Entry.objects.of(municipality).order_by("number")]


def test_who_is_given_a_post_holds_it(granvik, schools, people, administrator):
    alva = people("Alva Birk")

    holding = appoint(alva, Role.ANSWERER, within=granvik, unit=schools, by=administrator)

    assert str(holding.post) == "den som svarar för en enhet, Granviksskolan"
    assert [*Holding.objects.current().filter(user=alva)] == [holding]
    assert entries(granvik)[-1] == "organisation.post_given"


def test_giving_a_post_twice_changes_nothing(granvik, people, administrator):
    alva = people("Alva Birk")
    first = appoint(alva, Role.MEMBER, within=granvik, by=administrator)
    told = entries(granvik)

    assert appoint(alva, Role.MEMBER, within=granvik, by=administrator) == first
    assert entries(granvik) == told


@pytest.mark.parametrize("role", [Role.ANSWERER, Role.SECRETARY])
def test_some_posts_are_always_in_a_unit(granvik, people, administrator, role):
    with pytest.raises(PostNeedsUnit):
        appoint(people("Alva Birk"), role, within=granvik, by=administrator)

    assert not Post.objects.filter(role=role).exists()


def test_nobody_is_given_a_post_in_a_unit_that_is_closed(granvik, schools, people, administrator):
    Unit.objects.filter(pk=schools.pk).update(closed_on=dt.date(2025, 6, 30))

    with pytest.raises(UnitClosed, match="Granviksskolan"):
        appoint(people("Alva Birk"), Role.ANSWERER, within=granvik, unit=schools, by=administrator)


def test_nobody_is_given_a_post_in_another_municipalitys_unit(
    other_municipality, schools, people, person, administrator
):
    with pytest.raises(Unit.DoesNotExist):
        appoint(people("Alva Birk"), Role.ANSWERER, within=other_municipality, unit=schools, by=person)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_gives_posts(granvik, schools, people, administrator, role):
    alva = people("Alva Birk")
    appoint(alva, role, within=granvik, unit=schools, by=administrator)
    told = entries(granvik)

    with pytest.raises(PermissionDenied):
        appoint(alva, Role.ADMINISTRATOR, within=granvik, by=alva)

    assert entries(granvik) == told


def test_a_successor_takes_over_every_post_in_one_act(granvik, schools, people, administrator):
    alva, ture = people("Alva Birk"), people("Ture Ask")
    posts = {
        appoint(alva, role, within=granvik, unit=unit, by=administrator).post
        for role, unit in ((Role.ANSWERER, schools), (Role.MEMBER, None))
    }
    told = entries(granvik)

    assert {*hand_over(alva, ture, within=granvik, by=administrator)} == posts

    assert {holding.post for holding in Holding.objects.current().filter(user=ture)} == posts
    assert not Holding.objects.current().filter(user=alva).exists()
    assert entries(granvik) == [*told, "organisation.posts_handed_over"]


def test_what_nobody_takes_over_is_ownerless_at_once(granvik, schools, people, administrator):
    alva = people("Alva Birk")
    post = appoint(alva, Role.ANSWERER, within=granvik, unit=schools, by=administrator).post

    hand_over(alva, None, within=granvik, by=administrator)

    assert [*Post.objects.of(granvik).ownerless()] == [post]
    assert entries(granvik)[-1] == "organisation.posts_left_empty"


def test_a_post_that_two_hold_is_not_ownerless_when_one_leaves(granvik, people, administrator):
    alva, ture = people("Alva Birk"), people("Ture Ask")
    for user in (alva, ture):
        appoint(user, Role.MEMBER, within=granvik, by=administrator)

    hand_over(alva, None, within=granvik, by=administrator)

    assert not Post.objects.of(granvik).ownerless().exists()


def test_posts_in_another_municipality_stay(granvik, other_municipality, people, person, administrator):
    alva = people("Alva Birk")
    appoint(alva, Role.MEMBER, within=other_municipality, by=person)
    appoint(alva, Role.MEMBER, within=granvik, by=administrator)

    hand_over(alva, None, within=granvik, by=administrator)

    assert Holding.objects.of(other_municipality).current().filter(user=alva).count() == 1


def leave_the_post(administrator):
    relieve(administrator.holdings.get(), by=administrator)


def leave_everything(administrator):
    hand_over(administrator, None, within=administrator.holdings.get().municipality, by=administrator)


@pytest.mark.parametrize("leave", [leave_the_post, leave_everything])
def test_the_last_administrator_cannot_leave(granvik, administrator, leave):
    holding = administrator.holdings.get()
    told = entries(granvik)

    with pytest.raises(LastAdministrator, match="Berit Alm"):
        leave(administrator)

    assert Holding.objects.current().filter(pk=holding.pk).exists()
    assert entries(granvik) == told


def test_the_last_administrator_leaves_when_somebody_takes_over(granvik, people, administrator):
    ture = people("Ture Ask")

    hand_over(administrator, ture, within=granvik, by=administrator)

    [holding] = Holding.objects.of(granvik).current().filter(post__role=Role.ADMINISTRATOR)
    assert holding.user == ture


def test_nobody_takes_over_from_themselves(granvik, administrator):
    with pytest.raises(SamePerson):
        hand_over(administrator, administrator, within=granvik, by=administrator)


def test_who_holds_nothing_leaves_nothing_and_no_entry(granvik, people, administrator):
    told = entries(granvik)

    assert hand_over(people("Alva Birk"), None, within=granvik, by=administrator) == []
    assert entries(granvik) == told


def test_an_administrator_of_long_ago_may_leave_other_posts(granvik, people, administrator):
    ture = people("Ture Ask")
    hand_over(administrator, ture, within=granvik, by=administrator)
    holding = appoint(administrator, Role.MEMBER, within=granvik, by=ture)

    relieve(holding, by=ture)

    assert not Holding.objects.current().filter(user=administrator).exists()


def test_an_administrator_whose_account_is_closed_is_not_somebody_left(granvik, people, administrator):
    ture = people("Ture Ask")
    appoint(ture, Role.ADMINISTRATOR, within=granvik, by=administrator)
    ture.is_active = False
    ture.save()

    with pytest.raises(LastAdministrator, match="Berit Alm"):
        relieve(administrator.holdings.get(), by=administrator)
