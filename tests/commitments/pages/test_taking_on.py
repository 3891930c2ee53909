from django.test import Client

from forebygg.accounts.models import User
from forebygg.commitments.models import Commitment, Ground
from forebygg.organisation.models import Role
from forebygg.organisation.services.posts import appoint
from tests.browsing import Browser, words

FINDINGS = "/granvik/cases/1/findings/"


def test_a_finding_is_taken_on_where_it_stands_and_tells_so_ever_after(browser, granvik, schools):
    first = browser.page(FINDINGS).select_one(".findings li")
    form = browser.page(first.select_one("a[href*='kind=finding']")["href"])
    told = {
        one["name"]: one["value"] for one in form.select("form input[value]") if one.get("type") != "checkbox"
    }
    kind = form.select_one("[name=kind] [selected]")["value"]
    case = form.select_one("[name=case] [selected]")["value"]
    assert told["cited"] in words(first)
    browser.page(
        "/granvik/commitments/new/", data=told | {"kind": kind, "case": case, "what": "Se över anslagen."}
    )

    ground = Ground.objects.get(kind="finding")
    assert (ground.case.number, ground.commitment.what) == (1, "Se över anslagen.")
    again = browser.page(FINDINGS).select_one(".findings li")
    assert "Tas om hand: Åtagande 1" in words(again)
    assert not again.select("a[href*='kind=finding']")


def test_who_may_not_add_commitments_is_offered_nothing(granvik, person):
    auditor = User.objects.create(email="gustav.ek@granvik.example", name="Gustav Ek", is_invented=True)
    appoint(auditor, Role.AUDITOR, within=granvik, by=person)
    client = Client()
    client.force_login(auditor)

    assert not Browser(client).page(FINDINGS).select("a[href*='kind=finding']")


def test_the_form_lets_one_choose_what_it_stands_on(browser, granvik):
    page = browser.page("/granvik/commitments/new/?kind=recommendation")

    assert [words(one) for one in page.select("nav .parts a")] == [
        "Ett uppdrag ur ett beslut",
        "En iakttagelse i ett ärende",
        "En rekommendation från revisorerna",
    ]
    assert page.select_one("[name=kind] [selected]")["value"] == "recommendation"
    assert not Commitment.objects.exists()
