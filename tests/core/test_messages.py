import pickle

import pytest

from forebygg.core.errors import CodedError
from forebygg.core.messages import Notice

SWEDISH = {
    "Page {page} has no text.": "Sida {page} saknar text.",
    "Too many: {count}.": "För många: {count}.",
}


class TooMany(CodedError):
    code = "test.too_many"
    message = "Too many: {count}."


def test_a_notice_is_its_english_sentence():
    assert Notice("Page {page} has no text.", page=3) == "Page 3 has no text."


def test_a_notice_is_told_in_the_reader_s_language():
    assert Notice("Page {page} has no text.", page=3).told(SWEDISH.__getitem__) == "Sida 3 saknar text."


def test_a_notice_survives_the_way_between_processes():
    copy = pickle.loads(pickle.dumps(Notice("Page {page} has no text.", page=3)))

    assert (copy, copy.msgid, copy.values) == ("Page 3 has no text.", "Page {page} has no text.", {"page": 3})


def test_an_error_says_its_english_sentence_and_keeps_its_values():
    error = TooMany(count=3)

    assert (str(error), error.values) == ("Too many: 3.", {"count": 3})


def test_an_error_is_told_in_the_reader_s_language():
    assert TooMany(count=3).told(SWEDISH.__getitem__) == "För många: 3."


def test_an_error_survives_the_way_between_processes():
    copy = pickle.loads(pickle.dumps(TooMany(count=3)))

    assert (type(copy), str(copy), copy.values) == (TooMany, "Too many: 3.", {"count": 3})


def test_braces_in_a_value_are_left_alone():
    assert str(TooMany(count="{count}")) == "Too many: {count}."


def test_a_value_that_the_sentence_needs_must_be_given():
    with pytest.raises(KeyError):
        TooMany()
