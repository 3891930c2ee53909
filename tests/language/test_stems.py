import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.language.stems import akin, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("polis", "polisen"),
        ("Polisens", "polisen"),
        ("policy", "policyn"),
        ("skola", "skolan"),
        ("program", "programmet"),
        ("handlingsplan", "handlingsplanen"),
        ("rektor", "rektorn"),
        ("riktlinje", "riktlinjerna"),
    ],
)
def test_the_forms_of_a_word_share_their_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("bör", "ska"), ("skola", "socialtjänst"), ("råd", "rutin")])
def test_other_words_have_other_stems(one, other):
    assert stem(one) != stem(other)


def test_a_word_is_akin_to_a_compound_that_it_opens():
    assert akin(stem("polisen"), stem("polismyndigheten"))


def test_a_word_is_akin_to_a_compound_that_it_closes():
    assert akin(stem("polisen"), stem("närpolisen"))


def test_a_part_of_three_letters_makes_no_kin():
    assert not akin("råd", "rådhus")


@given(st.text())
def test_stemming_any_text_gives_lower_case(text):
    assert stem(text) == stem(text.casefold())
