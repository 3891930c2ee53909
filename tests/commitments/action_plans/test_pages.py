import datetime as dt

import jsonschema
import pytest
from django.test import Client

from forebygg.commitments.contract import schema
from forebygg.commitments.models import ActionPlan, Commitment, Share
from forebygg.commitments.services.deciding import decide
from forebygg.commitments.services.proposing import Proposal, propose
from forebygg.organisation.models import Kind, Role, Unit
from forebygg.plans.models import Edition
from tests.browsing import Browser, words

UNIT = "/granvik/units/3/action-plan/"
WHOLE = "/granvik/action-plan/"


def valid(answer):
    told = answer.json()
    jsonschema.validate(told, schema(), format_checker=jsonschema.FormatChecker())
    return told


@pytest.fixture
def post_form(coordinator, today):
    """What a coordinator sends to propose."""
    return {"review_by": coordinator.pk, "review_on": today + dt.timedelta(days=300), "edition": ""}


def test_a_unit_without_promises_has_an_empty_plan(browser, schools):
    page = browser.page(UNIT)

    assert "Inget har lovats här än" in words(page.main)
    assert not page.select(".level")


def test_a_plan_stands_on_three_levels_and_says_what_is_missing(browser, promised):
    page = browser.page(UNIT)

    heads = [words(head) for head in page.select(".level h2")]
    assert heads == [
        "Allmän nivå: för alla",
        "Gruppnivå: för grupper i risk",
        "Individnivå: för en i taget",
        "För alla nivåer, eller ingen som har valts",
    ]
    lone = words(page.select(".level")[-1].select_one("tbody tr"))
    assert "ingen äger det" in lone
    assert "varken dag eller hur ofta" in lone
    assert "Inget på den här nivån." in words(page.select(".level")[2])


def test_a_plan_is_proposed_decided_and_followed_up_in_the_browser(
    browser, promised, post_form, clerk, today
):
    browser.page(f"{UNIT}propose/", data=post_form | {"units": [promised.pk]})
    told = {"plans": [ActionPlan.objects.get().pk], "decided_on": today, "paragraph": "12", "body": "Nämnden"}
    page = browser.page(f"{UNIT}decide/", data=told)
    assert "Nämnden § 12" in words(page.select_one(".particulars")).replace("\u00a0", " ")

    said = {"on": today, "words": "Det går framåt.", "then": "anew", "next_on": today + dt.timedelta(days=90)}
    page = browser.page("/granvik/action-plans/1/follow-up/", data=said)
    assert "Det går framåt." in words(page.main)


def test_the_edition_that_holds_is_proposed_to_be_carried_out(browser, promised, adopted):
    page = browser.page(f"{UNIT}propose/")

    assert page.select_one("[name=edition] option[selected]")["value"] == str(adopted.edition_id)


def test_a_refusal_is_told_at_the_form_with_what_was_typed(browser, promised, post_form):
    late = post_form | {"units": [promised.pk], "review_on": "2999-01-01"}

    page = browser.page(f"{UNIT}propose/", data=late, status=422)

    assert "uppföljning" in words(page.select_one(".ds-error-summary"))
    assert page.select_one("[name=review_on]")["value"] == "2999-01-01"


def test_what_has_changed_since_the_decision_is_told_plainly(browser, decided, granvik):
    Commitment.objects.filter(number=1).update(what="Ha en rutin för oro och hot.", due_on="2027-02-01")
    Share.objects.filter(commitment__number=2).update(lifted_on="2026-01-01")
    new = Commitment.objects.create(municipality=granvik, number=9, what="Utbilda alla.")
    Share.objects.create(municipality=granvik, commitment=new, unit=decided.unit)

    told = browser.page(UNIT).select_one(".changed")

    assert [words(one) for one in told.select("h3")] == ["Har lagts till", "Har tagits bort", "Har ändrats"]
    assert "Utbilda alla." in words(told.select_one("ins"))
    assert "1 februari 2027" in words(told)
    frozen = browser.page(f"/granvik/action-plans/{decided.number}/")
    assert "Ha en rutin för oro." in words(frozen.main)


def test_an_edition_that_holds_no_longer_makes_the_plan_older(
    browser, promised, coordinator, granvik, person, today
):
    first, *_rest, last = Edition.objects.of(granvik).order_by("date")
    assert first != last
    earlier = Proposal(edition=first, review_by=coordinator, review_on=today + dt.timedelta(days=9))
    [plan] = propose([promised], earlier, within=granvik, by=person)
    decision = {"status": "decided", "decided_on": today, "paragraph": "§ 1", "body": "Nämnden"}
    ActionPlan.objects.filter(pk=plan.pk).update(**decision, recorded_by=person, recorded_at=plan.proposed_at)

    assert "tidigare utgåva" in words(browser.page(UNIT).main)


def test_another_authoritys_edition_is_not_named(decided, granvik, holder, social_board, schools):
    edition = Edition.objects.of(granvik).select_related("paper").order_by("date").last()
    edition.paper.kept_by = social_board
    edition.paper.save(update_fields=["kept_by"])
    ActionPlan.objects.filter(pk=decided.pk).update(edition=edition)
    client = Client()
    client.force_login(holder(Role.SECRETARY, schools.authority))

    page = Browser(client).page(f"/granvik/action-plans/{decided.number}/")

    assert edition.get_absolute_url() not in str(page)


def test_the_boards_page_says_how_far_its_units_have_come(browser, decided, granvik):
    assert (
        words(browser.page("/granvik/action-plans/").select_one("tbody tr"))
        == "Utbildningsnämnden 1 1 0 0 0 0"
    )

    Commitment.objects.filter(number=1).update(what="Ha två rutiner.")
    row = words(browser.page("/granvik/action-plans/?board=1").select_one("tbody tr"))
    assert row.startswith("Granviksskolan 3 gäller")
    assert "1 åtgärd" in row


def test_the_whole_is_ready_when_every_unit_has_decided(browser, proposed, decision, granvik, person):
    assert "Inte klar för beslut" in words(browser.page(WHOLE).main)

    decide([proposed], decision, within=granvik, by=person)
    assert "Klar för beslut" in words(browser.page(WHOLE).main)


def test_the_whole_is_proposed_and_decided_in_the_browser(browser, decided, post_form, today):
    browser.page(f"{WHOLE}propose/", data=post_form)
    browser.page(
        f"{WHOLE}decide/", data={"decided_on": today, "paragraph": "88", "body": "Kommunfullmäktige"}
    )

    page = browser.page("/granvik/action-plans/2/")
    assert "Kommunfullmäktige § 88" in words(page.main).replace("\u00a0", " ")
    assert [words(one) for one in page.select(".contents li a")][-1] == "Nämnd för nämnd"
    taken = browser.page("/granvik/action-plans/2/withdraw/", data={"because": "Fel dag."})
    assert "Fel dag." in words(taken.main)


def test_the_whole_stands_by_level_and_goal(browser, decided, goal):
    Commitment.objects.get(number=1).goals.add(goal)

    level = browser.page(f"{WHOLE}document/").select_one("#level-1")

    assert words(level.h3) == goal.text
    assert "1 enhet" in words(level.select_one("tbody tr"))


def test_no_page_says_that_the_act_demands_owners_or_days(browser, decided):
    page = words(browser.page(WHOLE).main)

    assert "god sed, och inget som lagen kräver" in page
    assert "Lagen säger inget mer om vad planen ska innehålla." in page


@pytest.mark.parametrize(
    "address",
    ["units/3/action-plan.json", "action-plans/1.json", "action-plans/2.json", "action-plan.json"],
)
def test_programs_get_what_the_schema_says(browser, whole, address):
    assert valid(browser.get(f"/granvik/{address}"))["schema"] == 1


@pytest.fixture
def many(granvik, promised, goal):
    """Twenty more units under twenty boards, each with the same actions."""
    for number in range(100, 120):
        board = Unit.objects.create(
            municipality=granvik, number=number, kind=Kind.BOARD, name=f"Nämnd {number}"
        )
        Unit.objects.filter(pk=board.pk).update(authority=board)
        unit = Unit.objects.create(
            municipality=granvik, number=number + 100, kind=Kind.UNIT, name=f"E {number}", authority=board
        )
        for commitment in Commitment.objects.of(granvik):
            Share.objects.create(municipality=granvik, commitment=commitment, unit=unit)
    for number in range(10, 40):
        Commitment.objects.create(municipality=granvik, number=number, what=f"Göra {number}.").goals.add(goal)


@pytest.mark.parametrize(
    "address",
    [
        "action-plan/",
        "action-plan/document/",
        "action-plans/",
        "action-plans/?board=1",
        "units/3/action-plan/",
    ],
)
def test_the_queries_do_not_grow(
    browser, decided, request, address, django_assert_max_num_queries, django_assert_num_queries
):
    Commitment.objects.get(number=1).goals.add(request.getfixturevalue("goal"))
    with django_assert_max_num_queries(40) as few:
        browser.get(f"/granvik/{address}")
    request.getfixturevalue("many")

    with django_assert_num_queries(len(few.captured_queries)):
        browser.get(f"/granvik/{address}")
