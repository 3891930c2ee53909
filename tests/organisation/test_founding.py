import pytest
from django.core.exceptions import PermissionDenied

from forebygg.accounts.models import Municipality
from forebygg.audit.models import Entry
from forebygg.organisation.services.municipalities import found_municipality


def test_that_a_municipality_came_is_the_first_entry_of_its_trail(person):
    founded = found_municipality("solvik", "Solviks kommun", by=person)

    entry = Entry.objects.of(founded).get()
    assert (entry.number, entry.event, entry.by) == (1, "organisation.municipality_founded", person)


def test_one_that_is_there_stays_as_it_is_and_nothing_is_told(granvik, person):
    before = Entry.objects.count()

    assert found_municipality("granvik", "Något annat", by=person) == granvik
    assert Entry.objects.count() == before
    assert Municipality.objects.get(pk=granvik.pk).name == "Granviks kommun"


def test_only_whoever_runs_commands_founds_a_municipality(people):
    with pytest.raises(PermissionDenied):
        found_municipality("solvik", "Solviks kommun", by=people("Alva Birk"))
