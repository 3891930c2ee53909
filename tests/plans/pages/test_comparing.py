import json

import pytest
from django.utils import timezone
from jsonschema import Draft202012Validator

from forebygg.casefile.contract import schema
from forebygg.papers.models import Case, Paper
from forebygg.plans.models import Change
from tests.browsing import words

UNCHANGED = "Allt arbete utgår från mänskliga rättigheter"


@pytest.fixture
def compare(plan, numbers):
    """The address of the comparison of two editions, counted from 0."""

    def address(earlier, later, query=""):
        return f"/granvik/plans/1/compare/{numbers[earlier]}/{numbers[later]}/{query}"

    return address


def figures(page):
    """The summary's numbers by what they count."""
    return {one["data-key"]: int(one.select_one("b").text) for one in page.select(".summary li")}


def change(page, number):
    """The row of a change: the text, and what is told of it."""
    return page.find(id=f"change-{number}").find_parent(class_="row")


def marks(element):
    return [mark["data-shape"] for mark in element.select(".mark")]


def test_the_summary_adds_up(browser, compare):
    assert figures(browser.page(compare(0, 1))) == {
        "changes": 7,
        "declared": 3,
        "not-declared": 3,
        "noise": 1,
    }
    assert figures(browser.page(compare(1, 2))) == {
        "changes": 7,
        "declared": 5,
        "not-declared": 2,
        "noise": 0,
    }


@pytest.mark.parametrize("view", ["inline", "side"])
@pytest.mark.parametrize("key", ["changes", "declared", "not-declared", "noise"])
def test_every_number_leads_to_what_it_counts(browser, compare, view, key):
    page = browser.page(compare(0, 1, f"?view={view}"))
    link = page.select_one(f'.summary [data-key="{key}"] a')

    shown = browser.page(compare(0, 1, link["href"]))

    assert len(shown.select('[id^="change-"]')) == figures(page)[key]
    assert UNCHANGED not in words(shown.select_one(".plan-text"))


def test_changes_stand_in_the_whole_text_word_by_word(browser, compare):
    page = browser.page(compare(1, 2))

    assert UNCHANGED in words(page.select_one(".plan-text"))
    row = change(page, 2)
    assert "ska" in words(row.find("del"))
    assert "bör" in words(row.find("ins"))
    assert marks(row) == ["triangle"]


def test_a_declared_change_is_told_with_its_quote_and_its_lines(browser, compare):
    row = change(browser.page(compare(0, 1)), 3)

    assert marks(row) == ["check"]
    assert "Avsnitt 3.1 har förtydligats." in words(row.select_one("blockquote"))
    links = [link["href"] for link in row.select(".margin a")]
    assert any("/items/" in link for link in links)
    assert sum("/papers/" in link and "#L" in link for link in links) == 3


def test_the_quote_stands_on_the_lines_that_are_given(browser, compare, plan):
    page = browser.page(compare(0, 1))
    link = change(page, 3).select_one(".state a.lines")["href"]

    number, line = link.split("/papers/")[1].split("/#L")
    paper = Paper.objects.get(municipality=plan.municipality, case__number=1, number=int(number))
    assert "förtydligats" in " ".join(paper.original.text.split("\n")[int(line) - 1 : int(line) + 1])


def test_who_moved_a_change_is_told_with_the_paragraph(browser, compare):
    row = change(browser.page(compare(0, 1)), 5)

    assert "Torbjörn Rydqvist (S)" in words(row)
    assert "Kommunstyrelsens arbetsutskott § 17" in words(row)


def test_what_may_be_a_misreading_is_no_hidden_change(browser, compare):
    row = change(browser.page(compare(0, 1)), 2)

    assert "ring" in marks(row)


def test_what_is_gone_stands_where_it_stood(browser, compare):
    row = change(browser.page(compare(0, 1)), 7)

    assert "En samlad rapport" in words(row.find("del"))
    assert "Uppföljningen ska visa" in words(row)


def test_a_new_name_is_marked_in_the_heading(browser, compare):
    heading = browser.page(compare(1, 2)).find(id="change-1").find_parent("h2")

    assert "anhöriga" in words(heading.find("del"))
    assert "närstående" in words(heading.find("ins"))


def test_what_moved_says_from_where(browser, compare):
    page = browser.page(f"/en{compare(1, 2)}")

    assert "from section 10" in words(change(page, 5))
    assert "from section 9" in words(change(page, 7))


def test_a_quote_that_declares_several_changes_stands_there_once(browser, compare):
    page = browser.page(compare(1, 2))

    assert words(page.select_one(".plan-text")).count("har avsnitt 7 bytt namn till") == 1
    assert page.select('.margin a[href="#change-1"]')


def test_side_by_side_each_column_reads_as_its_edition_does(browser, compare, editions):
    page = browser.page(compare(1, 2, "?view=side"))

    for side, edition in (("was", editions[1]), ("is", editions[2])):
        for signs in page.select(".side .ds-sr-only, .side .which"):
            signs.extract()
        column = " ".join(words(part) for part in page.select(f".side .{side}"))
        for wording in edition.wordings.all():
            assert wording.text.replace(" ", "") in column.replace(" ", ""), (side, wording.text)


def test_the_text_in_one_holds_every_sentence_of_both(browser, compare, editions):
    page = browser.page(compare(0, 1))
    for signs in page.select(".plan-text .ds-sr-only, .plan-text sup"):
        signs.extract()
    told = [words(part).replace(" ", "") for part in page.select(".plan-text .said:not(blockquote)")]

    for wording in editions[1].wordings.all():
        if not Change.objects.filter(later=editions[1], sentence=wording.sentence).exists():
            assert any(wording.text.replace(" ", "") in part for part in told), wording.text


def test_editions_with_others_between_are_compared_as_they_are(browser, compare):
    page = browser.page(compare(0, 2))

    assert figures(page)["changes"] == len(page.select('[id^="change-"]'))
    row = page.find(string=lambda text: text and "bidrag av kommunen" in text).find_parent(class_="row")
    assert "check" in marks(row)  # it was declared on the way
    contact = page.find(string=lambda text: text and "utse en kontaktperson" in text).find_parent(
        class_="row"
    )
    assert marks(contact) == ["triangle"]  # new and then reworded, and nobody said either


def test_nothing_is_written_when_editions_are_compared(browser, compare):
    before = Change.objects.count()

    browser.page(compare(0, 2))

    assert Change.objects.count() == before


def test_editions_of_different_cases_are_not_said_to_hide_their_changes(browser, compare, editions):
    Paper.objects.filter(edition=editions[0]).update(case=another_case(editions[0]))
    Change.objects.filter(later=editions[1]).delete()

    page = browser.page(compare(0, 1))

    assert figures(page) == {"changes": 7, "declared": 0, "not-declared": 0, "noise": 0, "unknown": 7}
    assert "triangle" not in marks(page.select_one(".plan-text"))


def another_case(edition):
    return Case.objects.create(municipality=edition.municipality, number=77)


def test_two_that_say_the_same_say_so(browser, compare, editions):
    Change.objects.filter(later=editions[1]).delete()

    page = browser.page(compare(0, 1))

    assert page.select_one(".nothing")


# -- choosing ----------------------------------------------------------------------------------------------


def test_the_chooser_is_a_plain_form_that_leads_to_the_comparison(browser, compare, numbers):
    page = browser.page(compare(0, 1, "?view=side&show=declared"))

    form = page.select_one("form.chooser")
    assert form.get("method") == "get"
    kept = {field["name"]: field["value"] for field in form.select("input[type=hidden]")}
    answer = browser.client.get(form["action"], {"from": numbers[0], "to": numbers[2], **kept})
    assert answer["Location"] == compare(0, 2, "?view=side&show=declared")


@pytest.mark.parametrize(
    ("asked", "led_to"),
    [((), (1, 2)), ((2, 0), (0, 2)), ((1, 1), (0, 1)), ((0, 0), (0, 1)), (("x", "99"), (1, 2))],
)
def test_any_choice_leads_somewhere_sensible(browser, compare, numbers, asked, led_to):
    chosen = [numbers[one] if isinstance(one, int) else one for one in asked]

    answer = browser.client.get("/granvik/plans/1/compare/", dict(zip(("from", "to"), chosen, strict=False)))

    assert answer["Location"] == compare(*led_to)


def test_editions_in_the_wrong_order_are_put_in_order(browser, compare):
    page = browser.client.get(compare(2, 0), follow=True)

    assert page.redirect_chain[-1][0] == compare(0, 2)


def test_an_edition_that_is_not_there_is_not_found(browser, plan, numbers):
    assert browser.get(f"/granvik/plans/1/compare/{numbers[0]}/99/").status_code == 404


@pytest.mark.parametrize("query", ["?view=upside", "?show=everything", "?view=side&show=text"])
def test_an_unknown_way_to_look_is_the_usual_one(browser, compare, query):
    page = browser.page(compare(0, 1, query))

    assert UNCHANGED in words(page.select_one(".plan-text"))


# -- data, queries, doors -----------------------------------------------------------------------------------


def test_the_changes_can_be_had_in_the_contracts_words(browser, compare):
    told = json.loads(browser.get(compare(0, 1).rstrip("/") + ".json").content)

    validator = Draft202012Validator(
        schema()["properties"]["changes"]["items"] | {"$defs": schema()["$defs"]}
    )
    for one in told["changes"]:
        validator.validate(one)
    assert [one["declared"] for one in told["changes"]] == [False, False, True, True, True, False, False]
    assert told["changes"][4]["moved_by"][0]["name"] == "Torbjörn Rydqvist"


@pytest.mark.parametrize(("pair", "queries"), [((0, 1), 12), ((0, 2), 14)])
def test_a_page_is_made_in_a_fixed_number_of_queries(
    browser, compare, person, django_assert_num_queries, pair, queries
):
    with django_assert_num_queries(queries):
        browser.get(compare(*pair))


def test_the_public_compares_only_what_is_released(browser, compare, editions, person):
    Paper.objects.filter(edition__in=editions[:1]).update(released_at=timezone.now(), released_by=person)
    assert browser.public.get(compare(0, 1)).status_code == 404

    Paper.objects.filter(edition__in=editions[:2]).update(released_at=timezone.now(), released_by=person)
    page = browser.public.page(compare(0, 1))

    told = words(page.select_one(".plan-text"))
    assert "Avsnitt 3.1 har förtydligats." not in told
    assert "Torbjörn Rydqvist" not in told
    assert figures(page)["declared"] == 3


def test_the_public_is_not_told_of_changes_that_stand_in_an_edition_between(
    browser, compare, editions, person
):
    Paper.objects.filter(edition__in=[editions[0], editions[2]]).update(
        released_at=timezone.now(), released_by=person
    )

    page = browser.public.page(compare(0, 2))

    assert figures(page)["not-declared"] == 0
    assert figures(page)["unknown"] == figures(page)["changes"]
    assert browser.public.get(compare(0, 1)).status_code == 404
