import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from forebygg.accounts.models import User
from forebygg.audit.models import Entry
from forebygg.decisions.models import Item
from forebygg.decisions.selectors.folder import open_folder
from forebygg.decisions.services import import_papers
from forebygg.organisation.models import Role
from forebygg.organisation.permissions import Viewer
from forebygg.organisation.services.posts import appoint
from forebygg.papers.errors import NotAnAuthority, PaperIsKept, PaperIsPublic
from forebygg.papers.models import Case, Paper
from forebygg.papers.receiving import Received
from forebygg.papers.services.releasing import release
from forebygg.papers.services.secrecy import keep, keep_only, share


@pytest.fixture
def at(granvik, person):
    """Somebody with a post in a unit: `at(unit, Role.SECRETARY)`."""

    def made(unit, role):
        user = User.objects.create(email=f"{role}.{unit.pk}@granvik.example", name="Alva Birk")
        appoint(user, role, within=granvik, unit=unit, by=person)
        return user

    return made


@pytest.fixture
def social_secretary(at, social_board):
    return at(social_board, Role.SECRETARY)


def seen(case, user):
    return [
        paper.number
        for paper in Paper.objects.filter(case=case).visible_to(Viewer.of(user, case.municipality))
    ]


def events(case):
    return [entry.event for entry in Entry.objects.of(case.municipality).order_by("number")]


def test_what_an_authority_keeps_its_own_see_and_the_others_do_not(
    granvik_case, social_board, social_secretary, schools, at
):
    teacher = at(schools, Role.ANSWERER)

    assert keep(granvik_case, {2, 3}, within=social_board, by=social_secretary) == [2, 3]

    assert {2, 3} < set(seen(granvik_case, social_secretary))
    assert {2, 3}.isdisjoint(seen(granvik_case, teacher))
    assert events(granvik_case)[-1] == "papers.kept"


def test_the_others_see_it_when_the_authority_lets_them(
    granvik_case, social_board, social_secretary, schools, at
):
    teacher = at(schools, Role.ANSWERER)
    keep(granvik_case, {2, 3}, within=social_board, by=social_secretary)

    assert share(granvik_case, {3}, within=social_board, by=social_secretary) == [3]

    assert 3 in seen(granvik_case, teacher)
    assert events(granvik_case)[-1] == "papers.shared"


def test_ticked_papers_are_kept_and_no_others(granvik_case, social_board, social_secretary):
    keep(granvik_case, {1, 2}, within=social_board, by=social_secretary)

    assert keep_only(granvik_case, {2, 3}, within=social_board, by=social_secretary) == ([3], [1])


@pytest.mark.parametrize("role", [Role.ANSWERER, Role.AUDITOR, Role.COORDINATOR])
def test_only_its_secretaries_and_registrars_say_what_an_authority_keeps(
    granvik_case, social_board, at, role
):
    with pytest.raises(PermissionDenied):
        keep(granvik_case, {2}, within=social_board, by=at(social_board, role))

    assert not granvik_case.papers.filter(kept_by__isnull=False).exists()


def test_another_authoritys_secretary_does_not(granvik_case, social_board, schools, at):
    told = events(granvik_case)
    other = at(schools.authority, Role.SECRETARY)

    for act in (keep, share):
        with pytest.raises(PermissionDenied):
            act(granvik_case, {2}, within=social_board, by=other)
    assert events(granvik_case)[: len(told)] == told
    assert "papers.kept" not in events(granvik_case)


def test_what_another_authority_keeps_is_left_alone(
    granvik_case, social_board, social_secretary, schools, at
):
    keep(granvik_case, {2}, within=social_board, by=social_secretary)
    other = at(schools.authority, Role.SECRETARY)

    assert keep(granvik_case, {2}, within=schools.authority, by=other) == []
    assert share(granvik_case, {2}, within=schools.authority, by=other) == []

    assert granvik_case.papers.get(number=2).kept_by == social_board


def test_papers_are_kept_by_the_authority_and_not_by_its_units(granvik_case, schools, person):
    with pytest.raises(NotAnAuthority, match="Granviksskolan"):
        keep(granvik_case, {2}, within=schools, by=person)


def test_what_is_public_is_closed_before_it_is_kept(granvik_case, social_board, person):
    release(granvik_case, {2}, by=person)

    with pytest.raises(PaperIsPublic):
        keep(granvik_case, {1, 2}, within=social_board, by=person)

    assert not granvik_case.papers.filter(kept_by__isnull=False).exists()


def test_what_is_kept_cannot_be_released(granvik_case, social_board, person):
    keep(granvik_case, {2}, within=social_board, by=person)

    with pytest.raises(PaperIsKept, match="Socialnämnden"):
        release(granvik_case, {1, 2}, by=person)

    assert not granvik_case.papers.released().exists()


def test_the_database_refuses_a_paper_that_is_kept_and_released(granvik_case, social_board, person):
    release(granvik_case, {2}, by=person)

    with pytest.raises(IntegrityError), transaction.atomic():
        granvik_case.papers.filter(number=2).update(kept_by=social_board)


def test_it_stays_kept_when_the_papers_are_imported_again(granvik_case, social_board, person):
    keep(granvik_case, {2}, within=social_board, by=person)
    letter = "Tjänsteskrivelse\n2025-05-02\nKS 2024/00412\n\nTryckning av planen\n\nPlanen trycks i maj.\n"

    import_papers(
        granvik_case.municipality, [Received("brev.txt", letter.encode())], case=granvik_case, by=person
    )

    assert [paper.number for paper in granvik_case.papers.filter(kept_by=social_board)] == [2]


def test_what_comes_to_a_case_that_is_kept_whole_is_kept_too(granvik_case, social_board, schools, at, person):
    every = {paper.number for paper in granvik_case.papers.all()}
    keep(granvik_case, every, within=social_board, by=person)
    letter = "Tjänsteskrivelse\n2025-05-02\nKS 2024/00412\n\nTryckning av planen\n\nPlanen trycks i maj.\n"

    import_papers(
        granvik_case.municipality, [Received("brev.txt", letter.encode())], case=granvik_case, by=person
    )

    teacher = Viewer.of(at(schools, Role.ANSWERER), granvik_case.municipality)
    assert not Case.objects.visible_to(teacher).filter(pk=granvik_case.pk).exists()


def test_what_follows_from_the_whole_is_told_only_to_those_who_see_the_whole(
    granvik_case, social_board, social_secretary, schools, at
):
    keep(granvik_case, {2}, within=social_board, by=social_secretary)
    teacher = Viewer.of(at(schools, Role.ANSWERER), granvik_case.municipality)

    assert open_folder(granvik_case, Viewer.of(social_secretary, granvik_case.municipality)).is_whole
    assert not open_folder(granvik_case, teacher).is_whole


def test_rows_read_from_a_kept_paper_are_kept_with_it(granvik_case, social_board, person, schools, at):
    item = Item.objects.get(case=granvik_case, paragraph=41)
    keep(granvik_case, {item.paper.number}, within=social_board, by=person)
    teacher = Viewer.of(at(schools, Role.ANSWERER), granvik_case.municipality)

    assert not Item.objects.visible_to(teacher).filter(pk=item.pk).exists()
