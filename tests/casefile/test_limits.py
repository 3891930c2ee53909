"""Time limits of the local government acts, and which act counts."""

import datetime as dt

import pytest

from forebygg.casefile.limits import act_on, acts


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (dt.date(2018, 1, 1), "kommunallagen (2017:725)"),
        (dt.date(2017, 12, 31), "kommunallagen (1991:900)"),
        (dt.date(1992, 1, 1), "kommunallagen (1991:900)"),
    ],
)
def test_the_act_of_the_day_counts(day, name):
    act = act_on(day)

    assert act is not None
    assert act.name == name


def test_before_the_acts_we_hold_there_is_none():
    assert act_on(dt.date(1991, 12, 31)) is None


def test_only_an_act_that_someone_has_read_is_verified():
    assert {act.name: act.verified is not None for act in acts()} == {
        "kommunallagen (2017:725)": True,
        "kommunallagen (1991:900)": False,
    }


def test_the_limits_of_the_executive_board_in_november_2016():
    act = act_on(dt.date(2016, 11, 8))

    assert act.approval_ends(dt.date(2016, 11, 8)) == dt.date(2016, 11, 22)
    assert act.notice_ends(dt.date(2016, 11, 14)) == dt.date(2016, 11, 16)
    assert act.appeal_ends(dt.date(2016, 11, 15)) == dt.date(2016, 12, 6)
