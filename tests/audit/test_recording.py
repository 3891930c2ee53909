from dataclasses import dataclass
from typing import ClassVar

import pytest
from django.db import DatabaseError, connection, transaction

from forebygg.audit.events import Event
from forebygg.audit.models import Entry, Head
from forebygg.audit.recording import digest, faults, record
from tests.database import TRIGGERS


@dataclass(frozen=True, kw_only=True)
class BellRung(Event):
    name: ClassVar = "tests.bell_rung"
    sentence: ClassVar = "rang {times} times"

    times: int


@pytest.fixture
def ring(other_municipality, person):
    def ring(times=1):
        return record(BellRung(times=times), about=other_municipality, by=person)

    return ring


@pytest.fixture
def chain(ring, other_municipality):
    """Three entries, and what is wrong with them."""
    for times in (1, 2, 3):
        ring(times)
    connection.check_constraints()  # a table with checks ahead of it can be neither altered nor emptied

    def chain():
        entries = Entry.objects.of(other_municipality)
        return faults(entries, Head.objects.get(municipality=other_municipality))

    return chain


@pytest.fixture
def tampering(chain):
    """What somebody could do who may change the database itself."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for statement in TRIGGERS.SQLITE_BACK:
                cursor.execute(statement)
        else:
            cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER")
        yield


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


def test_an_untouched_chain_has_no_faults(chain):
    assert chain() == []


def test_a_changed_entry_is_found(chain, tampering):
    Entry.objects.filter(data={"times": 2}).update(data={"times": 20})

    assert chain() == ["2: changed"]


def test_a_missing_entry_is_found(chain, tampering):
    Entry.objects.filter(data={"times": 2}).delete()

    assert chain() == ["2: missing", "3: changed"]


def test_a_cut_tail_is_found(chain, tampering):
    Entry.objects.filter(data={"times": 3}).delete()

    assert chain() == ["3: the head does not follow from the entries"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET event = 'tests.never'",
        "DELETE FROM audit_entry",
        "{replace}",
    ],
)
def test_the_database_refuses_to_change_an_entry(chain, statement):
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

    assert chain() == []


@pytest.mark.django_db(transaction=True)
def test_nothing_is_recorded_outside_a_transaction(granvik, person):
    with pytest.raises(transaction.TransactionManagementError):
        record(BellRung(times=1), about=granvik, by=person)
