import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from forebygg.organisation.spreadsheets import LARGEST, read_lines, read_sheet
from forebygg.organisation.spreadsheets.errors import (
    BrokenSpreadsheet,
    ColumnOfPeople,
    DoubleColumn,
    EmptySpreadsheet,
    NoHeader,
    OldSpreadsheet,
    SpreadsheetError,
    SpreadsheetTooLarge,
    TooManyMergedCells,
    TooManyRows,
)
from forebygg.organisation.spreadsheets.placing import Known, Placing

HEAD = "Enhet;Typ;Ligger under;Personalgrupp;Antal"
TABLE = f"""{HEAD}
Utbildningsnämnden;nämnd;;;
Åsens skola;skola;Utbildningsnämnden;lärare;34
Åsens skola;;;elevassistenter;6
"""


def read(text):
    return read_lines(read_sheet(text.encode() if isinstance(text, str) else text))


def told(lines):
    return [(line.unit, line.kind, line.under, line.group, line.heads) for line in lines]


AS_READ = [
    ("Utbildningsnämnden", "board", "", "", None),
    ("Åsens skola", "unit", "Utbildningsnämnden", "lärare", 34),
    ("Åsens skola", "", "", "elevassistenter", 6),
]


def workbook(rows, *, merged=()):
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    return saved(book)


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def rows_of(text):
    return [
        [int(cell) if cell.isdecimal() else cell or None for cell in line.split(";")]
        for line in text.splitlines()
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16"])
@pytest.mark.parametrize("separator", ";,\t")
def test_a_table_reads_the_same_however_it_was_saved(encoding, separator):
    found = read(TABLE.replace(";", separator).encode(encoding))

    assert told(found.lines) == AS_READ
    assert found.faults == []


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_lines_may_end_in_any_way(ends):
    assert told(read(TABLE.replace("\n", ends)).lines) == AS_READ


def test_a_workbook_reads_as_the_text_does():
    assert told(read(workbook(rows_of(TABLE))).lines) == AS_READ


def test_excels_word_of_its_separator_is_no_row():
    found = read(f"sep=,\n{TABLE.replace(';', ',')}")

    assert [line.number for line in found.lines] == [2, 3, 4]


def test_what_stands_above_the_head_is_passed_over():
    found = read(f"Organisation 2026;;;;\n\n{TABLE}")

    assert told(found.lines) == AS_READ
    assert found.lines[0].number == 4


@pytest.mark.parametrize(
    "head",
    [
        "Unit;Kind;Under;Staff group;Heads",
        "ENHETSNAMN;Enhetstyp;Tillhör enhet;Yrkeskategori;Antal anställda (st)",
        "Namn;Typ;Överordnad;Befattning;Antal",
        "Verksamhet:;Slag;Förvaltning;Grupp;Headcount",
    ],
)
def test_columns_are_known_by_many_names(head):
    assert told(read(TABLE.replace(HEAD, head)).lines) == AS_READ


def test_columns_may_come_in_any_order_and_some_are_not_needed():
    found = read("Antal;Postnummer;Personalgrupp;Enhet\n34;123 45;lärare;Åsens skola\n")

    assert told(found.lines) == [("Åsens skola", "", "", "lärare", 34)]
    assert found.unused == ["Postnummer"]


def test_a_value_that_was_merged_holds_for_every_row_it_covers():
    rows = [*rows_of(HEAD), ["Åsens skola", "skola", None, "lärare", 34], [None, None, None, "kuratorer", 2]]

    found = read(workbook(rows, merged=["A2:A4", "B2:B4", "C2:C3"]))

    assert told(found.lines) == [
        ("Åsens skola", "unit", "", "lärare", 34),
        ("Åsens skola", "unit", "", "kuratorer", 2),
    ]


def test_a_number_that_was_merged_is_nobodys():
    rows = [
        *rows_of(HEAD),
        ["Åsens skola", "skola", None, "lärare", 34],
        ["Norra", "skola", None, "lärare", None],
    ]

    found = read(workbook(rows, merged=["E2:E3"]))

    assert [(fault.number, fault.what.msgid[:22]) for fault in found.faults] == [
        (3, "The number is merged w")
    ]


def test_only_the_first_sheet_with_something_in_it_is_read():
    book = Workbook()
    for row in rows_of(TABLE):
        book.create_sheet("Enheter") if "Enheter" not in book.sheetnames else None
        book["Enheter"].append(row)
    hidden = book.create_sheet("Gömd", 0)
    hidden.append(["hemligt"])
    hidden.sheet_state = "hidden"

    found = read(saved(book))

    assert (found.sheet, told(found.lines)) == ("Enheter", AS_READ)


@pytest.mark.parametrize(
    ("row", "begins"),
    [
        (";skola;;lärare;3", "No unit is named"),
        ("Åsen;planet;;;", "“planet” is no kind"),
        ("Åsen;skola;;lärare;", "“lärare” has no number"),
        ("Åsen;skola;;;3", "The number 3 belongs to no"),
        ("Åsen;skola;;lärare;-3", "“-3” is less than nobody"),
        ("Åsen;skola;;lärare;3,5", "“3,5” is no whole number"),
        ("Åsen;skola;;lärare;3.5", "“3.5” is no whole number"),
        ("Åsen;skola;;lärare;ett par", "“ett par” is no number"),
        ("Åsen;skola;;lärare;999999", "999999 is more than"),
        (f"{'å' * 201};skola;;;", "“ååå"),
    ],
)
def test_what_is_wrong_with_a_row_is_told_with_its_number(row, begins):
    [fault] = read(f"{TABLE}{row}\n").faults

    assert fault.number == 5
    assert fault.what.startswith(begins)


@pytest.mark.parametrize("heads", ["1 200", "1\u00a0200", "1200", " 1200 "])
def test_a_number_may_have_a_space_after_its_thousands(heads):
    assert read(f"{HEAD}\nÅsen;skola;;lärare;{heads}\n").lines[0].heads == 1200


@pytest.mark.parametrize(
    "column", ["Namn", "Förnamn", "E-post", "Personnummer", "Rektor", "Telefon", "Employee", "Date of birth"]
)
def test_a_column_that_names_employees_is_refused(column):
    with pytest.raises(ColumnOfPeople, match=column):
        read(f"{HEAD};{column}\nÅsen;skola;;lärare;3;x\n")


@pytest.mark.parametrize("value", ["alva.birk@granvik.example", "19800101-1234", "8001011234"])
def test_addresses_and_numbers_of_people_are_refused_whatever_the_column_is_called(value):
    with pytest.raises(ColumnOfPeople, match="Övrigt"):
        read(f"{HEAD};Övrigt\nÅsen;skola;;lärare;3;{value}\n")


def test_a_column_of_names_is_refused_whatever_it_is_called():
    with pytest.raises(ColumnOfPeople, match="Vem"):
        read(f"{HEAD};Vem\nÅsen;skola;;lärare;3;Alva Lindberg\nNorra;skola;;lärare;3;Ture Nilsson\n")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptySpreadsheet),
        (b"\n;;\n", EmptySpreadsheet),
        (b"Ort;Yta\nGranvik;3\n", NoHeader),
        (b"Enhet;Verksamhet;Antal\nx;y;3\n", DoubleColumn),
        (b"\xd0\xcf\x11\xe0 gammal", OldSpreadsheet),
        (b"PK\x03\x04 trasig", BrokenSpreadsheet),
        (b"Enhet;Typ\n\0\0;x\n", BrokenSpreadsheet),
        (b"x" * (LARGEST + 1), SpreadsheetTooLarge),
        (b"Enhet\n" + b"x\n" * 100_001, TooManyRows),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_what_is_no_such_table_is_told_as_what_it_is(data, error):
    with pytest.raises(error):
        read(data)


def package(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", data)
    return file.getvalue()


def repacked(data, name, change):
    """The package with one of its parts changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return file.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_what_swells_is_refused_before_it_does():
    with pytest.raises(SpreadsheetTooLarge):
        read(package(xl__a=b" " * 70_000_000))


def test_a_part_with_words_of_its_own_is_refused():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>'

    with pytest.raises(BrokenSpreadsheet):
        read(repacked(workbook(rows_of(TABLE)), SHEET, lambda part: bomb + part))


def test_a_sheet_of_endless_merged_cells_is_refused():
    rows = [*rows_of(HEAD), *([["Å", "skola"]] * 600)]
    merged = b"<mergeCells>" + b'<mergeCell ref="A1:XFD1048576"/>' * 100 + b"</mergeCells>"
    change = repacked(
        workbook(rows), SHEET, lambda part: part.replace(b"</sheetData>", b"</sheetData>" + merged)
    )

    with pytest.raises(TooManyMergedCells):
        read(change)


def test_a_row_that_says_it_is_far_away_costs_nothing():
    far = repacked(workbook(rows_of(TABLE)), SHEET, lambda part: part.replace(b'r="4"', b'r="999999999"'))

    assert [line.number for line in read(far).lines] == [2, 3, 999_999_999]


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading(data):
    for tried in (data, b"PK\x03\x04" + data, b"Enhet;Antal\n" + data):
        with suppress(SpreadsheetError):
            read(tried)


@given(st.integers(0, 5000), st.integers(0, 255))
def test_a_damaged_workbook_is_told_as_such(place, byte):
    data = bytearray(workbook(rows_of(TABLE)))
    data[place % len(data)] = byte

    with suppress(SpreadsheetError):
        read(bytes(data))


def placed(*rows, known=()):
    found = read("\n".join([HEAD, *rows]))
    assert found.faults == []
    return Placing(found.lines, known)


def test_a_unit_may_come_before_what_it_lies_under():
    placing = placed("Åsen;skola;Kontoret;;", "Kontoret;förvaltning;Nämnden;;", "Nämnden;nämnd;;;")

    assert [(place.name, place.level) for place in placing.places] == [
        ("Åsen", 3),
        ("Kontoret", 2),
        ("Nämnden", 1),
    ]
    assert placing.faults == []


@pytest.mark.parametrize(
    ("rows", "faults"),
    [
        (["Åsen;skola;;;", "Åsen;skola;;;"], {3: "“Åsen” stands twice: here, and on row 2."}),
        (
            ["Åsen;skola;;lärare;3", "åsen;;;Lärare;4"],
            {3: "“Lärare” in “Åsen” stands twice: here, and on row 2."},
        ),
        (
            ["Åsen;skola;;;", "Åsen;nämnd;;lärare;3"],
            {3: "“Åsen” is said to be two kinds: here, and on row 2."},
        ),
        (["Åsen;;;;"], {2: "“Åsen” is new. Write what kind it is."}),
        (["Åsen;skola;Ås;;"], {2: "There is no unit “Ås”, neither in the file nor in the organisation."}),
        (["Åsen;skola;Åsen;;"], {2: "“Åsen” would lie under itself."}),
        (["A;enhet;B;;", "B;enhet;A;;"], {2: "“A” would lie under itself."}),
        (
            ["A;nämnd;;;", "B;nämnd;;;", "X;enhet;A;;", "X;enhet;B;;", "Y;enhet;X;;"],
            {6: "Several units are called “X”. Which of them is meant cannot be told."},
        ),
        (
            ["A;nämnd;;;", "B;nämnd;;;", "X;enhet;A;;", "X;enhet;B;;", "X;;;lärare;3"],
            {6: "Several units are called “X”. Write what it lies under."},
        ),
    ],
)
def test_what_cannot_be_placed_is_told_with_the_rows(rows, faults):
    assert {fault.number: str(fault.what) for fault in placed(*rows).faults} == faults


def test_an_endless_chain_ends():
    placing = placed(*(f"E{level};enhet;E{level + 1};;" for level in range(3000)), "E3000;nämnd;;;")

    assert {fault.what.msgid for fault in placing.faults} == {
        "“{unit}” would lie deeper than {limit} levels."
    }


def test_a_unit_that_is_there_already_is_known_by_name_and_place():
    known = [Known(1, "Nämnden", "board", None), Known(2, "Åsen", "unit", 1), Known(3, "Norra", "unit", 1)]

    placing = placed("ÅSEN;skola;Nämnden;;", "Norra;;;lärare;3", "Åsen;skola;Norra;;", known=known)

    assert [place.known and place.known.key for place in placing.places] == [2, None, 3]
