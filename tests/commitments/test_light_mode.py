"""The light mode: less is asked for and shown, and nothing that is stored is lost."""

import pytest

from forebygg.audit.models import Entry
from forebygg.commitments.models import Commitment, ExtentChoice
from forebygg.commitments.services.extent import choose_extent
from tests.browsing import words

PAGE = "/granvik/settings/light/"
STORED = {"level": "group", "counterparts": "Polisen", "hours": 40, "money": 5000}


@pytest.fixture
def full(commitment):
    """A commitment that says everything."""
    Commitment.objects.filter(pk=commitment.pk).update(**STORED)
    return f"/granvik/commitments/{commitment.number}/"


def fields(page):
    return {one["name"] for one in page.select("main form [name]:not([type=hidden])")} - {"goals"}


def test_the_light_mode_is_begun_with_a_reason_and_told_in_the_trail(browser, granvik):
    browser.page(PAGE, status=422, data={"light": "1", "because": ""})
    page = browser.page(PAGE, data={"light": "1", "because": "Vi är få."})
    browser.page(PAGE, data={"light": "1", "because": "En gång till."})
    browser.page(PAGE, data={"light": "0", "because": "Vi har blivit fler."})

    assert "Vi är få." in words(page.select_one("main"))
    told = ExtentChoice.objects.of(granvik).order_by("pk").values_list("is_light", "because")
    assert [*told] == [(True, "Vi är få."), (False, "Vi har blivit fler.")]
    events = Entry.objects.of(granvik).filter(event__startswith="commitments.light").order_by("number")
    assert [one.event for one in events] == ["commitments.light_mode_begun", "commitments.light_mode_ended"]


def test_less_is_asked_for_and_shown_and_what_is_stored_stays(browser, granvik, full, person, goal):
    every = fields(browser.page(f"{full}change/"))
    assert {"level", "counterparts", "hours", "money"} <= every
    assert "Polisen" in words(browser.page(full))
    choose_extent(granvik, is_light=True, because="Vi är få.", by=person)

    page = browser.page(f"{full}change/")
    assert fields(page) == every - {*STORED}
    assert fields(browser.page(f"{full}owner/")) == {"owner"}
    assert not {"Polisen", "5 000"} & {*words(browser.page(full)).split()}
    listed = browser.page("/granvik/commitments/")
    assert not listed.select("[name=level], a[href*=toothless], a[href*='lack=means']")

    browser.page(f"{full}change/", data={"what": "Lära ut mer.", "accountable": "1"})
    kept = Commitment.objects.get(number=1)
    assert (kept.what, {name: getattr(kept, name) for name in STORED}) == ("Lära ut mer.", STORED)


def test_when_it_is_ended_all_of_it_is_shown_again(browser, granvik, full, person):
    choose_extent(granvik, is_light=True, because="Vi är få.", by=person)
    choose_extent(granvik, is_light=False, because="Vi har blivit fler.", by=person)

    assert "Polisen" in words(browser.page(full))
    assert {*STORED} <= fields(browser.page(f"{full}change/"))


def test_a_proposed_level_that_nobody_has_seen_is_not_stored(browser, granvik, edition, person):
    choose_extent(granvik, is_light=True, because="Vi är få.", by=person)
    url = f"/granvik/plans/{edition.plan.number}/editions/{edition.number}/commitments/"
    page = browser.page(url)
    [name, *_] = [one["name"] for one in page.select("[name$=-tick]")]
    prefix = name.removesuffix("-tick")
    form = page.select_one(f"[name={prefix}-what]")
    assert not page.select("[name$=-level]")
    told = {"shown": prefix[1:], name: "on", f"{prefix}-what": form.get_text().strip(), "act": "confirm"}
    browser.page(url, data=told)

    assert Commitment.objects.get().level == ""
