import pytest
from django.template import Context, Template
from django.test import RequestFactory

from forebygg.accounts.models import Municipality
from forebygg.web.pagination import paginate


@pytest.fixture
def rows(db):
    Municipality.objects.bulk_create(
        Municipality(name=f"Kommun {number:03}", slug=f"kommun-{number}") for number in range(101)
    )
    return Municipality.objects.filter(name__startswith="Kommun").order_by("name")


def asked(query):
    return RequestFactory().get(f"/{query}")


@pytest.mark.parametrize(
    ("query", "number", "first", "last"),
    [
        ("", 1, 1, 50),
        ("?page=2", 2, 51, 100),
        ("?page=3", 3, 101, 101),
        ("?page=4", 3, 101, 101),
        ("?page=0", 1, 1, 50),
        ("?page=-1", 1, 1, 50),
        ("?page=two", 1, 1, 50),
        ("?page=²", 1, 1, 50),
        ("?page=99999999999999999999", 1, 1, 50),
        (f"?page={'9' * 5000}", 1, 1, 50),
    ],
)
def test_what_is_no_page_gives_the_nearest_that_is(rows, query, number, first, last):
    page = paginate(rows, asked(query))

    assert (page.number, page.first_row, page.last_row) == (number, first, last)
    assert len(page.rows) == last - first + 1


@pytest.mark.parametrize(("query", "needed"), [("", 2), ("?page=3", 3)])
def test_two_or_three_queries_are_enough(rows, query, needed, django_assert_num_queries):
    with django_assert_num_queries(needed):
        paginate(rows, asked(query))


def test_every_page_follows_on_the_one_before_from_whichever_end_it_was_counted(rows):
    pages = [paginate(rows, asked(f"?page={number}"), size=20) for number in range(1, 7)]

    assert [row.pk for page in pages for row in page.rows] == [row.pk for row in rows]


def test_an_empty_list_has_one_page_without_rows(rows):
    page = paginate(rows.none(), asked(""))

    assert (page.number, page.last, page.first_row, page.last_row) == (1, 1, 0, 0)


def test_what_was_asked_for_is_kept_from_page_to_page(rows):
    page = paginate(rows, asked("?outcome=decided&page=2&outcome=tabled"))

    assert page.previous == "?outcome=decided&outcome=tabled"
    assert page.next == "?outcome=decided&outcome=tabled&page=3"


def test_the_first_page_has_none_before_it_and_the_last_none_after(rows):
    assert paginate(rows, asked("")).previous is None
    assert paginate(rows, asked("?page=3")).next is None


def shown(page):
    return Template("{% load web %}{% pagination page %}").render(Context({"page": page}))


def test_a_list_of_one_page_says_nothing_of_pages(rows):
    assert shown(paginate(rows, asked(""), size=200)).strip() == ""


def test_addresses_are_escaped(rows):
    assert "&amp;page=2" in shown(paginate(rows, asked('?body="><b>')))
    assert '"><b>' not in shown(paginate(rows, asked('?body="><b>')))


@pytest.mark.parametrize("order", ["name", "-name"])
def test_later_pages_go_on_where_the_first_ended(rows, order):
    ordered = rows.order_by(order)
    shown = [row for number in (1, 2, 3) for row in paginate(ordered, asked(f"?page={number}")).rows]

    assert shown == list(ordered)
