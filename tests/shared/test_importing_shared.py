"""Both shared collections in the store, twice; on PostgreSQL too with --postgresql."""

from pathlib import Path

import pytest
from django.utils.text import slugify

from forebygg.accounts.models import Municipality
from forebygg.casefile import read_texts
from forebygg.decisions.models import Attendance, Item, Meeting, Motion, Vote
from forebygg.decisions.services import import_papers
from forebygg.papers.receiving import Received
from forebygg.plans.models import Change, Edition
from tests.contents import contents

SHARED = Path(__file__).parents[3] / "shared"


@pytest.mark.parametrize("collection", ["casefile", "minutes"])
def test_a_shared_collection_is_stored_as_it_reads_and_once(collection, person):
    municipality = Municipality.objects.create(slug=slugify(collection), name=collection)
    files = Received.from_paths([SHARED / collection])
    told = read_texts([file.read() for file in files])

    case = import_papers(municipality, files, by=person).case
    before = contents()
    again = import_papers(municipality, files, by=person)

    assert (again.case, [*again.added], len(again.unchanged)) == (case, [], len(files))
    assert contents() == before
    assert case.papers.count() == len(told.documents)
    for model, count in (
        (Meeting, len(told.meetings)),
        (Item, len(told.items)),
        (Edition, len(told.plans)),
        (Change, len(told.changes)),
        (Attendance, sum(len(meeting.attendance) for meeting in told.meetings)),
        (Motion, sum(len(item.motions) for item in told.items)),
        (Vote, sum(len(item.votes) for item in told.items)),
    ):
        assert model.objects.of(municipality).count() == count, model


def test_files_of_minutes_added_one_by_one_are_one_case_when_it_is_named(person, other_municipality):
    first, *others = Received.from_paths([SHARED / "minutes"])[:3]
    case = import_papers(other_municipality, [first], by=person).case

    for file in others:
        import_papers(other_municipality, [file], case=case, by=person)

    assert case.originals.count() == 3
    assert Meeting.objects.filter(case=case).count() >= 3
