import gc
from importlib import resources

import pytest

from forebygg.casefile import read_texts
from forebygg.casefile.paper import Text


@pytest.fixture
def granvik() -> Text:
    path = resources.files("forebygg.casefile") / "examples" / "granvik" / "granvik.txt"
    return Text(file="granvik.txt", form="text", lines=tuple(path.read_text("utf-8").split("\n")))


def test_reading_leaves_no_cycles_to_be_collected(granvik):
    read_texts([granvik])  # what is kept for good, such as the dictionary, is made the first time
    gc.collect()
    gc.disable()
    try:
        read_texts([granvik])
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_cycles_are_collected_again_after_a_reading(granvik):
    assert gc.isenabled()

    read_texts([granvik])

    assert gc.isenabled()
