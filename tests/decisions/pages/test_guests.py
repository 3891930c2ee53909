import datetime as dt
import json

import pytest
from django.test import Client
from django.utils import timezone

from forebygg.accounts.models import User
from forebygg.decisions.models import Item
from forebygg.organisation.models import Role
from forebygg.organisation.services.posts import appoint
from forebygg.papers.models import Invitation
from forebygg.papers.services.inviting import invite
from forebygg.papers.services.secrecy import keep
from tests.browsing import Browser, words

CASE = "/granvik/cases/1/"
ADDRESS = f"{CASE}guests/"
SOON = timezone.localdate() + dt.timedelta(days=30)


@pytest.fixture
def person_with(granvik, person):
    """Somebody who has logged in, with a post: `person_with(Role.GUEST)`; and the holding."""

    def made(role, unit=None, name="Gun Asp"):
        user = User.objects.create(email=f"{role}@granvik.example", name=name)
        holding = appoint(user, role, within=granvik, unit=unit, by=person)
        client = Client()
        client.force_login(user)
        return Browser(client), holding

    return made


def test_a_guest_is_invited_and_the_invitation_ended(browser, granvik_case, person_with):
    visitor, guest = person_with(Role.GUEST)
    assert browser.page(CASE).select_one(f"a[href='{ADDRESS}']")

    page = browser.page(ADDRESS, data={"guest": guest.pk, "last_day": f"{SOON}"})

    assert "Gun Asp" in words(page.select_one("main .rows"))
    assert not page.select("select[name=guest]")  # nobody else is a guest
    assert "Du är gäst här" in words(visitor.page(CASE).main)
    browser.page(f"{ADDRESS}{Invitation.objects.get().pk}/end/", data={"sure": 1})
    assert visitor.get(CASE).status_code == 404


def test_what_is_wrong_is_said_at_the_form_and_what_was_typed_comes_back(browser, granvik_case, person_with):
    _visitor, guest = person_with(Role.GUEST)

    page = browser.page(ADDRESS, status=422, data={"guest": guest.pk, "last_day": "1999-01-01"})

    assert "högst ett år" in words(page.select_one("main"))
    assert page.select_one("option[selected]")["value"] == f"{guest.pk}"
    assert page.select_one("input[name=last_day]")["value"] == "1999-01-01"


def test_only_who_says_what_an_authority_keeps_is_asked_whether_the_guest_sees_it(
    browser, granvik_case, person_with, social_board
):
    _visitor, guest = person_with(Role.GUEST)
    registrar, _holding = person_with(Role.REGISTRAR, social_board, "Alva Birk")

    assert not browser.page(ADDRESS).select("select[name=authority]")
    told = {"guest": guest.pk, "last_day": f"{SOON}", "authority": social_board.pk}
    page = registrar.page(ADDRESS, data=told)

    assert "Socialnämnden" in words(page.select_one("main .rows"))


def test_a_guest_finds_no_way_to_what_is_the_colleagues(granvik_case, person_with, person, social_board):
    visitor, guest = person_with(Role.GUEST)
    item = Item.objects.get(case=granvik_case, paragraph=41)
    keep(granvik_case, {item.paper.number}, within=social_board, by=person)
    invite(granvik_case, guest, last_day=SOON, by=person)

    page = visitor.page(CASE)

    leads = {link["href"] for link in page.select("main a[href]")}
    assert item.get_absolute_url() not in leads
    for name in ("findings", "release", "corrections", "keep", "guests"):
        assert f"{CASE}{name}/" not in leads
    for address in sorted(leads):
        assert visitor.get(address).status_code in {200, 301, 302}, address
    told = json.loads(visitor.get(f"{CASE[:-1]}.json").getvalue())
    assert (told["findings"], told["unread"]) == ([], [])
    assert item.paragraph not in {one["paragraph"] for one in told["items"]}
    assert visitor.get(item.get_absolute_url()).status_code == 404


def test_the_plans_margin_tells_a_guest_only_what_stands_in_papers_of_the_case(
    granvik_case, person_with, person, social_board
):
    """The paragraph that adopted the plan, and who moved its changes, are kept from them with their paper."""
    visitor, guest = person_with(Role.GUEST)
    invite(granvik_case, guest, last_day=SOON, by=person)
    plan = "/granvik/plans/1/"
    assert "§" in words(visitor.page(plan).main)

    granvik_case.papers.exclude(kind="plan").update(kept_by=social_board)

    assert "§" not in words(visitor.page(plan).main)
    assert "§" not in words(visitor.page(f"{plan}compare/1/2/").main)
