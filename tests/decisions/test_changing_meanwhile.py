"""What happens between the reading, which takes its time, and the storing."""

import pytest

from forebygg.casefile import read_texts
from forebygg.decisions.errors import CaseKeptChanging
from forebygg.decisions.services import import_papers, importing, storing
from forebygg.papers.models import Case
from tests.contents import contents
from tests.granvik import paper, papers


class Interrupted(Exception):
    pass


@pytest.fixture
def imported(other_municipality, person):
    def imported(*keys):
        return import_papers(other_municipality, papers(*keys), by=person)

    return imported


@pytest.fixture
def meanwhile(monkeypatch):
    """Do something between an import's next readings and their storing, and count the readings."""

    def meanwhile(*acts):
        pending, readings = [*acts], []

        def reading(*arguments):
            told = read_texts(*arguments)
            readings.append(told)
            if pending:
                pending.pop(0)()
            return told

        monkeypatch.setattr(importing, "read_texts", reading)
        return readings

    return meanwhile


def test_a_case_that_changed_meanwhile_is_read_again(imported, meanwhile, other_municipality):
    case = imported("kf-41").case
    readings = meanwhile(
        lambda: None,  # the papers by themselves, to see where they belong
        lambda: Case.objects.filter(pk=case.pk).update(revision=case.revision + 1),
    )

    imported("memo")

    assert [len(told.documents) for told in readings] == [1, 2, 2]
    assert case.papers.count() == 2


def test_papers_that_somebody_else_imported_meanwhile_are_not_stored_twice(
    imported, meanwhile, other_municipality, person
):
    def by_somebody_else():
        import_papers(other_municipality, papers("kf-41", "memo"), by=person)

    meanwhile(by_somebody_else)
    came = imported("kf-41", "memo")

    assert (came.is_new, [*came.added], len(came.unchanged)) == (False, [], 2)
    assert Case.objects.of(other_municipality).count() == 1


def test_a_case_that_somebody_else_opened_meanwhile_takes_the_papers(
    imported, meanwhile, other_municipality, person
):
    meanwhile(lambda: import_papers(other_municipality, [paper("kf-41")], by=person))
    came = imported("memo")

    assert (came.is_new, len(came.added)) == (False, 1)
    assert Case.objects.of(other_municipality).count() == 1


def test_a_case_that_keeps_changing_is_left_alone_in_the_end(imported, monkeypatch):
    case = imported("kf-41").case
    monkeypatch.setattr(importing, "read_texts", lambda *said: (count_up(case), read_texts(*said))[1])
    before = contents()["papers.Original"]

    with pytest.raises(CaseKeptChanging):
        imported("memo")

    assert contents()["papers.Original"] == before


def count_up(case):
    case.revision += 1
    Case.objects.filter(pk=case.pk).update(revision=case.revision)


@pytest.mark.parametrize(
    ("module", "name"),
    [
        (importing, "keep"),
        (importing, "keep_corrections"),
        (storing, "file_papers"),
        (storing, "settle_plans"),
        (storing, "write_meetings"),
        (storing, "mark_copies"),
        (storing, "note_unread"),
        (storing, "write_remarks"),
        (storing, "remove"),
        (importing, "record"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_import_that_fails_at_any_step_leaves_the_database_as_it_was(imported, monkeypatch, module, name):
    imported("kf-41", "plan-2")
    before = contents()
    step = getattr(module, name)

    def failing(*arguments, **named):
        step(*arguments, **named)
        raise Interrupted

    monkeypatch.setattr(module, name, failing)
    with pytest.raises(Interrupted):
        imported("kf-cover", "plan-3", "memo")

    assert contents() == before
