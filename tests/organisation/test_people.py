"""An administrator looks after the people and their posts."""

import re
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from unittest.mock import Mock

import pytest
from django.contrib.sessions.models import Session
from django.core import mail, signing
from django.test import Client

from forebygg.accounts.errors import InvitationOver
from forebygg.accounts.models import User
from forebygg.accounts.services import choose_password
from forebygg.audit.models import Entry
from forebygg.organisation.models import Holding, Role
from forebygg.organisation.services.people import withdraw_invitation
from forebygg.organisation.services.posts import appoint
from tests.browsing import Browser, words

PEOPLE = "/granvik/people/"
ALVA = {"name": "Alva Birk", "email": "Alva.Birk@granvik.example", "role": "coordinator", "unit": ""}
NEW = {"password1": "blå hästar äter moln", "password2": "blå hästar äter moln"}


def somebody(name, password=None, **more):
    user = User(name=name, email=f"{name.lower().replace(' ', '.')}@granvik.example", **more)
    user.set_password(password)
    user.save()
    return user


@pytest.fixture
def karl(granvik, person):
    """Granvik's administrator."""
    karl = somebody("Karl Nordby", NEW["password1"])
    appoint(karl, Role.ADMINISTRATOR, within=granvik, by=person)
    return karl


@pytest.fixture
def browser(karl):
    client = Client()
    client.force_login(karl)
    return Browser(client)


def elsewhere():
    return Browser(Client(REMOTE_ADDR="203.0.113.9"))


def link():
    return re.search(r"http://testserver(/\S+)", mail.outbox[-1].body)[1]


def test_somebody_is_invited_chooses_a_password_and_logs_in(browser):
    page = browser.page(PEOPLE, data=ALVA)
    assert "En inbjudan har skickats till alva.birk@granvik.example" in words(page)
    assert "Hej Alva Birk" in mail.outbox[0].body
    invited = elsewhere()

    invited.page(link())
    invited.page(link(), status=422, data={"password1": "kort", "password2": "kort"})
    invited.page(link(), data=NEW)

    answer = invited.post("/account/login/", {"login": ALVA["email"], "password": NEW["password1"]})
    assert answer["Location"] == "/"


def test_an_invitation_that_is_used_twice_says_so(browser):
    browser.post(PEOPLE, ALVA)
    elsewhere().post(link(), NEW)

    page = elsewhere().page(link(), status=410)

    assert "Den har redan använts eller dragits tillbaka, eller så är den äldre än sju dagar" in words(page)


def test_an_invitation_cannot_be_used_after_a_week(browser, monkeypatch):
    browser.post(PEOPLE, ALVA)
    now = signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + 8 * 24 * 60 * 60)

    elsewhere().page(link(), status=410)


def test_an_invitation_that_was_tampered_with_is_none(browser):
    browser.post(PEOPLE, ALVA)

    elsewhere().page(link().rstrip("/")[:-1] + "_/", status=410)


def test_an_invitation_is_one_entry_of_the_trail(browser, karl):
    before = Entry.objects.count()

    browser.post(PEOPLE, ALVA)

    assert Entry.objects.count() == before + 1
    assert Entry.objects.latest("number").by == karl


def test_whoever_has_an_account_already_gets_the_post_and_keeps_their_password(browser, granvik):
    alva = somebody("Alva Birk", "gröna hästar äter snö")

    browser.page(PEOPLE, data=ALVA)

    assert mail.outbox == []
    alva.refresh_from_db()
    assert alva.check_password("gröna hästar äter snö")
    assert alva.holdings.get().post.role == Role.COORDINATOR


def test_whoever_answers_is_asked_for_what(browser):
    page = browser.page(PEOPLE, status=422, data=ALVA | {"role": "answerer"})

    assert "Ange vilken" in words(page.select_one("#error-summary"))


def test_the_page_shows_first_what_nobody_holds(browser, karl, granvik, person):
    alva = somebody("Alva Birk")
    browser.post(f"{PEOPLE}posts/{appoint(alva, Role.AUDITOR, within=granvik, by=person).pk}/end/", {})

    page = browser.page(PEOPLE)

    assert "revisor" in words(page.select_one(".ds-alert[data-color=warning]"))
    assert "Alva Birk" not in words(page.select_one("ul.rows"))


def test_all_that_somebody_holds_is_handed_over_in_one_act(browser, karl, granvik, person):
    alva, bertil = somebody("Alva Birk"), somebody("Bertil Ekdahl")
    for role in (Role.COORDINATOR, Role.REGISTRAR):
        appoint(alva, role, within=granvik, by=person)
    appoint(bertil, Role.MEMBER, within=granvik, by=person)
    browser.page(f"{PEOPLE}{alva.pk}/leave/")

    browser.page(f"{PEOPLE}{alva.pk}/leave/", data={"sure": "1", "successor": bertil.pk})

    held = Holding.objects.current().filter(user=bertil).values_list("post__role", flat=True)
    assert {*held} == {Role.COORDINATOR, Role.REGISTRAR, Role.MEMBER}
    assert not alva.holdings.current().exists()


@pytest.mark.parametrize("page", ["posts/{holding}/end/", "{user}/leave/"])
def test_the_last_administrator_cannot_leave(browser, karl, page):
    address = PEOPLE + page.format(holding=karl.holdings.get().pk, user=karl.pk)

    told = words(browser.page(address, status=422, data={"sure": "1"}).select_one("#error-summary"))

    assert "Karl Nordby är" in told
    assert karl.holdings.current().exists()


def test_whoever_is_no_choice_takes_nothing_over(browser, granvik, person):
    alva = appoint(somebody("Alva Birk"), Role.COORDINATOR, within=granvik, by=person).user
    page = browser.page(f"{PEOPLE}{alva.pk}/leave/", status=422, data={"sure": "1", "successor": alva.pk})

    assert page.select_one("#error-summary")
    assert alva.holdings.current().exists()


@pytest.mark.parametrize(
    ("silence", "told"),
    [
        (SMTPRecipientsRefused({}), "Ingen e-post kan skickas till alva.birk@granvik.example"),
        (SMTPServerDisconnected(), "E-postservern svarar inte"),
        (ConnectionRefusedError(), "E-postservern svarar inte"),
        (TimeoutError(), "E-postservern svarar inte"),
    ],
)
def test_an_invitation_that_cannot_be_sent_is_not_made_and_nothing_typed_is_lost(
    browser, monkeypatch, silence, told
):
    monkeypatch.setattr(mail.EmailMessage, "send", Mock(side_effect=silence))
    before = Entry.objects.count()

    page = browser.page(PEOPLE, status=422, data=ALVA)

    assert told in words(page.select_one("#error-summary"))
    assert page.select_one("[name=name]")["value"] == "Alva Birk"
    assert not User.objects.filter(name="Alva Birk").exists()
    assert Entry.objects.count() == before


def test_what_a_service_refuses_is_told_at_the_form(browser):
    somebody("Alva Birk", is_active=False)

    page = browser.page(PEOPLE, status=422, data=ALVA)

    assert "Alva Birk har redan ett konto" in words(page.select_one("#error-summary"))
    assert page.select_one("[name=email]")["value"] == ALVA["email"]


def test_nobody_of_another_municipality_is_looked_after_here(browser, other_municipality, person):
    theirs = appoint(somebody("Alva Birk"), Role.AUDITOR, within=other_municipality, by=person)

    assert browser.get(f"{PEOPLE}posts/{theirs.pk}/end/").status_code == 404
    assert browser.get(f"{PEOPLE}{theirs.user.pk}/leave/").status_code == 404
    assert browser.get("/hedvik/people/").status_code == 404


# -- somebody is not to come after all, or has left ------------------------------------------------------


@pytest.fixture
def alva(browser):
    """Somebody who has been invited and has not come."""
    browser.post(PEOPLE, ALVA)
    return User.objects.get(name="Alva Birk")


def test_an_invitation_that_is_withdrawn_leads_nowhere(browser, alva):
    browser.page(f"{PEOPLE}{alva.pk}/withdraw/")
    before = Entry.objects.count()

    browser.page(f"{PEOPLE}{alva.pk}/withdraw/", data={"sure": "1"})

    page = elsewhere().page(link(), status=410)
    assert "använts eller dragits tillbaka" in words(page)
    assert not alva.holdings.current().exists()
    assert Entry.objects.count() == before + 1
    assert Entry.objects.latest("number").event == "organisation.invitation_withdrawn"


def test_whoever_was_not_to_come_can_be_invited_again(browser, alva):
    browser.post(f"{PEOPLE}{alva.pk}/withdraw/", {"sure": "1"})

    browser.post(PEOPLE, ALVA)

    elsewhere().page(link())
    assert alva.holdings.current().get().post.role == Role.COORDINATOR


def test_an_invitation_still_leads_to_the_municipality_that_has_not_withdrawn_it(
    browser, alva, other_municipality, person
):
    appoint(alva, Role.AUDITOR, within=other_municipality, by=person)

    browser.post(f"{PEOPLE}{alva.pk}/withdraw/", {"sure": "1"})

    elsewhere().page(link())
    assert alva.holdings.current().get().municipality == other_municipality


def test_whoever_has_come_is_no_longer_invited(browser, alva):
    elsewhere().post(link(), NEW)

    assert "har redan kommit" in words(browser.page(f"{PEOPLE}{alva.pk}/withdraw/"))
    page = browser.page(f"{PEOPLE}{alva.pk}/withdraw/", status=422, data={"sure": "1"})

    assert "har redan kommit" in words(page.select_one("#error-summary"))
    assert alva.holdings.current().exists()


def test_an_invitation_that_is_withdrawn_while_its_page_is_open_gives_no_password(
    browser, alva, granvik, karl
):
    seen = User.objects.get(pk=alva.pk)
    withdraw_invitation(alva, within=granvik, by=karl)

    with pytest.raises(InvitationOver):
        choose_password(seen, NEW["password1"])


def test_whoever_has_left_is_listed_until_they_are_forgotten(browser, alva):
    browser.post(f"{PEOPLE}{alva.pk}/leave/", {"sure": "1", "successor": ""})
    assert browser.page(PEOPLE).select(f"a[href='{PEOPLE}{alva.pk}/forget/']")
    page = words(browser.page(f"{PEOPLE}{alva.pk}/forget/"))
    assert "Det tas bort" in page
    assert "Det blir kvar" in page

    browser.page(f"{PEOPLE}{alva.pk}/forget/", data={"sure": "1"})

    alva.refresh_from_db()
    assert alva.name == ""
    assert not browser.page(PEOPLE).select("a[href$='/forget/']")
    assert browser.get(f"{PEOPLE}{alva.pk}/forget/").status_code == 404


def test_whoever_still_holds_a_post_is_not_forgotten(browser, alva):
    assert not browser.page(f"{PEOPLE}{alva.pk}/forget/").select("main form")

    page = browser.page(f"{PEOPLE}{alva.pk}/forget/", status=422, data={"sure": "1"})

    assert "har fortfarande uppdrag" in words(page.select_one("#error-summary"))


def test_whoever_is_forgotten_is_logged_in_nowhere(browser, alva):
    elsewhere().post(link(), NEW)
    theirs = Client()
    theirs.force_login(User.objects.get(pk=alva.pk))
    browser.post(f"{PEOPLE}{alva.pk}/leave/", {"sure": "1", "successor": ""})

    browser.post(f"{PEOPLE}{alva.pk}/forget/", {"sure": "1"})

    assert theirs.get("/account/password/change/")["Location"].startswith("/account/login/")
    left = [session.get_decoded().get("_auth_user_id") for session in Session.objects.all()]
    assert str(alva.pk) not in left
