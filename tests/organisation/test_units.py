import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from forebygg.audit.models import Entry
from forebygg.organisation.errors import (
    BelowItself,
    FutureDay,
    ImpossibleCount,
    LastAdministrator,
    NameTaken,
    StillBelow,
    TooDeep,
    UnitClosed,
)
from forebygg.organisation.models import Holding, Kind, Nearness, Post, Role, Scope, StaffGroup, Unit
from forebygg.organisation.rules import DEEPEST, MOST_HEADS, authorities
from forebygg.organisation.selectors.scope import undecided
from forebygg.organisation.services.counting import count_staff
from forebygg.organisation.services.posts import appoint
from forebygg.organisation.services.scope import decide_scope
from forebygg.organisation.services.units import close_down, move, open_unit, rename

TODAY = dt.date(2025, 10, 2)


@pytest.fixture
def entries(granvik):
    """What the trail holds now, and afterwards: `entries() - before`."""
    return lambda: [entry.event for entry in Entry.objects.of(granvik).order_by("number")]


def again(unit):
    return Unit.objects.get(pk=unit.pk)


def test_a_unit_belongs_to_the_nearest_authority_above(granvik, schools, person, entries):
    unit = open_unit("Elevhälsan", Kind.UNIT, within=granvik, above=schools, by=person)

    assert unit.authority == schools.authority
    assert entries()[-1] == "organisation.unit_opened"


def test_an_authority_is_its_own(granvik, person):
    board = open_unit("Kulturnämnden", Kind.BOARD, within=granvik, by=person)

    assert board.authority == board


def test_numbers_go_on_whatever_is_closed_down(granvik, schools, person):
    close_down(schools, on=TODAY, by=person)

    assert open_unit("Norra skolan", Kind.UNIT, within=granvik, by=person).number == schools.number + 1


def test_each_municipality_has_numbers_of_its_own(granvik, schools, other_municipality, person):
    assert open_unit("Skolan", Kind.UNIT, within=other_municipality, by=person).number == 1


def test_what_is_moved_changes_authority_with_all_below(granvik, schools, social_board, person, entries):
    below = open_unit("Elevhälsan", Kind.UNIT, within=granvik, above=schools, by=person)

    move(schools.above, social_board, by=person)

    assert {again(unit).authority for unit in (schools.above, schools, below)} == {social_board}
    assert entries()[-1] == "organisation.unit_moved"


def test_a_department_that_becomes_a_board_takes_its_own_along(schools, person):
    rename(schools.above, "Skolnämnden", Kind.BOARD, by=person)

    assert again(schools).authority_id == schools.above_id


def test_a_unit_lies_never_under_itself(schools, person):
    with pytest.raises(BelowItself, match="Utbildningsförvaltningen"):
        move(schools.above, schools, by=person)


def test_a_unit_lies_never_in_another_municipality(schools, other_municipality, person):
    theirs = open_unit("Skolan", Kind.BOARD, within=other_municipality, by=person)

    with pytest.raises(Unit.DoesNotExist):
        move(schools, theirs, by=person)


def test_two_in_one_place_are_never_called_the_same(granvik, schools, person):
    with pytest.raises(NameTaken, match="granviksskolan"):
        open_unit("granviksskolan ", Kind.UNIT, within=granvik, above=schools.above, by=person)

    assert open_unit("Granviksskolan", Kind.SCHOOL, within=granvik, by=person).above is None


def test_an_organisation_has_an_end_downwards(granvik, schools, person):
    unit = schools
    for level in range(4, DEEPEST + 1):
        unit = open_unit(f"Nivå {level}", Kind.UNIT, within=granvik, above=unit, by=person)

    with pytest.raises(TooDeep):
        open_unit("En för mycket", Kind.UNIT, within=granvik, above=unit, by=person)
    top = open_unit("Överst", Kind.BOARD, within=granvik, by=person)
    with pytest.raises(TooDeep):
        move(schools.authority, top, by=person)


def test_what_has_units_under_it_is_not_closed_down(schools, person):
    with pytest.raises(StillBelow, match="1"):
        close_down(schools.above, on=TODAY, by=person)


def test_a_post_in_what_is_closed_down_is_ownerless_at_once(granvik, schools, people, person, entries):
    post = appoint(people("Alva Birk"), Role.ANSWERER, within=granvik, unit=schools, by=person).post

    close_down(schools, on=TODAY, by=person)

    assert [*Post.objects.of(granvik).ownerless()] == [post]
    assert entries()[-1] == "organisation.unit_closed_down"


def test_the_last_administrators_unit_stays(granvik, schools, people, person):
    appoint(people("Berit Alm"), Role.ADMINISTRATOR, within=granvik, unit=schools, by=person)

    with pytest.raises(LastAdministrator, match="Berit Alm"):
        close_down(schools, on=TODAY, by=person)

    assert again(schools).closed_on is None
    assert Holding.objects.current().exists()


@pytest.mark.parametrize(
    "act",
    [
        lambda unit, by: rename(unit, "Annat", Kind.UNIT, by=by),
        lambda unit, by: move(unit, None, by=by),
        lambda unit, by: close_down(unit, on=TODAY, by=by),
        lambda unit, by: count_staff(unit, "lärare", 3, on=TODAY, by=by),
        lambda unit, by: open_unit("Ny", Kind.UNIT, within=unit.municipality, above=unit, by=by),
        lambda unit, by: decide_scope(
            [unit], Nearness.OUTSIDE, "Stängd.", within=unit.municipality, on=TODAY, by=by
        ),
    ],
)
def test_nothing_is_done_with_what_is_closed_down(schools, person, entries, act):
    close_down(schools, on=TODAY, by=person)
    before = entries()

    with pytest.raises(UnitClosed, match="Granviksskolan"):
        act(schools, person)

    assert entries() == before


def test_what_is_already_so_is_no_act(schools, person, entries):
    before = entries()

    rename(schools, "Granviksskolan", Kind.UNIT, by=person)
    move(schools, schools.above, by=person)

    assert entries() == before


@pytest.mark.parametrize("role", [Role.REGISTRAR, Role.AUDITOR, Role.MEMBER])
def test_only_who_organises_opens_a_unit(granvik, people, person, role):
    user = people("Alva Birk")
    appoint(user, role, within=granvik, by=person)

    with pytest.raises(PermissionDenied):
        open_unit("Ny", Kind.UNIT, within=granvik, by=user)


def test_a_new_count_is_a_new_row(schools, person, entries):
    first = count_staff(schools, "lärare", 34, on=dt.date(2025, 1, 1), by=person)
    second = count_staff(schools, " Lärare", 36, on=TODAY, by=person)

    assert first.group == second.group
    assert [count.heads for count in first.group.counts.all()] == [36, 34]
    assert entries()[-2:] == ["organisation.staff_counted"] * 2


def test_a_count_is_possible_and_of_a_day_that_has_come(schools, person):
    for heads in (-1, MOST_HEADS + 1):
        with pytest.raises(ImpossibleCount):
            count_staff(schools, "lärare", heads, on=TODAY, by=person)
    with pytest.raises(FutureDay):
        count_staff(schools, "lärare", 3, on=dt.date(2999, 1, 1), by=person)

    assert not StaffGroup.objects.exists()


def test_who_answers_for_a_unit_counts_there_and_nowhere_else(granvik, schools, social_board, people, person):
    answerer = people("Alva Birk")
    appoint(answerer, Role.ANSWERER, within=granvik, unit=schools, by=person)

    assert count_staff(schools, "lärare", 34, on=TODAY, by=answerer).heads == 34
    with pytest.raises(PermissionDenied):
        count_staff(social_board, "handläggare", 3, on=TODAY, by=answerer)


def test_one_reason_decides_for_many_and_the_latest_holds(granvik, schools, social_board, person, entries):
    both = [schools, social_board]
    decide_scope(both, Nearness.TOUCHED, "Först så.", within=granvik, on=dt.date(2025, 1, 1), by=person)
    decide_scope([schools], Nearness.CONTACT, "Nu så.", within=granvik, on=TODAY, by=person)

    assert [scope.nearness for scope in schools.scopes.all()] == ["contact", "touched"]
    assert undecided(granvik) == (2, 4)
    assert entries()[-2:] == ["organisation.scope_decided"] * 2


def test_only_the_coordinator_decides(granvik, schools, people, person):
    user = people("Alva Birk")
    appoint(user, Role.REGISTRAR, within=granvik, by=person)

    with pytest.raises(PermissionDenied):
        decide_scope([schools], Nearness.OUTSIDE, "Nej.", within=granvik, on=TODAY, by=user)


def test_nobody_decides_for_the_neighbours_units(granvik, schools, other_municipality, person):
    assert (
        decide_scope([schools], Nearness.OUTSIDE, "Nej.", within=other_municipality, on=TODAY, by=person)
        == []
    )
    assert not Scope.objects.exists()


@pytest.mark.parametrize(
    ("units", "told"),
    [
        ([(1, "department", None), (2, "unit", 1)], {1: None, 2: None}),
        ([(3, "unit", 2), (2, "department", 1), (1, "board", None)], {1: 1, 2: 1, 3: 1}),
        ([(1, "board", None), (2, "company", 1), (3, "unit", 2)], {1: 1, 2: 2, 3: 2}),
    ],
)
def test_the_nearest_authority_is_found_in_whatever_order(units, told):
    assert authorities(units) == told
