import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.plans.marking import marked

SIGNS = {"kept": "{}", "added": "+[{}]", "removed": "-[{}]"}


def drawn(before, after):
    """Both wordings in one line, as a page shows them."""
    found = [
        f"{piece.lead}{SIGNS[piece.state].format(piece.words)}{piece.tail}" if piece.words else piece.text
        for piece in marked(before, after).pieces
    ]
    return "".join(found)


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("Varje nämnd ska utse en.", "Varje nämnd bör utse en.", "Varje nämnd -[ska] +[bör] utse en."),
        ("Pröva källor och enas.", "Pröva källor, alltid, och enas.", "Pröva källor+[, alltid,] och enas."),
        ("", "Den är ny.", "+[Den är ny.]"),
        ("Den är borta.", "", "-[Den är borta.]"),
        ("Den är kvar.", "Den är kvar.", "Den är kvar."),
    ],
)
def test_the_words_that_differ_are_marked(before, after, shown):
    assert drawn(before, after) == shown


def test_differences_with_a_small_word_between_them_are_one():
    before = "Rutinerna ska följa riktlinjen för sekretess och vara kända."
    after = "Rutinerna ska vara korta och kända."

    assert drawn(before, after) == (
        "Rutinerna ska -[följa riktlinjen för sekretess och vara] +[vara korta och] kända."
    )


def test_two_words_put_in_around_another_are_told_as_two():
    assert drawn("Skolan och polisen deltar.", "Skolan, hemmet och även polisen deltar.") == (
        "Skolan+[, hemmet] och +[även] polisen deltar."
    )


def test_wordings_with_little_in_common_are_shown_whole():
    before = "Planen revideras varje mandatperiod av kommunstyrelsen."
    after = "Uppföljning sker årligen i samband med bokslutet."

    assert drawn(before, after) == f"-[{before}]+[{after}]"


def test_quotation_marks_of_another_typeface_are_no_difference():
    assert drawn("Hon sa “hej” då.", "Hon sa ”hej” nu.") == "Hon sa ”hej” -[då]+[nu]."


@given(st.text(), st.text())
def test_each_side_reads_exactly_as_it_read(before, after):
    both = marked(before, after)

    assert "".join(piece.text for piece in both.before) == before
    assert "".join(piece.text for piece in both.after) == after
