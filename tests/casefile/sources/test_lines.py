import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.errors import LongLine, NoText, TooManyLines
from forebygg.casefile.sources import lines
from forebygg.casefile.sources.lines import lines_of


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_counts_once(end):
    assert lines_of(f"§ 1{end}{end}Beslut{end}") == ("§ 1", "", "Beslut")


@pytest.mark.parametrize("sign", ["\v", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"])
def test_other_signs_do_not_shift_the_line_numbers(sign):
    assert lines_of(f"Ledamöter{sign}Anna Alm\nBeslut") == ("Ledamöter Anna Alm", "Beslut")


def test_a_form_feed_stays_first_in_the_first_line_of_its_page():
    assert lines_of("slut\n\n\f§ 2\nmer") == ("slut", "", "\f§ 2", "mer")


def test_a_form_feed_in_the_middle_of_a_line_begins_a_new_one():
    assert lines_of("1 (9)\f§ 2") == ("1 (9)", "\f§ 2")


def test_an_empty_page_leaves_one_form_feed():
    assert lines_of("slut\n\f \f§ 2") == ("slut", "\f§ 2")


def test_a_form_feed_may_stand_alone():
    assert lines_of("slut\n\f\n§ 2") == ("slut", "\f", "§ 2")


def test_decomposed_letters_are_composed():
    assert lines_of(unicodedata.normalize("NFD", "Åsa Öberg")) == ("Åsa Öberg",)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("våldsbe\xadjakande", "våldsbejakande"),
        ("§\xa012", "§ 12"),
        ("§\u202f12", "§ 12"),
        ("ﬁnans ﬂytt", "finans flytt"),
        ("\ufeffProtokoll", "Protokoll"),
        ("a\tb", "a\tb"),
        ("KS\u2011AU", "KS-AU"),
        ("no\0ll", "no\ufffdll"),
    ],
)
def test_the_same_thing_is_written_in_one_way(printed, read):
    assert lines_of(printed) == (read,)


@pytest.mark.parametrize("text", ["", "\n\n", " \t\n\f\n", "\xad"])
def test_blank_text_is_no_paper(text):
    with pytest.raises(NoText):
        lines_of(text)


def test_an_endless_line_is_refused_with_its_number():
    with pytest.raises(LongLine) as refused:
        lines_of("kort\n" + "x" * (lines.LONGEST_LINE + 1))

    assert refused.value.values["line"] == 2


def test_too_many_lines_are_refused(monkeypatch):
    monkeypatch.setattr(lines, "MOST_LINES", 10)

    with pytest.raises(TooManyLines):
        lines_of("x\n" * 30)


@given(st.text(max_size=300))
def test_lines_never_hold_what_parts_lines(text):
    try:
        found = lines_of(text)
    except NoText:
        return

    assert all(len(line.removeprefix("\f").splitlines()) <= 1 for line in found)
    assert all("\f" not in line[1:] for line in found)


@given(st.text(max_size=300))
def test_reading_twice_changes_nothing(text):
    try:
        found = lines_of(text)
    except NoText:
        return

    assert lines_of("\n".join(found) + "\n") == found


@given(st.lists(st.text(alphabet="abcåäö §1.\t", max_size=20), min_size=1))
def test_plain_lines_come_back_as_they_were(written):
    text = "\n".join([*written, "slut"])

    assert list(lines_of(text)) == [*written, "slut"]
