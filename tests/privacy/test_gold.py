import pytest

from bench.guard import is_found, scores, share
from bench.guarded import HALVES, invented, parsed
from forebygg.privacy.guard import Kind, look


@pytest.mark.parametrize("half", HALVES)
def test_a_half_has_a_hundred_sentences_with_and_a_hundred_without(half):
    sentences = invented(half)

    assert [
        sum(bool(sentence.labels) is labelled for sentence in sentences) for labelled in (True, False)
    ] == [100, 100]


def test_a_label_is_cut_out_of_its_line():
    sentence = parsed("vi såg {name|Dilan} vid {address|Storgatan 3}.")

    assert sentence.text == "vi såg Dilan vid Storgatan 3."
    assert [(label.kind, sentence.text[label.start : label.end]) for label in sentence.labels] == [
        (Kind.NAME, "Dilan"),
        (Kind.ADDRESS, "Storgatan 3"),
    ]


def test_half_a_name_is_not_found():
    sentence = parsed("{name|Karin Ek} kom")
    marks = look("Karin kom")

    assert not is_found(sentence, sentence.labels[0], marks)


def test_every_personal_number_of_the_invented_sentences_is_found():
    score = scores([sentence for half in HALVES for sentence in invented(half)])[Kind.PERSONAL_NUMBER]

    assert score.found == score.labels > 0


def test_the_development_half_keeps_the_limits_for_names():
    score = scores(invented("development"))[Kind.NAME]

    assert share(score.found, score.labels) >= 95
    assert share(score.alarms, score.free) <= 2
