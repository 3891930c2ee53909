from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forebygg.accounts.models import User
from forebygg.commitments.models import Commitment, Share
from forebygg.decisions.models import Meeting
from forebygg.law.board import What
from forebygg.organisation.models import Role
from forebygg.organisation.permissions import Viewer
from forebygg.organisation.services.posts import appoint
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


@pytest.fixture
def promised(granvik, schools):
    """A commitment that `schools` is to answer on a day."""

    def made(on):
        number = Commitment.objects.filter(municipality=granvik).count() + 1
        commitment = Commitment.objects.create(
            municipality=granvik, number=number, what="Lära ut källkritik.", due_on=on
        )
        return Share.objects.create(municipality=granvik, commitment=commitment, unit=schools)

    return made


@pytest.fixture
def answerer(granvik, schools, person):
    """Who answers for `schools`, and does nothing else."""
    user = User.objects.create(email="cajsa@granvik.example", name="Cajsa Forsgren")
    appoint(user, Role.ANSWERER, within=granvik, unit=schools, by=person)
    return Viewer.of(user, granvik)


def needed(municipality, viewer):
    return home(municipality, seen_by=viewer, today=TODAY).needs


def test_what_falls_to_somebody_stands_in_order_of_date(granvik, answerer, promised):
    promised(date(2026, 12, 1))
    promised(date(2026, 6, 1))

    needs = needed(granvik, answerer)

    assert [one.on for one in needs.first] == [date(2026, 6, 1), date(2026, 12, 1)]


def test_what_falls_in_a_year_waits(granvik, answerer, promised):
    promised(date(2027, 11, 1))

    assert needed(granvik, answerer).count == 0


def test_much_that_falls_to_somebody_is_counted_and_costs_no_more_queries(granvik, answerer, promised):
    promised(date(2026, 12, 1))
    before = queries(granvik, answerer)
    for day in range(2, 14):
        promised(date(2026, 12, day))

    needs = needed(granvik, answerer)

    assert (len(needs.first), needs.count) == (7, 13)
    assert queries(granvik, answerer) == before


def test_nothing_falls_to_the_public(granvik, promised):
    promised(date(2026, 6, 1))

    assert needed(granvik, Viewer(AnonymousUser())) is None
