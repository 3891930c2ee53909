"""The dates board: what a paper prints beside what the law gives."""

import datetime as dt

import pytest

from forebygg.law.board import Clock, Kept, What, dates_of

LONG_AFTER = dt.date(2026, 11, 22)


def board(today=LONG_AFTER, **days):
    days = {"met": "2025-02-04", "approved_on": "2025-02-10", "posted_on": "2025-02-11"} | days
    return dates_of(today=today, **{name: day and dt.date.fromisoformat(day) for name, day in days.items()})


def row(board, what):
    [found] = [row for row in board.rows if row.what is what]
    return found


def test_the_rows_follow_the_way_of_the_minutes():
    assert [row.what.label for row in board().rows] == [
        "Meeting",
        "Minutes approved",
        "Notice put up",
        "Last day to appeal",
        "Notice taken down",
    ]


@pytest.mark.parametrize("kept", Kept)
def test_every_verdict_has_words(kept):
    assert kept.label


def test_each_row_has_the_printed_day_the_laws_day_and_the_card():
    notice = row(board(), What.NOTICE)

    assert (notice.printed, notice.deadline.day, notice.kept) == (
        dt.date(2025, 2, 11),
        dt.date(2025, 2, 12),
        Kept.IN_TIME,
    )
    assert notice.card.provision("sv") == "8 kap. 12 §"
    assert notice.is_verified


@pytest.mark.parametrize(
    ("approved", "kept"),
    [
        ("2025-02-18", Kept.IN_TIME),
        ("2025-02-19", Kept.LATE),
        ("2025-02-03", Kept.UNCERTAIN),
        (None, None),
    ],
)
def test_minutes_are_approved_in_time_or_late(approved, kept):
    assert row(board(approved_on=approved), What.APPROVAL).kept is kept


@pytest.mark.parametrize(
    ("posted", "kept"),
    [("2025-02-17", Kept.IN_TIME), ("2025-02-18", Kept.LATE), ("2025-02-13", Kept.UNCERTAIN), (None, None)],
)
def test_a_notice_that_falls_due_on_a_sunday_may_go_up_on_monday(posted, kept):
    assert row(board(approved_on="2025-02-14", posted_on=posted), What.NOTICE).kept is kept


@pytest.mark.parametrize(
    ("removed", "kept"), [("2025-03-04", Kept.EARLY), ("2025-03-05", Kept.IN_TIME), (None, None)]
)
def test_a_notice_is_to_be_up_through_the_last_day(removed, kept):
    assert row(board(removed_on=removed), What.REMOVAL).kept is kept


@pytest.mark.parametrize(
    ("removed", "kept"),
    [
        ("2024-03-29", Kept.EARLY),
        ("2024-03-30", Kept.UNCERTAIN),
        ("2024-04-02", Kept.UNCERTAIN),
        ("2024-04-03", Kept.IN_TIME),
    ],
)
def test_while_a_last_day_is_being_put_off_it_cannot_be_told(removed, kept):
    over_easter = board(
        met="2024-03-01", approved_on="2024-03-07", posted_on="2024-03-08", removed_on=removed
    )

    assert row(over_easter, What.REMOVAL).kept is kept


@pytest.mark.parametrize(
    ("today", "clock", "left", "sentence"),
    [
        (
            "2025-02-10",
            Clock.NOT_STARTED,
            None,
            "The time to appeal has not begun: no notice is up, as far as the papers say.",
        ),
        ("2025-02-11", Clock.RUNNING, 21, "The time to appeal runs until 2025-03-04: 21 days left."),
        ("2025-03-03", Clock.RUNNING, 1, "The time to appeal ends tomorrow, 2025-03-04."),
        ("2025-03-04", Clock.RUNNING, 0, "The time to appeal ends today, 2025-03-04."),
        ("2025-03-05", Clock.ENDED, None, "The time to appeal ended on 2025-03-04."),
    ],
)
def test_the_clock_runs_from_the_notice_through_the_last_day(today, clock, left, sentence):
    time = board(today=dt.date.fromisoformat(today)).appeal_time

    assert (time.clock, time.days_left, time.sentence) == (clock, left, sentence)


def test_a_notice_that_came_down_early_leaves_the_clock_in_doubt():
    time = board(removed_on="2025-03-04").appeal_time

    assert time.clock is Clock.CUT_SHORT
    assert "may not have run out" in time.sentence


def test_a_notice_that_is_to_come_down_too_early_has_not_done_so_yet():
    time = board(removed_on="2025-03-04", today=dt.date(2025, 3, 3)).appeal_time

    assert time.clock is Clock.RUNNING


def test_without_a_notice_no_time_to_appeal_has_begun():
    unposted = board(posted_on=None, removed_on=None)

    assert unposted.appeal_time.clock is Clock.NOT_STARTED
    assert row(unposted, What.APPEAL).deadline is None


def test_minutes_from_before_the_acts_we_hold_are_shown_without_a_verdict():
    old = board(met="1985-02-05", approved_on="1985-06-01", posted_on="1985-09-01", removed_on="1985-09-02")

    assert {row.kept for row in old.rows} == {None}
    assert {row.card for row in old.rows} == {None}
    assert old.appeal_time.clock is Clock.NOT_STARTED


def test_a_row_under_the_act_of_1991_is_not_verified():
    of_1991 = board(met="2016-02-02", approved_on="2016-02-08", posted_on="2016-02-09")

    assert [row.is_verified for row in of_1991.rows] == [True, False, False, False, False]


def test_a_meeting_without_a_day_is_counted_from_its_other_days():
    undated = board(met=None)

    assert row(undated, What.APPROVAL).deadline is None
    assert row(undated, What.APPEAL).deadline.day == dt.date(2025, 3, 4)
