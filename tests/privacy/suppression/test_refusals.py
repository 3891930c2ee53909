"""A table that nothing can be promised of is refused, with what to do about it."""

import pytest

from forebygg.privacy.suppression import Dimension, Table, TableError, suppressed
from forebygg.privacy.suppression.errors import (
    CategoryTwice,
    ChangedCount,
    CircularParts,
    MissingCount,
    NegativeCount,
    NoTable,
    NotACount,
    OtherDimensions,
    OtherThreshold,
    UncertainParts,
    UnknownCell,
    WrongTotal,
)
from tests.privacy.suppression.tables import ALL, dimension, table

UNITS = dimension("enhet", "Gran", "Tall")


def counted(**counts):
    return Table((UNITS,), {(name,): count for name, count in counts.items()})


def test_a_count_that_is_missing():
    with pytest.raises(MissingCount, match="Tall"):
        counted(Gran=7, alla=7)


def test_a_count_of_a_cell_that_the_table_has_not():
    with pytest.raises(UnknownCell, match="Ek"):
        counted(Gran=7, Tall=8, alla=15, Ek=3)


def test_a_negative_count():
    with pytest.raises(NegativeCount, match="-1"):
        counted(Gran=-1, Tall=8, alla=7)


@pytest.mark.parametrize("count", [7.5, "7", None, True])
def test_what_is_no_whole_number(count):
    with pytest.raises(NotACount):
        counted(Gran=count, Tall=8, alla=15)


def test_a_total_that_does_not_add_up():
    with pytest.raises(WrongTotal, match=r"alla.*is 16.*15"):
        suppressed(counted(Gran=7, Tall=8, alla=16))


def test_a_total_that_is_less_than_the_parts_that_are_listed():
    units = Dimension("enhet", ("Gran", ALL), {ALL: ("Gran", "Tall")})

    with pytest.raises(TableError):
        suppressed(Table((units,), {("Gran",): 9, (ALL,): 7}))


def test_a_table_without_dimensions():
    with pytest.raises(NoTable):
        Table((), {})


def test_a_dimension_without_categories():
    with pytest.raises(NoTable):
        Dimension("enhet", ())


def test_a_category_that_stands_twice():
    with pytest.raises(CategoryTwice, match="Gran"):
        Dimension("enhet", ("Gran", "Gran"))


@pytest.mark.parametrize("parts", [{"a": ("a",)}, {"a": ("b",), "b": ("a",)}, {"a": ("b", "c"), "c": ("a",)}])
def test_a_category_that_is_part_of_itself(parts):
    with pytest.raises(CircularParts):
        Dimension("enhet", ("a",), parts)


def test_categories_that_are_parts_of_each_other_in_different_tables():
    first = suppressed(Table((Dimension("enhet", ("a",), {"a": ("b",)}),), {("a",): 9}))

    with pytest.raises(CircularParts):
        suppressed(
            Table((Dimension("enhet", ("c",), {"c": ("a",), "b": ("c",)}),), {("c",): 9}), releases=[first]
        )


def test_a_name_that_has_had_different_parts():
    earlier = [
        suppressed(Table((Dimension("enhet", ("norr",), {"norr": parts}),), {("norr",): 9}))
        for parts in (("Gran", "Tall"), ("Gran", "Ek"))
    ]

    with pytest.raises(UncertainParts, match="norr"):
        suppressed(Table((Dimension("enhet", ("norr",)),), {("norr",): 9}), releases=earlier)


def test_a_count_that_has_changed_since_it_was_shown():
    first = suppressed(table({"Gran": (7, 8, 9)}))

    with pytest.raises(ChangedCount, match="is 6 here but 7 in an earlier"):
        suppressed(table({"Gran": (6, 8, 9)}), releases=[first])


def test_a_count_that_has_changed_since_it_was_hidden():
    first = suppressed(table({"Gran": (2, 8, 9), "Tall": (7, 7, 7)}))

    with pytest.raises(ChangedCount):
        suppressed(table({"Gran": (3, 8, 9)}), releases=[first])


def test_a_sum_that_has_changed_though_its_name_is_another():
    first = suppressed(Table((Dimension("enhet", ("båda",), {"båda": ("Gran", "Tall")}),), {("båda",): 20}))

    with pytest.raises(ChangedCount):
        suppressed(counted(Gran=7, Tall=8, alla=15), releases=[first])


def test_an_earlier_table_of_another_shape():
    first = suppressed(
        Table((dimension("kön", "flickor", "pojkar"),), {("flickor",): 7, ("pojkar",): 8, (ALL,): 15})
    )

    with pytest.raises(OtherDimensions, match=r"kön.*enhet"):
        suppressed(counted(Gran=7, Tall=8, alla=15), releases=[first])


@pytest.mark.parametrize("threshold", [-1, 0, 1, 101])
def test_a_threshold_that_protects_nobody_or_hides_everything(threshold):
    with pytest.raises(OtherThreshold):
        suppressed(counted(Gran=7, Tall=8, alla=15), threshold=threshold)
