"""Tables out of a spreadsheet."""

import pytest

from forebygg.privacy.suppression import suppressed
from forebygg.privacy.suppression.errors import HiddenAlready, NoRows, NotACount, UnevenRow
from forebygg.privacy.suppression.sheets import read_sheet

PLAIN = """\
enhet;hot;klotter;Totalt
Granskolan;3;12;15
Tallskolan;7;11;18
Björkskolan;9;8;17
Totalt;19;31;50
"""


def parts(text, place=0):
    return read_sheet(text).table.dimensions[place].parts


def test_totals_are_known_by_their_name():
    assert parts(PLAIN) == {"Totalt": ("Granskolan", "Tallskolan", "Björkskolan")}
    assert parts(PLAIN, 1) == {"Totalt": ("hot", "klotter")}


@pytest.mark.parametrize("delimiter", ",\t;")
def test_the_delimiter_is_found(delimiter):
    sheet = read_sheet(PLAIN.replace(";", delimiter))

    assert sheet.table.counts[("Tallskolan", "klotter")] == 11
    assert sheet.written(suppressed(sheet.table)).startswith(f"enhet{delimiter}hot")


def test_a_path_places_a_unit_within_its_board():
    text = """\
enhet,antal
Bildning / Norr / Gran,7
Bildning / Norr / Tall,8
Bildning / Norr,15
Bildning / Ek,6
Bildning / Totalt,21
Omsorg / Alm,9
Summa,30
"""
    assert parts(text) == {
        "Bildning / Norr": ("Bildning / Norr / Gran", "Bildning / Norr / Tall"),
        "Bildning / Totalt": ("Bildning / Norr", "Bildning / Ek"),
        "Summa": ("Bildning / Totalt", "Omsorg / Alm"),
    }


def test_merged_units_say_what_they_are():
    assert parts("enhet,antal\nBildning / Gran + Tall,7\nEk,9\n") == {
        "Bildning / Gran + Tall": ("Bildning / Gran", "Bildning / Tall")
    }


def test_several_columns_of_words_are_dimensions_of_their_own():
    text = "enhet,år,hot,klotter\nGran,2025,7,8\nGran,2026,9,9\nTall,2025,6,6\nTall,2026,5,5\n"

    names = [dimension.name for dimension in read_sheet(text).table.dimensions]

    assert names == ["enhet", "år", ""]


def test_large_numbers_may_be_written_with_spaces():
    assert read_sheet("enhet;antal\nGran;1 234\n").table.counts[("Gran", "antal")] == 1234


def test_what_is_kept_is_read_back_as_the_release_it_was():
    sheet = read_sheet(PLAIN)
    release = suppressed(sheet.table)

    again = read_sheet(sheet.written(release, kept=True)).released()

    assert again.shown() == release.shown()
    assert dict(again.table.counts) == dict(release.table.counts)
    assert again.zeros == release.zeros


def test_what_is_shown_tells_no_reason_and_no_count():
    sheet = read_sheet(PLAIN)

    assert sheet.written(suppressed(sheet.table)).splitlines()[1] == "Granskolan;..;..;15"


@pytest.mark.parametrize("text", ["", "enhet;antal\n", "\n\n", "enhet\nGran\nTall\n"])
def test_a_file_without_a_table_is_refused(text):
    with pytest.raises(NoRows):
        read_sheet(text)


def test_a_row_of_another_length_is_refused():
    with pytest.raises(UnevenRow, match="Line 3 has 3 cells"):
        read_sheet("enhet;hot\nGran;7\nTall;7;8\n")


def test_a_count_in_words_is_refused():
    with pytest.raises(NotACount, match="några"):
        read_sheet("enhet;hot\nGran;några\nTall;7\n")


def test_a_table_with_hidden_counts_cannot_be_built_on():
    with pytest.raises(HiddenAlready, match="--keep"):
        read_sheet("enhet;hot\nGran;..\nTall;7\n")
