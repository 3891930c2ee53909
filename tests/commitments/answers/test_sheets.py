import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from forebygg.audit.models import Entry
from forebygg.commitments.models import Answer, Share
from forebygg.organisation.spreadsheets import read_sheet
from forebygg.organisation.spreadsheets.writing import Column, csv_pieces, plain_again, xlsx
from tests.browsing import words

SHEET = "/granvik/commitments/sheet/"
OUT = "/granvik/commitments/matrix"
STATE, EVIDENCE, BECAUSE, ANSWER = 5, 7, 8, 9


@pytest.mark.parametrize("text", ["=1+1", "+46", "-7", "@SUM(A1)", '=HYPERLINK("http://granvik.example")'])
def test_nothing_that_somebody_has_typed_becomes_a_formula(text):
    columns = [Column(head="Underlag")]
    book = xlsx("Svar", columns, [[text]])
    [cell] = load_workbook(io.BytesIO(book)).active["A2":"A2"][0]

    assert (cell.data_type, cell.value) == ("s", text)
    assert read_sheet(book).rows[1].cells == (text,)
    [_head, line] = csv.reader(io.StringIO("".join(csv_pieces(columns, [[text]]))), delimiter=";")
    assert line == [f"'{text}"]
    assert plain_again(line[0]) == text


def test_a_workbook_keeps_empty_cells_numbers_and_what_xml_cannot_hold(db):
    book = xlsx(
        "Svar & annat",
        [Column(head="a", choices=["klart"]), Column(head="b")],
        [["", 7], ['x\x00<&\n"y', "ö"]],
    )
    sheet = load_workbook(io.BytesIO(book)).active

    assert [[cell.value for cell in row] for row in sheet.rows] == [["a", "b"], [None, 7], ['x<&\n"y', "ö"]]


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_a_board_fills_in_its_sheet_and_every_change_is_seen_before_it_is_saved(
    browser, promised, form, entries
):
    lines = taken_out(browser, form)
    lines[1][STATE], lines[1][EVIDENCE] = "Klart", "Rutinen är beslutad."
    page = upload(browser, lines)

    [row] = page.select("tbody tr")
    assert "aldrig svarat → blir klart" in words(row)
    assert not Answer.objects.exists()
    confirmed(browser, page)
    [answer] = Answer.objects.select_related("share__commitment")
    assert (answer.share.commitment.number, answer.state, answer.via) == (1, "done", "sheet")
    assert entries()[-1] == "commitments.sheet_read_in"


def test_what_was_taken_out_and_not_touched_changes_nothing(browser, promised):
    Share.objects.filter(commitment__number=1).update(state="under_way", evidence="- en rad\nen till")

    assert "Bladet ändrar inget." in words(upload(browser, taken_out(browser, "csv")))


def test_every_row_that_is_wrong_is_told_and_nothing_is_saved(browser, promised):
    lines = taken_out(browser, "csv")
    lines[1][STATE] = "Kanske"
    lines[2][STATE] = "Inte aktuellt"
    lines[3][STATE] = "Klart"
    lines.append(["99", "", "3", "", "", "Klart", "", "Ja.", "", ""])
    page = upload(browser, lines, status=422)

    assert [words(row.th) for row in page.select("tbody tr")] == ["2", "3", "4", "5"]
    assert not page.select("[name=confirm]")


def test_a_sheet_does_not_overwrite_what_a_unit_has_answered_meanwhile(browser, own, promised):
    lines = taken_out(browser, "csv")
    lines[1][STATE] = "Pågår"
    keys = {
        field["name"]: field["value"]
        for field in own.page("/granvik/units/3/answers/").select("[name$=-key]")
    }
    own.page("/granvik/units/3/answers/", data=keys | {"1-state": "not_begun"})
    page = upload(browser, lines, status=422)

    assert "har svarat sedan" in words(page.select_one("tbody tr"))


def test_a_name_in_a_sheet_is_stopped_until_somebody_says_that_it_is_right(browser, promised):
    lines = taken_out(browser, "csv")
    lines[1][STATE], lines[1][EVIDENCE] = "Pågår", "Fråga Kevin Lindqvist i 8B."
    page = upload(browser, lines)

    confirmed(browser, page, status=422)
    assert not Answer.objects.exists()
    confirmed(browser, page, agree="1")
    assert Answer.objects.count() == 1


def test_what_is_no_sheet_of_ours_is_refused(browser, promised):
    page = upload(browser, [["Namn", "Ort"], ["a", "b"]], status=422)

    assert page.select_one(".ds-error-summary")


def taken_out(browser, form):
    answer = browser.get(f"{OUT}.{form}?board=1")
    return [list(row.cells) + [""] * (10 - len(row.cells)) for row in read_sheet(answer.content).rows]


def upload(browser, lines, status=200):
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(lines)
    file = SimpleUploadedFile("svar.csv", out.getvalue().encode())
    return browser.page(SHEET, status=status, data={"file": file})


def confirmed(browser, page, status=200, **more):
    [kept] = page.select("[name=kept]")
    return browser.page(SHEET, status=status, data={"kept": kept["value"], "confirm": "1"} | more)


@pytest.fixture
def entries(granvik):
    return lambda: list(Entry.objects.of(granvik).order_by("number").values_list("event", flat=True))
