import pytest

from forebygg.commitments.models import Commitment, Share
from forebygg.organisation.models import Kind, Unit
from tests.browsing import words

MATRIX = "/granvik/commitments/matrix/"
CELLS = "tbody td"


def test_boards_stand_beside_each_other_and_a_cell_tells_how_many_are_done(browser, several):
    [cell, *_more] = browser.page(MATRIX).select(CELLS)

    assert words(cell) == "1 av 2 klara , Utbildningsnämnden 1 aldrig svarat"


def test_what_does_not_apply_is_not_counted_among_those_to_do_it(browser, several):
    Share.objects.filter(unit=several, commitment__number=1).update(state="not_applicable", because="Saknas.")
    [cell, *_more] = browser.page(MATRIX).select(CELLS)

    assert words(cell).startswith("1 av 1 klara")


def test_a_board_opens_into_its_units_each_cell_with_its_day_and_a_way_to_the_evidence(browser, several):
    page = browser.page(f"{MATRIX}?board=1")

    assert [words(head) for head in page.select("thead th")] == ["Åtagande", "Granviksskolan", "Norra skolan"]
    first, second, *_more = page.select(CELLS)
    assert words(first) == "klart 2025-10-02 · underlag"
    assert words(second) == "aldrig svarat"
    assert first.a["href"] == "/granvik/commitments/1/units/3/"


def test_a_unit_that_is_not_concerned_is_told_so(browser, several):
    Share.objects.filter(unit=several, commitment__number=2).update(lifted_on="2025-10-02")

    assert "inte berörd" in words(browser.page(f"{MATRIX}?board=1").select_one("#c2"))


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        ("level=group", ["c2"]),
        ("state=done", ["c1"]),
        ("state=never", ["c1", "c2", "c3"]),
        ("level=x", ["c1", "c2", "c3"]),
    ],
)
def test_the_matrix_is_narrowed(browser, several, asked, rows):
    assert [row["id"] for row in browser.page(f"{MATRIX}?{asked}").select("tbody tr")] == rows


def test_many_units_are_paged_both_ways_and_never_more_than_2000_cells(browser, several, granvik):
    board = several.authority
    made = [
        Unit(
            municipality=granvik,
            number=number,
            kind=Kind.UNIT,
            name=f"Skola {number}",
            above=board,
            authority=board,
        )
        for number in range(100, 150)
    ]
    commitments = [Commitment(municipality=granvik, number=number, what="Mer.") for number in range(10, 70)]
    Unit.objects.bulk_create(made)
    Commitment.objects.bulk_create(commitments)
    Share.objects.bulk_create(
        Share(municipality=granvik, commitment=one, unit=unit) for one in commitments for unit in made
    )
    page = browser.page(f"{MATRIX}?board=1")

    assert len(page.select(CELLS)) == 25 * 40
    assert len(browser.page(f"{MATRIX}?board=1&across=2&page=3").select(CELLS)) == 13 * 12


def test_the_matrix_asks_as_often_however_much_there_is(browser, several, django_assert_num_queries):
    with django_assert_num_queries(11):
        browser.get(MATRIX)


@pytest.fixture
def several(promised, granvik):
    """A second school of the board; the first has done one thing, the second has never answered."""
    second = Unit.objects.create(
        municipality=granvik, number=5, kind=Kind.UNIT, name="Norra skolan", above=promised.above,
        authority=promised.authority,
    )  # fmt: skip
    for one in Commitment.objects.of(granvik):
        Share.objects.create(municipality=granvik, commitment=one, unit=second)
    Commitment.objects.filter(number=2).update(level="group")
    Share.objects.filter(unit=promised, commitment__number=1).update(
        state="done", answered_on="2025-10-02", evidence="Rutinen finns."
    )
    return second
