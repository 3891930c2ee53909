"""What the shared minutes say of motions, ballots and reservations is found, all of it and no more."""

import re
from collections import Counter

import pytest

from bench.papers import SHARED
from forebygg.casefile import read_case

MINUTES = sorted((SHARED / "minutes").glob("*.txt"))


@pytest.fixture(scope="module", params=MINUTES, ids=lambda path: path.stem)
def told(request):
    text = request.param.read_text("utf-8")
    return text, read_case([request.param]).items


def test_every_ballot_has_its_figures(told):
    text, items = told
    called = re.findall(r"utfaller med|röstar\s+Ja \(", text)
    assert sum(len(item.votes) for item in items) == len(called)


def test_every_sentence_that_moves_is_a_motion(told):
    text, items = told
    moved = {(item.paragraph, motion.line, motion.text) for item in items for motion in item.motions}
    assert len(moved) == len(re.findall(r"\byrkar\b", text))


def test_every_reservation_is_told(told):
    text, items = told
    assert sum(len(item.reservations) for item in items) == len(re.findall(r"reserverar\s+sig", text))


def test_no_paragraph_is_read_twice_and_each_has_title_and_number(told):
    _, items = told
    assert max(Counter(item.paragraph for item in items).values()) == 1
    assert all(item.title and item.registry_number for item in items)
