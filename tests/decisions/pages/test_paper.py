import hashlib

import pytest

from forebygg.decisions.models import Attendance, Item
from forebygg.papers.models import Content, Original, Paper
from tests import granvik
from tests.browsing import words

ADDRESS = "/en/granvik/cases/1/papers/{}/"


@pytest.fixture
def page(browser, granvik_case):
    return lambda number, query="": browser.page(ADDRESS.format(number) + query)


def readings(page, line):
    return [words(link) for link in page.select(f"#L{line} .readings a")]


def test_the_lines_stand_as_received_under_their_numbers(page):
    lines = page(3).select(".sheet > li")

    printed = granvik.whole().data.decode().split("\n")
    assert [line["id"] for line in lines] == [f"L{number}" for number in range(177, 245)]
    assert [line.span.get_text() for line in lines] == [text.rstrip() for text in printed[176:244]]


@pytest.mark.parametrize(
    ("number", "line", "read"),
    [
        (3, 177, ["§ 52"]),
        (3, 181, []),
        (3, 185, ["proposal"]),
        (3, 190, ["decision"]),
        (3, 204, ["motion"]),
        (3, 231, ["ballot"]),
        (3, 235, ["reservation"]),
        (3, 240, ["attachment"]),
        (17, 975, ["time", "place"]),
        (17, 979, ["member"]),
        (17, 995, ["substitute"]),
        (17, 1019, ["absent"]),
        (2, 157, ["section 7", "change 1"]),
    ],
)
def test_beside_a_line_stands_what_was_read_from_it(page, number, line, read):
    assert [words for words in readings(page(number), line) if not words.startswith("finding")] == read


def test_a_reading_leads_to_where_it_is_told(page, item, address):
    [link] = page(3).select("#L206 .readings a")

    assert link["href"] == f"{address(item(52))}#motion-2"


def test_each_sentence_of_a_plan_leads_to_its_own_history(page):
    links = [link["href"] for link in page(2).select("#L89 .readings a")]

    assert [link.rsplit("/plans/1/", 1)[1] for link in links] == [
        f"sentences/{number}/" for number in (1, 2, 3)
    ]


def test_what_the_reader_did_not_understand_is_marked_for_staff(browser, granvik_released):
    original = Original.objects.get(case=granvik_released)
    original.unread = [{"line": 192, "text": "Jäv"}]
    original.save()

    assert "not read" in words(browser.page(ADDRESS.format(3)).select_one("#L192"))
    assert "not read" not in words(browser.public.page(ADDRESS.format(3)))


def test_findings_stand_beside_their_lines_for_staff(browser, granvik_released):
    assert any(words.startswith("finding") for words in readings(browser.page(ADDRESS.format(3)), 241))
    assert readings(browser.public.page(ADDRESS.format(3)), 241) == ["attachment"]


def test_copies_know_each_other(page):
    assert "Paper 13" in words(page(8).select_one("#facts"))
    assert "Paper 8 this is a copy of it" in words(page(13).select_one("#facts"))


def test_a_short_paper_has_one_page(page):
    assert not page(3).select(".parts")


@pytest.fixture
def long_paper(granvik_case):
    """A paper of a thousand lines, and a meeting whose attendance stands far down in it."""
    original = granvik_case.originals.get()
    original.text += "\n" + "\n".join(f"rad {number}" for number in range(1129, 3000))
    original.save()
    Paper.objects.filter(case=granvik_case, number=18).update(last_line=2045)
    return granvik_case.papers.get(number=18)


def test_a_long_paper_is_shown_a_page_at_a_time(page, long_paper):
    first, last = page(18), page(18, "?page=3")

    assert [words(part) for part in first.select_one(".parts").select("li")] == [
        "1046–1445",
        "1446–1845",
        "1846–2045",
    ]
    assert [line["id"] for line in last.select(".sheet > li")] == [
        f"L{number}" for number in range(1846, 2046)
    ]
    assert len(page(18, "?page=99").select(".sheet > li")) == 200


def test_a_link_to_a_line_leads_to_the_page_that_shows_it(browser, long_paper, address, meeting):
    person = Attendance.objects.filter(meeting=meeting(30)).first()
    person.line = 1500
    person.save()

    link = next(
        link["href"]
        for link in browser.page(address(meeting(30))).select("a.lines")
        if words(link).startswith("line 1500")
    )

    path, fragment = link.split("#")
    assert path.endswith("/papers/18/?page=2")
    assert browser.page(path).select_one(f"#{fragment}")


def test_the_public_sees_released_papers_only(browser, granvik_case, release):
    release(3)

    browser.public.page(ADDRESS.format(3))
    browser.public.page(ADDRESS.format(4), status=404)


def test_a_paper_of_another_municipality_is_not_there(browser, granvik_case, other_municipality):
    browser.page("/hedvik/cases/1/papers/3/", status=404)
    browser.page(ADDRESS.format(99), status=404)


@pytest.mark.parametrize("times", [1, 10])
def test_it_takes_as_many_queries_however_much_was_read(
    browser, granvik_case, item, person, django_assert_max_num_queries, times
):
    one = Item.objects.get(pk=item(52).pk)
    for number in range(5 * times):
        one.pk, one.first_line, one.last_line = None, 178 + number, 240
        one.save(force_insert=True)

    with django_assert_max_num_queries(18):
        browser.get(ADDRESS.format(3))


# -- the file as received ------------------------------------------------------------------------------------


def file(case):
    return f"/granvik/cases/1/originals/{case.originals.get().pk}/"


def test_the_file_comes_byte_by_byte_and_is_never_run(browser, granvik_case):
    answer = browser.get(file(granvik_case))

    assert hashlib.sha256(answer.content).hexdigest() == granvik_case.originals.get().sha256
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="granvik.txt"'
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("form", "name", "kind", "disposition"),
    [
        ("pdf", "Åtgärder.pdf", "application/pdf", "attachment; filename*=utf-8''%C3%85tg%C3%A4rder.pdf"),
        (
            "docx",
            'a"b.docx',
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            'attachment; filename="a\\"b.docx"',
        ),
    ],
)
def test_each_form_has_its_type_and_keeps_its_name(browser, granvik_case, form, name, kind, disposition):
    granvik_case.originals.update(form=form, name=name)

    answer = browser.get(file(granvik_case))

    assert (answer["Content-Type"], answer["Content-Disposition"]) == (kind, disposition)


def test_an_old_encoding_is_said(browser, granvik_case):
    granvik_case.originals.update(encoding="cp1252")
    Content.objects.update(data="Åtgärder".encode("cp1252"))

    answer = browser.get(file(granvik_case))

    assert answer.content.decode(answer["Content-Type"].split("charset=")[1]) == "Åtgärder"


def test_the_public_may_have_a_file_when_all_its_papers_are_released(browser, granvik_case, release):
    release(*range(1, 18))
    assert browser.public.get(file(granvik_case)).status_code == 404
    assert "cannot be downloaded" in words(browser.public.page(ADDRESS.format(3)))

    release(18)

    assert browser.public.get(file(granvik_case)).status_code == 200


def test_a_file_of_another_case_or_municipality_is_not_there(browser, granvik_case, other_municipality):
    pk = granvik_case.originals.get().pk

    assert browser.get(f"/hedvik/cases/1/originals/{pk}/").status_code == 404
    assert browser.get(f"/granvik/cases/2/originals/{pk}/").status_code == 404
