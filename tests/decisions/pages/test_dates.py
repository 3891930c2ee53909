import pytest

from forebygg.decisions.models import Meeting
from tests.browsing import words

ADDRESS = "/en/granvik/cases/1/dates/"


def board(page):
    return [[words(cell) for cell in row.select("th, td")] for row in page.select("tbody.board > tr")]


def test_each_meeting_has_its_days_beside_the_laws(browser, granvik_case):
    assert board(browser.page(ADDRESS))[3:] == [
        [
            "Kommunstyrelsen 5 March 2025",
            "§ 52 Partly preparatory, partly a decision that may be appealed",
            "20 March 2025 Too late last day 19 March 2025",
            "21 March 2025 In time",
            "11 April 2025 ended",
            "12 April 2025 In time",
        ],
        [
            "Kommunfullmäktige 31 March 2025",
            "§ 41 May be appealed",
            "1 April 2025 In time",
            "2 April 2025 In time",
            "23 April 2025 notice came down early",
            "17 April 2025 Too early",
        ],
    ]


def test_what_only_prepares_is_labelled_so(browser, granvik_case):
    labels = [row[1] for row in board(browser.page(ADDRESS))[:3]]

    assert labels == [f"§ {number} Preparatory: cannot be appealed" for number in (27, 9, 17)]


def test_a_day_that_is_not_printed_is_said(browser, meeting):
    Meeting.objects.filter(pk=meeting(30).pk).update(posted_on=None, removed_on=None)

    assert board(browser.page(ADDRESS))[4][3:] == [
        "not in the papers last day 3 April 2025",
        "has not begun",
        "not in the papers",
    ]


def test_a_time_that_runs_is_said(browser, meeting, freeze):
    freeze("2025-04-10")

    assert board(browser.page(ADDRESS))[3][4] == "11 April 2025 running"


def test_the_rules_stand_below(browser, granvik_case):
    cards = [words(card.summary) for card in browser.page(ADDRESS).select("details.law")]

    assert "the Local Government Act (2017:725), ch. 5 s. 69 and ch. 6 s. 35" in cards
    assert len(cards) == len(set(cards))


def test_the_public_sees_the_days_of_released_papers(browser, granvik_case, release):
    browser.public.page(ADDRESS, status=404)
    release(3)
    assert "No meetings in the file" in words(browser.public.page(ADDRESS).select_one(".nothing"))

    release(17)

    assert len(board(browser.public.page(ADDRESS))) == 1


def test_dates_of_another_municipality_are_not_there(browser, granvik_case, other_municipality):
    browser.page("/hedvik/cases/1/dates/", status=404)


def test_many_meetings_are_shown_a_page_at_a_time(browser, meeting):
    one, before = meeting(44), Meeting.objects.count()
    for number in range(20):
        one.pk, one.first_line = None, 10_000 + number
        one.save(force_insert=True)

    pages = [board(browser.page(f"{ADDRESS}?page={number}")) for number in (1, 2, 3)]

    assert [len(page) for page in pages] == [10, 10, before]


@pytest.mark.parametrize("times", [1, 10])
def test_it_takes_as_many_queries_however_many_meetings(
    browser, meeting, person, django_assert_max_num_queries, times
):
    one = meeting(44)
    for number in range(3 * times):
        one.pk, one.first_line = None, 10_000 + number
        one.save(force_insert=True)

    with django_assert_max_num_queries(9):
        browser.get(ADDRESS)
