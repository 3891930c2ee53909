import pytest

from forebygg.decisions.models import Attendance, Meeting, Motion
from forebygg.papers.services.reconciling import reconcile


@pytest.fixture
def meeting(granvik_case):
    return Meeting.objects.get(case=granvik_case, body="Kommunfullmäktige")


@pytest.fixture
def wanted(meeting):
    """The list as it stands, as rows that were never stored."""
    rows = [*meeting.attendance.all()]
    for row in rows:
        row.pk = None
    return rows


def at(row):
    return row.meeting_id, row.position


def standing(meeting):
    return [*meeting.attendance.values_list("pk", "position", "name", "party")]


def test_what_stands_already_is_not_written(meeting, wanted, django_assert_num_queries):
    before = standing(meeting)

    with django_assert_num_queries(1):
        result = reconcile(Attendance.objects.filter(meeting=meeting), wanted, key=at)

    assert result.written == 0
    assert standing(meeting) == before


def test_only_what_differs_is_written(meeting, wanted, django_assert_num_queries):
    before = standing(meeting)
    wanted[3].name = "Någon Annan"
    added = wanted.pop()
    added.position += 1

    with django_assert_num_queries(4):
        result = reconcile(Attendance.objects.filter(meeting=meeting), [*wanted, added], key=at)

    assert (result.created, result.changed, result.removed) == (1, 1, 1)
    after = standing(meeting)
    assert after[3] == (*before[3][:2], "Någon Annan", before[3][3])
    assert [row for row in after[:-1] if row[1] != 3] == [row for row in before[:-1] if row[1] != 3]


def test_a_changed_row_keeps_its_primary_key_and_the_fields_that_are_not_read(meeting, wanted):
    wanted[0].name, wanted[0].party = "Någon Annan", "X"
    before = standing(meeting)[0]

    result = reconcile(Attendance.objects.filter(meeting=meeting), wanted, key=at, kept={"party"})

    assert result.rows[meeting.pk, 0].pk == before[0]
    assert standing(meeting)[0] == (before[0], 0, "Någon Annan", before[3])


def test_when_nothing_is_wanted_nothing_is_left(meeting):
    result = reconcile(Motion.objects.filter(item__meeting=meeting), [], key=lambda row: row.pk)

    assert result.removed == 5
    assert not Motion.objects.filter(item__meeting=meeting).exists()
