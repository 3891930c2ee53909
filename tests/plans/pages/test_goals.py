from forebygg.plans.models import Goal
from tests.browsing import words

GOALS = "/granvik/plans/1/goals/"


def test_a_goal_stands_with_its_figures_and_the_judgement_in_words(browser, goal):
    page = browser.page(f"/en{GOALS}")

    [row] = page.select("tbody tr")
    assert words(row) == "Utbildade none none none not yet known"
    assert "neither" not in words(page.main)


def test_goals_are_confirmed_among_the_plans_own_sentences(browser, plan):
    page = browser.page(f"{GOALS}proposed/")
    boxes = [box["value"] for box in page.select("input[name=sentences]")]

    told = browser.page(
        f"{GOALS}proposed/",
        data={"sentences": boxes[:2], f"kind-{boxes[0]}": "purpose", f"kind-{boxes[1]}": "goal"},
    )

    assert [goal.kind for goal in Goal.objects.all()] == ["purpose", "goal"]
    assert "1 mål saknar både indikator och åtagande" in words(told.main)
    left = browser.page(f"{GOALS}proposed/")
    assert [box["value"] for box in left.select("input[name=sentences]")] == boxes[2:]


def test_nothing_ticked_is_told_and_what_was_chosen_stays(browser, plan):
    box = browser.page(f"{GOALS}proposed/").select_one("input[name=sentences]")["value"]

    page = browser.page(f"{GOALS}proposed/", status=422, data={f"kind-{box}": "goal"})

    assert page.select_one(f"select[name=kind-{box}] option[selected]")["value"] == "goal"


def test_a_goal_is_added_changed_and_ended(browser, goal):
    data = {"kind": "purpose", "text": "Ingen dras in.", "above": ""}
    browser.page(f"{GOALS}new/", data=data)
    page = browser.page(
        f"{GOALS}1/change/", data={"kind": "goal", "text": "Alla vet.", "above": "2", "indicators": "1"}
    )
    assert words(page.select_one(".purpose .goal h3")) == "Alla vet."

    page = browser.page(f"{GOALS}2/end/", status=422, data={"on": "2025-09-01", "because": "Klart."})
    assert "Flytta eller avsluta dem först" in words(page.main)
    page = browser.page(f"{GOALS}1/end/", data={"on": "2025-09-01", "because": "Klart."})
    assert "Klart." in words(page.main)
