"""What is hidden, why, and that it is no more than needed."""

import pytest

from bench.optimum import fewest
from forebygg.privacy.suppression import REASONS, Dimension, Reason, Table, Zeros, suppressed
from forebygg.privacy.suppression.errors import Irreconcilable
from tests.privacy.suppression.tables import ALL, dimension, table


def test_a_table_without_small_counts_is_shown_whole():
    release = suppressed(table({"Granskolan": (5, 12, 9), "Tallskolan": (0, 11, 8)}))

    assert release.hidden == {}
    assert release.shown() == dict(release.table.counts)


def test_a_small_count_takes_three_others_with_it():
    release = suppressed(table({"Granskolan": (3, 12, 9), "Tallskolan": (7, 11, 8)}))

    assert sorted(release.hidden.values()) == [Reason.SMALL, *[Reason.TOTALS] * 3]
    assert release.count(("Granskolan", "hot")) is None
    assert release.count((ALL, ALL)) == 50


def test_without_totals_a_small_count_is_hidden_alone():
    units, kinds = Dimension("enhet", ("Gran", "Tall")), Dimension("slag", ("hot", "klotter"))
    counts = {("Gran", "hot"): 3, ("Gran", "klotter"): 9, ("Tall", "hot"): 8, ("Tall", "klotter"): 7}

    assert suppressed(Table((units, kinds), counts)).hidden == {("Gran", "hot"): Reason.SMALL}


def test_a_small_total_hides_its_parts():
    release = suppressed(table({"Granskolan": (1, 2, 0), "Tallskolan": (7, 11, 8), "Björkskolan": (9, 6, 7)}))

    assert release.hidden[("Granskolan", ALL)] is Reason.SMALL
    assert release.count(("Granskolan", "rekrytering")) == 0


def test_zeros_are_shown_unless_told_otherwise():
    units = Table.summed([dimension("enhet", "Gran", "Tall", "Ek")], {("Tall",): 9, ("Ek",): 7})

    assert suppressed(units).hidden == {}
    assert suppressed(units, zeros=Zeros.HIDDEN).hidden[("Gran",)] is Reason.ZERO


def test_a_count_alone_in_its_total_hides_the_total():
    release = suppressed(Table.summed([dimension("enhet", "Gran", "Tall")], {("Gran",): 3}))

    assert release.hidden == {("Gran",): Reason.SMALL, (ALL,): Reason.SMALL}


def test_levels_of_units_protect_each_other():
    units = Dimension(
        "enhet",
        ("Gran", "Tall", "norr", "Ek", "Alm", "söder", ALL),
        {"norr": ("Gran", "Tall"), "söder": ("Ek", "Alm"), ALL: ("norr", "söder")},
    )
    counts = {("Gran",): 2, ("Tall",): 9, ("Ek",): 8, ("Alm",): 7}

    assert set(suppressed(Table.summed([units], counts)).hidden) == {("Gran",), ("Tall",)}


def test_what_is_hidden_for_an_earlier_tables_sake_says_so():
    counts = {("Gran",): 9, ("Tall",): 8, ("Björk",): 2}
    first = suppressed(Table.summed([Dimension("enhet", (ALL,), {ALL: ("Gran", "Tall")})], counts))
    second = suppressed(
        Table.summed([Dimension("enhet", (ALL,), {ALL: ("Gran", "Tall", "Björk")})], counts), releases=[first]
    )

    assert second.hidden == {(ALL,): Reason.EARLIER}


def test_what_was_shown_is_not_hidden_again():
    rows = {"Granskolan": (7, 12, 9), "Tallskolan": (7, 11, 8)}
    more = rows | {"Björkskolan": (3, 12, 9), "Ekskolan": (7, 11, 8)}
    first = suppressed(table(rows))

    second = suppressed(table(more), releases=[first])

    assert not {(unit, kind) for unit, kind in second.hidden if unit in rows and kind != ALL}


def test_a_table_of_other_people_changes_nothing():
    rows = {"Granskolan": (3, 12, 9), "Tallskolan": (7, 11, 8)}
    other = suppressed(table({"Ekskolan": (2, 6, 9), "Almskolan": (8, 7, 12)}))

    assert suppressed(table(rows), releases=[other]).hidden == suppressed(table(rows)).hidden


def halves(*, units, kinds):
    """Two tables of the same people, neither of which lists a unit's count of one kind."""
    both, merged = Dimension("enhet", (ALL,), {ALL: ("Gran", "Tall")}), Dimension("enhet", ("Gran", "Tall"))
    first = Table(
        (both, Dimension("slag", ("hot", "klotter"))), {(ALL, kind): n for kind, n in kinds.items()}
    )
    second = Table(
        (merged, Dimension("slag", (ALL,), {ALL: ("hot", "klotter")})),
        {(unit, ALL): n for unit, n in units.items()},
    )
    return first, second


def test_groups_that_no_table_lists_need_not_be_known():
    first, second = halves(units={"Gran": 20, "Tall": 15}, kinds={"hot": 10, "klotter": 25})

    assert suppressed(second, releases=[suppressed(first)]).hidden == {}


def test_tables_that_cannot_both_be_true_are_refused():
    first, second = halves(units={"Gran": 20, "Tall": 16}, kinds={"hot": 10, "klotter": 25})

    with pytest.raises(Irreconcilable):
        suppressed(second, releases=[suppressed(first)])


def test_every_reason_has_its_sentence():
    assert set(REASONS) == set(Reason)


@pytest.mark.parametrize(
    "rows",
    [
        {"Gran": (2, 9, 9), "Tall": (9, 2, 9), "Ek": (9, 9, 2)},
        {"Gran": (2, 9, 9), "Tall": (9, 8, 9), "Ek": (9, 9, 7)},
        {"Gran": (1, 0, 0), "Tall": (9, 2, 0), "Ek": (0, 9, 12)},
        {"Gran": (3, 4, 11), "Tall": (9, 2, 6), "Ek": (0, 9, 12), "Alm": (7, 7, 1)},
    ],
)
def test_the_best_choice_would_hide_at_most_one_cell_less(rows):
    tried = table(rows)

    assert len(suppressed(tried).hidden) <= fewest(tried, at_most=len(tried.counts)) + 1


def test_a_large_table_is_hidden_in_a_moment():
    rows = {
        f"enhet {number}": tuple((number * 7 + kind * 5) % 23 for kind in range(20)) for number in range(500)
    }

    release = suppressed(table(rows, tuple(f"slag {kind}" for kind in range(20))))

    assert all(cell in release.hidden for cell, count in release.table.counts.items() if 0 < count < 5)
