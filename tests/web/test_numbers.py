import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.web.numbers import whole_number


@given(st.integers(min_value=0, max_value=2**31 - 1))
def test_a_number_that_a_column_can_hold_is_read(number):
    assert whole_number(str(number)) == number


@pytest.mark.parametrize("typed", [None, "", "-1", "1.0", "²", "٣", "two", str(2**31), "9" * 5000])
def test_what_is_no_such_number_is_none(typed):
    assert whole_number(typed) is None


def test_a_smaller_most_can_be_asked_for():
    assert (whole_number("99", most=99), whole_number("100", most=99)) == (99, None)
