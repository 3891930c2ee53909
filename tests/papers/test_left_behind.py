import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from forebygg.accounts.models import User
from forebygg.audit.models import Entry
from forebygg.organisation.errors import NoSuccessor, UnitClosed
from forebygg.organisation.models import Kind, Role, Unit
from forebygg.organisation.permissions import Viewer
from forebygg.organisation.services.posts import appoint
from forebygg.organisation.services.units import close_down, move, open_unit, rename
from forebygg.papers.errors import PapersLeftBehind
from forebygg.papers.models import Paper
from forebygg.papers.services.secrecy import keep, share

TODAY = dt.date(2025, 10, 2)


@pytest.fixture
def kept(granvik_case, social_board, person):
    """Two papers that the social board keeps to itself."""
    keep(granvik_case, {2, 3}, within=social_board, by=person)
    return granvik_case


@pytest.fixture
def colleague(granvik, person):
    """Somebody with posts everywhere: `colleague(Role.COORDINATOR)`."""

    def made(*roles, unit=None):
        user = User.objects.create(email=f"{roles[0]}@granvik.example", name="Alva Birk")
        for role in roles:
            appoint(user, role, within=granvik, unit=unit, by=person)
        return user

    return made


def keepers(case):
    return [*case.papers.filter(kept_by__isnull=False).values_list("number", "kept_by__name")]


def test_an_authority_that_keeps_papers_is_not_closed_down(kept, social_board, person):
    with pytest.raises(PapersLeftBehind, match=r"Socialnämnden .* \(2\)"):
        close_down(social_board, on=TODAY, by=person)

    assert Unit.objects.get(pk=social_board.pk).closed_on is None


def test_nor_does_it_become_part_of_another(kept, social_board, person):
    with pytest.raises(PapersLeftBehind):
        rename(social_board, "Socialförvaltningen", Kind.DEPARTMENT, by=person)

    assert Unit.objects.get(pk=social_board.pk).authority == social_board


def test_it_may_when_it_has_let_the_others_see_them(kept, social_board, person):
    share(kept, {2, 3}, within=social_board, by=person)

    rename(social_board, "Socialförvaltningen", Kind.DEPARTMENT, by=person)
    assert close_down(social_board, on=TODAY, by=person).closed_on == TODAY


def test_an_authority_that_is_moved_is_one_still_and_keeps_its_papers(
    kept, social_board, schools, colleague, person
):
    secretary = colleague(Role.SECRETARY, unit=social_board)

    move(social_board, schools.authority, by=person)

    viewer = Viewer.of(secretary, kept.municipality)
    assert {2, 3} < {paper.number for paper in Paper.objects.filter(case=kept).visible_to(viewer)}


def test_a_successor_keeps_them_from_the_day_that_the_authority_goes(
    kept, social_board, schools, colleague, person
):
    administrator = colleague(Role.ADMINISTRATOR)
    heir = appoint(
        User.objects.create(email="bo.alm@granvik.example", name="Bo Alm"),
        Role.SECRETARY,
        within=kept.municipality,
        unit=schools.authority,
        by=person,
    )

    close_down(social_board, on=TODAY, successor=schools.authority, by=administrator)

    assert keepers(kept) == [(2, "Utbildningsnämnden"), (3, "Utbildningsnämnden")]
    viewer = Viewer.of(heir.user, kept.municipality)
    assert {2, 3} < {paper.number for paper in Paper.objects.filter(case=kept).visible_to(viewer)}
    entries = Entry.objects.of(kept.municipality).order_by("-number")
    assert [entry.event for entry in entries[:2]] == ["organisation.unit_closed_down", "papers.handed_over"]
    assert entries[1].data["papers"] == [2, 3]


def test_only_an_administrator_chooses_who_takes_over(kept, social_board, schools, colleague):
    coordinator = colleague(Role.COORDINATOR, Role.MEMBER)

    with pytest.raises(PermissionDenied):
        close_down(social_board, on=TODAY, successor=schools.authority, by=coordinator)

    assert keepers(kept) == [(2, "Socialnämnden"), (3, "Socialnämnden")]


def test_neither_a_part_of_an_authority_nor_somebody_outside_takes_over(
    granvik, kept, social_board, schools, person
):
    outside = open_unit("Stiftelsen Friskolan", Kind.SCHOOL, within=granvik, by=person)

    for unit in (schools, social_board, outside):
        with pytest.raises(NoSuccessor):
            close_down(social_board, on=TODAY, successor=unit, by=person)


def test_an_authority_that_has_gone_keeps_and_takes_over_nothing(
    granvik, kept, social_board, schools, person
):
    gone = open_unit("Kulturnämnden", Kind.BOARD, within=granvik, by=person)
    close_down(gone, on=timezone.localdate(), by=person)

    with pytest.raises(UnitClosed):
        close_down(social_board, on=TODAY, successor=gone, by=person)
    with pytest.raises(UnitClosed):
        keep(kept, {4}, within=gone, by=person)
