from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forebygg.decisions.models import Meeting
from forebygg.law.board import What
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import Case
from forebygg.site.selectors import coming_days, home
from tests.browsing import words

TODAY = date(2026, 11, 22)


def test_staff_sees_the_case_and_how_far_it_has_come(browser, granvik_case):
    page = browser.page("/granvik/")

    assert page.select_one(f"main a[href='{granvik_case.get_absolute_url()}']")
    assert granvik_case.registry_number in words(page.main)


def test_staff_sees_the_plan_and_its_newest_changes(browser, granvik):
    page = browser.page("/granvik/")

    assert page.select_one("main a[href='/granvik/plans/1/']")
    assert page.select_one("main a[href^='/granvik/plans/1/compare/']")


def test_staff_sees_what_came_in_last(browser, granvik):
    page = browser.page("/en/granvik/")

    assert "1 file" in words(page.aside)


def test_the_public_sees_nothing_until_somebody_releases_it(browser, granvik):
    page = browser.public.page("/granvik/")

    assert page.select_one(".nothing")
    assert not page.select("main a")


def test_the_public_sees_what_is_released_and_nothing_of_the_work(browser, granvik_released):
    page = browser.public.page("/en/granvik/")

    assert page.select_one(f"main a[href='/public/en{granvik_released.get_absolute_url()}']")
    assert "Came in last" not in words(page)
    assert "released" not in words(page.main)


def test_another_municipality_sees_nothing_of_it(browser, other_municipality):
    page = browser.page("/hedvik/")

    assert not page.select("main a")


def test_no_day_is_awaited_of_a_meeting_long_past(granvik, person):
    assert coming_days(granvik, seen_by=Viewer(person), today=TODAY) == []


@pytest.fixture
def meeting(granvik_case):
    """A meeting held a week ago, of which nothing is approved yet."""
    held = Meeting.objects.filter(case=granvik_case).first()
    Meeting.objects.filter(pk=held.pk).update(
        date=date(2026, 11, 16), approved_on=None, posted_on=None, removed_on=None
    )
    return held


def test_minutes_that_are_not_approved_are_awaited(granvik, person, meeting):
    [day] = coming_days(granvik, seen_by=Viewer(person), today=TODAY)

    assert (day.what, day.meeting) == (What.APPROVAL, meeting)
    assert day.day >= TODAY


def test_the_time_to_appeal_is_awaited_while_it_runs(granvik, person, meeting):
    Meeting.objects.filter(pk=meeting.pk).update(approved_on=date(2026, 11, 18), posted_on=date(2026, 11, 19))

    [day] = coming_days(granvik, seen_by=Viewer(person), today=TODAY)

    assert day.what is What.APPEAL
    assert day.day == date(2026, 12, 10)
    assert coming_days(granvik, seen_by=Viewer(person), today=date(2026, 12, 10)) == [day]
    assert coming_days(granvik, seen_by=Viewer(person), today=date(2026, 12, 11)) == []


def test_days_to_come_lead_to_the_board_of_their_case(browser, granvik_case, meeting):
    page = browser.page("/granvik/")

    assert page.aside.select_one(f"a[href='{granvik_case.get_absolute_url()}dates/']")


def test_what_came_in_to_a_case_that_another_authority_keeps_is_not_told(browser, granvik_case, social_board):
    assert "Senast inkommet" in words(browser.page("/granvik/").main)

    granvik_case.papers.update(kept_by=social_board)

    assert granvik_case.title not in words(browser.page("/granvik/"))


def queries(municipality, viewer):
    with CaptureQueriesContext(connection) as seen:
        home(municipality, seen_by=viewer, today=TODAY)
    return len(seen)


def test_more_cases_cost_no_more_queries(granvik, person):
    before = queries(granvik, Viewer(person))
    Case.objects.bulk_create(
        Case(
            municipality=granvik, number=number, registry_number=f"KS 2026/{number}", title=f"Ärende {number}"
        )
        for number in range(100, 130)
    )

    assert queries(granvik, Viewer(person)) == before


def test_many_cases_are_a_link_away(browser, granvik):
    Case.objects.bulk_create(
        Case(municipality=granvik, number=number, title=f"Ärende {number}") for number in range(100, 130)
    )

    page = browser.page("/en/granvik/")

    assert "All 31 cases" in words(page.main)
    assert page.select_one("main a[href='/en/granvik/cases/']")
