import pytest
from django.utils import timezone

from forebygg.papers.models import Paper
from forebygg.plans.models import Edition
from tests.browsing import words

PLAN = "/granvik/plans/1/"


def edition_page(number):
    return f"{PLAN}editions/{number}/"


def row_of(page, text):
    """The row in which a sentence stands, with what the margin says beside it."""
    return next(row for row in page.select(".plan-text .row") if text in words(row))


def test_the_plan_is_its_newest_edition(browser, plan, numbers):
    newest = browser.page(edition_page(numbers[2]))
    page = browser.page(PLAN)

    assert words(page.select_one(".plan-text")) == words(newest.select_one(".plan-text"))
    assert words(page.h1) == "Handlingsplan mot våldsbejakande extremism"


def test_it_says_which_paragraph_adopted_it_and_when(browser, plan, adopted):
    page = browser.page(PLAN)

    lead = page.select_one(".lead")
    assert "Kommunfullmäktige § 41" in words(lead)
    assert lead.select_one("time")["datetime"] == "2025-03-31"
    assert lead.select_one("[data-shape=check]")


def test_an_earlier_edition_is_a_proposal_and_leads_to_the_newest(browser, plan, numbers):
    page = browser.page(edition_page(numbers[0]))

    assert page.select_one(".lead [data-shape=half]")
    assert page.select_one(f'.ds-alert a[href="{PLAN}"]')


def test_the_contents_lead_to_every_section(browser, plan, editions):
    page = browser.page(PLAN)

    entries = page.select(".contents a")
    assert len(entries) == editions[2].sections.count()
    assert words(entries[4]) == "3.1 Insatser för alla"
    assert entries[4]["href"] == "#section-3.1"


def test_every_sentence_stands_there_with_a_way_to_its_own_page(browser, plan, editions):
    page = browser.page(PLAN)

    sentences = page.select(".plan-text .s")
    assert len(sentences) == editions[2].wordings.count()
    for sentence in sentences:
        number = sentence["id"].removeprefix("s")
        assert sentence.select_one("a.pin")["href"] == f"{PLAN}sentences/{number}/"


def test_sentences_of_a_paragraph_run_on(browser, plan):
    page = browser.page(PLAN)

    paragraph = page.select_one(".plan-text p.said")
    assert len(paragraph.select(".s")) == 3


def test_points_of_a_list_are_told_as_points(browser, plan):
    page = browser.page(PLAN)

    assert (
        "point"
        in page.find(string="ge personalen kunskap att agera tidigt och lugnt").find_parent("p")["class"]
    )
    assert (
        "numbered"
        in page.find(string="2. Insatser för grupper som behöver mer stöd").find_parent("p")["class"]
    )


def test_most_sentences_have_nothing_beside_them(browser, plan):
    rows = browser.page(PLAN).select(".plan-text .row")

    assert sum(bool(row.select_one(".margin")) for row in rows) < len(rows) / 3


def test_the_first_edition_has_an_empty_margin(browser, plan, numbers):
    assert not browser.page(edition_page(numbers[0])).select(".margin")


def test_a_sentence_that_nobody_declares_changed_says_so(browser, plan):
    row = row_of(browser.page(PLAN), "Varje förvaltning bör utse en kontaktperson för planen.")

    note = row.select_one(".note.current")
    assert note.select_one("[data-shape=triangle]")
    assert "/sentences/" in note.a["href"]
    assert row.select_one(".s.fresh sup").text == note.select_one(".n").text == "2"


def test_a_sentence_that_was_moved_says_who_moved_it_and_where(browser, plan, numbers):
    row = row_of(browser.page(edition_page(numbers[1])), "Utbildningen ska även erbjudas föreningar")

    note = row.select_one(".note.current")
    assert "Torbjörn Rydqvist (S)" in words(note)
    assert "Ulla-Britt Tjäderborn (GRP)" in words(note)
    links = {words(link): link["href"] for link in note.select("a")}
    assert "/items/" in links["Kommunstyrelsens arbetsutskott § 17"]
    assert note.select_one("[data-shape=check]")


def test_changes_that_one_sentence_declares_share_its_telling(browser, plan):
    row = row_of(browser.page(PLAN), "Kommundirektören ansvarar för att rutinerna hänger ihop.")

    (note,) = row.select(".note")
    assert [mark.text for mark in note.select(".n")] == ["4", "5", "6"]
    assert words(note).count("Kommunfullmäktige § 41") == 1


def test_what_is_gone_is_told_where_it_stood(browser, plan, numbers):
    row = row_of(browser.page(edition_page(numbers[1])), "Uppföljningen ska visa vad som har gjorts")

    assert "En samlad rapport ska lämnas till kommunfullmäktige varje år." in words(row.select_one("del"))


def test_a_change_of_an_earlier_edition_is_told_more_quietly(browser, plan):
    row = row_of(browser.page(PLAN), "Utbildningen ska även erbjudas föreningar")

    note = row.select_one(".note.past")
    assert "S, GRP" in words(note)
    assert note.time["datetime"] == "2025-02-20"
    assert not row.select(".current")


def test_the_editions_stand_on_a_line_with_their_changes_between(browser, plan, numbers):
    page = browser.page(PLAN)

    assert len(page.select(".rail .stop")) == 3
    assert [link["href"] for link in page.select(".rail .between a")] == [
        f"{PLAN}compare/{numbers[0]}/{numbers[1]}/",
        f"{PLAN}compare/{numbers[1]}/{numbers[2]}/",
    ]
    assert page.select_one(".rail .stop a[aria-current=page]").text.startswith("12")


def test_the_same_in_english(browser, plan):
    page = browser.page(f"/en{PLAN}")

    assert "not declared" in words(page.select_one(".plan-text"))
    assert all(link["href"].startswith("/en/") for link in page.select(".pin"))


@pytest.mark.parametrize("address", ["9/", "1/editions/99/", "1/editions/99.json"])
def test_what_is_not_there_is_not_found(browser, plan, address):
    browser.page(f"/granvik/plans/{address}", status=404) if not address.endswith("json") else None
    assert browser.get(f"/granvik/plans/{address}").status_code == 404


def test_a_neighbour_does_not_see_it(browser, plan, other_municipality):
    assert browser.get("/hedvik/plans/1/").status_code == 404


def test_a_page_is_made_in_as_many_queries_however_long_the_plan(
    browser, plan, editions, person, django_assert_num_queries
):
    with django_assert_num_queries(13):
        browser.get(PLAN)
    lengthen(editions[2])

    with django_assert_num_queries(13):
        browser.get(PLAN)


def lengthen(edition, times=5):
    """Say everything in it as many times over, each time by new sentences."""
    wordings = list(edition.wordings.order_by("position"))
    position, number = len(wordings), edition.plan.last_sentence
    for _ in range(times):
        for wording in wordings:
            number, position = number + 1, position + 1
            wording.pk, wording.position = None, position
            wording.sentence = edition.plan.sentences.create(municipality=edition.municipality, number=number)
            wording.save(force_insert=True)


# -- what the public sees ----------------------------------------------------------------------------------


def test_nobody_sees_a_plan_that_is_not_released(browser, plan, numbers):
    assert browser.public.get(PLAN).status_code == 404
    assert browser.public.get(edition_page(numbers[2])).status_code == 404


def test_the_public_reads_the_newest_released_edition_and_no_other(browser, plan, editions, numbers, person):
    Paper.objects.filter(edition=editions[0]).update(released_at=timezone.now(), released_by=person)

    page = browser.public.page(PLAN)

    assert "2024" in words(page.select_one(".kicker"))
    assert not page.select(".rail")
    assert not page.select(".margin")
    assert browser.public.get(edition_page(numbers[2])).status_code == 404


def test_the_public_is_not_told_what_stands_in_papers_that_are_not_released(browser, plan, editions, person):
    Paper.objects.filter(edition__in=Edition.objects.filter(plan=plan)).update(
        released_at=timezone.now(), released_by=person
    )

    page = browser.public.page(PLAN)

    text = words(page.select_one("main"))
    assert "Kommunfullmäktige § 41" not in text
    assert "Maj-Lis Ekenstam" not in text
    assert page.select(".note.current [data-shape=triangle]")


def test_the_public_sees_all_of_it_when_all_is_released(browser, granvik_released, plan):
    page = browser.public.page(PLAN)

    assert "Maj-Lis Ekenstam (S)" in words(page.select_one(".plan-text"))
    assert all(link["href"].startswith("/public/") for link in page.select(".plan-text a"))
