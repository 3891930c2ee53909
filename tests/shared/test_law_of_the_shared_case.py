"""The dates and natures of the shared case, decided under the act of 1991."""

import datetime as dt

import pytest

from bench.papers import SHARED
from forebygg.casefile import read_case
from forebygg.law.board import Clock, Kept, What, dates_of
from forebygg.law.natures import Nature, nature


@pytest.fixture(scope="module")
def case():
    return read_case(sorted((SHARED / "casefile").glob("*.txt")))


def board_of(case, body, today):
    [meeting] = [meeting for meeting in case.meetings if meeting.body == body]
    return dates_of(
        met=meeting.date,
        approved_on=meeting.approved_on,
        posted_on=meeting.notice.posted,
        removed_on=meeting.notice.removed,
        today=today,
    )


def test_the_executive_boards_notice_runs_to_the_sixth_of_december(case):
    board = board_of(case, "Kommunstyrelsen", dt.date(2016, 11, 20))
    rows = {row.what: row for row in board.rows}

    assert rows[What.NOTICE].printed == dt.date(2016, 11, 15)
    assert rows[What.APPEAL].deadline.day == dt.date(2016, 12, 6)
    assert not rows[What.APPEAL].deadline.is_put_off
    assert (board.appeal_time.clock, board.appeal_time.days_left) == (Clock.RUNNING, 16)


@pytest.mark.parametrize(
    "body", ["Kommunstyrelsen", "Kommunledningsutskottet", "Beredningen för medborgardialog och mångfald"]
)
def test_all_three_bodies_kept_every_time_of_an_act_that_nobody_has_checked(case, body):
    board = board_of(case, body, dt.date(2026, 11, 22))
    ruled = [row for row in board.rows if row.deadline]

    assert {row.kept for row in ruled if row.printed} == {Kept.IN_TIME}
    assert {row.card.statute.sfs for row in ruled} == {"1991:900"}
    assert not any(row.is_verified for row in ruled)
    assert board.appeal_time.clock is Clock.ENDED


def test_every_item_of_the_case_is_preparatory(case):
    natures = {
        item.paragraph: nature(
            item.body, item.outcome, decides=bool(item.decision), proposes=bool(item.proposal), on=item.date
        ).nature
        for item in case.items
    }

    assert natures == {28: Nature.PREPARATORY, 133: Nature.PREPARATORY, 171: Nature.PREPARATORY}
