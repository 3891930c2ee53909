import re

import pytest

from forebygg.commitments.models import Answer, Commitment, Share
from tests.browsing import words

PAGE = "/granvik/units/3/answers/"


def test_the_unit_sees_what_it_has_promised_and_what_it_said_last(own, promised):
    Share.objects.filter(commitment__number=2).update(
        state="under_way", answered_on="2025-10-02", evidence="Halva personalen."
    )
    page = own.page(PAGE)

    said = words(page.select_one("#c2"))
    assert "Utbilda personal." in said
    assert "Halva personalen." in said
    assert [legend["id"] for legend in page.select("fieldset.answer")][-1] == "c2"  # the others wait


def test_all_that_is_filled_in_is_saved_at_once(own, page_keys):
    keys = page_keys()
    own.page(
        PAGE, data=keys | {"1-state": "under_way", "3-state": "done", "3-evidence": "Beslutat den 2 maj."}
    )

    assert stands() == {1: "under_way", 2: "", 3: "done"}


def test_nothing_is_lost_and_nothing_saved_when_one_answer_is_wrong(own, page_keys):
    typed = {"1-state": "under_way", "1-evidence": "Påbörjat.", "3-state": "not_applicable", "2-evidence": ""}
    page = own.page(PAGE, status=422, data=page_keys() | typed)

    assert not Answer.objects.exists()
    assert "Påbörjat." in page.select_one("[name='1-evidence']").text
    assert page.select_one("[name='3-state'][value=not_applicable]").has_attr("checked")
    assert page.select_one(".ds-error-summary a[href='#id_3-because']")


def test_one_answer_is_saved_and_the_others_stay_as_typed(own, page_keys):
    typed = {"1-state": "under_way", "2-evidence": "Inte klart än.", "only": "1"}
    page = own.page(PAGE, data=page_keys() | typed)

    assert stands() == {1: "under_way", 2: "", 3: ""}
    assert "Inte klart än." in page.select_one("[name='2-evidence']").text
    assert not page.select("#c1")


def test_a_page_that_is_sent_twice_is_saved_once(own, page_keys):
    sent = page_keys() | {"1-state": "under_way"}
    for _time in range(2):
        own.page(PAGE, data=sent)

    assert Answer.objects.count() == 1


def test_a_named_person_is_stopped_until_somebody_says_that_it_is_right(own, page_keys):
    typed = page_keys() | {"1-state": "under_way", "1-evidence": "Fråga Kevin Lindqvist i 8B."}
    page = own.page(PAGE, status=422, data=typed)
    [box] = page.select("[name='1-evidence-agree']")

    assert not Answer.objects.exists()
    own.page(PAGE, data=typed | {box["name"]: box["value"]})
    assert stands()[1] == "under_way"


def test_what_has_not_changed_is_said_again_with_one_choice(own, page_keys):
    own.page(PAGE, data=page_keys() | {"1-state": "done", "1-evidence": "Rutinen finns."})
    own.page(PAGE, data=page_keys() | {"1-state": "again"})

    assert [one.evidence for one in Answer.objects.order_by("number")] == ["Rutinen finns."] * 2


def test_what_is_done_every_year_is_told_anew(own, promised):
    Commitment.objects.filter(number=1).update(rhythm="year")
    Share.objects.filter(commitment__number=1).update(state="done", answered_on="2025-10-02")

    assert not own.page(PAGE).select("#c1 [value=again]")


def test_what_no_longer_concerns_the_unit_is_told_with_what_was_typed(own, page_keys):
    typed = page_keys() | {"1-state": "under_way", "1-evidence": "Påbörjat."}
    Share.objects.filter(commitment__number=1).update(lifted_on="2025-10-02")
    page = own.page(PAGE, status=422, data=typed)

    assert "Påbörjat." in words(page.select_one(".ds-error-summary"))


def test_whoever_does_not_answer_for_the_unit_reads_and_may_not_send(browser, promised):
    assert not browser.page(PAGE).select("form.answers")
    assert browser.post(PAGE, {}).status_code == 403


def test_a_share_tells_everything_that_was_answered(own, page_keys):
    for told in ("Första kvartalet.", "Andra kvartalet."):
        own.page(PAGE, data=page_keys() | {"1-state": "under_way", "1-evidence": told})

    history = [words(one) for one in own.page("/granvik/commitments/1/units/3/").select(".timeline li")]
    assert [said for one in history for said in re.findall(r"(?:Första|Andra) kvartalet", one)] == [
        "Andra kvartalet",
        "Första kvartalet",
    ]


def test_the_page_asks_as_often_however_much_has_been_promised(own, promised, django_assert_num_queries):
    own.page(PAGE)
    for number in range(4, 20):
        made = Commitment.objects.create(municipality=promised.municipality, number=number, what="Mer.")
        Share.objects.create(municipality=promised.municipality, commitment=made, unit=promised)

    with django_assert_num_queries(6):
        own.get(PAGE)


def stands():
    return dict(Share.objects.order_by("commitment").values_list("commitment__number", "state"))


@pytest.fixture
def page_keys(own):
    """What the page sends when nobody has typed anything."""
    return lambda: {field["name"]: field["value"] for field in own.page(PAGE).select("[name$=-key]")}
