import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forebygg.commitments.models import Commitment, Settled
from forebygg.commitments.selectors.settling import settlement
from forebygg.commitments.services.settling import confirm, reject
from tests.browsing import words


@pytest.fixture
def url(edition):
    return f"/granvik/plans/{edition.plan.number}/editions/{edition.number}/commitments/"


@pytest.fixture
def waiting(edition):
    return [one.number for one in settlement(edition).waiting]


def sent(page, act, *ticked, **changed):
    """What a browser sends of the page's form."""
    form = page.select_one("form.settling")
    data = {"act": act, "shown": [one["value"] for one in form.select("[name=shown]")]}
    for field in form.select("textarea[name]"):
        data[field["name"]] = field.text.lstrip("\n")
    for field in form.select("select[name]"):
        data[field["name"]] = next((one["value"] for one in field.select("option[selected]")), "")
    for field in form.select("input[type=date]"):
        data[field["name"]] = field.get("value", "")
    return data | {f"s{number}-tick": "on" for number in ticked} | changed


def test_many_are_confirmed_at_once(browser, url, waiting):
    page = browser.page(url)
    assert f"0 av {len(waiting)}" in words(page.select_one(".progress"))

    after = browser.page(url, data=sent(page, "confirm", *waiting[:3]))

    assert f"3 av {len(waiting)}" in words(after.select_one(".progress"))
    assert Commitment.objects.count() == 3


def test_what_is_not_ticked_stays(browser, url, waiting):
    page = browser.page(url)
    browser.page(url, data=sent(page, "reject", waiting[0], because="Det är bakgrund."))

    assert [*Settled.objects.values_list("sentence__number", "outcome")] == [(waiting[0], "rejected")]


def test_without_a_reason_nothing_is_rejected(browser, url, waiting):
    page = browser.page(url, data=sent(browser.page(url), "reject", waiting[0]), status=422)

    assert page.select_one(".ds-error-summary")
    assert not Settled.objects.exists()


def test_what_was_typed_in_a_row_that_is_not_ticked_is_not_lost(browser, url, waiting):
    first, second = waiting[:2]
    typed = {f"s{second}-what": "Något helt annat."}

    page = browser.page(url, data=sent(browser.page(url), "confirm", first, **typed), status=422)

    assert words(page.select_one(f"#id_s{second}-what")) == "Något helt annat."
    assert not Commitment.objects.exists()


def test_what_a_colleague_settled_meanwhile_is_not_doubled(browser, url, waiting, edition, terms, person):
    page = browser.page(url)
    confirm(edition, {waiting[0]: [terms()]}, by=person)
    typed = {f"s{waiting[1]}-what": "Lära ut källkritik varje år."}

    after = browser.page(url, data=sent(page, "confirm", *waiting[:2], **typed), status=422)

    assert f"redan: {waiting[0]}" in words(after.select_one(".ds-error-summary"))
    assert words(after.select_one(f"#id_s{waiting[1]}-what")) == "Lära ut källkritik varje år."
    assert Commitment.objects.count() == 1


def test_those_that_are_ticked_are_joined_with_their_words_after_each_other(browser, url, waiting):
    first, second = waiting[:2]
    page = browser.page(url, data=sent(browser.page(url), "join", first, second))
    what = page.select_one("textarea[name=p0-what]").text.strip()
    assert len(what.splitlines()) == 2

    action = page.select_one("main form")["action"]
    browser.page(action, data={"parts": "1", "p0-what": what})

    assert [ground.sentence.number for ground in Commitment.objects.get().grounds.all()] == [first, second]


def test_a_sentence_is_split_without_scripts(browser, url, waiting):
    one = f"{url}{waiting[0]}/"
    typed = {"parts": "1", "p0-what": "Lära ut källkritik."}

    more = browser.post(one, typed | {"more": "1"})
    assert more.status_code == 200
    assert "Lära ut källkritik." in more.content.decode()
    assert not Commitment.objects.exists()

    browser.page(one, data=typed | {"parts": "3", "p1-what": "Följa upp.", "p2-what": ""})
    assert [*Commitment.objects.values_list("what", flat=True)] == ["Lära ut källkritik.", "Följa upp."]


def test_a_rejected_sentence_is_taken_up_again(browser, url, waiting, edition, person):
    reject(edition, waiting[:1], "Det är bakgrund.", by=person)

    browser.page(url, data={"act": "again", "sentence": str(waiting[0])})

    assert not Settled.objects.exists()


def test_toothless_sentences_are_listed_with_what_they_lack(browser, edition):
    page = browser.page(f"/granvik/plans/{edition.plan.number}/editions/{edition.number}/toothless/")

    told = settlement(edition)
    assert len(page.select("ul.rows > li")) == len(told.toothless)


def test_a_page_of_proposals_costs_the_same_however_many_are_settled(
    browser, url, waiting, edition, terms, person
):
    def queries():
        with CaptureQueriesContext(connection) as caught:
            browser.page(url)
        return len(caught)

    before = queries()
    confirm(edition, {number: [terms()] for number in waiting[:10]}, by=person)

    assert queries() <= before
