import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forebygg.audit.models import Entry
from forebygg.organisation.models import Role
from forebygg.reminders.errors import OccasionGone
from forebygg.reminders.models import Occasion
from forebygg.reminders.rules.days import When
from forebygg.reminders.selectors.year import SHOWN, months
from forebygg.reminders.services.year import Planned, add, add_all, change, remove
from tests.browsing import words

pytestmark = pytest.mark.django_db
TODAY = dt.date(2027, 3, 11)
BUDGET = Planned(kind="budget", title="Ramar för nästa år", when=When(2026, 5), is_yearly=True)


@pytest.fixture
def budget(granvik, person):
    return add(BUDGET, within=granvik, by=person)


def test_a_year_holds_what_happens_in_it_and_what_comes_back(granvik, budget, person):
    add(Planned(kind="board", title="Nämnd", when=When(2027, 5, 4)), within=granvik, by=person)

    held = {
        year: [one.title for month in months(granvik, year, today=TODAY) for one in month.occasions]
        for year in (2025, 2026, 2027, 2028)
    }
    assert held == {
        2025: [],
        2026: ["Ramar för nästa år"],
        2027: ["Ramar för nästa år", "Nämnd"],
        2028: ["Ramar för nästa år"],
    }


def test_what_falls_due_stands_in_its_month_so_many_and_the_rest_is_counted(granvik, promised):
    for _time in range(SHOWN + 3):
        promised(dt.date(2027, 6, 15))
    june = months(granvik, 2027, today=TODAY)[5]

    [of] = june.due
    assert (of.kind.key, len(of.shown), of.more, june.count) == ("commitments", SHOWN, 3, SHOWN + 3)


def test_a_year_is_asked_for_in_as_many_queries_whatever_it_holds(granvik, person, promised):
    asked = []
    for _time in range(2):
        days = [When(2027, month, day) for month in range(1, 13) for day in (1, 15)]
        add_all(Planned(kind="other", title=f"Dag {_time}", when=days[0]), days, within=granvik, by=person)
        promised(dt.date(2027, 6, 15))
        with CaptureQueriesContext(connection) as queries:
            months(granvik, 2027, today=TODAY)
        asked.append(len(queries))

    assert asked[0] == asked[1]


def test_days_that_are_there_already_are_not_added_again(granvik, schools, person):
    board = Planned(kind="board", title="Sammanträde", when=When(2027, 1, 19), board=schools.authority)
    days = [When(2027, 1, 19), When(2027, 2, 16), When(2027, 1, 19)]

    assert [one.number for one in add_all(board, days, within=granvik, by=person)] == [1, 2]
    assert [one.number for one in add_all(board, [*days, When(2027, 3, 16)], within=granvik, by=person)] == [
        3
    ]
    assert Entry.objects.of(granvik).filter(event="reminders.occasions_added").count() == 2


def test_what_somebody_has_taken_away_is_not_changed(granvik, budget, person):
    remove(budget, by=person)

    with pytest.raises(OccasionGone):
        change(budget, BUDGET, by=person)
    assert months(granvik, 2027, today=TODAY)[4].occasions == []


def test_a_change_that_changes_nothing_leaves_no_entry(granvik, budget, person):
    before = Entry.objects.of(granvik).count()
    change(budget, BUDGET, by=person)

    assert Entry.objects.of(granvik).count() == before


@pytest.mark.parametrize("role", [Role.MEMBER, Role.REGISTRAR, Role.ADMINISTRATOR])
def test_only_a_coordinator_decides_what_the_year_holds(granvik, someone, role):
    with pytest.raises(PermissionDenied):
        add(BUDGET, within=granvik, by=someone(role))

    assert not Occasion.objects.exists()


def test_the_page_shows_twelve_months_and_a_picture_that_says_the_same(browser, budget):
    page = browser.page("/granvik/year/?year=2027")

    assert [words(month) for month in page.select(".months h2")][4] == "Maj"
    assert "Ramar för nästa år" in words(page.select_one("#m5"))
    assert (
        page.select_one("svg.wheel")["aria-label"] == "Årshjulet 2027; listan över månaderna säger detsamma."
    )
    assert [words(link) for link in page.select(".years a")] == ["2026", "2028"]
    assert browser.page("/granvik/year/?year=99999").select(".months > li")


def test_an_occasion_is_added_changed_and_taken_away(browser, granvik):
    browser.page("/granvik/year/add/", data={"kind": "budget", "title": "Ramar", "when": "maj 2027"})
    browser.page("/granvik/year/1/change/", data={"kind": "budget", "title": "Ramar", "when": "2027-05-04"})
    page = browser.page("/granvik/year/?year=2027")

    assert "4 maj 2027" in words(page.select_one("#o1"))
    assert browser.page("/granvik/year/1/change/").select_one("[name=when]")["value"] == "2027-05-04"
    browser.page("/granvik/year/1/remove/", data={})
    assert not browser.page("/granvik/year/?year=2027").select("#o1")


def test_a_list_with_a_line_that_is_no_day_adds_none_and_comes_back_as_it_was_typed(browser):
    typed = "2027-01-19\nfredag efter lunch\n16 februari 2027"
    sent = {"kind": "board", "title": "Sammanträde", "days": typed}
    page = browser.page("/granvik/year/days/", status=422, data=sent)

    assert "Rad 2: fredag efter lunch" in words(page.main)
    assert page.select_one("[name=days]").text.strip() == typed
    assert not Occasion.objects.exists()
    browser.page("/granvik/year/days/", data=sent | {"days": typed.replace("fredag efter lunch", "")})
    assert [str(one.day) for one in Occasion.objects.order_by("number")] == ["19", "16"]


def test_a_day_that_cannot_be_read_is_explained(browser):
    page = browser.page(
        "/granvik/year/add/", status=422, data={"kind": "other", "title": "X", "when": "våren"}
    )

    assert page.select_one("[name=when]")["value"] == "våren"
    assert "2027-03-15" in words(page.select_one(".ds-error-summary"))


def test_ones_own_page_tells_what_falls_to_one_and_keeps_what_one_chooses(browser, granvik, clerk, promised):
    promised(dt.date(2020, 1, 1))
    page = browser.page("/granvik/reminders/")
    assert "Lära ut källkritik." in words(page.main)
    kinds = [box["value"] for box in page.select("[name=kinds][checked]")]
    assert {"commitments", "answers", "occasions"} <= {*kinds}

    browser.page("/granvik/reminders/", data={"kinds": ["answers"], "language": "en"})
    page = browser.page("/granvik/reminders/")
    assert [box["value"] for box in page.select("[name=kinds][checked]")] == ["answers"]
    assert page.select_one("[name=language][checked]")["value"] == "en"
