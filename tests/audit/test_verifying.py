import dataclasses
import datetime as dt

import pytest
from django.db import connection
from django.utils.translation import gettext, override

from forebygg.audit import protection
from forebygg.audit.heads import ExportedHead
from forebygg.audit.models import Entry, Head
from forebygg.audit.recording import digest
from forebygg.audit.verifying import SENTENCES, Chain, Fault, What
from tests.database import TRIGGERS


@pytest.fixture
def faults(other_municipality):
    """What is wrong with the chain that the other tests tamper with, as kinds and numbers."""

    def faults(*kept):
        return [(fault.what, fault.number) for fault in Chain(other_municipality, kept).faults()]

    return faults


def head_of(municipality):
    return ExportedHead.of(Head.objects.select_related("municipality").get(municipality=municipality))


def written_anew(municipality):
    """The whole chain, made to follow from what its entries say now, as one who knows the program could."""
    previous = ""
    for entry in Entry.objects.of(municipality).order_by("number"):
        entry.previous = previous
        previous = digest(entry)
        Entry.objects.filter(pk=entry.pk).update(previous=entry.previous, hash=previous)
    last = Entry.objects.of(municipality).order_by("number").last()
    Head.objects.filter(municipality=municipality).update(number=last.number, hash=last.hash)


def test_an_untouched_chain_is_whole(ring, faults):
    for times in (1, 2, 3):
        ring(times)

    assert faults() == []


def test_a_chain_without_entries_is_whole(other_municipality, faults):
    assert faults() == []


def test_a_chain_that_has_grown_since_its_head_was_kept_is_whole(ring, faults, other_municipality):
    ring(1)
    kept = head_of(other_municipality)
    ring(2)

    chain = Chain(other_municipality, [kept])

    assert [*chain.faults()] == []
    assert (chain.entries, chain.met) == (2, [kept])


def test_a_changed_entry_is_told(tampering, faults):
    Entry.objects.filter(data={"times": 2}).update(data={"times": 20})

    assert faults() == [(What.CHANGED, 2)]


@pytest.mark.parametrize("field", ["at", "event", "about_type", "about_id", "previous", "hash"])
def test_nothing_that_an_entry_says_can_be_changed(tampering, faults, field):
    other = {"at": dt.datetime(2020, 1, 1, tzinfo=dt.UTC), "about_id": 10**9}.get(field, "f" * 60)
    Entry.objects.filter(data={"times": 2}).update(**{field: other})

    assert (What.CHANGED, 2) in faults()


def test_an_entry_that_was_changed_with_its_hash_is_told_by_the_next(tampering, faults):
    entry = Entry.objects.get(data={"times": 2})
    entry.data = {"times": 20}
    Entry.objects.filter(pk=entry.pk).update(data=entry.data, hash=digest(entry))

    assert faults() == [(What.UNLINKED, 3)]


def test_the_last_entry_changed_with_its_hash_is_told_by_the_head(tampering, faults):
    entry = Entry.objects.get(data={"times": 3})
    entry.data = {"times": 30}
    Entry.objects.filter(pk=entry.pk).update(data=entry.data, hash=digest(entry))

    assert faults() == [(What.UNLINKED, 3)]


def test_a_missing_entry_is_told(tampering, faults):
    Entry.objects.filter(data={"times": 2}).delete()

    assert faults() == [(What.MISSING, 2)]


def test_an_entry_put_in_between_is_told(tampering, faults):
    for entry in Entry.objects.filter(data__times__in=[2, 3]).order_by("-number"):
        Entry.objects.filter(pk=entry.pk).update(number=entry.number + 1)
    first = Entry.objects.get(data={"times": 1})
    between = Entry.objects.get(data={"times": 2})
    between.pk, between.number, between.previous = None, 2, first.hash
    between.hash = digest(between)
    between.save(force_insert=True)

    assert {what for what, _ in faults()} >= {What.CHANGED}
    assert faults()[0] == (What.CHANGED, 3)


def test_a_cut_tail_is_told(tampering, faults):
    Entry.objects.filter(data={"times": 3}).delete()

    assert faults() == [(What.CUT, 3)]


def test_an_emptied_chain_is_told(tampering, faults, other_municipality):
    Entry.objects.of(other_municipality).delete()

    assert faults() == [(What.CUT, 3)]


def test_an_entry_after_the_end_is_told(tampering, faults, other_municipality):
    head = Head.objects.get(municipality=other_municipality)
    entry = Entry.objects.get(data={"times": 3})
    entry.pk, entry.number, entry.previous = None, 4, head.hash
    entry.hash = digest(entry)
    entry.save(force_insert=True)

    assert faults() == [(What.ADDED, 4)]


def test_a_head_that_was_taken_away_is_told(tampering, faults, other_municipality):
    Head.objects.filter(municipality=other_municipality).delete()

    assert faults() == [(What.NO_HEAD, 3)]


def test_a_chain_written_anew_is_told_by_a_head_that_was_kept_elsewhere(
    tampering, faults, other_municipality
):
    kept = head_of(other_municipality)
    Entry.objects.filter(data={"times": 2}).update(data={"times": 20})
    written_anew(other_municipality)

    assert faults() == []  # by itself it is as good as any
    assert faults(kept) == [(What.REWRITTEN, 3)]


def test_a_tail_cut_with_the_head_is_told_by_a_head_that_was_kept_elsewhere(
    tampering, faults, other_municipality
):
    kept = head_of(other_municipality)
    Entry.objects.filter(data={"times": 3}).delete()
    written_anew(other_municipality)

    assert faults() == []
    assert faults(kept) == [(What.CUT_BEFORE_HEAD, 3)]


def test_all_taken_away_with_the_head_is_told_by_a_head_that_was_kept_elsewhere(
    tampering, faults, other_municipality
):
    kept = head_of(other_municipality)
    Entry.objects.of(other_municipality).delete()
    Head.objects.filter(municipality=other_municipality).delete()

    assert faults() == []
    assert faults(kept) == [(What.CUT_BEFORE_HEAD, 3)]


def test_of_several_heads_those_before_the_change_still_agree(tampering, other_municipality):
    first = Entry.objects.get(data={"times": 1})
    early = dataclasses.replace(head_of(other_municipality), number=1, hash=first.hash)
    late = head_of(other_municipality)
    Entry.objects.filter(data={"times": 2}).update(data={"times": 20})
    written_anew(other_municipality)

    chain = Chain(other_municipality, [early, late])

    assert [fault.number for fault in chain.faults()] == [3]
    assert chain.met == [early]


def test_a_long_chain_takes_one_query_for_its_entries(
    ring, other_municipality, django_assert_max_num_queries
):
    for times in range(20):
        ring(times)

    with django_assert_max_num_queries(3):
        assert [*Chain(other_municipality).faults()] == []


def test_every_fault_has_its_sentence_in_both_languages():
    fault = [Fault(what=what, number=3, other=4, day="22 november 2026") for what in What]
    told = {}
    for language in ("sv", "en"):
        with override(language):
            told[language] = [one.told(gettext) for one in fault]

    assert set(SENTENCES) == set(What)
    assert all("{" not in sentence for sentence in told["sv"])
    assert not set(told["sv"]) & set(told["en"])


def test_the_database_refuses_to_change_entries(db):
    assert protection.missing() == []


def test_a_database_that_no_longer_refuses_is_told(tampering):
    assert len(protection.missing()) == 2


def test_a_trigger_that_does_something_else_is_told(tampering):
    if connection.vendor == "sqlite":
        for statement in TRIGGERS.SQLITE:
            tampering.execute(statement.replace("RAISE(ABORT, 'audit entries never change')", "1"))
    else:
        tampering.execute("ALTER TABLE audit_entry ENABLE TRIGGER USER")
        tampering.execute(
            TRIGGERS.POSTGRESQL[0]
            .replace("FUNCTION", "OR REPLACE FUNCTION")
            .replace("RAISE EXCEPTION 'audit entries never change';", "RETURN NEW;")
        )

    assert len(protection.missing()) == 2
