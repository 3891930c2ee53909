import hashlib
import subprocess
import sys
from importlib.resources import files

import pytest

from forebygg.language.words import is_word


@pytest.mark.parametrize(
    "word", ["jämställs", "jämförs", "utvecklas", "genusperspektiv", "Polisen", "målinriktade"]
)
def test_a_swedish_word_is_known(word):
    assert is_word(word)


@pytest.mark.parametrize("word", ["våldsbejakanae", "förtroeude", "Säoskilt", "economichef"])
def test_a_misreading_is_no_word(word):
    assert not is_word(word)


def test_a_compound_of_the_domain_is_a_word():
    assert is_word("handlingsplanerna")


def test_a_word_that_opens_a_sentence_is_still_a_word():
    assert is_word("RIKTLINJER")


@pytest.mark.parametrize("text", ["", "2016", "§", "-", "å" * 500])
def test_figures_signs_and_endless_strings_are_no_words(text):
    assert not is_word(text)


def test_the_dictionary_is_not_loaded_until_someone_asks():
    code = "import forebygg.language.words as w; print(w._dictionary.cache_info().currsize)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "0"


@pytest.mark.parametrize("name", ["sv.aff", "sv.dic"])
def test_the_dictionary_is_the_one_that_its_page_describes(name):
    data = files("forebygg.language") / "data"

    digest = hashlib.sha256((data / name).read_bytes()).hexdigest()

    assert digest in (data / "README.md").read_text("utf-8")
