import pytest

from forebygg.accounts.models import Municipality
from forebygg.papers.models import Case
from tests.browsing import words

ADDRESS = "/en/granvik/cases/"


def test_a_case_is_listed_with_how_far_it_has_come(browser, adopted):
    row = words(browser.page(ADDRESS).select_one(".rows li"))

    assert row.startswith(
        "Handlingsplan mot våldsbejakande extremism Adopted by Kommunfullmäktige on 31 March 2025"
    )
    assert row.endswith("KS 2024/00412 · 18 papers, 0 released")


def test_a_case_without_a_title_is_called_after_its_first_paper(browser, granvik_case):
    granvik_case.title = granvik_case.registry_number = ""
    granvik_case.save()
    granvik_case.papers.filter(number=1).update(title="Kommunfullmäktige")

    assert words(browser.page(ADDRESS).select_one(".rows a")) == "Kommunfullmäktige 31 March 2025"
    assert words(browser.page(f"{ADDRESS}1/").h1) == "Kommunfullmäktige 31 March 2025"


def test_the_public_is_told_of_released_papers_only(browser, granvik_case, release):
    assert "Nothing is released yet" in words(browser.public.page(ADDRESS))

    release(3, 4)

    row = words(browser.public.page(ADDRESS).select_one(".rows li"))
    assert "Proposed: no council decision is among the released papers." in row
    assert row.endswith("2 released papers")


def test_no_cases_is_a_state_with_a_way_on(browser, other_municipality):
    page = browser.page("/en/hedvik/cases/")

    assert "No cases yet" in words(page.select_one(".nothing"))


def test_a_long_list_has_pages(browser, granvik):
    Case.objects.bulk_create(Case(municipality=granvik, number=number) for number in range(100, 160))

    first, second = browser.page(ADDRESS), browser.page(f"{ADDRESS}?page=2")

    assert [len(page.select(".rows > li")) for page in (first, second)] == [50, 11]


def test_cases_of_another_municipality_are_not_listed(browser, granvik_case):
    Municipality.objects.create(slug="hedvik", name="Hedviks kommun")

    assert not browser.page("/en/hedvik/cases/").select(".rows")


@pytest.mark.parametrize("times", [1, 10])
def test_the_list_takes_as_many_queries_however_many_cases(
    browser, granvik, person, django_assert_max_num_queries, times
):
    Case.objects.bulk_create(
        Case(municipality=granvik, number=100 + number, registry_number=f"KS {number}", title="Ärende")
        for number in range(3 * times)
    )

    with django_assert_max_num_queries(8):
        browser.get(ADDRESS)
