import pytest

from forebygg.decisions.models import Attendance
from tests.browsing import words


@pytest.fixture
def page(browser, meeting, address):
    return lambda paragraph: browser.page(address(meeting(paragraph)))


def facts(page):
    return {words(row.dt): words(row.dd) for row in page.select("#facts > div")}


def bars(page, name):
    """How somebody was there: the word of each bar, and over how many columns it runs."""
    row = next(row for row in page.select("tbody tr:not(.group)") if words(row.th).startswith(name))
    return [(words(bar), int(bar["colspan"])) for bar in row.select("td.run")]


def test_each_fact_leads_to_the_line_that_prints_it(page):
    assert facts(page(44)) == {
        "Time": "08:30–11:45 line 975 in Kommunstyrelsen",
        "Place": "Stora salen, Rådhuset line 975 in Kommunstyrelsen",
        "Chair": "Maj-Lis Ekenstam line 1029 in Kommunstyrelsen",
        "Secretary": "Jessica Trygg line 1028 in Kommunstyrelsen",
        "Approved the minutes": "Fredrika af Granholt line 1022 in Kommunstyrelsen",
        "Minutes kept at": "Kommunkansliet, Rådhuset line 1042 in Kommunstyrelsen",
        "Read from": "minutes, first pages lines 969–1044 in Kommunstyrelsen",
    }


def test_several_may_approve_the_minutes(page):
    assert [
        name
        for name in ("Agneta Brunnberg", "Oskar Hedvall")
        if name in facts(page(30))["Approved the minutes"]
    ] == [
        "Agneta Brunnberg",
        "Oskar Hedvall",
    ]


def test_columns_begin_where_somebody_comes_or_goes(page):
    heads = [words(head) for head in page(44).select("thead .span")]

    assert heads == ["§§ 44–45", "§ 46", "§§ 47–49", "§§ 50–51", "§ 52", "§§ 53–58", "§§ 59–60", "§§ 61–64"]


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("Maj-Lis Ekenstam (S)", [("serves", 8)]),
        ("Agneta Brunnberg (M)", [("away", 2), ("serves", 6)]),
        ("Mikael Dorell (M)", [("serves", 2), ("away", 6)]),
        ("Håkan Lövdahl (C)", [("serves", 4), ("away", 1), ("serves", 3)]),
        ("Elin Myrman Östlind (C)", [("away", 4), ("serves", 1), ("away", 3)]),
        ("Stig-Arne Hedlöf (GRP)", [("present", 6), ("away", 2)]),
        ("Anton Veijola", [("away", 4), ("present", 1), ("away", 3)]),
        ("Ingela Stenhage (S)", [("away", 8)]),
    ],
)
def test_each_persons_row_tells_when_they_were_there(page, name, how):
    assert bars(page(44), name) == how


def test_persons_are_grouped_by_what_they_were_there_as(page):
    assert [words(head) for head in page(44).select("tr.group")] == [
        "Members who served 10",
        "Substitutes who served 3",
        "Substitutes who did not serve 5",
        "Officials 7",
        "Absent 2",
    ]


def test_a_substitute_is_told_for_whom(page):
    row = next(row for row in page(44).select("tbody tr") if words(row).startswith("Mikael Dorell"))

    assert "for Agneta Brunnberg" in words(row)


def test_a_meeting_that_nobody_left_needs_no_columns(page, meeting):
    Attendance.objects.filter(meeting=meeting(1)).update(
        from_paragraph=None, to_paragraph=None, paragraphs=None
    )

    found = page(1)

    assert not found.select("td.run")
    assert "the whole meeting" in words(found.select_one("#attendance ~ .scroll"))


def test_a_list_that_is_not_here_is_said(page, meeting):
    Attendance.objects.filter(meeting=meeting(1)).delete()

    assert "No list of who was there" in words(page(1).select_one(".nothing"))


def test_the_item_tells_how_many_took_part(page):
    assert "11 took part in the decision" in words(page(44).select_one("#items + .rows"))


def test_the_days_stand_beside_those_of_the_law(page):
    rows = [words(row) for row in page(44).select("#dates + .scroll tbody tr")]

    assert rows == [
        "Meeting 5 March 2025",
        "Minutes approved 20 March 2025 19 March 2025 Too late",
        (
            "Notice put up 21 March 2025 24 March 2025 "
            "put off: 22 March 2025 (Saturday), 23 March 2025 (Sunday) In time"
        ),
        "Last day to appeal 11 April 2025 ended",
        "Notice taken down 12 April 2025 11 April 2025 not before its end In time",
    ]


def test_the_public_sees_a_meeting_when_its_paper_is_released(browser, meeting, release, address):
    release(3)
    browser.public.page(address(meeting(44)), status=404)

    release(17)

    browser.public.page(address(meeting(44)))


def test_a_meeting_of_another_case_or_municipality_is_not_there(browser, meeting, other_municipality):
    pk = meeting(44).pk

    browser.page(f"/granvik/cases/2/meetings/{pk}/", status=404)
    browser.page(f"/hedvik/cases/1/meetings/{pk}/", status=404)


@pytest.mark.parametrize("times", [1, 10])
def test_it_takes_as_many_queries_however_many_were_there(
    browser, meeting, person, address, django_assert_max_num_queries, times
):
    here = meeting(44)
    count = here.attendance.count()
    Attendance.objects.bulk_create(
        Attendance(
            municipality=here.municipality,
            meeting=here,
            position=count + number,
            name=f"Någon {number}",
            role="member",
            serving=True,
            from_paragraph=44 + number % 20,
            line=here.first_line,
        )
        for number in range(20 * times)
    )

    with django_assert_max_num_queries(12):
        browser.get(address(here))
