import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.guarded import HALVES, invented
from forebygg.privacy.guard import CHANNELS, KINDS, Kind, look, rewritten
from forebygg.privacy.guard.marks import REASONS, mark
from forebygg.privacy.guard.words import cut

PIECES = st.sampled_from(
    "ahmed Ahmeds Björn linda killen i 8B sa att är muslim 121212-1212 070-174 06 05 Storgatan 14 "
    "och , . ! ? @x_y Ö. K. von & - MARIA kyrka röstar på SD ABC12D mamma till heter".split()
)
PROSE = st.one_of(
    st.text(), st.lists(PIECES).map(" ".join), st.lists(st.one_of(PIECES, st.text(max_size=3))).map("".join)
)


@given(PROSE)
def test_marks_are_in_order_within_the_text_and_never_overlap(text):
    marks = look(text)

    ends = [0, *(mark.end for mark in marks)]
    assert all(end <= mark.start < mark.end <= len(text) for end, mark in zip(ends, marks, strict=False))


@given(PROSE)
def test_every_mark_has_a_reason_and_a_channel(text):
    assert all(mark.reason == REASONS[mark.kind] and mark.channel in CHANNELS for mark in look(text))


@given(PROSE)
def test_a_text_can_always_be_rewritten_and_what_is_unmarked_stays(text):
    marks = look(text)
    told = rewritten(text, marks)

    end = 0
    for found in marks:
        assert text[end : found.start].strip() in told
        end = found.end
    assert told.endswith(text[end:])


@given(PROSE)
def test_words_stand_where_they_say(text):
    assert all(text[word.start : word.end] == word.text for word in cut(text))


def test_a_text_without_personal_data_is_left_as_it_is():
    text = "Personalen är trött och det saknas handledning."

    assert look(text) == []
    assert rewritten(text, []) == text


def test_every_kind_has_its_words():
    assert set(KINDS) == set(REASONS) == set(Kind)
    assert all(mark(kind, 0, 1).channel in CHANNELS for kind in Kind)


def test_only_the_emergency_number_stands_in_what_the_guard_says():
    said = " ".join([*CHANNELS.values(), *REASONS.values(), *KINDS.values()])

    assert {word.strip(".,") for word in said.split() if word.strip(".,").isdigit()} == {"112"}


@pytest.mark.parametrize("half", HALVES)
def test_a_rewritten_text_holds_no_more_personal_data(half):
    left = {
        sentence.text: [told[mark.start : mark.end] for mark in look(told)]
        for sentence in invented(half)
        if look(told := rewritten(sentence.text, look(sentence.text)))
    }

    assert left == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Elliots mamma hörde av sig igen", "En persons mamma hörde av sig igen"),
        ("rektor Birgitta Sjögren vet om det", "rektor vet om det"),
        (
            "hanna och felix har varit osams, hanna mest",
            "en person och en annan person har varit osams, personen mest",
        ),
        ("killen i 8B ritade på bänken", "en ungdom ritade på bänken"),
        ("Ring 070-174 06 05.", "Ring [telefonnummer borttaget]."),
        ("Tallbacken 7 är adressen", "[adress borttagen] är adressen"),
    ],
)
def test_a_rewritten_sentence_can_still_be_read(text, told):
    assert rewritten(text, look(text)) == told


@pytest.mark.parametrize(
    "piece", ["ahmed och ", "Ek ", "0", "1 ", "@", "A.", "i 8B ", "Storgatan 1 ", "a" * 50, "å-", "är "]
)
def test_a_long_text_takes_time_in_proportion(piece):
    text = piece * (40_000 // len(piece))

    assert all(mark.end <= len(text) for mark in look(text))
