import json

import jsonschema
import pytest

from forebygg.casefile import read_texts
from forebygg.casefile.contract import as_json, schema
from forebygg.decisions.models import Event, Finding, Item
from forebygg.decisions.selectors import export
from forebygg.papers.models import Case, Paper
from forebygg.papers.selectors import texts
from tests.browsing import words

ADDRESS = "/en/granvik/cases/1/"


def steps(page):
    return [
        (words(step.select_one(".step")), words(step.select_one(".quiet")))
        for step in page.select(".steps > li")
    ]


def test_it_says_at_the_top_how_far_the_matter_has_come(browser, adopted, item, address):
    lead = browser.page(ADDRESS).select_one(".lead a")

    assert words(lead) == "Adopted by Kommunfullmäktige on 31 March 2025, § 41"
    assert lead["href"] == address(item(41))


def test_a_decision_that_nobody_has_recorded_makes_no_plan_adopted(browser, granvik_case):
    lead = words(browser.page(ADDRESS).select_one(".lead"))

    assert "Kommunfullmäktige on 31 March 2025, § 41, and not yet recorded" in lead


def test_the_steps_tell_what_the_file_holds(browser, granvik_case):
    assert steps(browser.page(ADDRESS)) == [
        ("Memo done", "4 November 2024"),
        (
            "Referral done",
            (
                "11 November 2024; answer from Lokala brottsförebyggande rådet, 9 December 2024; "
                "no answer from Ungdomsrådet in the file"
            ),
        ),
        (
            "Committee done",
            (
                "Demokratiberedningen on 20 November 2024, § 27; Kommunstyrelsens arbetsutskott on 22 "
                "January 2025, § 9; Kommunstyrelsens arbetsutskott on 12 February 2025, § 17"
            ),
        ),
        ("Executive board done", "Kommunstyrelsen on 5 March 2025, § 52"),
        ("Council done", "Kommunfullmäktige on 31 March 2025, § 41"),
    ]


def test_what_the_file_lacks_is_named(browser, granvik_case, item):
    item(41).delete()
    Paper.objects.filter(case=granvik_case, kind="memo").update(kind="other")

    page = browser.page(ADDRESS)

    assert words(page.select_one(".lead")) == "Proposed: no council decision in the file."
    states = [words(step.select_one(".step")) for step in page.select(".steps > li")]
    assert states[0] == "Memo not in the file"
    assert states[-1] == "Council not in the file"


def test_the_public_is_told_no_step_that_it_cannot_see(browser, granvik_case, release):
    release(3, 4)

    page = browser.public.page(ADDRESS)

    assert words(page.select_one(".lead")) == "Proposed: no council decision is among the released papers."
    assert [words(step.select_one(".step")) for step in page.select(".steps > li")] == [
        "Executive board done"
    ]


def test_editions_tell_how_many_changes_nobody_declared(browser, adopted):
    rows = browser.page(ADDRESS).select("#editions + .rows > li")

    assert [words(row) for row in rows] == [
        "Edition 1, 8 November 2024 proposed The first that lies here",
        "Edition 2, 20 February 2025 proposed 7 changes 4 not declared 1 may be a misreading",
        "Edition 3, 12 March 2025 adopted 7 changes 2 not declared",
    ]
    assert rows[1].select("a")[1]["href"].endswith("/plans/1/compare/1/2/")


def test_the_timeline_is_in_order_and_each_event_leads_to_lines(browser, granvik_case):
    days = browser.page(ADDRESS).select(".timeline > li")

    dates = [day.time["datetime"] for day in days]
    assert dates == sorted(dates)
    assert (dates[0], dates[-1]) == ("2024-11-04", "2025-04-17")
    assert all(
        line.select("a.lines[href*='#L']") for line in (p for day in days for p in day.select("div > p"))
    )


def test_an_event_leads_to_the_page_that_tells_it(browser, granvik_case, item, meeting, address):
    links = {
        words(link): link["href"] for link in browser.page(ADDRESS).select(".timeline div a:not(.lines)")
    }

    assert links["Kommunstyrelsen met"] == address(meeting(44))
    assert links["Kommunfullmäktige § 41: decided"] == address(item(41))


def test_meetings_hold_their_items(browser, granvik_case):
    rows = [words(row) for row in browser.page(ADDRESS).select("#meetings + .rows > li")]

    assert (
        rows[3]
        == "Kommunstyrelsen 5 March 2025 · §§ 44–64 § 52 Handlingsplan mot våldsbejakande extremism decided"
    )


def test_papers_stand_in_order_with_what_the_public_sees(browser, granvik_case, release):
    release(2)

    rows = [words(row) for row in browser.page(ADDRESS).select("tbody tr")]

    assert len(rows) == 18
    assert rows[1] == "2 Plan 12 March 2025 Handlingsplan mot våldsbejakande extremism released"
    assert rows[12].startswith("13 Plan copy 8 November 2024")
    assert rows[12].endswith("not released")


def test_staff_see_how_many_findings_there_are_and_the_public_none(browser, granvik_released):
    count = Finding.objects.filter(case=granvik_released).count()

    assert f"{count} findings" in words(browser.page(ADDRESS).select_one(".figures"))
    assert "finding" not in words(browser.public.page(ADDRESS))


def test_the_public_sees_of_a_case_what_is_released(browser, granvik_case, release):
    browser.public.page(ADDRESS, status=404)

    release(3)

    page = browser.public.page(ADDRESS)
    assert [words(row.select_one(".number")) for row in page.select("tbody tr")] == ["3"]
    assert len(page.select(".timeline > li")) == 1


def test_a_case_of_another_municipality_is_not_there(browser, granvik_case, other_municipality):
    browser.page("/hedvik/cases/1/", status=404)
    browser.page("/granvik/cases/99/", status=404)


@pytest.mark.parametrize("times", [1, 10])
def test_it_takes_as_many_queries_however_much_it_holds(
    browser, granvik_case, person, django_assert_max_num_queries, times
):
    grow(granvik_case, times)

    with django_assert_max_num_queries(17):
        browser.get(ADDRESS)


def grow(case, times):
    """So many items and events more."""
    model = Item.objects.filter(case=case).first()
    events = Event.objects.filter(case=case).count()
    for number in range(5 * times):
        model.pk, model.first_line, model.paragraph = None, 10_000 + number, 100 + number
        model.save(force_insert=True)
    Event.objects.bulk_create(
        Event(
            municipality=case.municipality,
            case=case,
            paper=model.paper,
            position=events + number,
            date=model.date,
            code="met",
            values={"body": "Kommunstyrelsen"},
        )
        for number in range(10 * times)
    )


# -- as JSON -------------------------------------------------------------------------------------------------


def told(answer):
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    case = json.loads(answer.getvalue())
    jsonschema.validate(case, schema())
    return case


def renamed(case):
    """The reader's answer with the store's names of papers, and without what is not stored."""
    numbers = {paper["id"]: paper["id"].removeprefix("d") for paper in case["documents"]}
    text = json.dumps(case)
    for name, number in numbers.items():
        text = text.replace(f'"{name}"', f'"{number}"')
    return json.loads(text)


def test_as_json_it_is_what_the_reader_says(browser, granvik_case):
    read = renamed(as_json(read_texts(texts(granvik_case))))

    case = told(browser.get("/en/granvik/cases/1.json"))

    for part in (
        "case",
        "documents",
        "meetings",
        "items",
        "changes",
        "body_changes",
        "findings",
        "timeline",
        "unread",
    ):
        assert case[part] == read[part], part
    for plan, other in zip(
        case["plans"], sorted(read["plans"], key=lambda one: int(one["document"])), strict=True
    ):
        assert [section["sentences"] for section in plan["sections"]] == [
            section["sentences"] for section in other["sections"]
        ]


def test_as_json_its_sentences_are_in_the_readers_language(browser, granvik_case):
    events = [
        told(browser.get(f"{start}/granvik/cases/1.json"))["timeline"][0]["event"] for start in ("", "/en")
    ]

    assert events[1] == "Memo to Kommunstyrelsens arbetsutskott"
    assert events[0] != events[1]


def test_the_publics_json_holds_what_is_released_and_nothing_else(browser, granvik_case, release):
    release(2, 4)

    case = told(browser.public.get("/granvik/cases/1.json"))

    assert [paper["id"] for paper in case["documents"]] == ["2", "4"]
    assert [plan["document"] for plan in case["plans"]] == ["2", "4"]
    assert (case["items"], case["meetings"], case["findings"], case["unread"]) == ([], [], [], [])
    assert len(case["changes"]) == 7
    assert any(change["declared"] for change in case["changes"])
    assert {change["described_as"] for change in case["changes"]} == {None}
    assert {len(change["moved_by"]) for change in case["changes"]} == {0}


def test_as_json_a_case_that_is_changed_meanwhile_is_not_told_half(browser, granvik_case, monkeypatch):
    def changing(folder):
        Case.objects.update(revision=folder.case.revision + 1)
        return iter(())

    monkeypatch.setattr(export, "_timeline", changing)

    page = browser.page("/en/granvik/cases/1.json", status=409)

    assert "Fetch it again." in page.get_text()


@pytest.mark.parametrize("times", [1, 10])
def test_as_json_it_takes_as_many_queries_however_much_it_holds(
    browser, granvik_case, django_assert_max_num_queries, times
):
    grow(granvik_case, times)

    with django_assert_max_num_queries(30):
        browser.get("/granvik/cases/1.json")
