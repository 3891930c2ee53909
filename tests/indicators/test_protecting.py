import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.indicators.protecting import hidden

HEADS = st.integers(0, 60)


@pytest.mark.parametrize(
    ("heads", "unseen"),
    [
        ({"": 4}, {""}),
        ({"": 5}, set()),
        ({"": None}, set()),
        ({"": 40, "women": 25, "men": 15}, set()),
        ({"women": 3, "men": 20}, {"women"}),
        ({"": 23, "women": 3, "men": 20}, {"women", "men"}),
    ],
)
def test_what_rests_on_few_is_hidden_with_what_would_give_it_away(heads, unseen):
    assert hidden(heads) == unseen


def test_those_who_are_neither_women_nor_men_are_not_given_away_by_subtraction():
    assert hidden({"": 42, "women": 20, "men": 20})


@given(HEADS, HEADS, HEADS)
def test_no_small_number_is_shown_and_none_is_what_is_left(women, men, others):
    heads = {"": women + men + others, "women": women, "men": men}
    unseen = hidden(heads)

    assert all(count not in range(1, 5) for sex, count in heads.items() if sex not in unseen)
    if not unseen:
        assert others not in range(1, 5)
