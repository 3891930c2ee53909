import datetime as dt

import pytest

from forebygg.decisions.models import Item
from tests.browsing import words

ADDRESS = "/en/granvik/items/"


@pytest.fixture
def add(granvik_case):
    """One item more in Granvik's case."""
    paper = granvik_case.papers.get(number=1)

    def one(paragraph, **facts):
        told = {
            "title": "Ärende",
            "body": "Socialnämnden",
            "date": dt.date(2023, 5, 2),
            "outcome": "noted",
        } | facts
        folded = f"{told['title']} {told['body']}".casefold()
        return Item(
            municipality=granvik_case.municipality,
            case=granvik_case,
            paper=paper,
            paragraph=paragraph,
            first_line=10_000 + paragraph,
            last_line=10_000 + paragraph,
            folded=folded,
            **told,
        )

    return lambda *paragraphs, **facts: Item.objects.bulk_create(
        one(number, **facts) for number in paragraphs
    )


def shown(browser, query=""):
    return [words(row.a).split()[1] for row in browser.page(f"{ADDRESS}{query}").select(".rows > li")]


def test_all_items_stand_newest_first_and_undated_ones_last(browser, add):
    add(1, date=None)
    add(2)

    assert shown(browser) == ["41", "52", "17", "9", "27", "2", "1"]


@pytest.mark.parametrize(
    ("query", "paragraphs"),
    [
        ("?q=antagande", ["41"]),
        ("?q=Handlingsplan+KOMMUNSTYRELSEN", ["52", "17", "9"]),
        ("?q=%C3%84LDRE", ["2"]),
        ("?q=KS+2024/00412", ["41", "52", "17", "9", "27"]),
        ("?q=finns+inte", []),
        ("?body=Socialn%C3%A4mnden", ["2"]),
        ("?year=2024", ["27"]),
        ("?outcome=tabled", ["9"]),
        ("?case=1&outcome=noted", ["27", "2"]),
        ("?case=2", []),
        ("?year=otherwise&outcome=none&case=-1&page=x", ["41", "52", "17", "9", "27", "2"]),
        ("?q=%00", ["41", "52", "17", "9", "27", "2"]),
        ("?case=99999999999999999999", ["41", "52", "17", "9", "27", "2"]),
        ("?year=0", ["41", "52", "17", "9", "27", "2"]),
    ],
)
def test_the_list_is_narrowed_to_what_is_asked_for(browser, add, query, paragraphs):
    add(2, title="Omsorg om äldre")

    assert shown(browser, query) == paragraphs


def test_the_form_remembers_what_was_asked_for(browser, granvik_case):
    form = browser.page(f"{ADDRESS}?q=plan&body=Kommunstyrelsen&year=2025&outcome=decided").form

    assert form.select_one("#q")["value"] == "plan"
    assert [words(option) for option in form.select("option[selected]")] == [
        "Kommunstyrelsen",
        "2025",
        "Decided",
    ]


def test_nothing_found_has_a_way_on(browser, granvik_case):
    page = browser.page(f"{ADDRESS}?q=finns+inte")

    assert page.select_one(".nothing a")["href"] == ADDRESS


def test_no_items_yet_is_said(browser, other_municipality):
    assert "No items yet" in words(browser.page("/en/hedvik/items/").select_one(".nothing"))


def test_pages_keep_what_was_asked_for(browser, add):
    add(*range(100, 220))

    page = browser.page(f"{ADDRESS}?body=Socialn%C3%A4mnden&page=2")

    assert len(page.select(".rows > li")) == 50
    assert "body=Socialn" in page.select_one(".pagination a[rel=next], .pagination a")["href"]


def test_the_public_sees_items_of_released_papers(browser, granvik_case, release):
    release(3)

    page = browser.public.page(ADDRESS)

    assert len(page.select(".rows > li")) == 1
    assert [words(option) for option in page.select("#body option")] == ["All bodies", "Kommunstyrelsen"]


@pytest.mark.parametrize("times", [1, 10])
def test_it_takes_as_many_queries_however_many_items(
    browser, add, person, django_assert_max_num_queries, times
):
    add(*range(100, 100 + 60 * times))

    with django_assert_max_num_queries(9):
        browser.get(ADDRESS)
