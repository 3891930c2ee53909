import pytest
from django.test import Client

from forebygg.accounts.models import User
from forebygg.organisation.models import Role
from forebygg.organisation.services.posts import appoint
from forebygg.papers.services.releasing import release
from tests.browsing import Browser, words

ADDRESS = "/granvik/cases/1/keep/"


@pytest.fixture
def secretary(granvik, social_board, person):
    user = User.objects.create(email="alva@granvik.example", name="Alva Birk")
    appoint(user, Role.SECRETARY, within=granvik, unit=social_board, by=person)
    client = Client()
    client.force_login(user)
    return Browser(client)


def kept(case):
    return [paper.number for paper in case.papers.filter(kept_by__isnull=False)]


def test_the_ticked_papers_are_kept_and_no_others(secretary, granvik_case):
    secretary.page(ADDRESS, data={"papers": [1, 2]})
    page = secretary.page(ADDRESS, data={"papers": [2, 3]})

    assert kept(granvik_case) == [2, 3]
    assert "Socialnämnden" in words(page.select_one("[role=status]"))


def test_the_case_leads_to_it_for_those_who_may(secretary, browser, granvik_case):
    assert secretary.page("/granvik/cases/1/").select_one(f"a[href='{ADDRESS}']")
    assert not browser.page("/granvik/cases/1/").select_one(f"a[href='{ADDRESS}']")


def test_what_is_public_is_refused_and_the_ticks_come_back(secretary, granvik_case, person):
    release(granvik_case, {2}, by=person)

    page = secretary.page(ADDRESS, status=422, data={"papers": [1, 2]})

    assert kept(granvik_case) == []
    assert [int(box["value"]) for box in page.select("input[name=papers][checked]")] == [1, 2]


def test_who_acts_for_two_authorities_chooses(granvik, secretary, schools, granvik_case, person):
    appoint(
        User.objects.get(name="Alva Birk"),
        Role.REGISTRAR,
        within=granvik,
        unit=schools.authority,
        by=person,
    )
    address = f"{ADDRESS}?within={schools.authority.number}"

    secretary.page(address, data={"papers": [4]})

    assert granvik_case.papers.get(number=4).kept_by == schools.authority
    assert words(secretary.page(address).select_one("main nav [aria-current=true]")) == "Utbildningsnämnden"
