"""Nobody who sees the releases can tell that a group is smaller than the threshold."""

import pytest
from hypothesis import HealthCheck, given, settings

from bench.attacker import Attacker
from forebygg.privacy.suppression import Dimension, Reason, Release, Table, TableError, Zeros, suppressed
from tests.privacy.suppression.tables import ALL, dimension, released, table

SLOW = settings(
    max_examples=25,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@SLOW
@given(releases=released())
def test_one_table_tells_of_no_small_group(releases):
    assert Attacker(*releases).known_to_be_small() == set()


@SLOW
@given(releases=released(most_releases=3))
def test_tables_that_leave_out_and_merge_groups_tell_of_no_small_group(releases):
    assert Attacker(*releases).known_to_be_small() == set()


@SLOW
@given(releases=released(most_releases=2, zeros=Zeros.HIDDEN))
def test_where_zeros_are_hidden_no_group_is_known_to_be_small_or_none(releases):
    attacker = Attacker(*releases)

    assert [group for group in attacker.groups if not attacker.could_be(group, 5)] == []


@SLOW
@given(releases=released(most_releases=2, threshold=3))
def test_another_threshold_is_kept_as_well(releases):
    assert Attacker(*releases).known_to_be_small(3) == set()


@SLOW
@given(releases=released(most_releases=3))
def test_small_counts_and_no_others_are_always_hidden(releases):
    for release in releases:
        small = {cell for cell in release.table.cells() if 0 < release.table.counts[cell] < 5}
        reasons = {cell for cell, reason in release.hidden.items() if reason is Reason.SMALL}

        assert reasons == small


def test_the_attacker_works_out_a_single_hidden_cell():
    rows = {"Granskolan": (3, 12, 9), "Tallskolan": (7, 11, 8)}
    careless = Release(table(rows), {("Granskolan", "hot"): Reason.SMALL})

    assert Attacker(careless).known_to_be_small() == {("Granskolan", "hot")}


def test_the_attacker_bounds_two_hidden_cells_by_their_sum():
    careless = Release(
        table({"Granskolan": (2, 3, 9)}),
        {("Granskolan", "hot"): Reason.SMALL, ("Granskolan", "klotter"): Reason.SMALL},
    )

    assert Attacker(careless).known_to_be_small() == {("Granskolan", "hot"), ("Granskolan", "klotter")}


def test_the_attacker_sees_what_columns_tell_of_two_cells_in_a_row():
    rows = {"Granskolan": (2, 9, 9), "Tallskolan": (7, 11, 8)}
    careless = Release(
        table(rows), {("Granskolan", "hot"): Reason.SMALL, ("Granskolan", "klotter"): Reason.TOTALS}
    )

    assert ("Granskolan", "hot") in Attacker(careless).known_to_be_small()


def test_the_attacker_subtracts_an_earlier_total():
    first, second = (
        Release(
            Table.summed([dimension("enhet", *units)], {("Gran",): 9, ("Tall",): 8, ("Björk",): 2}), hidden
        )
        for units, hidden in (
            (("Gran", "Tall"), {}),
            (("Gran", "Tall", "Björk"), {("Björk",): Reason.SMALL, ("Gran",): Reason.TOTALS}),
        )
    )

    assert Attacker(first, second).known_to_be_small() == {("Björk",)}


def test_a_unit_that_is_left_out_the_first_time_cannot_be_subtracted():
    counts = {("Gran",): 9, ("Tall",): 8, ("Björk",): 2, ("Ek",): 12}
    first = suppressed(Table.summed([dimension("enhet", "Gran", "Tall", "Ek")], counts))
    second = suppressed(
        Table.summed([dimension("enhet", "Gran", "Tall", "Björk", "Ek")], counts), releases=[first]
    )

    assert first.hidden == {}
    assert second.hidden == {("Björk",): Reason.SMALL, (ALL,): Reason.EARLIER}
    assert Attacker(first, second).known_to_be_small() == set()


def test_merged_units_cannot_be_taken_apart_by_what_was_shown_before():
    counts = {("Gran",): 3, ("Tall",): 9, ("Björk",): 8, ("Ek",): 7}
    first = suppressed(Table.summed([dimension("enhet", "Gran", "Tall", "Björk", "Ek")], counts))
    [shown] = [unit for unit in ("Tall", "Björk", "Ek") if (unit,) in first.hidden]
    others = [unit for unit in ("Tall", "Björk", "Ek") if unit != shown]
    merged = Dimension("enhet", ("ihop", ALL), {"ihop": ("Gran", others[0]), ALL: ("ihop", others[1], shown)})

    second = suppressed(Table.summed([merged], counts), releases=[first])

    assert second.hidden == {("ihop",): Reason.EARLIER}
    assert Attacker(first, second).known_to_be_small() == set()


def test_a_longer_period_does_not_give_away_the_months_that_were_added():
    counts = {("jan",): 9, ("feb",): 8, ("mar",): 2}
    first = suppressed(Table.summed([Dimension("tid", ("år",), {"år": ("jan", "feb")})], counts))
    second = suppressed(
        Table.summed([Dimension("tid", ("år",), {"år": ("jan", "feb", "mar")})], counts), releases=[first]
    )

    assert first.shown() == {("år",): 17}
    assert second.shown() == {("år",): None}


def test_a_group_that_an_earlier_table_gave_away_is_told_of():
    counts = {("Gran",): 9, ("Tall",): 2}
    whole = Table.summed([dimension("enhet", "Gran", "Tall")], counts)
    careless = Release(whole, {("Tall",): Reason.SMALL})

    release = suppressed(whole, releases=[careless])

    assert release.unproved == {("Tall",)}


@pytest.mark.parametrize("again", [1, 2])
def test_the_same_table_twice_is_hidden_alike(again):
    rows = {"Granskolan": (3, 12, 9), "Tallskolan": (7, 2, 8), "Björkskolan": (6, 5, 14)}
    first = suppressed(table(rows))

    later = suppressed(table(rows), releases=[first] * again)

    assert later.shown() == first.shown()


def test_nothing_is_raised_but_what_is_wrong_with_the_table():
    with pytest.raises(TableError):
        suppressed(table({"Granskolan": (3, 12, 9)}), threshold=1)
