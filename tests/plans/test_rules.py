from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from forebygg.plans.rules import chains, remembered, threads


def test_a_sentence_is_followed_as_far_as_it_goes():
    pairs = [[(0, 0), (1, None), (None, 1)], [(0, 1), (1, 0)]]

    assert threads([2, 2, 2], pairs) == [[(0, 0), (1, 0), (2, 1)], [(0, 1)], [(1, 1), (2, 0)]]


def test_a_sentence_keeps_its_number():
    followed = [[(0, 0), (1, 0)], [(1, 1)]]

    assert remembered(followed, {(0, 0): 7}) == [7, None]


def test_of_two_that_prove_to_be_one_the_earlier_number_stays():
    assert remembered([[(0, 0), (1, 0), (2, 0)]], {(0, 0): 7, (2, 0): 9}) == [7]


def test_of_one_that_proves_to_be_two_the_earlier_keeps_the_number():
    assert remembered([[(1, 0)], [(0, 0)]], {(0, 0): 7, (1, 0): 7}) == [None, 7]


def test_a_number_is_borne_once():
    assert remembered([[(0, 0)], [(0, 1)]], {(0, 0): 7, (0, 1): 7}) == [7, None]


def test_editions_after_each_other_are_one_plan():
    assert chains([("b", "c"), ("a", "b"), ("x", "y")], ["z", "a"]) == [["a", "b", "c"], ["x", "y"], ["z"]]


@st.composite
def histories(draw):
    """How many sentences each edition has, and alignments in which each stands once."""
    counts = draw(st.lists(st.integers(0, 6), min_size=1, max_size=5))
    pairs = []
    for earlier, later in pairwise(counts):
        common = draw(st.integers(0, min(earlier, later)))
        before = draw(st.permutations(range(earlier)))[:common]
        after = draw(st.permutations(range(later)))[:common]
        pairs.append(
            [
                *zip(before, after, strict=True),
                *((i, None) for i in range(earlier) if i not in before),
                *((None, j) for j in range(later) if j not in after),
            ]
        )
    return counts, pairs


@given(histories())
def test_every_sentence_of_every_edition_is_in_one_thread(history):
    counts, pairs = history
    places = [place for thread in threads(counts, pairs) for place in thread]

    assert sorted(places) == [(edition, at) for edition, count in enumerate(counts) for at in range(count)]


@given(histories())
def test_a_thread_passes_each_edition_once_and_leaves_none_out(history):
    for thread in threads(*history):
        editions = [edition for edition, _ in thread]
        assert editions == [*range(editions[0], editions[-1] + 1)]


@given(histories(), st.data())
def test_no_two_sentences_bear_one_number(history, data):
    followed = threads(*history)
    places = [place for thread in followed for place in thread]
    known = data.draw(st.dictionaries(st.sampled_from(places), st.integers(1, 5))) if places else {}

    borne = [number for number in remembered(followed, known) if number is not None]

    assert len(borne) == len({*borne})
    assert {*borne} <= {*known.values()}


@given(histories())
def test_numbers_that_were_given_are_all_remembered(history):
    followed = threads(*history)
    known = {place: number for number, thread in enumerate(followed) for place in thread}

    assert remembered(followed, known) == [*range(len(followed))]
