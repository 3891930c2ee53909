"""A day of each role, in a real browser: what one comes to do, what one sees, and what one is refused."""

import csv
import datetime as dt
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from forebygg.accounts.models import Municipality
from forebygg.accounts.services import invent_person
from forebygg.cli.administering import PEOPLE
from forebygg.commitments.models import Commitment, Share
from forebygg.organisation.models import Holding, Role
from forebygg.organisation.rules import IN_A_UNIT
from forebygg.organisation.services.posts import appoint
from forebygg.papers.services.inviting import invite
from forebygg.papers.services.releasing import release
from forebygg.papers.services.secrecy import keep
from tests.accounts.test_logging_in import PASSWORD

SOON = timezone.localdate() + dt.timedelta(days=30)


@pytest.fixture
def hedvik(granvik):
    """Granvik's neighbour, which nobody here has anything to do with."""
    return Municipality.objects.create(slug="hedvik", name="Hedviks kommun")


@pytest.fixture
def held(granvik, schools, person):
    """`held(Role.REGISTRAR)`: somebody has that post, in a school if it is one of a unit's."""

    def made(role, unit=None, name=None):
        name = name or PEOPLE[role]
        email = f"{name.split()[0].lower()}@granvik.example"
        user = invent_person(email, name, password=PASSWORD)
        unit = unit or (schools if role in IN_A_UNIT else None)
        return appoint(user, role, within=granvik, unit=unit, by=person)

    return made


@pytest.fixture
def enter(served, look):
    """`enter(holding)`: the window of who holds it, after logging in with a password."""

    def entered(holding, language="", **how):
        window = look(**how)
        window.goto(f"{served}{language}/account/login/?next={language}/granvik/")
        window.fill("[name=login]", holding.user.email)
        window.fill("[name=password]", PASSWORD)
        with window.expect_navigation(url="**/granvik/"):
            window.locator("main form").first.get_by_role("button").click()
        expect(window.get_by_role("banner")).to_contain_text(holding.user.name)
        return window

    return entered


@pytest.fixture
def refused(served):
    """What somebody is told who types an address that is not for them."""

    def told(window, address, status):
        answer = window.goto(f"{served}{address}")
        assert answer.status == status, address
        assert window.get_by_role("link", name="Förebygg", exact=True).is_visible()
        return window.get_by_role("heading", level=1).inner_text()

    return told


@pytest.fixture
def trail(held, look, served):
    """What an auditor reads, newest first; `trail("/en")` in English."""
    client = Client()
    client.force_login(held(Role.AUDITOR).user)

    def told(language=""):
        window = look(client)
        window.goto(f"{served}{language}/granvik/audit/")
        return window.locator("main ol.rows > li p:first-child").all_inner_texts()

    return told


def press(window, name):
    with window.expect_navigation():
        window.get_by_role("button", name=name, exact=True).click()


def follow(window, name, within="body"):
    with window.expect_navigation():
        window.locator(within).get_by_role("link", name=name, exact=True).first.click()


@pytest.fixture
def promised(granvik, schools, social_board):
    """Two commitments that concern the school, and between them one that concerns the social board alone."""
    for number, unit in ((1, schools), (2, social_board), (3, schools)):
        made = Commitment.objects.create(
            municipality=granvik, number=number, what=f"Ha en rutin för oro, del {number}.", accountable=unit
        )
        Share.objects.create(municipality=granvik, commitment=made, unit=unit)
    return Commitment.objects.get(number=1)


def test_a_coordinator_confirms_a_commitment(enter, held, refused, hedvik, adopted, trail):
    window = enter(held(Role.COORDINATOR))
    follow(window, "Åtaganden", "header")
    follow(window, "Avgör planens meningar")
    window.locator("fieldset.proposal").first.get_by_role("checkbox").first.check()
    press(window, "Bekräfta")

    expect(window.locator(".progress")).to_contain_text("1 av ")
    follow(window, "Åtaganden", "header")
    expect(window.get_by_role("table")).to_have_count(1)
    assert refused(window, "/granvik/people/", 403) == "Du får inte göra detta"
    assert refused(window, "/hedvik/findings/", 404) == "Sidan finns inte"
    assert trail()[0].startswith("Alva Birk bekräftade åtagande 1 ur mening ")


def test_a_member_of_the_council_reads_what_is_promised_and_decided(enter, held, refused, promised):
    window = enter(held(Role.MEMBER), "/en", width=390, scheme="dark")
    follow(window, "Commitments", "header")
    expect(window.locator("main")).to_contain_text("Ha en rutin för oro, del 1.")
    follow(window, "Cases", "header")
    follow(window, "Handlingsplan mot våldsbejakande extremism", "main")
    expect(window.get_by_role("heading", level=1)).to_contain_text("Handlingsplan")

    assert refused(window, "/en/granvik/commitments/1/change/", 403) == "You may not do this"


def test_a_unit_answers_for_itself_and_for_no_other(enter, held, refused, promised, social_board, trail):
    window = enter(held(Role.ANSWERER), width=390)
    follow(window, "Organisation", "header")
    follow(window, "Granviksskolan", "main")
    follow(window, "Det enheten har lovat, och dess svar")
    window.locator("[name='1-state'][value=under_way]").check()
    window.fill("[name='1-evidence']", "Rutinen skrivs i höst.")
    press(window, "Spara alla svar")

    expect(window.locator("main")).to_contain_text("Rutinen skrivs i höst.")
    window.goto(window.url.replace("/units/3/", "/units/4/"))
    assert window.get_by_role("button", name="Spara alla svar").count() == 0
    assert refused(window, "/granvik/units/4/answers/link/", 403) == "Du får inte göra detta"
    assert trail()[0].startswith("Cajsa Forsgren svarade för Granviksskolan: 1 svar")


def test_a_registrar_records_what_the_council_decided(enter, held, refused, trail):
    window = enter(held(Role.REGISTRAR), "/en", scheme="dark")
    follow(window, "Plans", "header")
    window.goto(window.url + "1/editions/3/")
    follow(window, "Record the decision")
    expect(window.get_by_label("Paragraph")).to_have_value("§ 41")
    press(window, "Record the decision")

    expect(window.locator(".standing").first).to_contain_text("adopted")
    assert refused(window, "/en/granvik/commitments/new/", 403) == "You may not do this"
    assert "recorded that edition 3 of plan 1 was adopted on 31 March 2025" in trail("/en")[0]


def test_a_board_secretary_keeps_a_paper_from_other_boards(
    enter, held, refused, schools, social_board, trail
):
    other = held(Role.ANSWERER, social_board)
    secretary = enter(held(Role.SECRETARY, schools.authority))
    secretary.goto(secretary.url + "cases/1/keep/")
    secretary.check("#paper-3")
    press(secretary, "Håll de förkryssade handlingarna inom myndigheten, och inga andra")

    window = enter(other)
    assert refused(window, "/granvik/cases/1/papers/3/", 404) == "Sidan finns inte"
    assert refused(secretary, "/granvik/cases/1/release/", 403) == "Du får inte göra detta"
    assert trail()[0] == "Ebbe Hallgren gjorde något i ett ärende som en annan myndighet inte visar"


def test_an_editor_lets_the_public_see_a_paper(enter, held, refused, look, trail):
    window, public = enter(held(Role.EDITOR), "/en", width=390, scheme="dark"), look()
    assert refused(public, "/public/en/granvik/cases/1/", 404) == "There is no such page"
    window.goto(window.url + "cases/1/release/")
    window.check("#paper-3")
    press(window, "Let the public see the ticked papers, and no others")

    assert public.reload().status == 200
    assert refused(window, "/en/granvik/cases/1/guests/", 403) == "You may not do this"
    assert "Frida Isling let the public see paper 3 of case 1" in trail("/en")[0]


def test_an_auditor_narrows_the_trail_and_takes_a_copy(enter, held, refused, granvik_case):
    release(granvik_case, [1, 2], by=held(Role.EDITOR).user)
    window = enter(held(Role.AUDITOR), width=390)
    follow(window, "Händelselogg", "header")
    window.get_by_label("Vem").select_option("Frida Isling")
    press(window, "Visa")
    told = "Frida Isling visade handlingarna 1 och 2 i ärende 1 för allmänheten"
    expect(window.locator("main ol.rows > li p:first-child")).to_have_text(told)

    with window.expect_download() as copy:
        window.get_by_role("button", name="Kalkylblad (CSV)").click()
    with Path(copy.value.path()).open(encoding="utf-8-sig") as file:
        assert len(list(csv.reader(file))) == 2
    assert refused(window, "/granvik/organisation/new/", 403) == "Du får inte göra detta"


def test_a_specialist_reads_the_goals_and_the_figures(enter, held, refused, goal):
    window = enter(held(Role.SPECIALIST), "/en")
    window.goto(window.url + "plans/1/goals/")
    expect(window.locator("main")).to_contain_text("Alla vet vart de vänder sig.")
    follow(window, "Utbildade", "main")
    expect(window.get_by_role("heading", level=1)).to_contain_text("Utbildade")

    assert refused(window, "/en/granvik/audit/", 403) == "You may not do this"


def test_a_member_of_a_working_group_compares_editions(enter, held, refused):
    window = enter(held(Role.WORKING_GROUP), width=390, scheme="dark")
    follow(window, "Planer", "header")
    window.goto(window.url + "1/compare/2/3/?show=changes")
    expect(window.locator("ins, del").first).to_be_visible()

    assert refused(window, "/granvik/plans/1/goals/new/", 403) == "Du får inte göra detta"


def test_a_guest_sees_the_case_that_they_are_invited_to(
    enter, held, refused, granvik_case, social_board, person
):
    guest = held(Role.GUEST)
    invite(granvik_case, guest, last_day=SOON, by=person)
    keep(granvik_case, [3], within=social_board, by=held(Role.SECRETARY, social_board).user)
    window = enter(guest, "/en", width=390)
    follow(window, "Cases", "header")
    follow(window, "Handlingsplan mot våldsbejakande extremism", "main")
    expect(window.get_by_role("heading", level=1)).to_contain_text("Handlingsplan")

    for address in ("cases/1/papers/3/", "cases/1/findings/", "commitments/", "organisation/", "people/"):
        assert refused(window, f"/en/granvik/{address}", 404) == "There is no such page"


def test_an_administrator_hands_over_and_the_trail_tells_of_it(enter, held, refused, hedvik, promised):
    coordinator, answerer = held(Role.COORDINATOR), held(Role.ANSWERER)
    held(Role.MEMBER)
    Commitment.objects.filter(number=1).update(owner=coordinator.post)
    Commitment.objects.filter(number=2).update(owner=answerer.post)
    window = enter(held(Role.ADMINISTRATOR))
    follow(window, "Personer", "header")
    follow(window, "Lämna över det som Alva Birk har")
    window.get_by_label("Vem som tar över").select_option("Bertil Ekdahl")
    press(window, "Lämna över")
    bertil = window.locator("ul.rows > li", has_text="Bertil Ekdahl")
    expect(bertil).to_contain_text("samordnare")
    follow(window, "Lämna över det som Cajsa Forsgren har")
    press(window, "Lämna över")

    empty = window.locator(".ds-alert[data-color=warning]")
    expect(empty).to_contain_text("Granviksskolan")
    assert "samordnare" not in empty.inner_text()
    assert refused(window, "/granvik/commitments/1/", 404) == "Sidan finns inte"
    assert refused(window, "/hedvik/people/", 404) == "Sidan finns inte"

    successor = enter(Holding.objects.current().get(post=coordinator.post), width=390)
    follow(successor, "Åtaganden", "header")
    successor.goto(successor.url + "1/")
    expect(successor.locator("dl.facts").first).to_contain_text("Bertil Ekdahl")
    successor.goto(successor.url.replace("/1/", "/2/"))
    expect(successor.locator("dl.facts").first).to_contain_text("ingen har uppdraget nu")
    follow(successor, "Händelselogg", "header")
    lines = successor.locator("main ol.rows > li p:first-child").all_inner_texts()
    assert lines[0].startswith("Karl Nordby avslutade uppdragen för Cajsa Forsgren, och ingen tog över: ")
    assert lines[1] == "Karl Nordby lät Bertil Ekdahl ta över efter Alva Birk: samordnare"
