import pytest
from django.utils import timezone

from forebygg.papers.models import Paper
from forebygg.plans.models import Wording
from tests.browsing import words


@pytest.fixture
def sentence(plan):
    """The address of the sentence that some edition words like this."""

    def address(text):
        wording = Wording.objects.filter(edition__plan=plan, text__startswith=text).first()
        return wording.sentence.get_absolute_url()

    return address


def steps(page):
    return [words(step) for step in page.select(".thread > li")]


def test_it_shows_how_the_sentence_reads_now(browser, sentence):
    page = browser.page(sentence("Varje förvaltning bör utse"))

    assert words(page.select_one(".hero")) == "Varje förvaltning bör utse en kontaktperson för planen."


def test_it_follows_the_sentence_from_motion_to_council(browser, sentence, adopted):
    told = steps(browser.page(sentence("Utbildningen ska även erbjudas")))

    assert len(told) == 4
    assert "Torbjörn Rydqvist (S)" in told[0]
    assert "Kommunstyrelsens arbetsutskott § 17" in told[0]
    assert "kompletterats enligt utskottets beslut" in told[1]
    assert "12 mars 2025" in told[2]
    assert "Kommunfullmäktige § 41" in told[3]


def test_every_wording_is_shown_with_what_changed(browser, sentence):
    page = browser.page(sentence("Rutinerna ska vara korta"))

    assert "följa kommunens riktlinje för sekretess" in words(page.select_one(".thread del"))
    assert "vara korta" in words(page.select_one(".thread ins"))
    assert page.select_one('.thread a[href*="/compare/"][href$="#change-3"]')
    assert page.select_one(".thread [data-shape=triangle]")


def test_a_sentence_that_never_changed_says_so_in_one_step(browser, sentence, adopted):
    page = browser.page(sentence("Åsikter är fria, men våld"))

    told = steps(page)
    assert len(told) == 3
    assert "20 februari 2025" in told[1]
    assert "12 mars 2025" in told[1]


def test_a_sentence_that_is_gone_says_since_when(browser, sentence):
    page = browser.page(sentence("En samlad rapport"))

    assert "20 februari 2025" in words(page.select_one(".hero + p"))
    assert not page.select('a[href$="#s50"]')
    assert len(steps(page)) == 2


def test_its_lines_can_be_seen_in_the_paper(browser, sentence):
    page = browser.page(sentence("Varje förvaltning bör utse"))

    assert all("#L" in link["href"] for link in page.select(".thread a.lines"))
    assert page.select(".thread a.lines")


def test_chapters_to_come_are_not_shown_as_empty(browser, sentence):
    page = browser.page(sentence("Åsikter är fria"))

    assert len(page.select("main h2")) == 1


def test_the_same_in_english(browser, sentence):
    page = browser.page(f"/en{sentence('Varje förvaltning bör utse')}")

    assert words(page.h1).startswith("Sentence ")


def test_a_number_that_no_sentence_has_is_not_found(browser, plan):
    assert browser.get("/granvik/plans/1/sentences/999/").status_code == 404


def test_the_public_sees_the_sentence_in_released_editions_only(browser, sentence, editions, person):
    Paper.objects.filter(edition=editions[0]).update(released_at=timezone.now(), released_by=person)

    assert browser.public.get(sentence("Utbildningen ska även erbjudas")).status_code == 404
    assert len(steps(browser.public.page(sentence("Åsikter är fria")))) == 1


def test_the_page_is_made_in_a_fixed_number_of_queries(browser, sentence, person, django_assert_num_queries):
    address = sentence("Utbildningen ska även erbjudas")

    with django_assert_num_queries(13):
        browser.get(address)
