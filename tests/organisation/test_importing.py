import datetime as dt
from importlib import resources

import pytest
from django.core.exceptions import PermissionDenied

from forebygg.audit.models import Entry
from forebygg.organisation.errors import FutureDay, ImportRefused
from forebygg.organisation.models import HeadCount, Role, StaffGroup, Unit
from forebygg.organisation.selectors.comparing import Effect, compare, doubtful
from forebygg.organisation.selectors.units import organisation
from forebygg.organisation.services.importing import import_organisation
from forebygg.organisation.services.posts import appoint
from forebygg.organisation.services.units import close_down
from forebygg.organisation.spreadsheets import read_lines, read_sheet
from tests.contents import contents

DAY = dt.date(2025, 9, 15)
HEAD = "Enhet;Typ;Ligger under;Personalgrupp;Antal"
GRANVIK = (resources.files("forebygg.organisation") / "examples" / "granvik.csv").read_text("utf-8")


def read(*rows):
    return read_lines(read_sheet("\n".join([HEAD, *rows]).encode()))


def imported(municipality, *rows, by, on=DAY):
    return import_organisation(municipality, read(*rows), counted_on=on, by=by)


def everything(municipality):
    models = (Unit, StaffGroup, HeadCount, Entry)
    return contents(of=municipality), [[*model.objects.of(municipality).values_list()] for model in models]


def test_granviks_organisation_is_imported_with_its_authorities(granvik, person):
    lines = read_lines(read_sheet(GRANVIK.encode()))

    found = import_organisation(granvik, lines, counted_on=DAY, by=person)

    units = {unit.name: unit for unit in Unit.objects.of(granvik).select_related("authority")}
    assert len(units) == len(found.added)
    assert units["Granviksskolan"].authority == units["Utbildningsnämnden"]
    assert units["Friskolan Linden"].authority == units["Friskolan Linden"]
    assert {unit.number for unit in units.values()} == {*range(1, len(units) + 1)}
    assert organisation(granvik).heads == sum(line.heads or 0 for line in lines.lines)


def test_the_same_file_again_changes_nothing(granvik, person):
    lines = read_lines(read_sheet(GRANVIK.encode()))
    import_organisation(granvik, lines, counted_on=DAY, by=person)
    before = everything(granvik)

    again = import_organisation(granvik, lines, counted_on=DAY + dt.timedelta(days=30), by=person)

    assert not again.changes_anything
    assert {row.effect for row in again.rows} == {Effect.UNCHANGED}
    assert everything(granvik) == before


def test_one_entry_tells_of_all_of_it(granvik, person):
    imported(granvik, "Nämnden;nämnd;;;", "Åsen;skola;Nämnden;lärare;34", by=person)

    entry = Entry.objects.of(granvik).order_by("number").last()
    assert (entry.event, entry.data) == ("organisation.imported", {"added": 2, "changed": 0, "counted": 1})


def test_what_differs_is_changed_and_the_rest_left_alone(granvik, schools, person):
    imported(granvik, "Granviksskolan;;;lärare;34", by=person)

    found = imported(
        granvik,
        "Granviksskolan;fristående skola;;lärare;36",
        "Utbildningsförvaltningen;;;;",
        by=person,
        on=DAY + dt.timedelta(days=1),
    )

    schools.refresh_from_db()
    assert [row.effect for row in found.rows] == [Effect.CHANGED, Effect.UNCHANGED]
    assert (found.rows[0].old_kind, found.rows[0].old_heads) == ("unit", 34)
    assert schools.authority == schools
    assert [count.heads for count in schools.groups.get().counts.all()] == [36, 34]


def test_nothing_is_stored_when_one_row_is_wrong(granvik, person):
    before = everything(granvik)

    with pytest.raises(ImportRefused, match="1 rows"):
        imported(granvik, "Nämnden;nämnd;;;", "Åsen;skola;Nämnden;lärare;-3", by=person)

    assert everything(granvik) == before


def test_an_import_moves_nothing(granvik, schools, person):
    imported(granvik, "Nämnden;nämnd;;;", "Granviksskolan;skola;Nämnden;;", by=person)

    assert Unit.objects.of(granvik).filter(name="Granviksskolan").count() == 2
    assert Unit.objects.get(pk=schools.pk).above == schools.above


def test_what_has_been_closed_down_is_opened_anew_under_a_new_number(granvik, schools, person):
    close_down(schools, on=DAY, by=person)

    imported(granvik, "Granviksskolan;skola;Utbildningsförvaltningen;;", by=person)

    assert Unit.objects.of(granvik).standing().get(name="Granviksskolan").number == schools.number + 1


def test_a_count_of_an_earlier_day_does_not_hide_a_later_one(granvik, schools, person):
    imported(granvik, "Granviksskolan;;;lärare;36", by=person)
    imported(granvik, "Granviksskolan;;;lärare;30", by=person, on=DAY - dt.timedelta(days=100))

    assert organisation(granvik).heads == 36


def test_the_neighbours_units_are_not_those_of_the_file(schools, other_municipality, person):
    found = imported(other_municipality, "Granviksskolan;skola;;;", by=person)

    assert [place.known for place in found.added] == [None]
    assert Unit.objects.of(other_municipality).get().above is None


def test_nobody_is_counted_in_advance(granvik, person):
    with pytest.raises(FutureDay):
        imported(granvik, "Åsen;skola;;;", by=person, on=dt.date(2999, 1, 1))


def test_only_who_organises_imports(granvik, people, person):
    user = people("Alva Birk")
    appoint(user, Role.REGISTRAR, within=granvik, by=person)

    with pytest.raises(PermissionDenied):
        imported(granvik, "Åsen;skola;;;", by=user)


def test_a_staff_group_that_seems_to_be_a_person_is_doubted(granvik):
    lines = read("Åsen;skola;;lärare;34", "Åsen;;;Alva Lindberg;1")

    assert doubtful(compare(granvik, lines, counted_on=DAY)) == ["Alva Lindberg"]


def test_comparing_takes_as_many_queries_however_long_the_file_is(granvik, django_assert_num_queries):
    lines = read("Nämnden;nämnd;;;", *(f"Enhet {at};enhet;Nämnden;lärare;{at}" for at in range(500)))

    with django_assert_num_queries(2):
        assert len(compare(granvik, lines, counted_on=DAY).added) == 501
