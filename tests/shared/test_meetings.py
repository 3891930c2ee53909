"""The meetings of the shared papers, told without naming anyone."""

import datetime as dt
from collections import Counter

import pytest

from bench.papers import SHARED
from forebygg.casefile import read_case


@pytest.fixture(scope="module")
def meetings():
    (path,) = SHARED.joinpath("casefile").glob("*.txt")
    return {meeting.date: meeting for meeting in read_case([path]).meetings}


@pytest.mark.parametrize(
    ("date", "paragraphs", "hours", "approved_on", "notice"),
    [
        ("2016-10-18", (28, 32), ("18:00", "19:40"), "2016-10-24", ("2016-10-25", "2016-11-16")),
        ("2016-10-20", (125, 135), ("09:00", "10:50"), "2016-10-24", ("2016-10-25", "2016-11-16")),
        ("2016-11-08", (165, 175), ("18:30", "19:45"), "2016-11-14", ("2016-11-15", "2016-12-07")),
    ],
)
def test_each_cover_is_read(meetings, date, paragraphs, hours, approved_on, notice):
    meeting = meetings[dt.date.fromisoformat(date)]

    assert meeting.paragraphs == paragraphs
    assert (meeting.starts, meeting.ends) == tuple(map(dt.time.fromisoformat, hours))
    assert str(meeting.approved_on) == approved_on
    assert (str(meeting.notice.posted), str(meeting.notice.removed)) == notice
    assert all((meeting.body, meeting.place, meeting.chair, meeting.secretary, meeting.approvers))


def test_only_the_day_printed_without_its_year_is_derived(meetings):
    assert {str(date): meeting.derived for date, meeting in meetings.items()} == {
        "2016-10-18": ("approved_on",),
        "2016-10-20": (),
        "2016-11-08": (),
    }


@pytest.mark.parametrize(
    ("date", "roles"),
    [
        ("2016-10-18", {"member": 9, "substitute": 1, "official": 3, "absent": 7}),
        ("2016-10-20", {"member": 6, "substitute": 5, "official": 11, "absent": 3}),
        ("2016-11-08", {"member": 12, "substitute": 9, "official": 13, "absent": 5}),
    ],
)
def test_everyone_listed_is_read_in_their_role(meetings, date, roles):
    attendance = meetings[dt.date.fromisoformat(date)].attendance

    assert Counter(person.role for person in attendance) == roles


def test_one_substitute_serves_at_each_of_the_two_meetings_that_name_one(meetings):
    serving = [
        sum(
            person.serving and person.role == "substitute" and person.replaces is not None
            for person in one.attendance
        )
        for _, one in sorted(meetings.items())
    ]

    assert serving == [0, 1, 1]


def test_presence_by_paragraph_and_clock_is_read(meetings):
    told = Counter(
        (person.from_paragraph, person.to_paragraph, person.paragraphs, str(person.from_time or ""))
        for meeting in meetings.values()
        for person in meeting.attendance
        if person.from_paragraph or person.to_paragraph
    )

    assert told == {
        (126, None, None, "09:05:00"): 1,
        (None, 128, None, ""): 1,
        (None, 129, None, ""): 1,
        (None, 130, None, ""): 1,
        (None, 133, None, ""): 2,
        (28, 29, ((28, 29),), ""): 1,
        (165, 173, None, ""): 1,
        (165, 168, None, ""): 2,
        (165, 165, None, ""): 2,
    }


def test_political_secretaries_are_officials_with_a_party(meetings):
    officials = [person for person in meetings[dt.date(2016, 11, 8)].attendance if person.role == "official"]

    assert [person.party for person in officials if person.party] == ["M", "MP", "SD"]


@pytest.mark.parametrize(
    "path", sorted(SHARED.joinpath("minutes").glob("*kf*.txt")), ids=lambda path: path.stem
)
def test_a_council_without_covers_tells_its_approval_and_its_roll(path):
    (meeting,) = read_case([path]).meetings

    assert meeting.approved_on > meeting.date
    assert len(meeting.approvers) == 3
    assert meeting.chair not in meeting.approvers
    assert len({person.name for person in meeting.attendance if person.serving}) >= 81
    assert all(person.from_time and person.to_time for person in meeting.attendance)
