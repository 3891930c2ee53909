import pytest
from django.db import DatabaseError, connection, transaction

from forebygg.audit.models import Entry, Head
from forebygg.audit.recording import digest, record
from tests.audit.conftest import BellRung


def test_an_entry_says_who_did_what_about_what(ring, other_municipality, person):
    entry = ring(2)

    assert (entry.number, entry.by, entry.event, entry.data) == (1, person, "tests.bell_rung", {"times": 2})
    assert (entry.about_type, entry.about_id) == ("accounts.municipality", other_municipality.pk)
    assert str(entry).endswith("rang 2 times")


def test_entries_are_numbered_in_each_municipality(ring, granvik, person):
    before = Head.objects.get(municipality=granvik).number
    ring()

    assert record(BellRung(times=1), about=granvik, by=person).number == before + 1
    assert ring().number == 2


def test_each_entry_carries_the_hash_of_the_one_before(ring):
    first, second = ring(), ring()

    assert (first.previous, second.previous) == ("", first.hash)


def test_an_entry_reads_back_with_the_hash_it_was_given(ring):
    entry = ring()

    assert digest(Entry.objects.get(pk=entry.pk)) == entry.hash


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET event = 'tests.never'",
        "DELETE FROM audit_entry",
        "{replace}",
    ],
)
def test_the_database_refuses_to_change_an_entry(ring, statement):
    ring()
    connection.check_constraints()  # a table with checks ahead of it cannot be emptied
    before = [*Entry.objects.values()]
    replace = (
        "INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry"
        if connection.vendor == "sqlite"
        else "TRUNCATE audit_entry CASCADE"
    )

    with (
        pytest.raises(DatabaseError, match="audit entries never change"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(replace=replace))

    assert [*Entry.objects.values()] == before


@pytest.mark.django_db(transaction=True)
def test_nothing_is_recorded_outside_a_transaction(granvik, person):
    with pytest.raises(transaction.TransactionManagementError):
        record(BellRung(times=1), about=granvik, by=person)
