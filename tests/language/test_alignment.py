import random
import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from forebygg.language.alignment import agreement, gaps, matches

TEXTS = st.lists(st.sampled_from("och att en polis skola plan råd".split()), max_size=60)


def test_equal_texts_agree_wholly():
    text = "planen gäller alla nämnder".split()

    assert agreement(text, text) == 1.0


def test_texts_without_a_word_in_common_do_not_agree():
    assert agreement(["stöd"], ["polis"]) == 0.0


def test_two_empty_texts_agree():
    assert agreement([], []) == 1.0


def test_a_replaced_word_is_the_only_gap():
    [gap] = gaps("planen ska följas upp".split(), "planen bör följas upp".split())

    assert gap == ((1, 2), (1, 2))


@given(TEXTS, TEXTS)
def test_what_agrees_is_equal_and_in_order(first, second):
    found = matches(first, second)

    assert all(first[m.first : m.first + m.size] == second[m.second : m.second + m.size] for m in found)
    assert all(a.first + a.size <= b.first and a.second + a.size <= b.second for a, b in pairwise(found))


@given(TEXTS, TEXTS)
def test_what_agrees_and_the_gaps_make_up_both_texts(first, second):
    agreeing = sum(match.size for match in matches(first, second))
    between = gaps(first, second)

    assert agreeing + sum(gap.first[1] - gap.first[0] for gap in between) == len(first)
    assert agreeing + sum(gap.second[1] - gap.second[0] for gap in between) == len(second)


def test_a_long_text_with_a_few_changes_is_aligned_in_moments():
    drawn = random.Random(1)
    first = [drawn.choice(["och", "att", f"ord{drawn.randrange(4000)}"]) for _ in range(60_000)]
    second = [f"{word}x" if number % 997 == 0 else word for number, word in enumerate(first)]
    started = time.perf_counter()

    share = agreement(first, second)

    assert 0.99 < share < 1
    assert time.perf_counter() - started < 10
