"""What the guard saw, as a page quotes it."""

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from forebygg.privacy.guard import look
from forebygg.web.seen import Seen

PROSE = st.lists(
    st.sampled_from(
        [
            "ahmed ",
            "Karin Ek ",
            "Ek,\n",
            "\n",
            "och ",
            "ring 070-174 06 05 ",
            "å" * 90,
            "x " * 60,
            "killen i\n8B ",
        ]
    )
).map("".join)


@pytest.fixture(autouse=True)
def _swedish():
    with override("sv"):
        yield


def quoted(text):
    """Line → its pieces, the marked in brackets."""
    return {
        line.number: "".join(f"[{piece.words}]" if piece.kind else piece.words for piece in line.pieces)
        for line in Seen(text, until=10_000).lines
    }


def test_only_lines_with_marks_are_quoted():
    assert quoted("Det var lugnt.\n\nSedan kom ahmed.\nDet var lugnt.") == {3: "Sedan kom [ahmed]."}


def test_of_a_long_line_what_stands_around_the_marks_is_quoted():
    text = f"{'Det var lugnt. ' * 20}Sedan kom ahmed. {'Det var lugnt. ' * 20}Och ring 070-174 06 05."

    [line] = quoted(text).values()

    assert line.startswith("… ")
    assert "Sedan kom [ahmed]. Det" in line
    assert line.endswith("Och ring [070-174 06 05].")
    assert line.count("…") == 2
    assert len(line) < 350


def test_a_mark_that_runs_over_a_line_is_marked_on_both():
    text = "Familjen bor på Norra\nTorget 12 nu."
    [mark] = look(text)
    assert "\n" in text[mark.start : mark.end]

    assert list(quoted(text)) == [1, 2]
    assert all("[" in line for line in quoted(text).values())


def test_kinds_are_counted_and_told_in_one_breath():
    seen = Seen("Ahmed och Yusuf, 070-174 06 05", until=100)

    assert seen.kinds == "namn på en person (2), telefonnummer"
    assert [reason.count for reason in seen.reasons] == [2, 1]


def test_a_channel_is_named_once():
    assert len(Seen("Ahmed bor på Storgatan 3 med killen i 8B.", until=100).channels) == 1


def test_nothing_after_the_limit_is_looked_through_or_lost():
    seen = Seen("Det var lugnt. Ahmed kom.", until=14)

    assert seen.marks == []
    assert seen.cut_at == "14"
    assert seen.rewritten == "Det var lugnt. Ahmed kom."


@given(PROSE)
def test_every_marked_word_of_a_quoted_line_stands_in_that_line(text):
    lines = text.split("\n")

    for line in Seen(text, until=10_000).lines:
        for piece in line.pieces:
            assert not piece.kind or piece.words in lines[line.number - 1]


@given(PROSE)
def test_as_many_lines_are_quoted_or_counted_as_have_marks(text):
    seen = Seen(text, until=10_000)
    starts = {text.count("\n", 0, mark.start) + 1 for mark in seen.marks}

    assert len(seen.lines) + seen.more >= len(starts)
    assert {line.number for line in seen.lines} <= set(range(1, text.count("\n") + 2))


@given(PROSE)
def test_what_is_rewritten_for_a_page_is_never_worse(text):
    seen = Seen(text, until=10_000)

    assert len(look(seen.rewritten)) <= len(seen.marks)
