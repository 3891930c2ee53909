import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.prose import Passage, ends_early, flowed, flowing, sentences
from tests.casefile.papers.typed import typed

WORDS = st.text(alphabet="abåäö ABÅ.,:;!?()§0123456789-–”\"'\t", max_size=60).map(str.strip)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("det brotts-\nförebyggande rådet", "det brottsförebyggande rådet"),
        ("demokrati-\noch mångfaldsfrågor", "demokrati- och mångfaldsfrågor"),
        ("kommunens IT-\nstöd", "kommunens IT-stöd"),
        ("sträckan Granvik-\nÅby", "sträckan Granvik-Åby"),
        ("programmet 2024-\n2027", "programmet 2024-2027"),
        ("programmet 2024–\n2027", "programmet 2024–2027"),
        ("planen -\nen översyn", "planen - en översyn"),
        ("planen antas\noch gäller", "planen antas och gäller"),
    ],
)
def test_a_word_divided_at_the_line_end_is_made_whole(text, whole):
    assert flowed(typed(text)) == whole


def test_a_passage_knows_the_line_of_each_word():
    text = Passage(typed("Nämnden antar brotts-\nförebyggande planen.\nBo Ek reserverar sig."))
    assert [text.line_at(text.text.index(word)) for word in ("Nämnden", "planen", "reserverar")] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Planen antas. Den gäller i dag.", ["Planen antas.", "Den gäller i dag."]),
        ("Enligt 6 kap. 4 § m.m. Nämnden svarar.", ["Enligt 6 kap. 4 § m.m. Nämnden svarar."]),
        ("Mötet börjar kl. 13.00. Bo Ek kommer.", ["Mötet börjar kl. 13.00.", "Bo Ek kommer."]),
        ("Se bilaga 2. Hur var och en röstar.", ["Se bilaga 2.", "Hur var och en röstar."]),
        ("1. Planen antas. 2. Den gäller.", ["1. Planen antas.", "2. Den gäller."]),
        ("Anna B. Berg yrkar bifall.", ["Anna B. Berg yrkar bifall."]),
        ("Avslag på yrkande från D. Bo Ek instämmer.", ["Avslag på yrkande från D.", "Bo Ek instämmer."]),
        ("Hon sade ”nej.” Sedan gick hon.", ["Hon sade ”nej.”", "Sedan gick hon."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_would_stop(text, parts):
    assert sentences(text) == parts


@given(st.lists(WORDS, max_size=8))
def test_no_word_is_lost_between_sentences(words):
    text = " ".join(words)
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_a_page_break_inside_a_sentence_does_not_part_it():
    groups = flowing(typed("Rådet beslutar att anta\n\nplanen i dess helhet.\n\nRådet tackar."))
    assert [flowed(group) for group in groups] == [
        "Rådet beslutar att anta planen i dess helhet.",
        "Rådet tackar.",
    ]


def test_a_line_that_breaks_off_at_a_comma_goes_on():
    groups = flowing(typed("Anna Berg (S),\n\nBo Ek (M) yrkar bifall."))
    assert [flowed(group) for group in groups] == ["Anna Berg (S), Bo Ek (M) yrkar bifall."]


def test_list_points_are_paragraphs_of_their_own():
    assert len(flowing(typed("Nämnden ska\n- öka kunskapen\n- följa upp"))) == 3


@given(st.lists(WORDS, max_size=12))
def test_flowing_keeps_every_line_in_order(rows):
    lines = typed("x\n" + "\n".join(rows))
    kept = [line for group in flowing(lines) for line in group]
    assert kept == [line for line in lines if line.text]


def test_a_line_ended_early_is_told_by_the_room_left_on_it():
    full = "Nämnden har tagit fram en plan som beskriver hur kommunens verksamheter"
    assert ends_early("Nämnden har tagit fram en plan.", "Planen gäller", len(full))
    assert not ends_early(full, "förebygger", len(full))
