import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.language.wording import in_any_case, letters, plain, wording, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Planen  gäller\tfrån maj.", "Planen gäller från maj"),
        ("”Stöd” ges", '"Stöd" ges'),
        ("2024–2027", "2024-2027"),
        ("brotts-förebyggande", "brottsförebyggande"),
        ("stöd\u00ad", "stöd"),
    ],
)
def test_typography_makes_no_other_wording(one, other):
    assert wording(one) == wording(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ska", "bör"), ("polisen", "Polisen"), ("§ 12", "§ 21"), ("barn, unga", "barn unga"), ("barn", "bårn")],
)
def test_letters_case_figures_and_commas_do(one, other):
    assert wording(one) != wording(other)


def test_words_come_without_the_marks_around_them():
    assert words('Enligt "lagen" (2023:196), och/eller 3.1.') == [
        "Enligt",
        "lagen",
        "2023:196",
        "och/eller",
        "3.1",
    ]


def test_letters_alone_are_left_when_every_mark_may_be_noise():
    assert letters(" 3.1 Stöd - till anhöriga… ") == "31stödtillanhöriga"


@given(st.text())
def test_the_plain_form_of_a_plain_text_is_itself(text):
    assert plain(plain(text)) == plain(text)


@given(st.text())
def test_the_wording_of_a_wording_is_itself(text):
    assert wording(wording(text)) == wording(text)


@given(st.text("bevåäö ", min_size=1, max_size=4), st.randoms())
def test_a_word_is_found_however_its_letters_are_cased(word, random):
    printed = "".join(random.choice((letter.lower(), letter.upper())) for letter in word)
    assert printed in in_any_case((word,))


def test_nothing_else_is_found_in_any_case():
    assert in_any_case(("på",)) == {"på", "På", "pÅ", "PÅ"}
