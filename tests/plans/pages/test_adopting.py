import json

from django.utils import timezone

from forebygg.papers.models import Paper
from forebygg.plans.models import Adoption
from tests.browsing import words


def page_of(number):
    return f"/granvik/plans/1/editions/{number}/adopt/"


def sent(form, **more):
    """What the form would send, with what somebody types."""
    told = {one["name"]: one.get("value", "") for one in form.select("input[name]")}
    chosen = {
        one["name"]: (one.select_one("option[selected]") or one.option)["value"]
        for one in form.select("select")
    }
    return told | chosen | more


def test_the_form_says_what_the_papers_say_and_records_nothing_by_itself(browser, numbers):
    page = browser.page(page_of(numbers[2]))

    [form] = page.main.select("form")
    assert sent(form) | {"csrfmiddlewaretoken": ""} == {
        "csrfmiddlewaretoken": "",
        "decided_on": "2025-03-31",
        "paragraph": "§ 41",
        "body": "Kommunfullmäktige",
        "extract": sent(form)["extract"],
    }
    assert "#L" in page.select_one(".ds-alert a.lines")["href"]
    assert not Adoption.objects.exists()


def test_what_is_recorded_is_shown_with_the_paragraph_until_it_is_withdrawn(browser, numbers):
    address = page_of(numbers[2])
    [form] = browser.page(address).main.select("form")

    page = browser.page(address, data=sent(form))
    assert "antagen Kommunfullmäktige § 41 , 31 mars 2025" in words(page.select_one(".lead"))
    assert "antagen" in words(browser.page("/granvik/").main)

    page = browser.page(address, data={"withdraw": "1", "because": "Fel utgåva."})
    assert "föreslagen" in words(page.select_one(".lead"))
    assert "Fel utgåva." in words(browser.page(address).main)


def test_a_second_registrar_is_told_and_keeps_what_was_typed(browser, numbers, adopted):
    typed = {"decided_on": "2025-03-31", "paragraph": "§ 42", "body": "Kommunfullmäktige", "extract": ""}

    page = browser.page(page_of(numbers[2]), status=422, data=typed)

    assert "Kommunfullmäktige § 41" in words(page.main)
    assert Adoption.objects.count() == 1


def test_a_decision_before_the_day_of_the_edition_is_asked_about_once_more(browser, numbers):
    typed = {"decided_on": "2025-03-01", "paragraph": "41", "body": "Kommunfullmäktige", "extract": ""}

    page = browser.page(page_of(numbers[2]), status=422, data=typed)
    assert page.select_one("input[name=paragraph]")["value"] == "41"
    browser.page(page_of(numbers[2]), data=typed | {"sure": "on"})

    assert Adoption.objects.get().paragraph == "§ 41"


def test_the_public_is_told_of_a_decision_only_with_an_edition_that_it_may_see(
    browser, editions, adopted, person
):
    Paper.objects.filter(edition=editions[1]).update(released_at=timezone.now(), released_by=person)

    told = words(browser.public.page("/granvik/plans/1/").main)
    assert "§ 41" not in told

    Paper.objects.filter(edition=editions[2]).update(released_at=timezone.now(), released_by=person)
    assert "Kommunfullmäktige § 41" in words(browser.public.page("/granvik/plans/1/").select_one(".lead"))


def test_an_edition_tells_programs_too_whether_it_is_adopted(browser, editions, adopted):
    told = [browser.get(f"/granvik/plans/1/editions/{one.number}.json").json() for one in editions]

    assert [one["standing"] for one in told] == ["proposed", "proposed", "adopted"]
    assert told[2]["adopted"] == {"date": "2025-03-31", "body": "Kommunfullmäktige", "paragraph": "§ 41"}
    case = json.loads(browser.get("/granvik/cases/1.json").getvalue())
    by_day = sorted(case["plans"], key=lambda one: one["date"])
    assert [one["standing"] for one in by_day] == ["proposed", "proposed", "adopted"]
