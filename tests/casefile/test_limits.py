"""Time limits of the local government act, and the days on which nobody need act."""

import datetime as dt

import pytest

from forebygg.casefile.limits import act_on, acts, easter, put_off


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


@pytest.mark.parametrize("act", acts(), ids=lambda act: act.name)
def test_every_act_names_its_source_and_its_next_check(act):
    assert act.source
    assert act.next_check > dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2016, 3, 27), (2019, 4, 21), (2024, 3, 31), (2025, 4, 20), (2038, 4, 25)]
)
def test_easter_falls_on_its_sunday(year, month, day):
    assert easter(year) == dt.date(year, month, day)


@pytest.mark.parametrize(
    ("day", "then"),
    [
        ("2024-03-13", "2024-03-13"),
        ("2024-03-16", "2024-03-18"),
        ("2024-03-29", "2024-04-02"),
        ("2024-05-09", "2024-05-10"),
        ("2024-06-06", "2024-06-07"),
        ("2024-06-21", "2024-06-24"),
        ("2024-12-24", "2024-12-27"),
        ("2024-12-31", "2025-01-02"),
    ],
)
def test_a_limit_that_ends_on_a_day_off_is_put_off(day, then):
    assert put_off(dt.date.fromisoformat(day)).isoformat() == then
