import datetime as dt
import json

import pytest
from jsonschema import Draft202012Validator

from forebygg.commitments.models import Commitment
from forebygg.commitments.services.changing import end
from forebygg.followup.contract import schema
from forebygg.followup.models import Conclusion, Helped, Point, Round
from forebygg.followup.services.noting import note
from forebygg.followup.services.reviewing import begin_review, conclude
from forebygg.organisation.models import Unit
from tests.browsing import words
from tests.followup.conftest import concluded

ROUNDS = "/en/granvik/rounds/"
MET = dt.date(2025, 9, 1)


@pytest.fixture
def reviewed(spring, clerk):
    """The spring's round, which the council has begun to review."""
    return begin_review(spring, met_on=MET, by=clerk)


@pytest.fixture
def asked(spring, goal, say, schools):
    """The spring's round, in which the school has done one thing."""
    say(schools, 1, "done")
    return spring


def test_a_round_is_planned_and_opened_on_its_pages(browser, adopted, promised):
    days = {"starts_on": "2025-01-01", "ends_on": "2025-06-30", "answers_by": "2025-07-15"}

    planned = browser.page(f"{ROUNDS}new/", data={"plan": "1", "name": "Våren 2025", **days})
    assert "draft" in words(planned.select_one(".lead"))
    opened = browser.page(f"{ROUNDS}1/open/", data={})

    assert "open for answers" in words(opened.select_one(".lead"))


def test_days_in_disorder_are_told_at_the_form_and_what_was_typed_is_kept(browser, adopted, promised):
    days = {"starts_on": "2025-06-01", "ends_on": "2025-01-30", "answers_by": "2025-07-15"}

    page = browser.page(f"{ROUNDS}new/", data={"plan": "1", "name": "Våren 2025", **days}, status=422)

    assert "before the first day" in words(page.select_one("#error-summary"))
    assert page.select_one("[name=name]")["value"] == "Våren 2025"
    assert not Round.objects.exists()


def test_without_a_plan_in_force_no_round_is_planned(browser):
    assert "No plan is in force" in words(browser.page(f"{ROUNDS}new/").main)


def test_the_round_says_what_is_answered_by_board_and_who_is_late(browser, spring, say, schools):
    say(schools, 1, "done")

    page = browser.page(f"{ROUNDS}1/")
    rows = {words(row.th): [words(cell) for cell in row.select("td")] for row in page.select("tbody tr")}
    assert rows == {
        "Socialnämnden": ["2", "0", "0", "2", "1"],
        "Utbildningsnämnden": ["2", "1", "0", "1", "1"],
    }
    board = browser.page(f"{ROUNDS}1/?board=1")

    assert "late" in words(board.select_one("tbody tr"))


def test_a_point_is_saved_alone_and_what_else_was_typed_stays(browser, reviewed):
    sent = point(1, words="Det går.") | point(2, words="Halvskrivet") | {"only": "1"}

    page = browser.page(f"{ROUNDS}1/review/", data=sent)

    assert [one.commitment.number for one in Point.objects.all()] == [1]
    assert page.select_one("[name='2-words']").text.strip() == "Halvskrivet"


def test_points_are_saved_together_and_none_when_one_is_wrong(browser, reviewed):
    sent = (
        point(1, words="Det går.") | point(2, words="Ja.", helped="yes") | point(3, conclusion="", words="")
    )

    page = browser.page(f"{ROUNDS}1/review/", data=sent, status=422)
    assert "Say how it is known" in words(page.select_one("#error-summary"))
    assert page.select_one("[name='1-words']").text.strip() == "Det går."
    assert not Point.objects.exists()

    sent |= {"2-method": "Enkät", "2-source": "Medarbetarenkäten"}
    browser.page(f"{ROUNDS}1/review/", data=sent)
    assert Point.objects.count() == 2


def test_what_two_record_at_once_is_shown_beside_and_then_saved_over(browser, reviewed, clerk):
    conclude(reviewed, [concluded(1)], by=clerk)

    page = browser.page(f"{ROUNDS}1/review/", data=point(1, conclusion="stop", words="Nej."), status=422)
    assert "Somebody has recorded commitment 1" in words(page.select_one("#error-summary"))
    assert "Det går framåt." in words(page.select_one("#c1 .last"))
    version = page.select_one("[name='1-version']")["value"]

    browser.page(f"{ROUNDS}1/review/", data=point(1, version, conclusion="stop", words="Nej."))
    assert Point.objects.get().words == "Nej."


def test_what_was_typed_of_a_point_that_is_gone_is_given_back(browser, reviewed):
    page = browser.page(f"{ROUNDS}1/review/", data=point(99, words="Viktigt."), status=422)

    assert "Viktigt." in words(page.select_one("#error-summary"))


def test_a_stop_leads_on_to_the_act_that_ends_the_commitment(browser, reviewed, clerk):
    conclude(reviewed, [concluded(1, Conclusion.STOP)], by=clerk)

    page = browser.page(f"{ROUNDS}1/review/")

    assert page.select_one("#c1 .last a")["href"] == "/en/granvik/commitments/1/end/"


def test_the_closing_shows_what_is_frozen_and_what_is_left(browser, reviewed, clerk):
    page = browser.page(f"{ROUNDS}1/close/")
    assert "3 points are left" in words(page.main)
    assert not page.select("main form")
    browser.page(f"{ROUNDS}1/close/", data={}, status=422)

    conclude(reviewed, [concluded(number) for number in (1, 2, 3)], by=clerk)
    closed = browser.page(f"{ROUNDS}1/close/", data={})

    assert "closed" in words(closed.select_one(".lead"))
    assert "3 not yet known" in words(closed.main)


def test_a_note_stands_beside_the_frozen_figures(browser, spring, closed):
    closed(spring)

    page = browser.page(f"{ROUNDS}1/notes/new/", data={"text": "Skolan var klar.", "because": "På papper."})

    assert "Skolan var klar." in words(page.main)


def test_goals_are_told_one_by_one_in_words(browser, spring, goal):
    page = browser.page(f"{ROUNDS}1/goals/")

    assert "not measured" in words(page.main)
    assert "It was not measured in the period. No target has been set." in words(page.main)


def test_the_difference_between_two_rounds_is_explained(  # noqa: PLR0913, PLR0917
    browser, promised, granvik, plan, spring, say, schools, social_board, closed, autumn, clerk
):
    say(schools, 1, "under_way")
    closed(spring)
    autumn()
    say(schools, 1, "done", dt.date(2025, 10, 1))
    say(schools, 2, "not_begun", dt.date(2025, 10, 1))
    end(promised[3], "Stoppat.", on=dt.date(2025, 10, 1), by=clerk)
    new = Commitment.objects.create(municipality=granvik, number=4, plan=plan, what="Löfte 4.")
    new.shares.create(municipality=granvik, unit=schools)
    new.shares.create(municipality=granvik, unit=social_board)
    promised[2].shares.create(municipality=granvik, unit=social_board)

    whole = browser.page(f"{ROUNDS}2/compare/1/")
    told = {words(row.td): words(row) for row in whole.select("tbody")[0].select("tr")}
    assert "done by none to done by some" in told["1"]
    assert "the commitment has ended" in told["3"]
    assert "the commitment is new" in told["4"]

    assert explained(browser.page(f"{ROUNDS}2/compare/1/?board=1")) == {
        ("Granviksskolan", "Löfte 1."): "stands otherwise",
        ("Granviksskolan", "Löfte 2."): "answered for the first time",
        ("Granviksskolan", "Löfte 4."): "the commitment is new",
    }
    assert explained(browser.page(f"{ROUNDS}2/compare/1/?board=4")) == {
        ("Socialnämnden", "Löfte 2."): "the unit was added",
        ("Socialnämnden", "Löfte 3."): "the commitment has ended",
        ("Socialnämnden", "Löfte 4."): "the commitment is new",
    }


def explained(page):
    rows = [[words(cell) for cell in row.select("th, td")] for row in page.select("tbody tr")]
    return {(row[0], row[1]): row[4] for row in rows}


def test_a_unit_that_has_moved_is_compared_with_itself(browser, asked, say, closed, autumn):
    closed(asked)
    autumn()
    schools, social_board = Unit.objects.get(number=3), Unit.objects.get(number=4)
    Unit.objects.filter(pk=schools.pk).update(authority=social_board)
    say(schools, 1, "not_begun", dt.date(2025, 10, 1))

    told = explained(browser.page(f"{ROUNDS}2/compare/1/?board=4"))

    assert told == {("Granviksskolan", "Löfte 1."): "stands otherwise"}


@pytest.mark.parametrize("is_closed", [False, True])
def test_the_json_keeps_to_its_schema(browser, asked, closed, clerk, is_closed):
    if is_closed:
        closed(asked, helped=Helped.YES)
        note(asked, "Skolan var klar.", "På papper.", by=clerk)

    told = json.loads(browser.get("/granvik/rounds/1.json").content)

    assert [error.message for error in Draft202012Validator(schema()).iter_errors(told)] == []
    assert told["unchanged"] is (True if is_closed else None)
    assert [1, 3, "done", "2025-03-01", 1, True] in told["parts"]["cells:1"]


@pytest.mark.parametrize("path", ["", "1/", "1/?board=1", "1/review/", "1/goals/", "2/compare/1/"])
def test_a_page_asks_as_often_however_much_there_is(
    browser, spring, closed, autumn, path, django_assert_max_num_queries
):
    closed(spring)
    autumn()

    with django_assert_max_num_queries(26):
        browser.page(f"{ROUNDS}{path}")


def point(number, version="0", *, conclusion="continue", words="", helped="unknown"):
    told = {"version": version, "conclusion": conclusion, "words": words, "helped": helped}
    return {f"{number}-{name}": value for name, value in told.items()}
