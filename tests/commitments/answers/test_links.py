import datetime as dt
import re

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from forebygg.audit.models import Entry
from forebygg.commitments.models import Answer, AnswerLink, Share
from tests.browsing import Browser, words

SEND = "/granvik/units/3/answers/link/"


def test_a_link_opens_the_units_open_questions_to_nobody_in_particular(link, outside):
    Share.objects.filter(commitment__number=2).update(state="not_applicable", because="Inga unga.")
    page = outside.page(link)

    assert [one["id"] for one in page.select("fieldset.answer")] == ["c1", "c3"]
    assert not page.select("[name=only]")


def test_what_is_answered_by_a_link_names_nobody_and_ends_it(link, outside, granvik):
    outside.page(link, data=sent(outside, link) | {"1-state": "under_way"})

    [answer] = Answer.objects.all()
    assert (answer.via, answer.given_by, answer.share.unit.name) == ("link", None, "Granviksskolan")
    last = Entry.objects.of(granvik).latest("number")
    assert (last.event, last.by.system) == ("commitments.unit_answered", "link")
    assert outside.get(link).status_code == 410


def test_a_link_that_is_used_twice_saves_once_and_the_same_page_again_is_thanked(link, outside):
    first = sent(outside, link)
    for _time in range(2):
        outside.page(link, data=first | {"1-state": "under_way"})
    page = outside.page(
        link, status=410, data={**first, "1-key": first["3-key"], "1-state": "done", "1-evidence": "x"}
    )

    assert "Länken gäller inte längre" in words(page.h1)
    assert Answer.objects.count() == 1


def test_what_is_wrong_is_typed_back_and_does_not_use_the_link(link, outside):
    outside.page(link, status=422, data=sent(outside, link) | {"1-state": "done"})

    assert AnswerLink.objects.get().used_at is None
    assert outside.get(link).status_code == 200


def test_a_link_ends_after_a_fortnight(link, outside):
    made = AnswerLink.objects.get()
    assert made.expires_at - made.made_at == dt.timedelta(days=14)
    AnswerLink.objects.update(expires_at=timezone.now())

    assert outside.get(link).status_code == 410


def test_the_link_is_told_to_no_search_engine_and_sets_no_cookie_but_the_forms_own(link, outside):
    answer = outside.get(link)

    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "strict-origin"
    assert "no-store" in answer["Cache-Control"]
    assert list(answer.cookies) == ["csrftoken"]


def test_what_is_no_link_or_another_municipalitys_is_not_there(link, outside, other_municipality):
    assert outside.get("/granvik/answer/gissning/").status_code == 404
    assert outside.get(link.replace("granvik", "hedvik")).status_code == 404


def test_the_database_holds_no_link_that_anybody_could_use(link):
    token = link.rstrip("/").rpartition("/")[2]

    assert token not in str(AnswerLink.objects.values().get())


def test_a_link_that_cannot_be_sent_is_not_made(browser, promised, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    page = browser.page(SEND, status=422, data={"email": "rektor@granvik.example"})

    assert page.select_one("[name=email]")["value"] == "rektor@granvik.example"
    assert not AnswerLink.objects.exists()


def sent(browser, link):
    """What the page sends when nobody has typed anything."""
    return {field["name"]: field["value"] for field in browser.page(link).select("[name$=-key]")}


@pytest.fixture
def outside():
    return Browser(Client())


@pytest.fixture
def link(browser, promised):
    """The path of a link that the coordinator has sent."""
    browser.page(SEND, data={"email": "rektor@granvik.example"})
    [letter] = mail.outbox
    return re.search(r"http://testserver(/\S+)", letter.body)[1]
