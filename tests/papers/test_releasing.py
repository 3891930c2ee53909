import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from forebygg.audit.models import Entry
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import Case
from forebygg.papers.services.releasing import release, release_only, withhold

NOBODY = AnonymousUser()


def test_imported_papers_start_closed(granvik_case):
    assert not granvik_case.papers.released().exists()
    assert not Case.objects.visible_to(Viewer(NOBODY)).exists()


def test_the_public_sees_what_a_person_released_and_no_more(granvik_case, person):
    release(granvik_case, {1, 3}, by=person)

    assert [paper.number for paper in granvik_case.papers.visible_to(Viewer(NOBODY))] == [1, 3]
    assert Case.objects.visible_to(Viewer(NOBODY)).get() == granvik_case


def test_a_paper_that_is_closed_again_is_seen_no_more(granvik_case, person):
    release(granvik_case, {1, 3}, by=person)

    withhold(granvik_case, {3}, by=person)

    assert [paper.number for paper in granvik_case.papers.visible_to(Viewer(NOBODY))] == [1]


def test_each_act_leaves_one_entry_that_names_the_papers(granvik_case, person):
    before = Entry.objects.count()

    release(granvik_case, {1, 3}, by=person)
    withhold(granvik_case, {3}, by=person)

    told = [(entry.event, entry.data["papers"]) for entry in Entry.objects.order_by("number")[before:]]
    assert told == [("papers.released", [1, 3]), ("papers.withheld", [3])]


def test_what_is_ticked_is_shown_and_all_else_is_closed(granvik_case, person):
    release(granvik_case, {1, 3}, by=person)

    assert release_only(granvik_case, {3, 4}, by=person) == ([4], [1])

    assert [paper.number for paper in granvik_case.papers.released()] == [3, 4]


def test_releasing_what_is_released_changes_nothing(granvik_case, person):
    release(granvik_case, {1}, by=person)
    before = Entry.objects.count()
    when = granvik_case.papers.get(number=1).released_at

    assert release(granvik_case, {1}, by=person) == []

    assert granvik_case.papers.get(number=1).released_at == when
    assert Entry.objects.count() == before


def test_numbers_that_the_case_lacks_release_nothing(granvik_case, person):
    assert release(granvik_case, {4711}, by=person) == []


def test_nobody_at_the_public_door_releases(granvik_case):
    with pytest.raises(PermissionDenied):
        release(granvik_case, {1}, by=NOBODY)

    assert not granvik_case.papers.released().exists()
