"""One sentence that becomes two, and two that become one."""

import pytest

from forebygg.decisions.services import import_papers
from forebygg.papers.receiving import Received
from forebygg.plans.models import Change, Edition, Plan
from tests.browsing import words

HEAD = (
    "Handlingsplan mot våld\n\nHedviks kommun\n\n{day}\n\n"
    "1 Inledning\n\nPlanen gäller alla nämnder.\n\n2 Ansvar\n\n"
)
WHOLE = (
    "Skolan ska anmäla oro för barn till socialtjänsten samma dag, och skolan ska erbjuda vårdnadshavare "
    "samtal om stöd inom en vecka."
)
FIRST = "Skolan ska anmäla oro för barn till socialtjänsten samma dag."
SECOND = "Skolan ska erbjuda vårdnadshavare samtal om stöd inom en vecka."
END = "\n\n3 Uppföljning\n\nPlanen följs upp varje år av kommunstyrelsen.\n"


def edition(day, ansvar):
    return Received(f"{day}.txt", (HEAD.format(day=day) + ansvar + END).encode())


@pytest.fixture(params=["divided", "joined"])
def way(request):
    return request.param


@pytest.fixture
def plan(other_municipality, person, way):
    told = (WHOLE, f"{FIRST} {SECOND}")
    earlier, later = told if way == "divided" else reversed(told)
    files = [edition("2025-01-15", earlier), edition("2026-01-15", later)]
    import_papers(other_municipality, files, by=person)
    return Plan.objects.get(municipality=other_municipality)


def test_it_is_one_change_that_names_both(plan, way):
    change = Change.objects.get(later__plan=plan)

    assert change.kind == "reworded"
    assert {change.before, change.after} == {WHOLE, f"{FIRST} {SECOND}"}


@pytest.mark.parametrize("view", ["inline", "side"])
def test_the_comparison_shows_it_once(browser, plan, view):
    page = browser.page(f"/hedvik/plans/1/compare/1/2/?view={view}")

    assert len(page.select('[id^="change-"]')) == 1
    text = words(page.select_one(".plan-text"))
    assert text.count("samma dag") >= 1
    assert "inom en vecka" in text


def test_the_reading_marks_every_part(browser, plan, way):
    page = browser.page("/hedvik/plans/1/")

    assert len(page.select(".s.fresh")) == (2 if way == "divided" else 1)
    assert len(page.select(".note.current")) == 1


def test_each_parts_page_tells_of_the_change(browser, plan):
    for wording in (
        Edition.objects.filter(plan=plan).order_by("date").last().wordings.filter(text__contains="Skolan")
    ):
        page = browser.page(wording.sentence.get_absolute_url())
        assert "inom en vecka" in words(page.select_one(".thread"))
        assert page.select('.thread a[href$="#change-1"]')
