import base64
from importlib import resources
from itertools import count

import pytest
from bs4 import BeautifulSoup

from forebygg.audit.models import Entry
from forebygg.decisions.forms import starting
from forebygg.papers.models import Case, Original
from forebygg.plans.models import Edition, Plan
from tests.browsing import words

START = "/hedvik/plans/new/"
TEXT = """Plan mot våld

2026-03-02

1 Inledning

Planen gäller alla nämnder. Den följs upp varje år.

2 Ansvar

Kommunstyrelsen leder arbetet.

Så gör vi

Skolan ska anmäla oro.
"""
HEADINGS = {5: ("1", "Inledning"), 9: ("2", "Ansvar")}


@pytest.fixture(autouse=True)
def hedvik(other_municipality):
    """Granvik's neighbour has no papers at all."""
    return other_municipality


def fields(page):
    """What the form would send if nothing were changed in it."""
    return {
        field["name"]: field.get("value", "on" if field.get("type") == "checkbox" else "")
        for field in page.select("main form input")
        if field.get("type") not in {"checkbox", "file"} or field.has_attr("checked")
    }


def ticked(page):
    return {int(field["name"].split("-")[1]) for field in page.select("tbody input[type=checkbox][checked]")}


@pytest.fixture
def sections(browser):
    """The second step, for a pasted text."""
    return browser.page(START, data={"text": TEXT})


def test_what_is_pasted_is_shown_with_its_sections_and_nothing_is_stored(sections):
    assert ticked(sections) >= set(HEADINGS)
    assert fields(sections)["title"] == "Plan mot våld"
    assert fields(sections)["date"] == "2026-03-02"
    assert words(sections.select_one(".pane")).startswith("1 Plan mot våld")
    assert not Original.objects.filter(municipality__slug="hedvik").exists()


def test_the_plan_is_started_and_shown(browser, sections, hedvik):
    page = browser.page(START, data=fields(sections) | {"create": "1"})

    assert words(page.h1) == "Plan mot våld"
    plan = Plan.objects.get(municipality=hedvik)
    edition = Edition.objects.get(plan=plan)
    assert str(edition.date) == "2026-03-02"
    assert page.select(".ds-alert[role=status]")
    assert {section.title for section in edition.sections.all()} >= {"Inledning", "Ansvar"}
    assert edition.wordings.filter(text="Den följs upp varje år.").exists()


def test_it_is_told_in_the_audit(browser, sections, hedvik, clerk):
    browser.page(START, data=fields(sections) | {"create": "1"})

    entry = Entry.objects.get(municipality=hedvik)
    assert (entry.event, entry.by) == ("decisions.papers_imported", clerk)


def test_a_person_says_which_lines_are_headings(browser, sections, hedvik):
    sent = fields(sections) | {
        "create": "1",
        "heading-13": "on",
        "title-13": "Så gör vi",
        "title-9": "Vem gör vad",
    }
    del sent["heading-5"]

    browser.page(START, data=sent)

    titles = [
        section.title for section in Edition.objects.get(municipality=hedvik).sections.order_by("position")
    ]
    assert "Inledning" not in titles
    assert titles[-2:] == ["Vem gör vad", "Så gör vi"]


def test_it_can_be_read_again_before_it_is_started(browser, sections, hedvik):
    sent = fields(sections) | {"again": "1", "title-9": "Vem gör vad"}

    page = browser.page(START, data=sent)

    assert fields(page)["title-9"] == "Vem gör vad"
    assert not Case.objects.filter(municipality=hedvik).exists()


def test_the_corrections_are_kept_with_the_paper(browser, sections, hedvik):
    browser.page(
        START, data=fields(sections) | {"create": "1", "title": "Hedviks plan", "date": "2026-04-01"}
    )

    case = Case.objects.get(municipality=hedvik)
    assert case.corrections.filter(kind="document", field="title", value="Hedviks plan").exists()
    assert words(browser.page("/hedvik/plans/1/").h1) == "Hedviks plan"


@pytest.mark.parametrize("name", ["granvik.pdf", "granvik.docx"])
def test_a_file_of_each_form_is_read(browser, hedvik, name):
    path = resources.files("forebygg.casefile") / "examples" / "granvik" / name
    with path.open("rb") as file:
        answer = browser.client.post(START, {"file": file})

    page = BeautifulSoup(answer.content, "html.parser")
    assert fields(page)["kept_name"] == name
    assert ticked(page)


def test_an_uploaded_file_is_kept_as_it_was(browser, hedvik, tmp_path):
    file = tmp_path / "plan åäö.txt"
    file.write_bytes(TEXT.encode("cp1252"))
    with file.open("rb") as sent:
        page = browser.page(START, data={"file": sent})

    browser.page(START, data=fields(page) | {"create": "1"})

    original = Original.objects.get(municipality=hedvik)
    assert original.name == "plan åäö.txt"
    assert bytes(original.content.data) == TEXT.encode("cp1252")


def test_the_same_text_again_leads_to_the_plan_that_it_is(browser, sections, hedvik):
    sent = fields(sections) | {"create": "1"}
    browser.page(START, data=sent)

    page = browser.page(START, data=sent)

    assert words(page.h1) == "Plan mot våld"
    assert Plan.objects.filter(municipality=hedvik).count() == 1
    assert Entry.objects.filter(municipality=hedvik).count() == 1


# -- what cannot be done is explained, and nothing typed is lost --------------------------------------------


def test_nothing_at_all_is_no_plan(browser, hedvik):
    page = browser.page(START, status=422, data={"text": "  \n "})

    assert page.select_one('.ds-error-summary a[href="#id_text"]')
    assert not Case.objects.filter(municipality=hedvik).exists()


def test_text_and_file_together_are_one_too_many(browser, tmp_path):
    file = tmp_path / "plan.txt"
    file.write_text(TEXT)
    with file.open("rb") as sent:
        page = browser.page(START, status=422, data={"text": "Min text", "file": sent})

    assert page.select_one("textarea").text.strip() == "Min text"


def test_what_is_too_large_is_refused(browser, monkeypatch):
    monkeypatch.setattr(starting, "LARGEST", 100)

    page = browser.page(START, status=422, data={"text": TEXT})

    assert page.select_one(".ds-error-summary")
    assert "Plan mot våld" in page.select_one("textarea").text


def test_a_file_that_is_no_text_is_explained(browser, tmp_path):
    file = tmp_path / "bild.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    with file.open("rb") as sent:
        page = browser.page(START, status=422, data={"file": sent})

    assert page.select_one('.ds-error-summary a[href="#id_file"]')


def test_a_plan_has_a_name(browser, sections, hedvik):
    page = browser.page(
        START, status=422, data=fields(sections) | {"create": "1", "title": "", "title-9": "Vem gör vad"}
    )

    assert page.select_one('.ds-error-summary a[href="#id_title"]')
    assert fields(page)["title-9"] == "Vem gör vad"
    assert not Case.objects.filter(municipality=hedvik).exists()


def test_a_plan_named_after_a_person_is_asked_about_and_nothing_is_kept(browser, sections, hedvik):
    entries = Entry.objects.count()

    page = browser.page(
        START, status=422, data=fields(sections) | {"create": "1", "title": "Insatser för Kevin i 8B"}
    )

    assert "Kevin" in words(page.select_one(".seen mark"))
    assert page.select_one('.ds-error-summary a[href="#id_title"]')
    assert not Case.objects.filter(municipality=hedvik).exists()
    assert Entry.objects.count() == entries


def test_a_plan_that_only_seems_to_be_named_after_a_person_is_started(browser, sections, hedvik):
    typed = fields(sections) | {"create": "1", "title": "Plan efter mötet med Kevin Berg"}
    page = browser.page(START, status=422, data=typed)
    agreed = page.select_one("input[name=title-agree]")["value"]

    browser.page(START, data=typed | {"title-agree": agreed})

    assert Plan.objects.get(municipality=hedvik).title == typed["title"]


def test_a_heading_has_a_title(browser, sections):
    page = browser.page(START, status=422, data=fields(sections) | {"create": "1", "title-5": ""})

    assert page.select_one('.ds-error-summary a[href="#id_title-5"]')


@pytest.mark.parametrize(
    "kept", ["", "%%%", base64.b64encode(b"").decode(), base64.b64encode(b"\0\1\2\3").decode()]
)
def test_a_text_that_was_lost_on_the_way_is_asked_for_again(browser, kept, hedvik):
    page = browser.page(START, status=422, data={"kept": kept, "kept_name": "x.txt", "title": "x"})

    assert page.select_one("textarea")
    assert not Case.objects.filter(municipality=hedvik).exists()


def test_of_a_long_text_only_the_lines_around_headings_are_shown(browser):
    number = count(1)
    long = "\n\n".join(f"{next(number)} Avsnitt\n\n" + "Vi gör som vi sagt.\n" * 300 for _ in range(8))

    page = browser.page(START, data={"text": f"Plan\n\n{long}"})

    assert len(page.select(".pane li")) < 100
    assert page.select('.pane li[id="L3"]')


def test_the_public_cannot_start_a_plan(browser, hedvik):
    assert browser.public.get(START).status_code == 404
    assert browser.client.post(f"/public{START}", {"text": TEXT}).status_code == 404
    assert not Case.objects.filter(municipality=hedvik).exists()


def test_the_same_in_english(browser):
    assert words(browser.page(f"/en{START}").h1) == "Start a plan from its text"
