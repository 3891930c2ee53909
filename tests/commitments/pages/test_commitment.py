import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forebygg.commitments.models import Commitment, Ground, Share
from forebygg.commitments.services.changing import assign, end
from forebygg.commitments.services.concerning import concern
from forebygg.organisation.models import Holding, Post
from forebygg.organisation.services.scope import decide_scope
from forebygg.plans.models import Goal
from tests.browsing import words


@pytest.fixture
def post(granvik, schools):
    return Post.objects.create(municipality=granvik, role="answerer", unit=schools)


@pytest.fixture
def plan_goal(edition):
    return Goal.objects.create(
        municipality=edition.municipality,
        plan=edition.plan,
        number=1,
        kind="goal",
        text="Alla vet vad de gör.",
    )


@pytest.fixture
def url(commitment):
    return f"/granvik/commitments/{commitment.number}/"


def test_a_commitment_tells_what_it_stands_on_and_what_has_been_done(browser, url, commitment):
    page = browser.page(url)

    assert commitment.grounds.get().as_worded in words(page.select_one(".stood"))
    assert "bekräftade åtagande 1" in words(page.select_one(".timeline"))


def test_an_owner_who_left_is_seen_at_once(browser, url, commitment, post, clerk, person):
    held = Holding.objects.create(
        municipality=post.municipality, post=post, user=clerk, since="2025-01-01T00:00Z"
    )
    assign(commitment, post, None, by=person)
    assert "ägaren har slutat" not in words(browser.page(url).main)

    held.ended_at = held.since
    held.save()

    assert "ägaren har slutat" in words(browser.page(url).main)
    listed = browser.page("/granvik/commitments/?sign=ownerless")
    assert len(listed.select("tbody tr")) == 1


def test_a_whole_board_is_concerned_but_for_those_that_the_plan_does_not_touch(
    browser, url, granvik, schools, person
):
    decide_scope(
        [schools.above], "outside", "Ingen verksamhet.", within=granvik, on=dt.date(2025, 1, 1), by=person
    )

    browser.page(f"{url}units/", data={"boards": str(schools.authority.number)})

    assert [share.unit for share in Share.objects.all()] == [schools]


def test_a_commitment_is_changed_owned_and_ended_on_pages(browser, url, commitment, post, schools):
    browser.page(f"{url}change/", data={"what": "Lära ut källkritik i åk 7.", "rhythm": "year"})
    browser.page(f"{url}owner/", data={"owner": post.pk})
    browser.page(f"{url}end/", data={"because": "Uppdraget är slutfört.", "on": "2025-10-02"})

    commitment.refresh_from_db()
    assert (commitment.what, commitment.rhythm) == ("Lära ut källkritik i åk 7.", "year")
    assert (commitment.owner, commitment.ended_because) == (post, "Uppdraget är slutfört.")


def test_what_the_act_refuses_is_told_at_the_form(browser, url, commitment, post):
    page = browser.page(f"{url}owner/", data={"owner": post.pk, "deputy": post.pk}, status=422)

    assert "ställföreträdare" in words(page.select_one(".ds-error-summary"))


def test_a_commitment_is_added_by_hand_with_its_ground(browser, granvik_case):
    typed = {
        "kind": "recommendation",
        "cited": "Granskning av arbetet, 2025-05-06",
        "case": granvik_case.number,
        "what": "Föra en plan över utbildningar.",
    }

    page = browser.page("/granvik/commitments/new/", data=typed)

    assert "Granskning av arbetet" in words(page.select_one(".stood"))
    assert Commitment.objects.get().grounds.get().case == granvik_case


def test_promises_without_hours_or_money_are_a_list(browser, commitment):
    assert len(browser.page("/granvik/commitments/?lack=means").select("tbody tr")) == 1
    Commitment.objects.update(hours=0)

    assert not browser.page("/granvik/commitments/?lack=means").select("tbody tr")


def test_the_list_can_be_taken_away_as_json(browser, commitment):
    [one] = browser.get("/granvik/commitments.json").json()["commitments"]

    assert (one["number"], one["lacks"]) == (1, ["date", "evidence", "means", "owner"])


def test_the_plans_margin_leads_to_the_commitments_of_a_sentence(browser, commitment, edition):
    page = browser.page(f"/granvik/plans/{edition.plan.number}/editions/{edition.number}/")

    assert [words(link) for link in page.select(".margin a[href$='/commitments/1/']")] == [
        "Åtagande 1: Utbildningsnämnden"
    ]


@pytest.mark.parametrize("how", ["keep", "reword", "end"])
def test_what_lost_its_wording_waits_until_somebody_decides(browser, commitment, editions, how):
    ground = commitment.grounds.get()
    Ground.objects.update(as_worded="Så stod det förut.", edition=editions[0])
    page = browser.page("/granvik/commitments/follow/")
    assert "Så stod det förut." in words(page.main)
    assert "1 åtagande har förlorat" in words(browser.page("/granvik/commitments/").main)

    prefix = f"g{ground.pk}"
    typed = {
        "ground": ground.pk,
        f"{prefix}-how": how,
        f"{prefix}-what": "Så gör vi nu.",
        f"{prefix}-because": "Meningen är borta.",
    }
    browser.page("/granvik/commitments/follow/", data=typed)

    commitment.refresh_from_db()
    assert bool(commitment.ended_on) == (how == "end")
    assert (commitment.what == "Så gör vi nu.") == (how == "reword")
    assert not browser.page("/granvik/commitments/follow/").select("section.panel")


def test_the_list_costs_the_same_however_long_it_is(
    browser, granvik, commitment, schools, social_board, person
):
    def queries():
        with CaptureQueriesContext(connection) as caught:
            browser.page("/granvik/commitments/")
            browser.page(f"/granvik/commitments/{commitment.number}/")
        return len(caught)

    before = queries()
    for number in range(2, 12):
        more = Commitment.objects.create(
            municipality=granvik, number=number, what="Lära ut.", accountable=social_board
        )
        Ground.objects.create(municipality=granvik, commitment=more, kind="decision", cited="§ 41")
    concern(commitment, [schools, social_board], by=person)

    assert queries() <= before + 1


def test_what_has_ended_is_listed_by_itself(browser, commitment, person):
    end(commitment, "Uppdraget är slutfört.", on=dt.date(2025, 10, 2), by=person)

    assert not browser.page("/granvik/commitments/?words=K").select("tbody tr")
    assert len(browser.page("/granvik/commitments/?sign=ended").select("tbody tr")) == 1


def test_a_goal_knows_the_commitments_that_serve_it(browser, commitment, plan_goal):
    url = f"/granvik/commitments/{commitment.number}/"

    browser.page(f"{url}change/", data={"what": commitment.what, "goals": plan_goal.pk})

    assert str(plan_goal) in words(browser.page(url).main)
    page = browser.page(f"/granvik/plans/{plan_goal.plan.number}/goals/")
    assert page.select_one(f"a[href='{url}']")
